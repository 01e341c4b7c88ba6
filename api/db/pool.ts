import pg from 'pg'
import { DatabaseUnreachable } from './errors.ts'
import { Line } from './line.ts'

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void

/**
 * A pool before which callers wait in a line of its own. pg has one time limit for waiting and connecting: short, it refuses a
 * burst that would be through in a moment; long, a database that is gone is noticed late.
 */
export class PatientPool extends pg.Pool {
  readonly #line: Line
  /** Connections that are up. */
  readonly #up = new Set<pg.PoolClient>()

  /** @param waitMs how long one may wait for a connection that others use, in ms; connecting has the config's own limit */
  constructor(config: pg.PoolConfig & { max: number }, waitMs: number) {
    super(config)
    this.#line = new Line(config.max, waitMs)
    this.on('connect', (client) => this.#up.add(client))
    this.on('release', (error, client) => {
      if (error) this.#up.delete(client)
    })
    this.on('remove', (client) => this.#up.delete(client))
  }

  /** Fails what waits on connections on which nothing will ever come, and sends all away who wait for one. */
  giveUp(connections: Iterable<pg.PoolClient>): void {
    const error = new DatabaseUnreachable('the database is silent')
    for (const client of connections) {
      this.#up.delete(client)
      // Whoever has it learns it from the query and gives it back; end() would say goodbye first, and wait.
      ;(client as unknown as pg.Client).connection.stream.destroy(error)
    }
    this.#line.dismiss(error)
  }

  // @ts-expect-error: pg's types have a property where pg has an accessor.
  override get waitingCount(): number {
    return this.#line.length
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Callback): void
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    const connected = this.#connectInTurn()
    if (!callback) return connected
    connected.then(
      (client) => callback(undefined, client, client.release),
      (error) => callback(error, undefined, () => undefined),
    )
    return undefined
  }

  async #connectInTurn(): Promise<pg.PoolClient> {
    await this.#line.enter()
    try {
      return this.#leaveWithRelease(await super.connect())
    } catch (cause) {
      const isUp = this.#up.size > 0
      const error = isUp ? cause : new DatabaseUnreachable('no connection is up', { cause })
      // With no connection up, those in line would each find out for themselves, one time limit after another.
      if (!isUp) this.#line.dismiss(error)
      this.#line.leave()
      throw error
    }
  }

  /** Not at pg's 'release' event, which also tells of connections that came too late and were given to nobody. */
  #leaveWithRelease(client: pg.PoolClient): pg.PoolClient {
    const release = client.release
    client.release = (error) => {
      release(error)
      this.#line.leave()
    }
    return client
  }
}
