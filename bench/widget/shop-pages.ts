const page = (title: string, content: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <link rel="icon" href="data:,">
  </head>
  <body>
    <h1>${title}</h1>
    ${content}
  </body>
</html>`

/** A merchant's pages by path. Their buttons do what the run has put on the window. */
export function shopPages(backd: string): (path: string) => string | undefined {
  const pages: Record<string, string> = {
    '/': page(
      'A shop',
      `<button type="button">Checkout with BackdPay</button>
      <script>
        document.querySelector('button').onclick = () =>
          widgetBackd.initializeWidget({ order: window.order, onSuccess() {}, onClose() {} })
      </script>
      <script src="${backd}/widget/v1/widget.js"></script>`,
    ),
    // What a press costs on a page that does nothing else.
    '/bare': page(
      'A bare page',
      `<button type="button" onclick="this.nextElementSibling.textContent = 'Pressed'">Press</button><p>Not pressed</p>`,
    ),
  }
  return (path) => pages[path]
}
