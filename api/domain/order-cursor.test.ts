import { expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { readCursor, writeCursor } from './order-cursor.ts'

const place = { createdAt: new Date('2026-04-16T15:00:00.123Z'), backdOrderId: 'BO-20260416-7K3M9QX2' }
const cursor = writeCursor(place)
const write = (text: string) => Buffer.from(text).toString('base64url')

test('a cursor leads back to its place, to the millisecond', () => {
  expect(readCursor(cursor)).toEqual(place)
  expect(cursor).toMatch(/^[\w-]+$/)
})

test('the last millisecond of the year 9999 has a place', () => {
  const last = { ...place, createdAt: new Date('9999-12-31T23:59:59.999Z') }
  expect(readCursor(writeCursor(last))).toEqual(last)
})

test.each([
  ['nothing', ''],
  ['other text', 'page-2'],
  ['a cut one', cursor.slice(0, -2)],
  ['a padded one', `${cursor}=`],
  ['one with a space', ` ${cursor}`],
  ['a time alone', write('1')],
  ['no time', write('.BO-20260416-7K3M9QX2')],
  ['a time that no date can have', write('8640000000000001.BO-20260416-7K3M9QX2')],
  ['the last time a date can have', write('8640000000000000.BO-20260416-7K3M9QX2')],
  ['a time of the year 10000', write('253402300800000.BO-20260416-7K3M9QX2')],
  ['a time written otherwise', write('01.BO-20260416-7K3M9QX2')],
  ['an id that is none', write('1.BO-1')],
  ['NUL', write('1.BO-20260416-7K3M9QX\0')],
])('%s is no cursor', (_title, text) => {
  expect(() => readCursor(text)).toThrow(ApiError)
})
