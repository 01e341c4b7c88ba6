/** What a document tells of an opening; times in ms since 1970, so that those of two documents can be compared. */
export interface Opening {
  /** In the merchant's page. */
  clickedAt: number | null
  /** In the merchant's page: since when what holds the terms can be seen and hit. */
  shownAt: number | null
  /** In the document with the terms: the frames drawn with a choice in them. A hidden document draws none. */
  drawnAt: number[]
}

export interface Watched {
  /** How the address of the document with the terms begins. */
  terms: string
  mark: string
}

/** Runs in every document of a visit, before anything else does. */
export function watchOpening({ terms, mark }: Watched): void {
  const opening: Opening = { clickedAt: null, shownAt: null, drawnAt: [] }
  Object.assign(window, { backdOpening: opening })
  const now = () => performance.timeOrigin + performance.now()
  const isTerms = location.href.startsWith(terms)
  const inPage = isTerms && window === top

  if (window === top) {
    const onClick = (event: Event) => {
      if (!event.isTrusted || opening.clickedAt) return
      opening.clickedAt = performance.timeOrigin + event.timeStamp
      requestAnimationFrame(look)
    }
    addEventListener('click', onClick, { capture: true })
  }

  const holders = (root: Document | ShadowRoot): Element[] =>
    inPage
      ? [...root.querySelectorAll(mark)]
      : [...root.querySelectorAll('*')].flatMap((element) => [
          ...(isFrameOfTerms(element) ? [element] : []),
          ...(element.shadowRoot ? holders(element.shadowRoot) : []),
        ])
  // Its address does not tell: zoid's are navigated without one. A document of another site can't be read from here.
  const isFrameOfTerms = (element: Element) =>
    element instanceof HTMLIFrameElement && element.contentDocument === null

  function look() {
    if (holders(document).some((element) => canBeHit(element) && opacityOf(element) >= 0.5)) {
      opening.shownAt = now()
    } else requestAnimationFrame(look)
  }

  function canBeHit(element: Element): boolean {
    const { x, y, width, height } = element.getBoundingClientRect()
    let hit = document.elementFromPoint(x + width / 2, y + height / 2)
    while (hit?.shadowRoot) {
      const within = hit.shadowRoot.elementFromPoint(x + width / 2, y + height / 2)
      if (!within || within === hit) break
      hit = within
    }
    return hit === element
  }

  function opacityOf(element: Element): number {
    const parent = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host
    return Number(getComputedStyle(element).opacity) * (parent ? opacityOf(parent) : 1)
  }

  if (!isTerms) return
  const frame = () => {
    requestAnimationFrame(frame)
    const { port1, port2 } = new MessageChannel()
    // After the frame's style, layout and paint.
    port1.onmessage = () => opening.drawnAt.push(now())
    port2.postMessage(null)
  }
  const observer = new MutationObserver(() => {
    if (!document.querySelector(mark)) return
    observer.disconnect()
    requestAnimationFrame(frame)
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** Runs in the document with the terms: the middle of the last choice's label. */
export function placeOfChoice(choice: string): [number, number] {
  const last = [...document.querySelectorAll<HTMLInputElement>(choice)].at(-1)
  const target = last?.labels?.[0] ?? last
  if (!target) throw new Error(`no ${choice}`)
  target.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, height } = target.getBoundingClientRect()
  // Near its start: a label's text may have a link in it.
  return [x + 8, y + height / 2]
}

/** Runs in the merchant's page: where the frame with the terms begins. */
export function placeOfTerms(): [number, number] {
  const frames = (root: Document | ShadowRoot): HTMLIFrameElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLIFrameElement && element.contentDocument === null ? [element] : []),
      ...(element.shadowRoot ? frames(element.shadowRoot) : []),
    ])
  const [frame] = frames(document)
  if (!frame) throw new Error('no frame of another site')
  const { x, y } = frame.getBoundingClientRect()
  return [x, y]
}
