import { Notice, ToProducts } from './page.tsx'

export function EmptyCart() {
  return (
    <Notice title="Your cart is empty" action={<ToProducts />}>
      <p>Nothing in it yet. What your team needs is a page away.</p>
    </Notice>
  )
}
