export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg'

/** What a file's content is, or why it is none that we take: the end of a sentence that begins with the field's name. */
export type ContentReading = { mediaType: MediaType } | { fault: string }

/**
 * Judges a file by its bytes alone: which of the three kinds it is, and that it is whole and nothing besides.
 * A file that two programs read as two things (a picture with an archive behind it) is refused. Pictures are walked
 * from marker to marker, not decoded. Never throws.
 */
export function readContent(bytes: Uint8Array): ContentReading {
  const kind = kinds.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte))
  if (!kind) return { fault: 'must be a PDF, PNG or JPEG file: its content is none of them' }
  const fault =
    kind.findFault(bytes) ??
    (endsAsZip(bytes) ? `must be a ${kind.name} alone, but a ZIP archive is hidden in it` : undefined)
  return fault ? { fault } : { mediaType: kind.mediaType }
}

interface Kind {
  mediaType: MediaType
  name: string
  magic: number[]
  findFault: (bytes: Uint8Array) => string | undefined
}

const kinds: Kind[] = [
  {
    mediaType: 'application/pdf',
    name: 'PDF',
    // Readers look for "%PDF-" in the first 1024 bytes; polyglots live in that room, so it has to be the first byte.
    magic: [0x25, 0x50, 0x44, 0x46, 0x2d],
    findFault: findPdfFault,
  },
  {
    mediaType: 'image/png',
    name: 'PNG',
    magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    findFault: findPngFault,
  },
  { mediaType: 'image/jpeg', name: 'JPEG', magic: [0xff, 0xd8, 0xff], findFault: findJpegFault },
]

const cutShort = (name: string) => `is a ${name} that was cut short: send the whole file`
const broken = (name: string) => `is not a ${name} that programs can read: save it again and send that`
const trailing = (name: string, count: number) =>
  `has ${count} ${count === 1 ? 'byte' : 'bytes'} after the end of the ${name}: save it as a plain ${name} and send that`

/** ISO 32000-1, 7.5.5: a file's last line is %%EOF; within the last 1024 bytes, as readers have it. */
function findPdfFault(bytes: Uint8Array): string | undefined {
  const tailStart = Math.max(0, bytes.length - 1024)
  const tail = latin1(bytes.subarray(tailStart))
  const end = tail.lastIndexOf('%%EOF')
  if (end < 0) return cutShort('PDF')
  if (!/^%PDF-[12]\.\d/.test(latin1(bytes.subarray(0, 8)))) return broken('PDF')
  // A table or stream of references is found by the number after "startxref"; without it there is no document.
  if (!/startxref\s+\d+\s+$/.test(tail.slice(0, end))) return broken('PDF')
  const rest = tail.slice(end + '%%EOF'.length)
  return /^[\s\0]*$/.test(rest) ? undefined : trailing('PDF', rest.length)
}

/** PNG (W3C), section 5: chunks of length, type, data and CRC, from IHDR to IEND. */
function findPngFault(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 8
  let hasPixels = false
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const type = latin1(bytes.subarray(at + 4, at + 8))
    if (!/^[A-Za-z]{4}$/.test(type) || (at === 8 && (type !== 'IHDR' || length !== 13))) return broken('PNG')
    at += 12 + length
    if (type === 'IDAT') hasPixels = true
    if (type !== 'IEND') continue
    if (!hasPixels || length !== 0) return broken('PNG')
    return at === bytes.length ? undefined : trailing('PNG', bytes.length - at)
  }
  return cutShort('PNG')
}

/**
 * JPEG (ITU-T T.81, annex B): markers from SOI to EOI. Cameras put further whole pictures behind the first (CIPA
 * DC-007, previews and gain maps), so those may follow; anything else may not.
 */
function findJpegFault(bytes: Uint8Array): string | undefined {
  let at = 0
  while (at < bytes.length) {
    if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd8) return trailing('JPEG', bytes.length - at)
    const end = findJpegEnd(bytes, at + 2)
    if (typeof end === 'string') return end
    at = end
  }
  return undefined
}

/** @returns the index after the picture's EOI, or what is wrong with it */
function findJpegEnd(bytes: Uint8Array, start: number): number | string {
  let at = start
  let hasFrame = false
  let hasScan = false
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return broken('JPEG')
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1 // a fill byte
      continue
    }
    if (marker === 0xd9) return hasFrame && hasScan ? at + 2 : broken('JPEG')
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2 || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) return broken('JPEG')
    at += 2 + length
    if (marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) hasFrame = true
    if (marker !== 0xda) continue
    hasScan = true
    while (at < bytes.length && !isMarker(bytes, at)) at += 1
  }
  return cutShort('JPEG')
}

/** In a scan, FF 00 is a byte of the picture and FF D0 to FF D7 are restarts; any other FF xx ends the scan. */
function isMarker(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1] ?? 0
  return bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)
}

/** Unzip programs read a ZIP from its end: a record of 22 bytes whose comment reaches exactly to the last byte. */
function endsAsZip(bytes: Uint8Array): boolean {
  const last = bytes.length - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 5 || bytes[at + 3] !== 6) continue
    const comment = (bytes[at + 20] ?? 0) | ((bytes[at + 21] ?? 0) << 8)
    if (at + 22 + comment === bytes.length) return true
  }
  return false
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
