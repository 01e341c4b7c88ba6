/** Sends a changed quantity at once; without this script the button does it. */

const form = document.querySelector('#cart-form')

form.querySelector('.cart-update').hidden = true
form.addEventListener('change', () => {
  if (form.reportValidity()) form.requestSubmit()
})
