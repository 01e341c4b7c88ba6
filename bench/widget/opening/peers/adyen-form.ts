import { AdyenCheckout, AfterPay } from '@adyen/adyen-web'
import '@adyen/adyen-web/styles/adyen.css'

/** Its Sessions flow: the merchant's server has made the session, which the click sets up. */
export async function showForm(): Promise<void> {
  const dialog = document.createElement('dialog')
  dialog.style.cssText = 'width: 80vw; height: 80vh'
  const place = document.createElement('div')
  dialog.append(place)
  document.body.append(dialog)
  dialog.showModal()
  const checkout = await AdyenCheckout({
    session: { id: 'CS1', sessionData: 'data' },
    clientKey: 'test_BENCH',
    environment: 'test',
    countryCode: 'NL',
    locale: 'en-US',
  })
  new AfterPay(checkout).mount(place)
}
