import { MAX_DOCUMENT_BYTES } from '@backd/contract/api/create-order.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jpegSample, pdfSample, pngSample } from '../testing/document-samples.ts'
import { decodeDocuments } from './documents.ts'

const sent = (content: Uint8Array | string, filename: string) => ({
  documentBase64: typeof content === 'string' ? content : Buffer.from(content).toString('base64'),
  filename,
  documentRef: 'PO-1042',
})
const withTail = (file: Uint8Array, tail: Uint8Array | string) => Buffer.concat([file, Buffer.from(tail)])

/** The one fault of a one-document order. */
function faultOf(content: Uint8Array | string, filename: string) {
  const result = decodeDocuments([sent(content, filename)])
  if (!('errors' in result)) throw new Error('the document was taken')
  expect(result.errors).toHaveLength(1)
  return result.errors[0]
}

/** The file name that a document is stored under. */
function nameOf(filename: string, content: Uint8Array = pdfSample) {
  const result = decodeDocuments([sent(content, filename)])
  if (!('documents' in result)) throw new Error(JSON.stringify(result.errors))
  return result.documents[0]?.filename
}

describe('documents that are taken', () => {
  test('a PDF, a PNG and a JPEG keep their bytes, in the order they were sent', () => {
    const result = decodeDocuments([
      sent(pdfSample, 'invoice.pdf'),
      sent(pngSample, 'stamp.PNG'),
      sent(jpegSample, 'photo.jpeg'),
    ])
    expect(result).toEqual({
      documents: [
        {
          filename: 'invoice.pdf',
          document_ref: 'PO-1042',
          media_type: 'application/pdf',
          bytes: new Uint8Array(pdfSample),
        },
        {
          filename: 'stamp.PNG',
          document_ref: 'PO-1042',
          media_type: 'image/png',
          bytes: new Uint8Array(pngSample),
        },
        {
          filename: 'photo.jpeg',
          document_ref: 'PO-1042',
          media_type: 'image/jpeg',
          bytes: new Uint8Array(jpegSample),
        },
      ],
    })
  })

  test.each([undefined, null, []])('%j are no documents', (documents) => {
    expect(decodeDocuments(documents)).toEqual({ documents: [] })
  })

  test('a JPEG with a preview picture behind it, as cameras write them', () => {
    expect(decodeDocuments([sent(withTail(jpegSample, jpegSample), 'photo.jpg')])).toHaveProperty('documents')
  })

  test('a PDF with blank lines after its end', () => {
    expect(decodeDocuments([sent(withTail(pdfSample, '\r\n \n'), 'invoice.pdf')])).toHaveProperty('documents')
  })
})

describe('base64', () => {
  const good = pngSample.toString('base64')
  test.each([
    ['a data: URL', `data:image/png;base64,${good}`, /remove everything up to and including the comma/],
    ['line breaks', `${good.slice(0, 76)}\n${good.slice(76)}`, /without line breaks or spaces/],
    ['a trailing space', `${good} `, /without line breaks or spaces/],
    ['the URL-safe alphabet', 'iVBORw0KGgo-_w==', /where yours has "-" and "_"/],
    ['missing padding', good.replace(/=+$/, ''), /not a multiple of 4/],
    ['too much padding', `${good}=`, /"=" at position \d+ does not belong there/],
    ['padding in the middle', `iVBO=Rw0${good.slice(8)}`, /"=" at position 5 does not belong there/],
    ['a character of another alphabet', `iVBÖ${good.slice(4)}`, /"Ö" at position 4 does not belong there/],
    ['spare bits', 'iVBORw1=', /spare bits/],
    ['padding alone', '====', /"=" at position 1 does not belong there/],
    ['nothing', '', /must not be empty/],
  ])('%s is refused with what to change', (_what, base64, sentence) => {
    expect(faultOf(base64, 'stamp.png')).toEqual({
      path: 'documents[0].documentBase64',
      message: expect.stringMatching(sentence),
    })
  })

  test('whatever the text, it is either decoded to what encodes to it or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        const result = decodeDocuments([sent(text, 'a.pdf')])
        expect('errors' in result && result.errors[0]?.message).toMatch(/^(must|is|has) /)
      }),
    )
  })
})

