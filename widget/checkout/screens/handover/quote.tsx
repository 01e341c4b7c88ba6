/** Somebody's own words, as they wrote them: text and nothing else, in their own direction. */
export function Quote({ label, children }: { label: string; children: string }) {
  return (
    <figure class="quote">
      <figcaption class="footnote">{label}</figcaption>
      <blockquote dir="auto">{children}</blockquote>
    </figure>
  )
}
