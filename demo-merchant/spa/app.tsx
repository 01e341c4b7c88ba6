import { Redirect, Route, Switch } from 'wouter'
import { CartPage } from './pages/cart.tsx'
import { CheckoutPage } from './pages/checkout.tsx'
import { HomePage } from './pages/home.tsx'
import { ProductPage } from './pages/product.tsx'
import { ResultPage } from './pages/result.tsx'
import { Frame } from './parts/frame.tsx'
import { Notice, ToProducts } from './parts/page.tsx'
import { fetchCart, fetchStorefront, sentenceOf } from './shop/api.ts'
import { ShopProvider } from './shop/shop-context.tsx'
import { useFocusOnNavigation } from './shop/use-focus-on-navigation.ts'
import { useLoad } from './shop/use-load.ts'

/** The storefront: what it sells and the cart are fetched once, then every page is at hand. */
export function App() {
  const shop = useLoad(async (signal) => {
    const [storefront, cart] = await Promise.all([fetchStorefront(signal), fetchCart(signal)])
    return { storefront, cart }
  })
  if (shop.state === 'loading') return null
  if (shop.state === 'failed') {
    return (
      <main>
        <Notice title="The shop did not open" action={<Again onClick={shop.retry} />}>
          <p>{sentenceOf(shop.error)}</p>
        </Notice>
      </main>
    )
  }
  return (
    <ShopProvider {...shop.value}>
      <Frame>
        <Pages />
      </Frame>
    </ShopProvider>
  )
}

function Pages() {
  useFocusOnNavigation()
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/products/:sku">{({ sku }) => <ProductPage key={sku} sku={sku} />}</Route>
      <Route path="/cart" component={CartPage} />
      <Route path="/checkout" component={CheckoutPage} />
      <Route path="/result" component={ResultPage} />
      <Route path="/products">
        <Redirect to="/" replace />
      </Route>
      <Route>
        <Notice title="There is nothing here" action={<ToProducts />}>
          <p>The address may be misspelt, or the page is gone.</p>
        </Notice>
      </Route>
    </Switch>
  )
}

function Again({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" className="button" onClick={onClick}>
      Try again
    </button>
  )
}
