import { isDatabaseUnreachable } from './errors.ts'

/** Whoever waited for a place for as long as anybody may. */
export class WaitedTooLong extends Error {
  override name = 'WaitedTooLong'
  /** Told apart from what drivers throw, as theirs are from each other (errors.ts). */
  readonly code = 'WAITED_TOO_LONG'
}

interface Waiting {
  admit(): void
  refuse(error: unknown): void
}

/** A line before a number of places: first come, first served. */
export class Line {
  readonly #places: number
  readonly #waitMs: number
  readonly #waiting = new Set<Waiting>()
  #taken = 0

  /** @param waitMs how long one may wait for a place, in ms */
  constructor(places: number, waitMs: number) {
    this.#places = places
    this.#waitMs = waitMs
  }

  get isEmpty(): boolean {
    return this.#taken === 0
  }

  /** How many wait. */
  get length(): number {
    return this.#waiting.size
  }

  /**
   * Takes a place, as soon as there is one; whoever took it leaves it.
   * @throws WaitedTooLong, or what the line was dismissed with
   */
  async enter(): Promise<void> {
    if (this.#taken < this.#places) {
      this.#taken += 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer)
        this.#waiting.delete(waiting)
        settle()
      }
      const waiting = { admit: () => end(resolve), refuse: (error: unknown) => end(() => reject(error)) }
      const tooLong = () => waiting.refuse(new WaitedTooLong(`no place within ${this.#waitMs} ms`))
      const timer = setTimeout(tooLong, this.#waitMs)
      this.#waiting.add(waiting)
    })
  }

  /** Gives a place to who waits longest. */
  leave(): void {
    const [next] = this.#waiting
    if (next) next.admit()
    else this.#taken -= 1
  }

  /** Sends all away who wait: there is nothing to wait for. */
  dismiss(error: unknown): void {
    for (const waiting of [...this.#waiting]) waiting.refuse(error)
  }
}

/** Runs what is done under one name one after another, each name in a line of its own. */
export function createLines(waitMs: number) {
  const lines = new Map<string, Line>()
  return async <Result>(name: string, run: () => Promise<Result>): Promise<Result> => {
    const line = lines.get(name) ?? new Line(1, waitMs)
    lines.set(name, line)
    await line.enter()
    try {
      return await run()
    } catch (error) {
      // Those behind would each wait for it anew.
      if (isDatabaseUnreachable(error)) line.dismiss(error)
      throw error
    } finally {
      line.leave()
      if (line.isEmpty) lines.delete(name)
    }
  }
}
