/** The entries of @backd/widget: each a file of its own in dist/npm, by the path of its source in widget/. */
export const entries = {
  index: 'sdk/index.ts',
  elements: 'elements/index.ts',
  react: 'react/index.ts',
  validate: 'validate/index.ts',
} as const

/** The entries, and what one of them loads when it is called. */
export const parts = { ...entries, diagnose: 'diagnose/diagnose.ts' } as const

/** What an entry may leave to the merchant to install: package.json names them as optional peers. */
export const peers = ['react', 'zod']
