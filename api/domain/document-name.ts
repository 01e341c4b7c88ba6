import type { MediaType } from './document-content.ts'

/** The extensions that agree with each kind; the first is given to a name that has none. */
const extensions: Record<MediaType, readonly [string, ...string[]]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
}

/** What file systems take, in bytes of UTF-8. */
const MAX_NAME_BYTES = 255

/** A name to store, or why it contradicts the content: the end of a sentence that begins with the field's name. */
export type NameReading = { filename: string } | { fault: string }

/**
 * Makes a sent file name safe to store, to show and to download under: only its last path part, without control, bidi
 * and other invisible characters, without the characters Windows refuses, without leading dots, at most 255 bytes.
 * Its extension has to agree with the content; a name without one is given the right one. Never throws.
 */
export function readName(sent: string, mediaType: MediaType): NameReading {
  const name = clean(sent)
  const agreeing = extensions[mediaType]
  const extension = extensionOf(name)
  const stem = name.slice(0, name.length - (extension ? extension.length + 1 : 0))
  if (extension && !agreeing.includes(extension.toLowerCase())) {
    const better = agreeing.includes(extensionOf(stem).toLowerCase()) ? stem : `${stem}.${agreeing[0]}`
    const kind = mediaType.replace(/^.*\//, '').toUpperCase()
    return { fault: `ends in ".${extension}", but its content is ${kind}: name it "${better}"` }
  }
  const ending = `.${extension || agreeing[0]}`
  return { filename: cut(tidy(stem) || 'document', MAX_NAME_BYTES - ending.length) + ending }
}

function clean(sent: string): string {
  const lastPart = sent.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  return tidy(
    lastPart
      .replace(/\s+/gu, ' ')
      // Controls, bidi and zero-width characters: with a U+202E, "invoice<U+202E>fdp.exe" reads "invoiceexe.pdf".
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
      .replace(/[<>:"|?*]/g, '_')
      .replace(/^[. ]+/, ''),
  )
}

/** Without what Windows drops from a name's end. */
function tidy(name: string): string {
  return name.replace(/[. ]+$/, '')
}

/** "2026" in "invoice 1.4.2026" is no extension: one has a letter. "" when there is none. */
function extensionOf(name: string): string {
  return /\.(?=[0-9]*[a-z])([a-z0-9]{1,10})$/i.exec(name)?.[1] ?? ''
}

/** The longest beginning that has at most `maxBytes` bytes of UTF-8 and ends between two characters. */
function cut(text: string, maxBytes: number): string {
  let size = 0
  let kept = ''
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > maxBytes) break
    kept += character
  }
  return kept
}
