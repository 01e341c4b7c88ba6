import { globSync } from 'node:fs'

/** Where Debian puts the two browsers and what drives them. */
export const browsers = {
  firefox: '/usr/bin/firefox-esr',
  webkitDriver: '/usr/bin/WebKitWebDriver',
  /** WebKit's own small browser, under the machine's architecture. */
  webkit: globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')[0] ?? '/usr/lib/webkit2gtk-4.1/MiniBrowser',
  /** A display for it, which shows nothing. */
  display: '/usr/bin/xvfb-run',
}

/** The packages that bring them. */
export const packages = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth']
