import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createStatusFlow } from '@backd/contract/status-flow.ts'

/** Writes the lifecycle's diagram into the guide (`npm run docs:flow`); contract/status-flow.test.ts says when that is due. */
const path = join(import.meta.dirname, 'guide/status-flow.md')
const page = readFileSync(path, 'utf8')
writeFileSync(
  path,
  page.replace(/(```mermaid\n)[\s\S]*?(```)/, (_, head, tail) => `${head}${createStatusFlow()}${tail}`),
)
