import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/**
 * What a browser does by itself between documents: after a change of route the focus is on the new page's heading, where
 * a screen reader reads on, and the page is at its top. Back and forward keep the scroll that the browser restores.
 */
export function useFocusOnNavigation(): void {
  const [path] = useLocation()
  const shown = useRef(path)
  const isTraversal = useRef(false)

  useEffect(() => {
    const traverse = () => {
      isTraversal.current = true
    }
    addEventListener('popstate', traverse)
    return () => removeEventListener('popstate', traverse)
  }, [])

  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    document.querySelector('h1')?.focus({ preventScroll: true })
    if (!isTraversal.current) scrollTo(0, 0)
    isTraversal.current = false
  }, [path])
}
