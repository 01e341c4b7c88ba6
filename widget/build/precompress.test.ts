// @vitest-environment node
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { precompress } from './precompress.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backd-precompress-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('each text of a build has its copies beside it, which say the same in fewer bytes', async () => {
  writeFileSync(join(folder, 'index.html'), `<script type="module" src="./main.js"></script>`)
  writeFileSync(join(folder, 'main.js'), `document.title = ${JSON.stringify('BackdPay '.repeat(200))}`)
  await build({ root: folder, configFile: false, logLevel: 'error', plugins: [precompress()] })

  const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
  const texts = files.filter((name) => /\.(js|html)$/.test(name))
  expect(texts).toHaveLength(2)
  for (const name of texts) {
    const read = (ending = '') => readFileSync(join(folder, 'dist', name + ending))
    expect(brotliDecompressSync(read('.br'))).toEqual(read())
    expect(gunzipSync(read('.gz'))).toEqual(read())
    if (name.endsWith('.js')) {
      expect(read('.gz').length).toBeLessThan(read().length / 2)
      expect(read('.br').length).toBeLessThan(read('.gz').length)
    }
  }
})

test('what does not shrink has none', async () => {
  writeFileSync(join(folder, 'index.html'), `<img src="./mark.png">`)
  writeFileSync(join(folder, 'mark.png'), Buffer.alloc(8_000, 1))
  await build({ root: folder, configFile: false, logLevel: 'error', plugins: [precompress()] })
  const images = readdirSync(join(folder, 'dist/assets')).map((name) => name.replace(/-[^.]+/, ''))
  expect(images).toEqual(['mark.png'])
})
