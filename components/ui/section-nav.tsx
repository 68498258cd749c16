'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

export interface Section {
  href: string
  label: string
}

export interface SectionNavProps {
  /** Names the row of links for a screen reader. */
  label: string
  sections: readonly Section[]
}

/**
 * The pages of one area side by side, the one shown in sight even where they do not all fit.
 * A section holds every address below it that no other section holds more closely.
 */
export function SectionNav({ label, sections }: SectionNavProps) {
  const pathname = usePathname()
  const current = sections
    .map(({ href }) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .reduce((closest, href) => (href.length > closest.length ? href : closest), '')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const row = list.current
    const here = row?.querySelector<HTMLElement>('[aria-current]')
    if (!row || !here) return
    const watch = new ResizeObserver(() => {
      row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2
    })
    // The links, too: they get wider when their font comes.
    for (const element of [row, ...row.children]) watch.observe(element)
    return () => watch.disconnect()
  }, [current])
  return (
    <nav aria-label={label} className="-mt-2 mb-6 border-b border-line sm:mb-8 print:hidden">
      <ul ref={list} className="relative flex gap-1 overflow-x-auto">
        {sections.map((section) => (
          <li key={section.href}>
            <Link
              href={section.href}
              aria-current={section.href === current ? 'page' : undefined}
              className="relative flex min-h-11 items-center px-2 text-sm sm:px-3 font-medium whitespace-nowrap text-quiet -outline-offset-4 hover:text-ink
                aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2 sm:aria-[current]:after:inset-x-3 aria-[current]:after:bottom-0
                aria-[current]:after:h-0.5 aria-[current]:after:bg-accent"
            >
              {section.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
