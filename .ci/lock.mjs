// package-lock.json has to name every platform's optional package (Biome's and swc's binaries), or `npm ci` refuses it
// and other platforms get no binary. npm leaves out those that its registry does not offer when it writes the file.
//   node .ci/lock.mjs          fails when one is missing
//   node .ci/lock.mjs --write  adds what is missing
import { readFileSync, writeFileSync } from 'node:fs'

const path = 'package-lock.json'
const lock = JSON.parse(readFileSync(path, 'utf8'))
const missing = Object.entries(lock.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies).filter(
    ([name]) => !lock.packages[`${parent}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
  ),
)

if (missing.length > 0 && !process.argv.includes('--write')) {
  console.error(`${path} lacks ${missing.map(([name]) => name).join(', ')}.`)
  console.error('Run `node .ci/lock.mjs --write` and commit the file.')
  process.exit(1)
}

for (const [name, version] of missing) {
  const platform =
    /(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-([a-z0-9]+)/.exec(name)
  if (!platform) throw new Error(`${name} names no platform; add it to ${path} by hand.`)
  const [, os, cpu] = platform
  lock.packages[`node_modules/${name}`] = {
    version,
    cpu: [cpu],
    ...(name.includes('musl') ? { libc: ['musl'] } : {}),
    optional: true,
    os: [os],
  }
}
if (missing.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
}
