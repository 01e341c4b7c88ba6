import type { Visit } from './visit.ts'
import type { Vitals } from './vitals.ts'

/** A screen of one visit: from when it stands until the next one does. */
export interface ScreenSpan {
  name: string
  fromMs: number
}

export interface Journey {
  screens: ScreenSpan[]
  vitals: Vitals
}

/** Where the customer is, once the checkout is opened. */
interface Place {
  visit: Visit
  /** How the address of the checkout's document begins. */
  url: string
}

const heading = (title: string) => `document.querySelector('h1')?.textContent === ${JSON.stringify(title)}`

/** The whole way from the first screen to the last, as a customer goes it, with what each screen offers on the way. */
export async function goThrough(place: Place, surface: 'modal' | 'phone'): Promise<Journey> {
  const { screens, arriveAt, press, vitals } = walk(place)
  await verify(place, { arriveAt, press })
  if (surface === 'phone') {
    await press('button', 'Show order summary')
    await press('button', 'Hide order summary')
  }
  await press('label', 'Net 60')
  await press('label', '12 weekly')
  await press('button', 'Compare all')
  await press('button', 'Continue')

  await arriveAt('Review and confirm')
  await press('label', 'I agree')
  await press('button', 'Confirm terms')

  await arriveAt('Your payment terms are confirmed')
  return { screens, vitals: await vitals() }
}

/** The way of a buyer who passes the order to a colleague, and takes the request back. */
export async function askColleague(place: Place): Promise<Journey> {
  const { screens, arriveAt, press, vitals } = walk(place)
  await verify(place, { arriveAt, press })
  await press('button', 'Ask a colleague')

  await arriveAt('Ask a colleague to approve')
  await press('#colleague')
  await place.visit.page.keyboard.type('maria@acme.example', { delay: 60 })
  await press('button', 'Send request')

  await arriveAt('Waiting for maria@acme.example')
  await press('button', 'Take the request back')
  await arriveAt('Choose your payment terms')
  return { screens, vitals: await vitals() }
}

function walk({ visit, url }: Place) {
  const screens: ScreenSpan[] = [{ name: 'opening', fromMs: 0 }]
  return {
    screens,
    async arriveAt(title: string) {
      await visit.until(url, heading(title))
      screens.push({ name: title, fromMs: await visit.evaluate<number>(url, 'performance.now()') })
      // Time for what a screen does by itself once it stands.
      await new Promise((resolve) => setTimeout(resolve, 600))
    },
    press: (selector: string, text?: string) => visit.press(url, selector, text),
    vitals: () => visit.vitals(url),
  }
}

async function verify(
  { visit }: Place,
  { arriveAt, press }: Pick<ReturnType<typeof walk>, 'arriveAt' | 'press'>,
): Promise<void> {
  await arriveAt('Verify it is you')
  await press('#code')
  await visit.page.keyboard.type('000000', { delay: 120 })
  await press('button', 'Verify')
  await arriveAt('Choose your payment terms')
}
