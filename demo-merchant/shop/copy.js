/** "Copy" beside the payment link; shown only where the browser can copy. */

const button = document.querySelector('#copy')
const link = document.querySelector('#customer-url')

if (button && link && navigator.clipboard) {
  button.hidden = false
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(link.value)
      button.textContent = 'Copied'
    } catch {
      link.select()
      button.textContent = 'Press Ctrl+C'
    }
  })
}