describe('content', () => {
  const zipEnd = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')
  const table = pdfSample.indexOf('startxref')
  const zipBeforeTable = Buffer.concat([pdfSample.subarray(0, table), zipEnd, pdfSample.subarray(table)])
  zipBeforeTable.writeUInt16LE(pdfSample.length - table, table + 20)
  const noPixels = Buffer.concat([pngSample.subarray(0, 33), pngSample.subarray(-12)])

  test.each([
    ['text that calls itself a PDF', Buffer.from('Invoice 1042'), 'a.pdf', /its content is none of them/],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png', /none of them/],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), 'a.png', /none of them/],
    ['zero bytes', Buffer.alloc(4096), 'a.pdf', /none of them/],
    [
      'a PDF behind a script',
      withTail(Buffer.from('<script>1</script>'), pdfSample),
      'a.pdf',
      /none of them/,
    ],
    ['half a PDF', pdfSample.subarray(0, 200), 'a.pdf', /PDF that was cut short/],
    ['a PDF of a version that is none', Buffer.from('%PDF-x.y\nstartxref\n0\n%%EOF'), 'a.pdf', /not a PDF/],
    [
      'a PDF without its table',
      Buffer.from('%PDF-1.7\n%%EOF\n'),
      'a.pdf',
      /not a PDF that programs can read/,
    ],
    ['a PDF with an archive behind it', withTail(pdfSample, zipEnd), 'a.pdf', /has 23 bytes after the end/],
    ['a PDF with an archive inside', zipBeforeTable, 'a.pdf', /PDF alone, but a ZIP archive is hidden in it/],
    ['half a PNG', pngSample.subarray(0, 60), 'a.png', /PNG that was cut short/],
    ['a PNG signature alone', pngSample.subarray(0, 8), 'a.png', /cut short/],
    ['a PNG without pixels', noPixels, 'a.png', /not a PNG that programs can read/],
    [
      'a PNG whose first chunk is another',
      withTail(pngSample.subarray(0, 8), pngSample.subarray(33)),
      'a.png',
      /not a PNG/,
    ],
    [
      'a PNG with one byte behind it',
      withTail(pngSample, '!'),
      'a.png',
      /has 1 byte after the end of the PNG/,
    ],
    ['half a JPEG', jpegSample.subarray(0, -2), 'a.jpg', /JPEG that was cut short/],
    ['a JPEG cut in its tables', jpegSample.subarray(0, 100), 'a.jpg', /JPEG that was cut short/],
    ['a JPEG without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'a.jpg', /not a JPEG/],
    [
      'a JPEG with a film behind it',
      withTail(jpegSample, 'ftypmp42'),
      'a.jpg',
      /has 8 bytes after the end of the JPEG/,
    ],
  ])('%s is refused', (_what, content, filename, sentence) => {
    expect(faultOf(content, filename)).toEqual({
      path: 'documents[0].documentBase64',
      message: expect.stringMatching(sentence),
    })
  })

  test('no beginning of a whole file is taken for a whole one', () => {
    for (const sample of [pdfSample.subarray(0, -1), pngSample, jpegSample]) {
      for (let length = 1; length < sample.length; length += 1) {
        expect(
          decodeDocuments([sent(sample.subarray(0, length), 'noname')]),
          `${length} bytes`,
        ).toHaveProperty('errors')
      }
    }
  })

  test('whatever follows the first bytes of a kind is judged without an exception', () => {
    const beginnings = [pdfSample.subarray(0, 8), pngSample.subarray(0, 33), jpegSample.subarray(0, 20)]
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 400 }), (beginning, rest) => {
        expect(decodeDocuments([sent(withTail(beginning, rest), 'noname')])).toHaveProperty('errors')
      }),
    )
  })
})

