import type { Merchant, NewMerchant } from '../../domain/merchant.ts'

/** A merchant with the SHA-256 of its secret. */
export interface Credentials {
  merchant: Merchant
  secretHash: Uint8Array
}

export interface MerchantRepository {
  /** @returns undefined for an unknown key, whatever its shape */
  findByPublicKey(publicKey: string): Promise<Merchant | undefined>
  /** For authentication alone. */
  findCredentials(publicKey: string): Promise<Credentials | undefined>
  findById(id: string): Promise<Merchant | undefined>
  /** The merchant's clock offset, which nobody else can set until this transaction ends. */
  holdClock(id: string): Promise<number>
  /** @param offsetMs 0 or more */
  setClock(id: string, offsetMs: number): Promise<void>
  insert(merchant: NewMerchant, secretHash: Uint8Array): Promise<void>
  /** Inserts, or, when the public key is there already, only sets its origins. */
  insertOrSetOrigins(merchant: NewMerchant, secretHash: Uint8Array): Promise<void>
}
