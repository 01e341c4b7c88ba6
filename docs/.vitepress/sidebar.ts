import type { DefaultTheme } from 'vitepress'

/** Every page but the single decisions, in the order in which an integrator needs them; a test holds that none is left out. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: 'Quick start',
    items: [
      { text: 'Start here', link: '/guide/' },
      { text: 'From your server, in a dialog', link: '/guide/quick-start/dialog' },
      { text: 'With a script tag', link: '/guide/quick-start/script-tag' },
      { text: 'From npm', link: '/guide/quick-start/npm' },
      { text: 'In React', link: '/guide/quick-start/react' },
      { text: 'From your server', link: '/guide/quick-start/server' },
      { text: 'A link by mail', link: '/guide/quick-start/mail' },
    ],
  },
  {
    text: 'The checkout',
    items: [
      { text: 'The script tag', link: '/guide/script' },
      { text: 'The Order Object', link: '/guide/order' },
      { text: 'Check an order', link: '/guide/validate' },
      { text: 'Callbacks', link: '/guide/callbacks' },
      { text: 'Open faster', link: '/guide/preload' },
      { text: 'The redirect flow', link: '/guide/redirect' },
      { text: 'A colleague approves', link: '/guide/approval' },
      { text: 'Elements beside your prices', link: '/guide/elements' },
      { text: 'In React', link: '/guide/react' },
      { text: 'Languages', link: '/guide/languages' },
      { text: 'Appearance', link: '/guide/appearance' },
      { text: 'Content-Security-Policy', link: '/guide/content-security-policy' },
    ],
  },
  {
    text: 'Going live',
    items: [
      { text: 'The status flow', link: '/guide/status-flow' },
      { text: 'Errors and codes', link: '/guide/errors' },
      { text: 'The security model', link: '/guide/security' },
      { text: 'When it does not open', link: '/guide/when-it-does-not-open' },
      { text: 'Pitfalls', link: '/guide/faq' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'The SDK', link: '/sdk' },
      { text: 'The merchant API', link: '/api' },
      { text: 'The sandbox', link: '/sandbox' },
    ],
  },
  {
    text: 'For whoever runs Backd',
    items: [
      { text: 'Running it for real', link: '/deploy' },
      { text: 'Decisions', link: '/adr/' },
    ],
  },
]
