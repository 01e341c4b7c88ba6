/** What a document tells of itself; times in ms since its navigation. */
export interface Vitals {
  firstPaintMs: number | null
  /** Layout shifts; `afterInput`: within half a second of one, which CLS leaves out. */
  shifts: { atMs: number; value: number; afterInput: boolean; moved: string[] }[]
  /** Tasks of more than 50 ms. */
  tasks: { atMs: number; ms: number }[]
  /** Frames that took long, and what ran in them: where a long task was. */
  frames: { atMs: number; ms: number; renderMs: number; scripts: string[] }[]
  /** From a press to the paint that shows what came of it, as the browser tells it (Event Timing). */
  interactions: { atMs: number; ms: number }[]
  /** From a press until the page has drawn the frame after it, told by the page itself. */
  presses: { atMs: number; ms: number }[]
}

/** Runs in every document, before anything else does. It reads what the browser measures and adds nothing to do. */
export function watchVitals(): void {
  const vitals: Vitals = {
    firstPaintMs: null,
    shifts: [],
    tasks: [],
    frames: [],
    interactions: [],
    presses: [],
  }
  Object.assign(window, { backdVitals: vitals })
  const watch = <Entry extends PerformanceEntry>(
    type: string,
    keep: (entry: Entry) => void,
    options: object = {},
  ) =>
    new PerformanceObserver((list) => (list.getEntries() as Entry[]).forEach(keep)).observe({
      type,
      buffered: true,
      ...options,
    })

  watch('paint', ({ name, startTime }) => {
    if (name === 'first-paint') vitals.firstPaintMs = startTime
  })
  interface Shift extends PerformanceEntry {
    value: number
    hadRecentInput: boolean
    sources: { node: Node | null }[]
  }
  watch<Shift>('layout-shift', ({ startTime, value, hadRecentInput, sources }) => {
    const moved = sources.map(({ node }) => {
      const element = node instanceof Element ? node : node?.parentElement
      return element ? `${element.localName}.${element.className}` : '?'
    })
    vitals.shifts.push({ atMs: startTime, value, afterInput: hadRecentInput, moved })
  })
  watch('longtask', ({ startTime, duration }) => vitals.tasks.push({ atMs: startTime, ms: duration }))
  interface LongFrame extends PerformanceEntry {
    renderStart: number
    scripts: { invoker: string; sourceFunctionName: string; duration: number }[]
  }
  watch<LongFrame>('long-animation-frame', ({ startTime, duration, renderStart, scripts }) =>
    vitals.frames.push({
      atMs: startTime,
      ms: duration,
      renderMs: renderStart ? startTime + duration - renderStart : 0,
      scripts: scripts.map(
        ({ invoker, sourceFunctionName, duration: ms }) =>
          `${(invoker || sourceFunctionName).split('/').at(-1)} ${Math.round(ms)} ms`,
      ),
    }),
  )
  interface Timing extends PerformanceEntry {
    interactionId: number
  }
  watch<Timing>(
    'event',
    ({ interactionId, startTime, duration }) => {
      if (interactionId) vitals.interactions.push({ atMs: startTime, ms: duration })
    },
    { durationThreshold: 16 },
  )

  const timePress = ({ timeStamp, isTrusted }: Event) => {
    if (!isTrusted) return
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      // After the frame's style, layout and paint.
      port1.onmessage = () => vitals.presses.push({ atMs: timeStamp, ms: performance.now() - timeStamp })
      port2.postMessage(null)
    })
  }
  for (const type of ['click', 'keydown']) addEventListener(type, timePress, { capture: true })
}
