import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { browsers, packages } from './browsers.ts'

/**
 * `npm run test:engines`: the main journeys in Firefox and WebKit. Installs Debian's packages where it may (as root);
 * elsewhere it says what to do, and fails only in CI, where nobody would read that an engine was left out.
 */
const run = (command: string, args: string[], stdio: 'inherit' | ['ignore', 'ignore', 'inherit']) =>
  spawnSync(command, args, { stdio, env: { DEBIAN_FRONTEND: 'noninteractive', ...process.env } }).status

const isThere = () => Object.values(browsers).every((path) => existsSync(path))

function install(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`Installing ${packages.join(', ')} …`)
  const quiet = ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit']
  run('apt-get', ['update'], quiet)
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet)
}

if (!isThere()) install()

if (isThere()) {
  const test = [process.execPath, '--test', '--test-timeout=120000', 'e2e/engines/engines.test.ts']
  process.exitCode = run(browsers.display, ['-a', ...test], 'inherit') ?? 1
} else {
  console.error(
    `Firefox and WebKit were NOT tried: not all of ${packages.join(', ')} are there.\n` +
      `On Debian or Ubuntu run \`sudo apt-get install ${packages.join(' ')}\`, or this once as root; ` +
      'elsewhere run it in a Debian container.',
  )
  process.exitCode = process.env['CI'] ? 1 : 0
}
