import fc from 'fast-check'

/** `npm test` draws the same each time, so that it fails for what a change did. FUZZ_SEED draws others. */
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_260_416) })
