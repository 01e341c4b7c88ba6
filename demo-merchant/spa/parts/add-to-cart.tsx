import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { addToCart, sentenceOf } from '../shop/api.ts'
import { useShop } from '../shop/shop-context.tsx'

/** Puts `qty` of a product into the cart and goes there. */
export function AddToCart(props: {
  sku: string
  qty: number
  children: ReactNode
  quiet?: boolean
  large?: boolean
  label?: string
}) {
  const { sku, qty, quiet, large, label, children } = props
  const { changeCart } = useShop()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState('')

  async function add(): Promise<void> {
    try {
      await changeCart(() => addToCart(sku, qty))
      navigate('/cart')
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }

  const className = ['button', quiet && 'button-quiet', large && 'button-large'].filter(Boolean).join(' ')
  return (
    <>
      <button type="button" className={className} aria-label={label} onClick={() => void add()}>
        {children}
      </button>
      {problem && (
        <p className="alert buy-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
