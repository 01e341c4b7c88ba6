import { defineConfig } from 'vitepress'
import { drawMermaid } from './draw-mermaid.ts'
import { sidebar } from './sidebar.ts'

/** A heading's id, as GitHub makes it: the same link works on the site and in the repository. */
function slugify(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

/** The documentation as a site: `npm run docs` serves it, `npm run docs:build` builds it and fails on a dead link. */
export default defineConfig({
  lang: 'en-US',
  title: 'BackdPay',
  titleTemplate: ':title · BackdPay for developers',
  description: 'Buy now, pay later for businesses: how to add it to a shop.',
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/mark.svg' }]],
  cleanUrls: true,
  // Folders' pages on GitHub are README.md; on the site a folder's page is its index.
  rewrites: { 'adr/README.md': 'adr/index.md' },
  markdown: {
    config: drawMermaid,
    anchor: { slugify },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark' },
  },
  themeConfig: {
    logo: { src: '/mark.svg', alt: '' },
    nav: [
      { text: 'Guide', link: '/guide/', activeMatch: '^/guide/' },
      { text: 'SDK', link: '/sdk' },
      { text: 'API', link: '/api' },
      { text: 'Sandbox', link: '/sandbox' },
    ],
    sidebar,
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      options: {
        // Whoever searches integrates; the decisions are for those who change Backd, and would come first by their words.
        _render: (source, env, markdown) =>
          env.relativePath.startsWith('adr/') ? '' : markdown.renderAsync(source, env),
      },
    },
    docFooter: { prev: 'Before', next: 'Next' },
  },
})
