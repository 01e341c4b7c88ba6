/** A style sheet as text, minified by the build. */
declare module '*.css?inline' {
  const css: string
  // biome-ignore lint/style/noDefaultExport: this is how Vite gives it
  export default css
}
