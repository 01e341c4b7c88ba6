import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { useShopName } from '../shop/shop-context.tsx'

/** The page's name in the tab, and its heading, which takes the focus after a change of route. */
export function Heading({ children, title }: { children: string; title?: string }) {
  const shopName = useShopName()
  const name = title ?? children
  useEffect(() => {
    document.title = shopName ? `${name} · ${shopName}` : name
  }, [name, shopName])
  return <h1 tabIndex={-1}>{children}</h1>
}

export interface NoticeProps {
  title: string
  children: ReactNode
  action?: ReactNode
  /** The sign above it, by how an order's placing went. */
  badge?: string
}

/** A page with one thing to say and one way on. */
export function Notice(props: NoticeProps) {
  return (
    <div className="notice-page">
      {props.badge && <span className={`badge badge-${props.badge}`} aria-hidden="true" />}
      <Heading>{props.title}</Heading>
      {props.children}
      {props.action && <p className="actions">{props.action}</p>}
    </div>
  )
}

export function ToProducts() {
  return (
    <Link className="button" href="/">
      See the products
    </Link>
  )
}
