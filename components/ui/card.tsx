import type { ReactNode } from 'react'
import { classes } from './classes'

export interface CardProps {
  title?: ReactNode
  /** One quiet sentence under the title. */
  lead?: ReactNode
  /** At the end of the title row. */
  actions?: ReactNode
  footer?: ReactNode
  /** Let a table or chart reach the edges. */
  flush?: boolean
  as?: 'section' | 'article' | 'div' | 'li'
  className?: string
  children?: ReactNode
}

export function Card({ title, lead, actions, footer, flush, as: Element = 'section', className, children }: CardProps) {
  return (
    <Element className={classes('min-w-0 overflow-clip rounded-card border border-line bg-surface', className)}>
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-6 sm:pt-5">
          <div className="min-w-0 max-w-prose">
            {title && <h2 className="text-lg font-semibold tracking-tight">{title}</h2>}
            {lead && <p className="mt-1 text-sm text-quiet">{lead}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? classes(Boolean(title || actions) && 'pt-4') : 'p-4 sm:p-6'}>{children}</div>
      {footer && (
        <footer className="border-t border-line bg-sunken/60 px-4 py-3 text-sm text-soft sm:px-6">{footer}</footer>
      )}
    </Element>
  )
}
