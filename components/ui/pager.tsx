import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'

export interface PagerProps {
  path: string
  search: string
  /** From zero. */
  page: number
  pages: number
}

/** Before and after, as plain links: they can be sent to somebody. */
export function Pager({ path, search, page, pages }: PagerProps) {
  const t = useTranslations('ui.pager')
  if (pages <= 1) return null
  const href = (to: number) => `${path}?${new URLSearchParams({ ...(search && { q: search }), page: String(to + 1) })}`
  return (
    <nav
      aria-label={t('label')}
      className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-4 sm:px-6"
    >
      <span className="figure text-sm text-quiet">{t('position', { page: page + 1, pages })}</span>
      <span className="flex gap-2">
        {page > 0 && (
          <LinkButton href={href(page - 1)} rel="prev">
            {t('before')}
          </LinkButton>
        )}
        {page + 1 < pages && (
          <LinkButton href={href(page + 1)} rel="next">
            {t('after')}
          </LinkButton>
        )}
      </span>
    </nav>
  )
}
