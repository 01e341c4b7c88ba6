// Runs before `npm start` and `npm test` on the system's Node (20 or newer) with nothing installed: installs what the
// lock file names when node_modules is missing or older than it, so that a fresh clone needs one command.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.backd-lock-hash'
const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const fresh =
  existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync('node_modules/.bin/node')

if (!fresh) {
  console.log('Installing dependencies (npm ci) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('npm ci failed; nothing was started. Mend what it says above and run the command again.')
    process.exit(status ?? 1)
  }
  if (!existsSync('node_modules/.bin/node')) {
    console.error('The `node` package did not put Node 24 into node_modules/.bin; run `npm rebuild node`.')
    process.exit(1)
  }
  writeFileSync(stamp, hash)
}
