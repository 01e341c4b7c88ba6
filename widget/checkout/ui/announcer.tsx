/**
 * What has changed without a new screen, for people who do not see it. Mounted for good: a live region that appears
 * together with its words is often not read.
 */
export function Announcer({ message }: { message: string }) {
  return (
    <p class="visually-hidden" role="status">
      {message}
    </p>
  )
}
