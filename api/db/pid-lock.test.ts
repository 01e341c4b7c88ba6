import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, takePidLock } from './pid-lock.ts'

let folder: string
let path: string
let child: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backd-lock-'))
  path = join(folder, 'pglite.pid')
})
afterEach(() => {
  child?.kill('SIGKILL')
  child = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** Another process that takes the lock and holds it. */
async function holdElsewhere(): Promise<ChildProcess> {
  const code = `
    const { takePidLock } = await import(${JSON.stringify(import.meta.resolve('./pid-lock.ts'))})
    takePidLock(${JSON.stringify(path)}, 'there')
    console.log('taken')
    setInterval(() => {}, 1000)`
  const started = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  await new Promise((resolve, reject) => {
    started.stdout?.once('data', resolve)
    started.once('exit', () => reject(new Error('the other process ended')))
  })
  return started
}

test('a lock names this process and is gone when it is given back, however often', () => {
  const release = takePidLock(path, folder)
  expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
  release()
  release()
  expect(readdirSync(folder)).toEqual([])
})

test('a second taker in the same process is refused', () => {
  takePidLock(path, folder)
  expect(() => takePidLock(path, folder)).toThrow(FolderInUse)
})

test('while another process lives it is refused, and told which one and what to do', async () => {
  const holder = await holdElsewhere()
  expect(() => takePidLock(path, '/data')).toThrow(
    new RegExp(`/data is in use by process ${holder.pid} .*DATA_DIR.*DATABASE_URL`),
  )
  expect(readdirSync(folder)).toEqual(['pglite.pid'])
})

test('a killed process’s lock is taken over', async () => {
  const holder = await holdElsewhere()
  await new Promise((resolve) => {
    holder.once('exit', resolve)
    holder.kill('SIGKILL')
  })
  expect(existsSync(path)).toBe(true)
  takePidLock(path, folder)
  expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
})

test.each([
  ['a process number that was given to another since', `${process.pid}\nearlier-boot 1\n`],
  ['a number of no process', '99999999\n\n'],
  ['nothing', ''],
  ['nonsense', 'not a lock'],
  ['a group of processes', '-1\n\n'],
])('a lock that names %s is taken over', (_title, content) => {
  writeFileSync(path, content)
  takePidLock(path, folder)
  expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
  expect(readdirSync(folder)).toEqual(['pglite.pid'])
})

test('a lock that another process took since is left to it', () => {
  const release = takePidLock(path, folder)
  writeFileSync(path, '1\n\n')
  release()
  expect(readFileSync(path, 'utf8')).toBe('1\n\n')
})
