import { resolve } from 'node:path'
import { minify } from '@swc/core'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { configDefaults, type ViteUserConfig } from 'vitest/config'
import { parts, peers } from './widget/build/entries.ts'
import { inlineEntry } from './widget/build/inline-entry.ts'
import { leanPreact } from './widget/build/lean-preact.ts'
import { licenses, ownCode } from './widget/build/licenses.ts'
import { precompress } from './widget/build/precompress.ts'
import { scriptTypes } from './widget/build/script-types.ts'
import { shortNames } from './widget/build/short-names.ts'

const root = import.meta.dirname
const inWidget = (path: string) => resolve(root, 'widget', path)

/**
 * So new that nothing is rewritten: the SDK's few rules are plain, and a fallback for light-dark() is only weight. Safari
 * on iOS is named by itself: what it alone needs a prefix for would else be dropped.
 */
const sdkStyles = {
  cssMinify: 'lightningcss',
  cssTarget: ['chrome123', 'firefox120', 'safari17.5', 'ios17.5'],
} satisfies UserConfig['build']

const shopOrigin = process.env['SHOP_ORIGIN'] ?? 'http://localhost:4100'
const demoShop = Object.fromEntries(['/api', '/assets', '/purchases'].map((path) => [path, shopOrigin]))

/**
 * The builds from one config, one a mode (`vite build --mode script`):
 * - script:   the IIFE a merchant loads by script tag    → widget/dist/v1/widget.js
 * - module, elements, react, validate: the entries of the npm package → widget/dist/npm/
 * - elements-script: <backd-pay-button> and <backd-terms> by script tag → widget/dist/v1/elements.js
 * - diagnose, diagnose-script: what they load when diagnose() is called → diagnose.js beside index.js and beside widget.js
 * - checkout: the Preact app as one self-contained page  → widget/dist/checkout/index.html
 * - spa:      the demo merchant's React storefront, on the built package    → demo-merchant/dist/spa
 * - gallery:  every screen from fixtures, for people and for the visual tests; never shipped
 */
