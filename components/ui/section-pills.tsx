'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { SectionNavProps } from './section-nav'

/** The pages of one section, beneath the row of sections. */
export function SectionPills({ label, sections }: SectionNavProps) {
  const pathname = usePathname()
  return (
    <nav aria-label={label} className="mb-6 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {sections.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              className="flex min-h-11 items-center rounded-full border border-edge/60 px-4 text-sm font-medium text-soft hover:border-edge hover:text-ink
                aria-[current]:border-accent aria-[current]:bg-accent-ground aria-[current]:text-accent sm:min-h-9"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
