import { type Html, type HtmlValue, html, raw } from '../html.ts'
import { renderOfficeFooter, renderOfficeHeader } from '../office/pages/frame.ts'

export interface Page {
  title: string
  /** What <main> holds; its first heading is an h1. */
  body: Html
  /** Module scripts of shop/, by file name. */
  scripts?: readonly string[]
  /** The back office has a frame of its own. */
  area?: 'shop' | 'office'
  /** More for <head>. */
  head?: HtmlValue
}

/** What every page shows around its own content. */
export interface Frame {
  shopName: string
  backdOrigin: string
  cartCount: number
}

const styles = {
  shop: ['base', 'controls', 'status', 'frame', 'storefront', 'cart', 'checkout', 'purchase'],
  office: ['base', 'controls', 'status', 'office-frame', 'office-list', 'office-order'],
}

/** A whole document. */
export function renderPage(page: Page, frame: Frame): string {
  const { area = 'shop' } = page
  return html`${raw('<!doctype html>')}
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · ${frame.shopName}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
${styles[area].map(
  (name) => html`<link rel="stylesheet" href="/assets/styles/${name}.css">
`,
)}${page.scripts?.map((name) => html`<script type="module" src="/assets/${name}"></script>\n`)}${page.head}
</head>
<body class="${area}">
<a class="skip" href="#content">Skip to content</a>
${area === 'office' ? renderOfficeHeader(mark, frame.shopName) : renderHeader(frame)}
<main id="content" tabindex="-1">
${page.body}
</main>
${area === 'office' ? renderOfficeFooter(frame.backdOrigin) : renderFooter(frame)}
</body>
</html>
`.toString()
}

function renderHeader({ cartCount }: Frame): Html {
  return html`<header class="header">
<div class="header-row">
<a class="brand" href="/">
${mark}
<span class="brand-name"><b>Northwind</b> <span>Office Supply</span></span>
</a>
<nav aria-label="Shop">
<a href="/" class="nav-link">Products</a>
<a href="/cart" class="cart-link">
${cartIcon}<span class="cart-word">Cart</span> <span class="cart-count">${cartCount}</span> <span class="visually-hidden">${cartCount === 1 ? 'item' : 'items'}</span>
</a>
</nav>
</div>
</header>`
}

function renderFooter({ backdOrigin }: Frame): Html {
  return html`<footer class="footer">
<div class="footer-row">
<p><b>A demo shop.</b> Nothing is sold and no money moves.</p>
<ul>
<li><a href="/spa/">React storefront</a></li>
<li><a href="/orders">Back office</a></li>
<li><a href="${backdOrigin}/docs">BackdPay API</a></li>
<li><a href="${backdOrigin}/sandbox/mailbox">Sandbox mailbox</a></li>
</ul>
</div>
</footer>`
}

const mark = raw(`<svg class="mark" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true">
<rect width="40" height="40" rx="9" class="mark-tile"/>
<path d="M12 29V11.5l16 17V11" fill="none" class="mark-line" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/>
<path d="M23.6 15.2 28 10.4l4.4 4.8" fill="none" class="mark-line" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`)

const cartIcon =
  raw(`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">
<path d="M3 4h2.2l2.1 11.1a1.6 1.6 0 0 0 1.6 1.3h8.3a1.6 1.6 0 0 0 1.6-1.2L20.6 8H6.2"/><circle cx="9.6" cy="20" r="1.3"/><circle cx="16.8" cy="20" r="1.3"/></svg>`)
