// Runs before `npm start` and `npm test` on the system's Node (20 or newer) with nothing installed: installs what the
// lock file names when node_modules is missing or older than it, so that a fresh clone needs one command.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const node = 'node_modules/.bin/node'
// npm writes this file at the end of every install, whichever command was used.
const installed = 'node_modules/.package-lock.json'
const isFresh =
  existsSync(node) &&
  existsSync(installed) &&
  statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs

if (!isFresh) {
  console.log('Installing dependencies (npm ci) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('npm ci failed; nothing was started. Mend what it says above and run the command again.')
    process.exit(status ?? 1)
  }
  if (!existsSync(node)) {
    console.error(`The package "node" put no Node 24 into ${node}; run \`npm rebuild node\`.`)
    process.exit(1)
  }
}
