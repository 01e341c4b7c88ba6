/** The brand: payments of falling size, and the name. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span class="wordmark">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <rect class="wordmark-ground" width="24" height="24" rx="6" />
        <path class="wordmark-bars" d="M6.5 7.5h11M6.5 12h7.5M6.5 16.5h4" />
      </svg>
      {name}
    </span>
  )
}
