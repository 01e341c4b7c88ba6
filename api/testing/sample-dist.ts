import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** The smallest build that has all the parts of a real one. Its script and styles look like ends of theirs. */
export const sampleFiles = {
  'v1/widget.js': `window.widgetBackd={initializeWidget(){${'/* a merchant’s page loads this */'.repeat(20)}}}\n`,
  'v1/elements.js': `customElements.define('backd-terms',class extends HTMLElement{${'/* beside a price */'.repeat(20)}})\n`,
  'v1/widget.d.ts': 'export interface WidgetBackd {}\n',
  'releases/manifest.json': '{ "latest": "0.9.0", "releases": [] }\n',
  'releases/0.9.0/widget.js': `window.widgetBackd={initializeWidget(){${'/* an older one */'.repeat(30)}}}\n`,
  'checkout/index.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>BackdPay checkout</title>
    <!-- <script>a comment is no script</script> -->
    <link rel="icon" href="data:," />
    <style>:root{color:#14211d}</style>
    <script type="application/json" id="backd-boot">{"kind":"modal"}</script>
  </head>
  <body>
    <div id="checkout"></div>
    <script type="module">const boot=JSON.parse(document.getElementById("backd-boot").textContent);document.querySelector("#checkout").textContent="<style>"+boot.kind+"<\\/script>$&"</script>
  </body>
</html>
`,
  'checkout/assets/agreement-B3x9kQ2a.js': `export const agreement=${JSON.stringify('terms '.repeat(200))}\n`,
}

/**
 * Writes a build like widget/dist into a folder of its own, for tests, with the compressed copies.
 * @param files the content by path; undefined leaves a file out
 */
export function createSampleDist(files: Record<string, string | undefined> = {}) {
  const widgetDist = mkdtempSync(join(tmpdir(), 'backd-widget-dist-'))
  for (const [path, content] of Object.entries({ ...sampleFiles, ...files })) {
    if (content === undefined) continue
    mkdirSync(dirname(join(widgetDist, path)), { recursive: true })
    writeFileSync(join(widgetDist, path), content)
    writeFileSync(join(widgetDist, `${path}.br`), brotliCompressSync(content))
    writeFileSync(join(widgetDist, `${path}.gz`), gzipSync(content))
  }
  return { widgetDist, remove: () => rmSync(widgetDist, { recursive: true, force: true }) }
}
