import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parts, peers } from '../build/entries.ts'
import { readBuilt } from '../build/read-built.ts'

/** The package as a merchant gets it: the file of `npm pack`, and an empty project that it is installed in. */
export interface Packed {
  file: string
  project: string
  /** In place of the React 19 that it has. */
  useReact18(): void
  /** A command's output, run in the project. @throws Error with what it printed */
  run(command: string, ...args: string[]): string
  /** Writes a file of the project. @returns its path */
  write(name: string, text: string): string
}

const root = join(import.meta.dirname, '../..')

/** Packs and installs it in a temporary folder, which the caller removes. No registry is asked: the peers are linked from here. */
export function installPacked(): Packed {
  const sources = ['widget/{sdk,channel,elements,react,validate,diagnose}/**/*.{ts,css}', 'contract/**/*.ts']
  for (const name of Object.keys(parts)) readBuilt(`npm/${name}.js`, sources)
  const folder = mkdtempSync(join(tmpdir(), 'backd-packed-'))
  const stdout = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: join(root, 'widget'),
    encoding: 'utf8',
  })
  const file = join(folder, JSON.parse(stdout)[0].filename)

  const project = join(folder, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{ "name": "a-shop", "private": true, "type": "module" }')
  runIn(project, 'npm', ['install', '--offline', '--no-audit', '--no-fund', file])
  const link = (name: string, from = '') => {
    const path = join(project, 'node_modules', name)
    mkdirSync(dirname(path), { recursive: true })
    rmSync(path, { force: true })
    symlinkSync(join(root, from, 'node_modules', name), path)
  }
  for (const name of [...peers, 'react-dom', '@types/react']) link(name)
  return {
    file,
    project,
    useReact18: () => {
      for (const name of ['react', 'react-dom', '@types/react']) link(name, 'e2e/fixtures/react-18')
    },
    run: (command, ...args) => runIn(project, command, args),
    write(name, text) {
      const path = join(project, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      return path
    },
  }
}

function runIn(cwd: string, command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
  }
}
