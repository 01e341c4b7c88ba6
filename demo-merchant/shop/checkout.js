import { backdSettled } from './backd-script.js'
import { explainFailure } from './explain-failure.js'

/**
 * The integration, part two: what happens on "Checkout with BackdPay".
 *
 *   1. our server prices the cart, writes the order down and answers with the Order Object, or makes the order at BackdPay
 *      itself and answers with its customer_url
 *   2. initializeWidget opens BackdPay with it
 *   3. onSuccess tells our server, which asks BackdPay's API to place the order
 *
 * Without BackdPay's script none of this happens: the button then posts the form, our server makes the order, and the customer
 * goes on at BackdPay's own page. So they can buy whatever became of the script.
 *
 * Nothing here knows a price or a secret, and nothing it says is believed: the server compares with its own books.
 */

const form = document.querySelector('#checkout-form')
const payButton = document.querySelector('#pay')
const status = document.querySelector('#pay-status')
const alert = document.querySelector('#pay-alert')

let isSettled = false

form.addEventListener('submit', (event) => {
  // "Create a payment link" is an ordinary form post.
  if (event.submitter && event.submitter !== payButton) return
  if (!isBusy() && !window.widgetBackd && isSettled) {
    setBusy(true)
    say('Taking you to BackdPay…')
    return
  }
  event.preventDefault()
  if (isBusy()) return
  if (window.widgetBackd) void checkout()
  else void submitOnceSettled()
})

async function submitOnceSettled() {
  setBusy(true)
  say('Loading BackdPay…')
  await backdSettled
  setBusy(false)
  form.requestSubmit(payButton)
}

async function checkout() {
  setBusy(true)
  say('Preparing your order…')
  try {
    // The Order Object or, "By server", the customer_url of an order that our server has made already.
    const { order, customer_url } = await post('/api/checkout', new URLSearchParams(new FormData(form)))
    say('')
    const what = customer_url ? { customerUrl: customer_url } : { order }
    window.widgetBackd.initializeWidget({ ...what, ...look(), onSuccess, onClose, onFail })
    // The modal covers the page now, and gives focus back to the button. In redirect mode we are leaving.
    if (order?.mode.type === 'redirect') say('Taking you to BackdPay…')
    else setBusy(false)
  } catch (error) {
    setBusy(false)
    complain(error.message)
  }
}

/** How BackdPay is to be shown: what is left out is the browser's language and BackdPay's own colours. */
function look() {
  const locale = document.querySelector('#locale').value
  const accent = document.querySelector('#accent').value
  return { ...(locale && { locale }), ...(accent && { appearance: { accent } }) }
}

/** The customer agreed to their terms. */
async function onSuccess({ backd_order_id, merchant_order_id }) {
  setBusy(true)
  say('Placing your order…')
  const ids = new URLSearchParams({ backd_order_id, merchant_order_id })
  try {
    const path = `/api/orders/${encodeURIComponent(merchant_order_id)}/success`
    const { order_url } = await post(path, ids)
    location.assign(order_url)
  } catch {
    // The return page of the redirect flow does the same, and can be reloaded until it works.
    location.assign(`/checkout/success?${ids}`)
  }
}

/** The customer left before finishing; `message` is a sentence for them. */
function onClose({ message }) {
  setBusy(false)
  say(`${message.replace(/[^.!?]$/, '$&.')} Your cart is as you left it.`)
}

/** BackdPay can't go on: a bad key, a bad order, no network. `message` is mostly for us; `code` never changes. */
function onFail(failure) {
  console.error(`BackdPay failed with ${failure.code}: ${failure.message}`)
  setBusy(false)
  complain(explainFailure(failure), failure.code)
}

/** Posts a form to our own server; throws an Error with a sentence for the customer. */
async function post(path, body) {
  let response
  try {
    response = await fetch(path, { method: 'POST', body })
  } catch {
    throw new Error('Our shop can’t be reached. Check your connection and try again.')
  }
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(answer.message ?? 'Our shop could not do that. Please try again.')
  return answer
}

/** aria-disabled, not disabled: a disabled button loses the focus that the modal gives back. */
function setBusy(busy) {
  payButton.setAttribute('aria-disabled', String(busy))
}
function isBusy() {
  return payButton.getAttribute('aria-disabled') === 'true'
}
function say(text) {
  alert.textContent = ''
  status.textContent = text
}
/** The code is small print: a customer can read it to our support. */
function complain(text, code) {
  status.textContent = ''
  alert.textContent = text
  if (!code) return
  const print = document.createElement('small')
  print.textContent = `Code: ${code}`
  alert.append(' ', print)
}

void backdSettled.then(() => {
  isSettled = true
  if (!window.widgetBackd && !isBusy()) status.textContent = 'BackdPay will open on a page of its own.'
})

// Back from BackdPay with the browser's Back button: the page returns as it was left, busy.
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  setBusy(false)
  say('')
})

const shipElsewhere = document.querySelector('#ship-elsewhere')
const shippingFields = document.querySelector('#shipping-fields')
function showShipping() {
  shippingFields.disabled = !shipElsewhere.checked
  shippingFields.hidden = !shipElsewhere.checked
}
shipElsewhere.addEventListener('change', showShipping)
showShipping()

const customer = document.querySelector('#try-customer')
const email = document.querySelector('[name="billing.email"]')
document.querySelector('#try-customers').hidden = false
customer.addEventListener('change', () => {
  email.value = customer.value || email.defaultValue
})
// What is typed is no longer the customer who was picked.
email.addEventListener('input', () => {
  customer.value = ''
})
