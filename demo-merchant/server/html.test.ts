import { expect, test } from 'vitest'
import { html, raw } from './html.ts'

const attack = `<img src=x onerror="alert('1')">&`

test('text from outside shows as text', () => {
  expect(html`<p>${attack}</p>`.toString()).toBe(
    '<p>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>',
  )
})

test('a value cannot leave the quoted attribute it stands in', () => {
  expect(html`<input value="${'" autofocus onfocus="alert(1)'}">`.toString()).toBe(
    '<input value="&quot; autofocus onfocus=&quot;alert(1)">',
  )
})

test('a template inside a template is not escaped twice, and its own values are escaped once', () => {
  expect(html`<ul>${['a<b', 'c'].map((text) => html`<li>${text}</li>`)}</ul>`.toString()).toBe(
    '<ul><li>a&lt;b</li><li>c</li></ul>',
  )
})

test('strings in a list are escaped too', () => {
  expect(html`${['<a>', ['<b>']]}`.toString()).toBe('&lt;a&gt;&lt;b&gt;')
})

test('null, undefined and false leave nothing; zero and the empty string stay', () => {
  expect(html`[${null}${undefined}${false}${0}${''}]`.toString()).toBe('[0]')
})

test('raw is put in as it is', () => {
  expect(html`<i>${raw('<svg/>')}</i>`.toString()).toBe('<i><svg/></i>')
})
