import { destination } from 'pino'

/** Where log lines go, one JSON object each. */
export interface LogStream {
  write(line: string): void
  /** Writes what is held at once; pino asks for it after a fatal line. */
  flushSync(): void
}

/**
 * Writes the lines of one turn of the event loop together. Each write is a call into the system, which may wait for a disk
 * that the database keeps busy, and shared statements answer dozens in one turn. Nothing is held for longer than that turn,
 * and what is held as the process ends is written then; only SIGKILL loses it.
 * @param file a path, or a descriptor: 1 is standard output
 */
export function createLogStream(file: string | number = 1): LogStream {
  const out = destination({ dest: file, sync: true })
  let held = ''
  const flushSync = () => {
    if (held === '') return
    const lines = held
    held = ''
    out.write(lines)
  }
  process.once('exit', flushSync)
  return {
    write(line) {
      if (held === '') setImmediate(flushSync)
      held += line
    },
    flushSync,
  }
}
