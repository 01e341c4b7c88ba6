import { render } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { sentence } from './sentence.ts'

const html = (...children: ReturnType<typeof sentence>) => render(<p>{children}</p>).container.innerHTML

describe('a sentence with names in it', () => {
  it('sets each name apart, wherever it stands', () => {
    const say = (buyer: string, merchant: string) => `${merchant} knows ${buyer}`
    expect(html(...sentence(say, 'דנה', 'شركة'))).toBe('<p><bdi>شركة</bdi> knows <bdi>דנה</bdi></p>')
  })

  it('sets a name apart each time it is said, and one that is empty too', () => {
    expect(html(...sentence((name) => `${name}, ${name}!`, 'A'))).toBe('<p><bdi>A</bdi>, <bdi>A</bdi>!</p>')
    expect(html(...sentence((name) => `So ${name}.`, ''))).toBe('<p>So <bdi></bdi>.</p>')
  })

  it('takes a name for what it is, also one that looks like markup or like a place in the sentence', () => {
    expect(html(...sentence((name) => `${name}.`, '<b>\ue000</b>'))).toBe(
      '<p><bdi>&lt;b&gt;\ue000&lt;/b&gt;</bdi>.</p>',
    )
  })
})
