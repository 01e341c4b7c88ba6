import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** CPU seconds that processes have used so far; undefined where there is no /proc. */
export function cpuSecondsOf(pids: number[]): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined
  // Ticks of 10 ms on every Linux that Node runs on.
  return pids.reduce((sum, pid) => sum + ticksOf(pid), 0) / 100
}

/** A process and its children, like a PostgreSQL server and its connections. */
export function withChildren(pid: number): number[] {
  if (!existsSync('/proc')) return [pid]
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return [pid, ...all.map(Number).filter((other) => statOf(other)?.[1] === String(pid))]
}

/** Its own time and that of children which have ended. */
function ticksOf(pid: number): number {
  return (
    statOf(pid)
      ?.slice(11, 15)
      .reduce((sum, ticks) => sum + Number(ticks), 0) ?? 0
  )
}

/** The fields of /proc/<pid>/stat after the name, which may hold anything: state, parent, … (proc_pid_stat(5)). */
function statOf(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined // It ended in the meantime.
  }
}
