import { PolarEmbedCheckout } from '@polar-sh/checkout/embed'

document.querySelector('button')?.addEventListener('click', () => {
  void PolarEmbedCheckout.create('https://polar.sh/checkout/terms', { theme: 'light' })
})
