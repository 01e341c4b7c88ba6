/** What a base64 text decodes to, or why it is refused: the end of a sentence that begins with the field's name. */
export type Base64Reading = { bytes: Uint8Array } | { fault: string }

/** How many bytes a base64 text will decode to, without decoding it. */
export function decodedLength(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0
  return Math.max(0, Math.floor((base64.length * 3) / 4) - padding)
}

/**
 * Decodes base64 in the one form that RFC 4648 section 4 calls canonical: standard alphabet, padded, no line breaks,
 * spare bits zero. One file so has exactly one text, and nothing can hide beside it. Never throws.
 */
export function decodeBase64(base64: string): Base64Reading {
  const bytes = Buffer.from(base64, 'base64')
  // Node skips what it does not understand, so that the text is strict only if it comes back the same.
  if (bytes.toString('base64') !== base64) return { fault: explain(base64) }
  return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
}

/** The likeliest reason why a text is not canonical base64. */
function explain(base64: string): string {
  if (/^data:/i.test(base64)) {
    return 'must be base64 alone: remove everything up to and including the comma after "data:…;base64"'
  }
  if (/\s/.test(base64)) return 'must be base64 without line breaks or spaces: remove them'
  if (/[-_]/.test(base64)) {
    return 'must use the standard base64 alphabet, with "+" and "/" where yours has "-" and "_"'
  }
  const stray = /[^A-Za-z0-9+/=]|=(?!=?$)/u.exec(base64)
  if (stray) {
    return `must be base64: ${JSON.stringify(stray[0])} at position ${stray.index + 1} does not belong there`
  }
  if (base64.length % 4 !== 0) {
    return `must be complete base64: its length is ${base64.length}, not a multiple of 4, so it was cut off or lacks "=" at its end`
  }
  return 'must be base64 as encoders write it: its last character has spare bits set, so encode the file again'
}
