/** zoid has no types; of what it offers, what is used here. */
declare module 'zoid/dist/zoid.frame.min.js' {
  export function create(
    definition: Record<string, unknown>,
  ): (props: Record<string, unknown>) => { render(container: HTMLElement): PromiseLike<void> }
}
declare module '*.css' {}
