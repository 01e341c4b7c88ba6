/** In every language. */
export const BRAND = 'BackdPay'

/** The brand: payments of falling size, and the name. */
export function Wordmark() {
  return (
    <span class="wordmark">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <rect class="wordmark-ground" width="24" height="24" rx="6" />
        <path class="wordmark-bars" d="M6.5 7.5h11M6.5 12h7.5M6.5 16.5h4" />
      </svg>
      {BRAND}
    </span>
  )
}
