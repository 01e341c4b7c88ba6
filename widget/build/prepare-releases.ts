import { join } from 'node:path'
import { prepareReleases } from './releases.ts'

/** `npm run build:releases`: the released versions, into the build, where the API serves them from. */
const widget = join(import.meta.dirname, '..')
prepareReleases(join(widget, 'releases'), join(widget, 'dist/releases'))
