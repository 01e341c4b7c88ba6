/** Counts down to a refund's lock, by the order's own time, and takes away what is of no use after it. Without this script the page says it once, in words. */

const SECOND_MS = 1_000

function format(leftMs) {
  const seconds = Math.ceil(leftMs / SECOND_MS)
  const days = Math.floor(seconds / 86_400)
  const clock = [Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  const digits = clock.map((part) => String(part).padStart(2, '0')).join(':')
  return days > 0 ? `${days} ${days === 1 ? 'day' : 'days'} ${digits}` : digits
}

for (const element of document.querySelectorAll('[data-countdown-ms]')) {
  // The page's own clock alone: the order's time may be another one than this computer's.
  const endsAt = performance.now() + Number(element.dataset.countdownMs)
  const show = () => {
    const leftMs = endsAt - performance.now()
    element.textContent = leftMs > 0 ? format(leftMs) : 'no time: it is locked now'
    if (leftMs > 0) setTimeout(show, leftMs % SECOND_MS || SECOND_MS)
    else for (const form of document.querySelectorAll('[data-until-lock]')) form.remove()
  }
  show()
}
