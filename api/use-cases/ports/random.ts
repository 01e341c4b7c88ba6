/** Unpredictable bytes: tokens and order ids are made of them. */
export interface Random {
  bytes(length: number): Uint8Array
}
