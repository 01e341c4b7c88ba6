import { Link } from 'wouter'
import { Notice } from './page.tsx'

export function EmptyCart() {
  return (
    <Notice
      title="Your cart is empty"
      action={
        <Link className="button" href="/">
          See the products
        </Link>
      }
    >
      <p>Nothing in it yet. What your team needs is a page away.</p>
    </Notice>
  )
}
