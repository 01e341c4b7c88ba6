import { type CreateOrder, MAX_DOCUMENT_BYTES, MAX_DOCUMENTS } from '@backd/contract/api/create-order.ts'
import type { FieldError } from '@backd/contract/api/envelope.ts'
import { decodeBase64, decodedLength } from './document-base64.ts'
import { type MediaType, readContent } from './document-content.ts'
import { readName } from './document-name.ts'

/** A supporting document, checked and ready to be stored. */
export interface DecodedDocument {
  /** Safe as a file name on any system; its extension agrees with `media_type`. */
  filename: string
  document_ref: string
  media_type: MediaType
  bytes: Uint8Array
}

type SentDocument = NonNullable<CreateOrder['documents']>[number]
type Fault = { field: keyof SentDocument; message: string }

/**
 * Decodes the documents of create_order (S0): at most 5, at most 10,000,000 bytes together, each a PDF, PNG or JPEG by
 * its content. All of them or none; every fault is told at once, each with its path (`documents[0].documentBase64`)
 * and a sentence that says what to change. Never throws.
 */
export function decodeDocuments(
  documents: CreateOrder['documents'],
): { documents: DecodedDocument[] } | { errors: FieldError[] } {
  const sent = documents ?? []
  const overflow = findOverflow(sent)
  if (overflow) return { errors: [overflow] }

  const readings = sent.map(decodeDocument)
  const errors = readings.flatMap((reading, index) =>
    'message' in reading ? [{ path: `documents[${index}].${reading.field}`, message: reading.message }] : [],
  )
  if (errors.length > 0) return { errors }
  return { documents: readings.filter((reading): reading is DecodedDocument => !('message' in reading)) }
}

/** Judged before anything is decoded, so that what is too much costs nothing. */
function findOverflow(sent: SentDocument[]): FieldError | undefined {
  if (sent.length > MAX_DOCUMENTS) {
    return {
      path: 'documents',
      message: `must have at most ${MAX_DOCUMENTS} documents, not ${sent.length}: leave some out`,
    }
  }
  let total = 0
  for (const [index, { documentBase64 }] of sent.entries()) {
    total += decodedLength(documentBase64)
    if (total > MAX_DOCUMENT_BYTES) {
      return {
        path: `documents[${index}].documentBase64`,
        message: `brings the documents to ${grouped(total)} bytes; together they may have ${grouped(MAX_DOCUMENT_BYTES)}, so make them smaller or send fewer`,
      }
    }
  }
  return undefined
}

function decodeDocument(sent: SentDocument): DecodedDocument | Fault {
  const decoded = decodeBase64(sent.documentBase64)
  if ('fault' in decoded) return { field: 'documentBase64', message: decoded.fault }
  if (decoded.bytes.length === 0) return { field: 'documentBase64', message: 'must not be empty' }

  const content = readContent(decoded.bytes)
  if ('fault' in content) return { field: 'documentBase64', message: content.fault }

  const name = readName(sent.filename, content.mediaType)
  if ('fault' in name) return { field: 'filename', message: name.fault }

  return {
    filename: name.filename,
    document_ref: sent.documentRef,
    media_type: content.mediaType,
    bytes: decoded.bytes,
  }
}

const grouped = (count: number) => count.toLocaleString('en-US')
