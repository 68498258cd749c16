import type { ReactNode } from 'react'
import { classes } from './classes'

export interface StatProps {
  label: ReactNode
  value: ReactNode
  /** One quiet line under the value: a comparison, a date. */
  sub?: ReactNode
  /** The one figure of the page. */
  large?: boolean
}

export function Stat({ label, value, sub, large }: StatProps) {
  return (
    <div className={classes('min-w-0', large && 'max-sm:col-span-full')}>
      <dt className="text-sm text-quiet">{label}</dt>
      <dd className={classes('figure mt-1 font-semibold tracking-tight', large ? 'text-3xl' : 'text-xl')}>{value}</dd>
      {sub && <dd className="mt-1 text-sm text-quiet">{sub}</dd>}
    </div>
  )
}

/** Figures side by side, two on a phone; the list a Stat belongs in. */
export function StatGroup({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-x-6 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(12rem,1fr))]">
      {children}
    </dl>
  )
}
