import { describe, expect, it } from 'vitest'
import { monthly3, offerOf } from '../testing/sessions.ts'
import { createSheet, toField } from './csv.ts'

const words = {
  payment: 'Payment',
  dueDate: 'Due date',
  amount: 'Amount',
  currency: 'Currency',
  merchant: 'Merchant',
  order: 'Order',
  reference: 'Reference',
}

describe('the spreadsheet', () => {
  it('has a line for each payment, in dollars and ISO dates', () => {
    const sheet = createSheet(
      {
        backdOrderId: 'BO-1',
        merchantOrderId: '=1+1',
        merchant: 'Nuts, "Bolts"',
        schedule: offerOf(monthly3),
      },
      words,
    )
    expect(sheet).toEqual({
      name: 'backdpay-BO-1.csv',
      type: 'text/csv;charset=utf-8',
      text: [
        '\uFEFFPayment,Due date,Amount,Currency,Merchant,Order,Reference',
        '1,2026-12-21,3416.67,USD,"Nuts, ""Bolts""",\'=1+1,BO-1',
        '2,2027-01-21,3416.67,USD,"Nuts, ""Bolts""",\'=1+1,BO-1',
        '3,2027-02-21,3416.66,USD,"Nuts, ""Bolts""",\'=1+1,BO-1',
        '',
      ].join('\r\n'),
    })
  })
})

describe('a field', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "'\t'=1"],
    ['\r=1', '"\'\r\'=1"'],
    ['\tplain', "'\tplain"],
    ['a;=1', "a;'=1"],
    ['a; +1', "a;' +1"],
    ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
    ['a\r-1', '"a\r\'-1"'],
    ['a\n=1', '"a\n\'=1"'],
    ['a;"=1"', '"a;\'""=1"""'],
    ['a;=1;＝2', "a;'=1;'＝2"],
    ['a;b', 'a;b'],
    ['＝1', "'＝1"],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j becomes %j', (text, field) => {
    expect(toField(text)).toBe(field)
  })
})
