/** A junction: one line runs on, the other is taken. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" width={size} height={size} className="shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g fill="none" strokeWidth="3" strokeLinecap="round" className="stroke-on-accent">
        <path d="M17 22h8.5" opacity="0.4" />
        <path d="M6.5 22H10c6 0 6-12 12-12h3.5" />
      </g>
      <circle cx="10.5" cy="22" r="3.25" className="fill-accent stroke-on-accent" strokeWidth="2.5" />
    </svg>
  )
}
