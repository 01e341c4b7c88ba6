import { useEffect } from 'react'
import { Link, useSearchParams } from 'wouter'
import { formatCents } from '../../server/money.ts'
import type { PlacementView } from '../../server/storefront-view.ts'
import { Notice, type NoticeProps } from '../parts/page.tsx'
import { reportSuccess, sentenceOf } from '../shop/api.ts'
import { useShop } from '../shop/shop-context.tsx'
import { type Load, useLoad } from '../shop/use-load.ts'

/**
 * The customer has finished at BackdPay. Both ways come here with the ids in the address: onSuccess of the modal, and
 * order_success_url of the redirect. The page tells our server, which believes none of it and asks Backd; so a reload
 * only asks again.
 */
export function ResultPage() {
  const [query] = useSearchParams()
  const backdOrderId = query.get('backd_order_id') ?? ''
  const merchantOrderId = query.get('merchant_order_id') ?? ''
  if (!backdOrderId || !merchantOrderId) {
    return (
      <Notice title="Something is missing from this link" action={<ToCart />}>
        <p>It should carry backd_order_id and merchant_order_id. Start again from your cart.</p>
      </Notice>
    )
  }
  return (
    // One region for all that it comes to, so that the outcome is read aloud when it is there.
    <div aria-live="polite">
      <Result key={query.toString()} backdOrderId={backdOrderId} merchantOrderId={merchantOrderId} />
    </div>
  )
}

function Result({ backdOrderId, merchantOrderId }: { backdOrderId: string; merchantOrderId: string }) {
  const { reloadCart } = useShop()
  const load = useLoad((signal) => reportSuccess(merchantOrderId, backdOrderId, signal))
  const isPlaced = load.state === 'loaded' && load.value.outcome === 'placed'

  // The cart was this purchase's; the server has emptied it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is placed, whatever is drawn anew
  useEffect(() => {
    if (isPlaced) reloadCart().catch(() => {})
  }, [isPlaced])

  // One Notice for all states: the heading that has the focus stays the same element.
  return <Notice {...describe(load, backdOrderId)} />
}

function describe(load: Load<PlacementView>, backdOrderId: string): NoticeProps {
  switch (load.state) {
    case 'loading':
      return {
        title: 'Placing your order…',
        children: <p>Your terms are set. We are writing the order down; this takes a moment.</p>,
      }
    case 'failed':
      return {
        title: NOT_YET,
        badge: 'not_yet',
        children: <p>{sentenceOf(load.error)}</p>,
        action: (
          <>
            <button type="button" className="button" onClick={load.retry}>
              Try again
            </button>{' '}
            <ToCart quiet />
          </>
        ),
      }
    case 'loaded': {
      const { outcome, order, order_url } = load.value
      return {
        title: titles[outcome](order.first_name),
        badge: outcome,
        children: (
          <>
            <OutcomeWords placement={load.value} />
            <Ids order={order} backdOrderId={backdOrderId} />
          </>
        ),
        action: (
          <a className="button" href={order_url}>
            View the order
          </a>
        ),
      }
    }
  }
}

const NOT_YET = 'Your order is not placed yet'

const titles: Record<PlacementView['outcome'], (firstName: string) => string> = {
  placed: (firstName) => `Thank you, ${firstName}`,
  needs_attention: () => 'We need to check your order',
  not_yet: () => NOT_YET,
}

function OutcomeWords({ placement: { outcome, message, order } }: { placement: PlacementView }) {
  switch (outcome) {
    case 'placed':
      return <p>Your payment terms are set and the order is placed. We start packing today.</p>
    case 'needs_attention':
      return (
        <>
          <p>BackdPay did not let us place it:</p>
          <blockquote>{message}</blockquote>
          <p>Nothing has been sent. Our team will look at it and write to {order.email}.</p>
        </>
      )
    case 'not_yet':
      return (
        <>
          <blockquote>{message}</blockquote>
          <p>Reload this page to try again, or do so later from the order’s page.</p>
        </>
      )
  }
}

function Ids({ order, backdOrderId }: { order: PlacementView['order']; backdOrderId: string }) {
  return (
    <dl className="ids">
      <div>
        <dt>Our order</dt>
        <dd>{order.merchant_order_id}</dd>
      </div>
      <div>
        <dt>BackdPay’s order</dt>
        <dd>{backdOrderId}</dd>
      </div>
      <div>
        <dt>Total</dt>
        <dd>{formatCents(order.total_cents)}</dd>
      </div>
    </dl>
  )
}

function ToCart({ quiet = false }: { quiet?: boolean }) {
  return (
    <Link className={quiet ? 'button button-quiet' : 'button'} href="/cart">
      Go to the cart
    </Link>
  )
}
