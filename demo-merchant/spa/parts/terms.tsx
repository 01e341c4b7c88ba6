import { BackdTerms } from '@backd/widget/react'
import { useShop } from '../shop/shop-context.tsx'

/** What an amount is a month with BackdPay. */
export function Terms({ cents }: { cents: number }) {
  const { checkout_origin, public_key } = useShop().storefront
  return <BackdTerms checkoutOrigin={checkout_origin} publicKey={public_key} amount={cents / 100} />
}