describe('file names', () => {
  test.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['Rechnung Nr. 7 (Köln).pdf', 'Rechnung Nr. 7 (Köln).pdf'],
    ['../../etc/passwd/invoice.pdf', 'invoice.pdf'],
    ['C:\\Users\\Ann\\invoice.pdf', 'invoice.pdf'],
    ['...invoice.pdf', 'invoice.pdf'],
    ['in\u0000vo\r\nice\u007f.pdf', 'invo ice.pdf'],
    ['invoice\u202efdp.pdf', 'invoicefdp.pdf'],
    ['in\u200bvo\u2066ice.pdf', 'invoice.pdf'],
    ['a<b>"c|d?.pdf', 'a_b__c_d_.pdf'],
    ['Cafe\u0301.pdf', 'Caf\u00e9.pdf'],
    ['invoice', 'invoice.pdf'],
    ['invoice.', 'invoice.pdf'],
    ['invoice 1.4.2026', 'invoice 1.4.2026.pdf'],
    ['..', 'document.pdf'],
    ['uploads/', 'document.pdf'],
    ['\u202e\u200b', 'document.pdf'],
  ])('%j is stored as %j', (filename, stored) => {
    expect(nameOf(filename)).toBe(stored)
  })

  test('a name without an extension is given the one of its content', () => {
    expect([nameOf('scan', pngSample), nameOf('scan', jpegSample)]).toEqual(['scan.png', 'scan.jpg'])
  })

  test('a long name is cut between two characters to 255 bytes and keeps its extension', () => {
    const name = nameOf(`${'é🧾'.repeat(60)}.pdf`) ?? ''
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(Buffer.byteLength(name)).toBeGreaterThan(249)
    expect(name).toMatch(/^(é🧾)+é?\.pdf$/u)
  })

  test.each([
    ['setup.exe', pdfSample, 'ends in ".exe", but its content is PDF: name it "setup.pdf"'],
    ['invoice.pdf.html', pdfSample, 'ends in ".html", but its content is PDF: name it "invoice.pdf"'],
    ['photo.pdf', jpegSample, 'ends in ".pdf", but its content is JPEG: name it "photo.jpg"'],
    ['photo.jpg', pngSample, 'ends in ".jpg", but its content is PNG: name it "photo.png"'],
  ])('%j with another content is refused with the name to use', (filename, content, message) => {
    expect(faultOf(content, filename)).toEqual({ path: 'documents[0].filename', message })
  })
})

describe('limits', () => {
  test('five documents are taken, six are not', () => {
    const five = Array.from({ length: 5 }, () => sent(pdfSample, 'a.pdf'))
    expect(decodeDocuments(five)).toHaveProperty('documents.length', 5)
    expect(decodeDocuments([...five, sent(pdfSample, 'a.pdf')])).toEqual({
      errors: [{ path: 'documents', message: 'must have at most 5 documents, not 6: leave some out' }],
    })
  })

  test('10,000,000 bytes together are taken; one more is refused at the document that brings it', () => {
    // Spaces inside the first line keep %%EOF within the last 1024 bytes.
    const big = (size: number) =>
      Buffer.concat([
        pdfSample.subarray(0, 9),
        Buffer.alloc(size - pdfSample.length, ' '),
        pdfSample.subarray(9),
      ])
    const half = MAX_DOCUMENT_BYTES / 2
    expect(decodeDocuments([sent(big(half), 'a.pdf'), sent(big(half), 'b.pdf')])).toHaveProperty('documents')
    expect(decodeDocuments([sent(big(half), 'a.pdf'), sent(big(half + 1), 'b.pdf')])).toEqual({
      errors: [
        {
          path: 'documents[1].documentBase64',
          message:
            'brings the documents to 10,000,001 bytes; together they may have 10,000,000, so make them smaller or send fewer',
        },
      ],
    })
  })

  test('every faulty document is told at once, with its place', () => {
    const result = decodeDocuments([sent('!', 'a.pdf'), sent(pdfSample, 'b.pdf'), sent(pngSample, 'c.pdf')])
    expect('errors' in result && result.errors.map(({ path }) => path)).toEqual([
      'documents[0].documentBase64',
      'documents[2].filename',
    ])
  })
})
