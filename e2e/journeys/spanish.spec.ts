import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createOrder, createRedirectMode, createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { HostPage } from '../models/host-page.ts'

type Root = FrameLocator | Page

const english = /^(Verify it is you|Choose your payment terms)$/

const heading = (root: Root) => root.getByRole('heading', { level: 1 })

/** The first screen asks for the code that was mailed, where the address is known; the sandbox takes 000000. */
async function verifyInSpanish(root: Root): Promise<void> {
  await expect(heading(root)).toHaveText(/^(Verifique que es usted|Elija sus condiciones de pago)$/)
  if ((await heading(root).textContent()) !== 'Verifique que es usted') return
  await root.getByRole('textbox', { name: 'Código de seis dígitos' }).fill('000000')
  await root.getByRole('button', { name: 'Verificar' }).click()
}

/** The whole way in Spanish, by Spanish names. */
async function completeInSpanish(root: Root): Promise<void> {
  await verifyInSpanish(root)
  await expect(root.getByRole('heading', { level: 1, name: 'Elija sus condiciones de pago' })).toBeVisible()
  const plans = root.getByRole('radiogroup', { name: 'Condiciones de pago' })
  await plans.getByRole('radio', { name: /3 pagos de aprox\. \$/ }).check()
  await root.getByRole('button', { name: 'Continuar' }).click()
  // The agreement is English, and says so.
  await expect(root.getByText(/El acuerdo está en inglés/)).toBeVisible()
  await root.getByRole('checkbox', { name: /^Acepto el acuerdo de pago y pagaré \$/ }).check()
  await root.getByRole('button', { name: 'Confirmar condiciones' }).click()
  await expect(
    root.getByRole('heading', { level: 1, name: 'Sus condiciones de pago están confirmadas' }),
  ).toBeVisible()
  await root.getByRole('button', { name: /^Volver a/ }).click()
}

test('the modal is Spanish when the merchant asks for it, and nothing of it is English before', async ({
  page,
}) => {
  const seen: string[] = []
  await page.exposeFunction('keep', (text: string) => void seen.push(text))
  await page.addInitScript(() => {
    if (window === window.top) return
    const keep = (window as unknown as { keep: (text: string) => void }).keep
    const look = () => keep(document.querySelector('h1')?.textContent ?? '')
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
    })
  })
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder(), { options: { locale: 'es' } })
  const frame = checkout.root as FrameLocator
  await expect(frame.locator('html')).toHaveAttribute('lang', 'es-US')
  await completeInSpanish(frame)
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
  const spoken = new Set(seen.slice(seen.indexOf('Cargando su pedido')))
  expect([...spoken].filter((text) => /your|payment|loading/i.test(text))).toEqual([])
})

test('a redirect goes on in the language that the page asked for', async ({ page }) => {
  const order = createOrder({ mode: createRedirectMode() })
  await new HostPage(page).checkout(order, { options: { locale: 'es-MX' } })
  await page.waitForURL(`${origins.backd}/checkout/**`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-MX')
  await verifyInSpanish(page)
  await expect(page.getByText('USD 8,950.00').first()).toBeVisible()
})

test('a link that a server made speaks the language of create_order, and the way back is kept', async ({
  page,
  request,
}) => {
  const created = await createMerchantApi(request).createOrder(
    createServerOrder({
      locale: 'es',
      customer_email: undefined,
      notify_customer: undefined,
      billing: undefined,
    }),
  )
  await page.goto((await created.json()).data.customer_url)
  await completeInSpanish(page)
  await page.waitForURL(`${origins.host}/success**`)
})

test.describe('a browser in Spanish', () => {
  test.use({ locale: 'es-CO' })

  test('gets Spanish unasked', async ({ page }) => {
    const checkout = await new HostPage(page).checkout(createOrder())
    await expect(checkout.heading()).toHaveText(/^(Verifique que es usted|Elija sus condiciones)/)
  })

  test('gets English when the merchant asks for it', async ({ page }) => {
    const checkout = await new HostPage(page).checkout(createOrder(), { options: { locale: 'en' } })
    await expect(checkout.heading()).toHaveText(english)
  })
})

test('English is spoken when the Spanish cannot be loaded', async ({ page }) => {
  await page.route(/\/checkout\/assets\/es-/, (route) => route.abort())
  const checkout = await new HostPage(page).checkout(createOrder(), { options: { locale: 'es' } })
  await expect(checkout.heading()).toHaveText(english)
  await expect(checkout.root.locator('html')).toHaveAttribute('lang', 'en-US')
})

test('a locale that is none ends as INVALID_OPTIONS, and names it', async ({ page }) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder(), { options: { locale: 'es_MX' } })
  await expect(checkout.heading()).toHaveText('BackdPay is not set up correctly in this shop')
  await checkout.button('Back to shop').click()
  expect(await host.calls()).toEqual([
    {
      name: 'onFail',
      data: { code: 'INVALID_OPTIONS', recoverable: false, message: expect.stringMatching(/^locale: /) },
    },
  ])
})
