'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { isCurrent, type NavItem } from './nav-items'

/** Words in the top bar. */
export function TopNav({ items }: { items: NavItem[] }) {
  const t = useTranslations('shell.nav')
  const pathname = usePathname()
  return (
    <nav aria-label={t('label')} className="hidden h-full sm:block">
      <ul className="flex h-full gap-1">
        {items.map((item) => (
          <li key={item.key} className="h-full">
            <Link
              href={item.href}
              aria-current={isCurrent(item, pathname) ? 'page' : undefined}
              className="relative flex h-full items-center px-3 text-sm font-medium text-quiet -outline-offset-4 hover:text-ink aria-[current]:text-ink
                aria-[current]:after:absolute aria-[current]:after:inset-x-3 aria-[current]:after:bottom-0 aria-[current]:after:h-0.5 aria-[current]:after:bg-accent"
            >
              {t(item.key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** On a phone: at the bottom edge, under the thumb. Not worth its place for a single item. */
export function BottomNav({ items }: { items: NavItem[] }) {
  const t = useTranslations('shell.nav')
  const pathname = usePathname()
  if (items.length < 2) return null
  return (
    <nav
      aria-label={t('label')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
    >
      <ul className="flex">
        {items.map((item) => (
          <li key={item.key} className="min-w-0 flex-1">
            <Link
              href={item.href}
              aria-current={isCurrent(item, pathname) ? 'page' : undefined}
              className={classes(
                'flex h-14 flex-col items-center justify-center gap-0.5 text-xs font-medium text-quiet -outline-offset-4',
                'aria-[current]:text-accent',
              )}
            >
              <Icon name={item.icon} size={22} />
              <span className="max-w-full truncate px-1">{t(item.key)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
