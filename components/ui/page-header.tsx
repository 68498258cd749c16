import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface PageHeaderProps {
  title: ReactNode
  /** Beside the title: a state. */
  badge?: ReactNode
  /** Who or what this page is about, in one or two sentences. */
  lead?: ReactNode
  actions?: ReactNode
  /** The page above this one. */
  back?: { href: string; label: ReactNode }
}

export function PageHeader({ title, badge, lead, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-6 sm:mb-8">
      {back && (
        <Link
          href={back.href}
          className="-ml-1 mb-2 inline-flex min-h-11 items-center gap-1.5 px-1 text-sm font-medium text-quiet hover:text-accent sm:min-h-8"
        >
          <Icon name="arrowLeft" size={16} />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 max-w-prose">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <h1 className="min-w-0 text-2xl font-semibold tracking-[-0.02em] wrap-anywhere sm:text-3xl">{title}</h1>
            {badge}
          </div>
          {lead && <p className="mt-2 text-base text-soft">{lead}</p>}
        </div>
        {actions && <div className="flex w-full flex-wrap gap-2 sm:w-auto">{actions}</div>}
      </div>
    </header>
  )
}