const builds: Record<string, UserConfig> = {
  script: {
    plugins: [
      minifyScript('^(callbacks|conclude|handle|leave|showFor|takeAway)$'),
      ownCode(),
      scriptTypes(),
      precompress(),
    ],
    build: {
      ...sdkStyles,
      minify: false,
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
  module: packageEntry('index'),
  elements: { ...packageEntry('elements'), plugins: [minifyScript()] },
  react: packageEntry('react'),
  validate: packageEntry('validate'),
  diagnose: packageEntry('diagnose'),
  'elements-script': {
    plugins: [minifyScript(), ownCode(), precompress()],
    build: {
      ...sdkStyles,
      minify: false,
      outDir: inWidget('dist/v1'),
      emptyOutDir: false,
      lib: { entry: inWidget('elements/browser.ts'), formats: ['es'], fileName: () => 'elements.js' },
    },
  },
  'diagnose-script': {
    plugins: [minifyScript(), ownCode(), precompress()],
    build: {
      ...sdkStyles,
      minify: false,
      outDir: inWidget('dist/v1'),
      emptyOutDir: false,
      lib: { entry: inWidget('diagnose/browser.ts'), formats: ['es'], fileName: () => 'diagnose.js' },
    },
  },
  checkout: {
    root: inWidget('checkout'),
    base: '/checkout/assets/',
    plugins: [
      leanPreact(),
      shortNames(inWidget('checkout/styles')),
      minifyScript(),
      licenses(),
      inlineEntry(),
      precompress(),
    ],
    oxc: {
      jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
      jsxInject: "import { h, Fragment } from 'preact'",
    },
    build: {
      ...sdkStyles,
      outDir: inWidget('dist/checkout'),
      assetsDir: '',
      emptyOutDir: true,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: inWidget('checkout/index.html'),
        // The injected import would else bind every part to Preact's core, and take it out of the entry.
        treeshake: { moduleSideEffects: [{ test: /\/preact\/dist\//, sideEffects: false }] },
      },
    },
  },
  spa: {
    root: resolve(root, 'demo-merchant/spa'),
    base: '/spa/',
    plugins: [licenses()],
    // Its server has the rest of the shop: the API, and the drawings.
    server: { proxy: demoShop },
    preview: { proxy: demoShop },
    build: {
      outDir: resolve(root, 'demo-merchant/dist/spa'),
      emptyOutDir: true,
      // The page's policy takes no data: URL.
      assetsInlineLimit: 0,
      target: sdkStyles.cssTarget,
      rolldownOptions: {
        // 'use client' of @backd/widget/react is for frameworks that render on a server; here all is the client's.
        onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
      },
    },
  },
  gallery: {
    root: inWidget('gallery'),
    base: './',
    // What the browser has to load before the first screen is not the gallery's question.
    build: { outDir: inWidget('gallery/dist'), emptyOutDir: true, target: 'esnext' },
  },
}

/**
 * swc folds the SDK's small functions into their callers, which the default minifier leaves alone: 70 bytes of gzip.
 * @param ownProperties which are given short names; one that the DOM has, too, such as `end`, keeps it
 */
function minifyScript(ownProperties?: string): Plugin {
  return {
    name: 'backd:minify-script',
    // Not renderChunk, whose result the bundler prints anew with its own white space.
    async generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        // What a catalogue repeats, packing is better at than folding.
        if (output.type !== 'chunk' || /\/i18n\//.test(output.facadeModuleId ?? '')) continue
        const { code } = await minify(output.code, {
          ecma: 2022,
          module:
            output.exports.length > 0 || output.dynamicImports.length > 0 || /import\.meta/.test(output.code),
          mangle: { toplevel: true, ...(ownProperties ? { props: { regex: ownProperties } } : {}) },
          compress: {
            ecma: 2022,
            toplevel: true,
            passes: 5,
            keep_fargs: false,
            pure_getters: true,
            unsafe_arrows: true,
          },
        })
        output.code = code
      }
    },
  }
}

/**
 * An entry of the npm package: one file that imports nothing but peers and other such files: React's shares the SDK's state,
 * and the SDK loads what looks for a cause when it is called. So the merchant's bundler takes what is used.
 */
function packageEntry(name: keyof typeof parts): UserConfig {
  const others = new Map(
    Object.entries(parts)
      .filter(([other]) => other !== name)
      .map(([other, path]) => [inWidget(path), `./${other}.js`]),
  )
  return {
    plugins: [importEntries(others)],
    build: {
      ...sdkStyles,
      // The elements are minified as their script is; the rest is the merchant's bundler's.
      ...(name === 'elements' && { minify: false }),
      outDir: inWidget('dist/npm'),
      // The first of `npm run build:module`.
      emptyOutDir: name === 'index',
      lib: { entry: inWidget(parts[name]), formats: ['es'], fileName: () => `${name}.js` },
      rolldownOptions: {
        external: [...peers],
        // Frameworks that render on a server are told that hooks run in the browser.
        ...(name === 'react' && { output: { banner: "'use client'" } }),
      },
    },
  }
}

/** @param others the sources of the package's other files, and the files that they become */
function importEntries(others: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'backd:import-entries',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = importer && (await this.resolve(source, importer, { ...options, skipSelf: true }))
      const entry = found && others.get(found.id)
      return entry ? { id: entry, external: 'relative' } : null
    },
  }
}

/** A machine that does much else may stand still for seconds: what waits, waits longer than that. */
const patience = { testTimeout: 20_000, hookTimeout: 30_000, expect: { poll: { timeout: 10_000 } } }

/** Runs before each file of tests. */
const drawn = 'api/testing/drawn.ts'

const testProject = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, environment: 'node', setupFiles: [drawn], ...patience, ...more },
})

const test: ViteUserConfig['test'] = {
  projects: [
    testProject('contract', ['contract/**/*.test.ts']),
    testProject('widget', ['widget/**/*.test.{ts,tsx}'], {
      environment: 'jsdom',
      setupFiles: [drawn, 'widget/testing/last-frame.ts', 'widget/testing/patience.ts'],
      exclude: [...configDefaults.exclude, 'widget/react/**'],
    }),
    testProject('react 19', ['widget/react/**/*.test.ts'], { environment: 'jsdom' }),
    {
      ...testProject('react 18', ['widget/react/**/*.test.ts'], { environment: 'jsdom' }),
      // The other is the demo shop's. Here it stands in a folder of its own, where its parts find each other.
      resolve: {
        alias: [
          {
            find: /^react(?=-dom|\/|$)/,
            replacement: resolve(root, 'e2e/fixtures/react-18/node_modules/react'),
          },
        ],
      },
    },
    testProject('demo-merchant', ['demo-merchant/server/**/*.test.ts']),
    testProject('storefront', ['demo-merchant/spa/**/*.test.{ts,tsx}'], { environment: 'jsdom' }),
    testProject('bench', ['bench/**/*.test.ts']),
    testProject('docs', ['docs/**/*.test.ts']),
    testProject('api (pglite)', ['api/**/*.test.ts'], {
      // What only several processes on one database can do.
      exclude: [...configDefaults.exclude, '**/*.postgres.test.ts'],
      env: { TEST_DATABASE: 'pglite' },
    }),
    testProject('api (postgres)', ['api/**/*.test.ts'], {
      env: { TEST_DATABASE: 'postgres' },
      globalSetup: ['api/testing/postgres-server.ts'],
    }),
  ],
}

export default defineConfig(({ mode }): UserConfig => ({ ...builds[mode], test }) as UserConfig)
