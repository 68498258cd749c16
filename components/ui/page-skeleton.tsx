import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Skeleton } from './skeleton'

export interface PageSkeletonProps {
  /** Classes that say how wide the page's title will be; without it `children` draw all. */
  title?: string
  children: ReactNode
}

/** What a page shows while it is being fetched: its shape, and a word for who cannot see it. */
export function PageSkeleton({ title, children }: PageSkeletonProps) {
  const t = useTranslations('ui')
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      {title && <Skeleton className={classes('h-9 max-w-full sm:h-11', title)} />}
      {children}
    </div>
  )
}
