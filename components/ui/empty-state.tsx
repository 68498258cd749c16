import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export interface EmptyStateProps {
  title: ReactNode
  /** Why there is nothing, and what will make something appear. */
  children?: ReactNode
  action?: ReactNode
  icon?: IconName
}

export function EmptyState({ title, children, action, icon = 'empty' }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-prose flex-col items-center px-4 py-12 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-sunken text-quiet">
        <Icon name={icon} size={24} />
      </span>
      <p className="mt-4 text-base font-semibold">{title}</p>
      {children && <div className="mt-1 text-sm text-quiet">{children}</div>}
      {action && <div className="mt-6 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
