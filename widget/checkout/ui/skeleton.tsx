/** A grey bar where text will stand. `size` is the text's role, so that nothing moves when it comes. */
export function Skeleton({ size }: { size: 'title' | 'text' | 'short' | 'amount' | 'button' }) {
  return <span class="skeleton" data-size={size} />
}
