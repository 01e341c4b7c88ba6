import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import type { CartView, StorefrontView } from '../../server/storefront-view.ts'
import { fetchCart } from './api.ts'

/** What every page works with: the catalogue, which does not change, and the cart as the server last answered it. */
export interface ShopState {
  storefront: StorefrontView
  cart: CartView
  /**
   * Changes the cart by a call of api.ts. Calls run one after the other, since each answers with the whole cart.
   * @throws what the call throws
   */
  changeCart: (call: () => Promise<CartView>) => Promise<void>
  /** Asks the server for the cart, after it was changed by something else. */
  reloadCart: () => Promise<void>
}

const ShopContext = createContext<ShopState | undefined>(undefined)

export function useShop(): ShopState {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('useShop outside of ShopProvider')
  return shop
}

/** Empty until the server has told it. */
export function useShopName(): string {
  return useContext(ShopContext)?.storefront.shop_name ?? ''
}

/** @param cart as it was when the storefront was opened */
export function ShopProvider(props: { storefront: StorefrontView; cart: CartView; children: ReactNode }) {
  const { storefront, children } = props
  const [cart, setCart] = useState(props.cart)
  const last = useRef<Promise<unknown>>(Promise.resolve())

  async function changeCart(call: () => Promise<CartView>): Promise<void> {
    const next = last.current.then(() => call())
    // A call that fails does not hold up the next.
    last.current = next.catch(() => {})
    setCart(await next)
  }

  const shop: ShopState = { storefront, cart, changeCart, reloadCart: () => changeCart(() => fetchCart()) }
  return <ShopContext value={shop}>{children}</ShopContext>
}
