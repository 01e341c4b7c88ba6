import type { Check } from '../snapshot.ts'

/** Whether the page is one that can open a checkout at all. */
export const checkPage: Check = ({ page: { origin, isSecure } }) => {
  if (origin === 'null') {
    return [
      'error',
      'The page has no origin: it is a file, or in a sandboxed frame.',
      'Serve it over https or on localhost; a sandboxed frame needs sandbox="allow-scripts allow-same-origin"',
    ]
  }
  return isSecure
    ? 'The page is secure.'
    : [
        'error',
        'The page is not secure.',
        `Serve it at ${origin.replace('http:', 'https:')}, or on localhost`,
      ]
}
