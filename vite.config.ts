import { resolve } from 'node:path'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import type { ViteUserConfig } from 'vitest/config'

const root = import.meta.dirname
const inWidget = (path: string) => resolve(root, 'widget', path)

/**
 * Three builds from one config, one a mode (`vite build --mode script`):
 * - script:   the IIFE a merchant loads by script tag    → widget/dist/v1/widget.js
 * - module:   the ES module of the npm package           → widget/dist/npm/index.js
 * - checkout: the Preact app as one self-contained page  → widget/dist/checkout/index.html
 */
const builds: Record<string, UserConfig> = {
  script: {
    build: {
      outDir: inWidget('dist/v1'),
      emptyOutDir: true,
      lib: {
        entry: inWidget('sdk/browser.ts'),
        formats: ['iife'],
        name: 'backdWidget',
        fileName: () => 'widget.js',
      },
    },
  },
  module: {
    build: {
      outDir: inWidget('dist/npm'),
      emptyOutDir: true,
      lib: {
        entry: inWidget('sdk/index.ts'),
        formats: ['es'],
        fileName: () => 'index.js',
      },
    },
  },
  checkout: {
    root: inWidget('checkout'),
    base: '/checkout/assets/',
    plugins: [inlineEntry()],
    build: {
      outDir: inWidget('dist/checkout'),
      emptyOutDir: true,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: { input: inWidget('checkout/index.html') },
    },
  },
}

/**
 * Puts the entry's script and styles into index.html, so that the checkout is usable after one round trip. The API
 * allows both by their CSP hash. Chunks that are loaded later stay files of their own.
 */
function inlineEntry(): Plugin {
  return {
    name: 'backd:inline-entry',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('the checkout build made no index.html')
      let html = String(page.source)
      for (const [name, output] of Object.entries(bundle)) {
        const tag = new RegExp(
          `\\s*<(script|link)[^>]*(src|href)="[^"]*${name.replaceAll('.', '\\.')}"[^>]*>(</script>)?`,
        )
        if (!tag.test(html)) continue
        if (output.type === 'chunk' && output.isEntry) {
          // A function, since `$&` in the code would be read as a replacement pattern.
          const code = output.code.trim().replaceAll('</script', '<\\/script')
          html = html
            .replace(tag, '')
            .replace('</body>', () => `<script type="module">${code}</script></body>`)
          delete bundle[name]
        } else if (output.type === 'asset' && name.endsWith('.css')) {
          html = html.replace(tag, () => `<style>${String(output.source).trim()}</style>`)
          delete bundle[name]
        }
      }
      page.source = html
    },
  }
}

const testProject = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, environment: 'node', ...more },
})

const test: ViteUserConfig['test'] = {
  projects: [
    testProject('contract', ['contract/**/*.test.ts']),
    testProject('widget', ['widget/**/*.test.{ts,tsx}'], {
      environment: 'jsdom',
    }),
    testProject('demo-merchant', ['demo-merchant/**/*.test.ts']),
    testProject('api (pglite)', ['api/**/*.test.ts'], {
      env: { TEST_DATABASE: 'pglite' },
      testTimeout: 20_000,
      hookTimeout: 30_000,
    }),
    testProject('api (postgres)', ['api/**/*.test.ts'], {
      env: { TEST_DATABASE: 'postgres' },
      globalSetup: ['api/testing/postgres-server.ts'],
      testTimeout: 20_000,
      hookTimeout: 30_000,
    }),
  ],
}

export default defineConfig(({ mode }): UserConfig => ({ ...builds[mode], test }) as UserConfig)
