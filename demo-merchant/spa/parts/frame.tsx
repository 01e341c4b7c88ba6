import type { ReactNode } from 'react'
import { Link } from 'wouter'
import mark from '../../shop/favicon.svg'
import { useShop } from '../shop/shop-context.tsx'

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const { storefront, cart } = useShop()
  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="header">
        <div className="header-row">
          <Link className="brand" href="/">
            <img className="mark" src={mark} width="36" height="36" alt="" />
            <span className="brand-name">{storefront.shop_name}</span>
          </Link>
          <nav aria-label="Shop">
            <Link className="nav-link" href="/">
              Products
            </Link>
            <Link className="cart-link" href="/cart">
              Cart <span className="cart-count">{cart.count}</span>{' '}
              <span className="visually-hidden">{cart.count === 1 ? 'item' : 'items'}</span>
            </Link>
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <div className="footer-row">
          <p>
            <b>A demo shop in React</b>, on the npm package. Nothing is sold and no money moves.
          </p>
          <ul>
            <li>
              <a href="/">Script-tag shop</a>
            </li>
            <li>
              <a href="/orders">Back office</a>
            </li>
            <li>
              <a href={`${storefront.checkout_origin}/sandbox/mailbox`}>Sandbox mailbox</a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  )
}
