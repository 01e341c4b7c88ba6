const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  // Declarations are for people and compilers; a browser shows them.
  ts: 'text/plain; charset=utf-8',
}

/** The Content-Type of a file of the widget's build, by its name. */
export const contentTypeOf = (name: string): string =>
  types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
