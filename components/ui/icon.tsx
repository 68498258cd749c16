import { classes } from './classes'

/** Strokes on a 24-unit grid, drawn for 1.75-unit lines with round ends. */
const STROKES = {
  alert: 'M12 3.5 21.5 20h-19L12 3.5ZM12 10v4.5M12 17.3v.1',
  arrowLeft: 'M19 12H5M11 6l-6 6 6 6',
  arrowRight: 'M5 12h14M13 6l6 6-6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevronDown: 'm6 9.5 6 6 6-6',
  circleCheck: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Zm-13 .3 2.8 2.8L16 9.8',
  circleCross: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Zm-11.8-2.8 5.6 5.6m0-5.6-5.6 5.6',
  close: 'm6 6 12 12M18 6 6 18',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  empty: 'M4 13.5 6.5 5h11l2.5 8.5V19H4v-5.5Zm0 0h5l1.2 2.5h3.6l1.2-2.5h5',
  gauge: 'M4.5 18a9 9 0 1 1 15 0M12 14l4-5M12 15.5v.1',
  globe:
    'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM3.5 12h17M12 3c2.6 2.5 3.8 5.5 3.8 9s-1.2 6.5-3.8 9c-2.6-2.5-3.8-5.5-3.8-9S9.4 5.5 12 3Z',
  info: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Zm-9-1v5.500M12 7.700v.1',
  leave: 'M10 4H5v16h5M10 12h10m-4-4 4 4-4 4',
  monitor: 'M3.5 5h17v11h-17zM9 20h6m-3-4v4',
  moon: 'M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10Z',
  plug: 'M9 3v5m6-5v5M6.5 8h11v3.500a5.5 5.5 0 0 1-11 0V8ZM12 17v4',
  sort: 'M4 6h16M4 12h10M4 18h5',
  store: 'M4 10v10h16V10M3 9.5 5 4h14l2 5.500a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0ZM10 20v-5h4v5',
  sun: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm-4-9v1.500m0 15V21m9-9h-1.500m-15 0H3m15.4-6.4-1.1 1.100M6.7 17.300l-1.1 1.100m12.8 0-1.1-1.100M6.7 6.7 5.6 5.6',
  tag: 'M3.5 12.500v-9h9l8.5 8.5-9 9-8.5-8.500ZM8 8v.1',
  wallet: 'M4 7h15.500v12.500H4V5.500A1.5 1.5 0 0 1 5.5 4H17v3m-1.5 6.200v.1',
} as const

export type IconName = keyof typeof STROKES

export interface IconProps {
  name: IconName
  /** Edge in pixels. */
  size?: number
  className?: string
}

/** Decoration beside a text that says the same: always hidden from assistive technology. */
export function Icon({ name, size = 20, className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classes('shrink-0', className)}
    >
      <path d={STROKES[name]} />
    </svg>
  )
}
