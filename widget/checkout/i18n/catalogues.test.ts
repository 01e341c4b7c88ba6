import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { enHandover } from './en-handover.ts'
import { enLater } from './en-later.ts'
import * as es from './es.ts'

/** Every sentence of a catalogue with its path; a function is called with arguments that can be found again. */
function sentencesOf(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') {
    if (path.endsWith('.cadence')) {
      return (['day', 'week', 'month'] as const).flatMap((unit) =>
        [1, 2].map((count): [string, string] => [`${path}.${unit}.${count}`, node({ unit, count })]),
      )
    }
    const given = ['⟦1⟧', '⟦2⟧', '⟦3⟧', '⟦4⟧']
    return [[path, node(...given)]]
  }
  return Object.entries(node ?? {}).flatMap(([key, child]) => sentencesOf(child, `${path}.${key}`))
}

const english = new Map(sentencesOf({ ...en, later: enLater, handover: enHandover }))
const spanish = sentencesOf({ ...es.text, later: es.later, handover: await es.handover() })

/** The same in both languages, rightly. */
const same = ['.summary.cart', '.later.comparison.total', '.offer.times', '.later.review.apr']

describe('Spanish', () => {
  it.each(spanish.filter(([path]) => english.has(path)))('%s: %s', (path, sentence) => {
    expect(sentence.trim()).toBe(sentence)
    expect(sentence).not.toBe('')
    if (!same.includes(path)) expect(sentence).not.toBe(english.get(path))
  })

  it('leaves out nothing that an English sentence says of amounts, dates and names', () => {
    const placesOf = (sentence = '') => [...sentence.matchAll(/⟦\d⟧/g)].map(String).sort()
    for (const [path, sentence] of spanish) {
      if (english.has(path)) expect([path, placesOf(sentence)]).toEqual([path, placesOf(english.get(path))])
    }
  })

  it('has a sentence wherever English has one', () => {
    const paths = spanish.map(([path]) => path)
    for (const path of english.keys()) expect(paths).toContain(path)
  })
})
