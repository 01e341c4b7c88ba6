/**
 * An amount as a person types it, in dollars: "9,150.00", "$9150" or "9150.5". Undefined when it is no number; whether
 * it is an amount that Backd takes is Backd's to say.
 */
export function readAmount(text: string): number | undefined {
  const plain = text.trim().replace(/^\$\s*/, '')
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/.test(plain) || !/\d/.test(plain)) return undefined
  return Number(plain.replaceAll(',', ''))
}

/** Dollars as they stand in a field: 9150 → "9150.00". */
export function writeAmount(dollars: number): string {
  return dollars.toFixed(2)
}
