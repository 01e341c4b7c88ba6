/** Outlines on a 24 × 24 grid. Always beside words, so always hidden from assistive technology. */
const outlines = {
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M14 7l-5 5 5 5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevron: 'M7 10l5 5 5-5',
  alert: 'M12 7.5v6M12 16.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  clock: 'M12 7v5.2l3.2 1.9M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  offline:
    'M4 4l16 16M8.8 13a5 5 0 0 1 3-1.4M5.6 9.8A9.6 9.6 0 0 1 8 8.2M11 7a9.6 9.6 0 0 1 7.4 2.8M12 17.5v.01',
  item: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  info: 'M12 11v5.5M12 7.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
} as const

export type IconName = keyof typeof outlines

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={outlines[name]} />
    </svg>
  )
}
