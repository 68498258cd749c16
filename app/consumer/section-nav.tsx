'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

const SECTIONS = [
  { key: 'supply', href: '/consumer' },
  { key: 'bills', href: '/consumer/bills' },
  { key: 'account', href: '/consumer/wallet' },
] as const

export function SectionNav() {
  const t = useTranslations('supply.nav')
  const pathname = usePathname()
  const isCurrent = (href: string) => pathname === href || (href !== '/consumer' && pathname.startsWith(`${href}/`))
  return (
    <nav aria-label={t('label')} className="-mt-2 mb-6 border-b border-line sm:mb-8 print:hidden">
      <ul className="flex gap-1 overflow-x-auto">
        {SECTIONS.map(({ key, href }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={isCurrent(href) ? 'page' : undefined}
              className="relative flex min-h-11 items-center px-3 text-sm font-medium whitespace-nowrap text-quiet -outline-offset-4 hover:text-ink
                aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-3 aria-[current]:after:bottom-0
                aria-[current]:after:h-0.5 aria-[current]:after:bg-accent"
            >
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
