import type { CheckoutSession, SessionItem } from '@backd/contract/session.ts'
import { useState } from 'preact/hooks'
import { useI18n } from '../i18n/i18n.ts'
import { Amount } from './amount.tsx'
import { type Fact, Facts } from './facts.tsx'
import { Icon } from './icon.tsx'
import { sentence } from './sentence.ts'

/** Longer lists start folded, so that the amounts below them are not pushed out of sight. */
const ITEMS_SHOWN = 5

const DETAILS_ID = 'summary-details'

/** What is being bought and for how much. A panel beside the screen; on phones a bar that opens. */
export function OrderSummary({ session }: { session: CheckoutSession }) {
  const { text } = useI18n()
  const [phoneState, setPhoneState] = useState<'folded' | 'open'>('folded')
  const isOpen = phoneState === 'open'
  return (
    <aside class="summary" aria-label={text.summary.title}>
      <div class="summary-head">
        <p class="summary-label">{text.summary.total}</p>
        <p class="summary-total">
          <Amount cents={session.order_total_cents} />
        </p>
        <button
          type="button"
          class="summary-toggle"
          aria-expanded={isOpen}
          aria-controls={DETAILS_ID}
          onClick={() => setPhoneState(isOpen ? 'folded' : 'open')}
        >
          <span>{isOpen ? text.summary.hide : text.summary.show}</span>
          <Icon name="chevron" />
        </button>
      </div>
      <div class={isOpen ? 'summary-details' : 'summary-details summary-folded'} id={DETAILS_ID}>
        <p class="summary-merchant">
          <bdi>{session.merchant_name}</bdi>
        </p>
        <p class="summary-number" title={session.merchant_order_id}>
          {sentence(text.summary.orderNumber, session.merchant_order_id)}
        </p>
        <Items items={session.items} />
        <Facts facts={amountFacts(session, text.summary)} />
        {session.buyer && <Buyer buyer={session.buyer} />}
      </div>
    </aside>
  )
}

function Items({ items }: { items: SessionItem[] }) {
  const { text } = useI18n()
  // One more line takes no more room than the words that would hide it.
  const shown = items.length <= ITEMS_SHOWN + 1 ? items.length : ITEMS_SHOWN
  const rest = items.slice(shown)
  return (
    <div class="summary-items">
      <ItemList items={items.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{text.summary.moreItems(rest.length)}</summary>
          <ItemList items={rest} />
        </details>
      )}
    </div>
  )
}

function ItemList({ items }: { items: SessionItem[] }) {
  const { text, format } = useI18n()
  return (
    <ul>
      {items.map(({ display_name, qty, line_price_cents, image_url }, index) => (
        // Two lines may have one SKU, and the lines stay as they are.
        <li key={index}>
          <Picture url={image_url} />
          <span class="summary-item-name" title={display_name}>
            <bdi>{display_name}</bdi>
          </span>
          {line_price_cents !== null && <Amount cents={line_price_cents} />}
          <span class="summary-item-qty">{text.summary.quantity(format.number(qty))}</span>
        </li>
      ))}
    </ul>
  )
}

/** Beside the product's name, so it says nothing of its own; the icon stays where there is no picture, or none comes. */
function Picture({ url }: { url: string | null }) {
  const [failed, setFailed] = useState(false)
  return (
    <span class="picture">
      {url && !failed ? (
        <img src={url} alt="" loading="lazy" referrerpolicy="no-referrer" onError={() => setFailed(true)} />
      ) : (
        <Icon name="item" />
      )}
    </span>
  )
}

function Buyer({ buyer }: { buyer: NonNullable<CheckoutSession['buyer']> }) {
  const { text } = useI18n()
  return (
    <div class="summary-buyer">
      <p class="summary-label">{text.summary.buyer}</p>
      {buyer.company_name && (
        <p>
          <bdi>{buyer.company_name}</bdi>
        </p>
      )}
      <p>
        <bdi>{buyer.name}</bdi>
      </p>
      <p>{buyer.email}</p>
    </div>
  )
}

/** Parts that are nothing are left out: a row of zeros only asks to be read. */
function amountFacts(
  session: CheckoutSession,
  text: Record<'cart' | 'tax' | 'shipping' | 'discount' | 'total', string>,
): Fact[] {
  const parts: [string, number][] = [
    [text.shipping, session.shipping_amount_cents],
    [text.tax, session.tax_amount_cents],
    [text.discount, -session.discount_amount_cents],
  ]
  return [
    { name: text.cart, value: <Amount cents={session.cart_amount_cents} /> },
    ...parts
      .filter(([, cents]) => cents !== 0)
      .map(([name, cents]) => ({ name, value: <Amount cents={cents} /> })),
    { name: text.total, value: <Amount cents={session.order_total_cents} />, weight: 'total' },
  ]
}
