import type { ReactNode } from 'react'
import { classes } from './classes'

export interface Description {
  key: string
  term: ReactNode
  /** A Hint beside the term. */
  hint?: ReactNode
  description: ReactNode
  numeric?: boolean
}

/** Facts by name: one under the other, the answer at the far edge. */
export function DescriptionList({ items }: { items: Description[] }) {
  return (
    <dl className="divide-y divide-line text-sm">
      {items.map((item) => (
        <div
          key={item.key}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0"
        >
          <dt className="text-quiet">
            {item.term} {item.hint}
          </dt>
          <dd className={classes('ml-auto min-w-0 text-right font-medium wrap-anywhere', item.numeric && 'figure')}>
            {item.description}
          </dd>
        </div>
      ))}
    </dl>
  )
}
