import { expect, test } from 'vitest'
import { bundleShop } from './shop.ts'

const SHOP = 'https://shop.test'
const filesNamedIn = (page: string) => [...page.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path)
const ending = (paths: (string | undefined)[]) => paths.map((path) => path?.split('.').at(-1)).sort()

test('a page loads its script and the styles that it imports', async () => {
  const answers = await bundleShop(SHOP, 'typeform-page.ts')
  const named = filesNamedIn(answers[`${SHOP}/`]?.body ?? '')
  expect(ending(named)).toEqual(['css', 'js'])
  expect(Object.keys(answers)).toEqual(expect.arrayContaining(named.map((path) => SHOP + path)))
})

test('what is loaded on the click is served, but not named in the page', async () => {
  const answers = await bundleShop(SHOP, 'adyen-lazy-page.ts')
  const named = filesNamedIn(answers[`${SHOP}/`]?.body ?? '')
  const later = Object.keys(answers).filter((address) => !named.includes(address.replace(SHOP, '')))
  expect(ending(named)).toEqual(['js'])
  expect(ending(later.filter((address) => address !== `${SHOP}/`))).toEqual(['css', 'js'])
})
