import Link from 'next/link'
import type { ReactNode } from 'react'

/**
 * Filters are links: they work without JavaScript, and an address can be sent to somebody. None is fetched ahead: the list is asked of
 * the database when one is chosen, and asking for nine others first would bring nothing of it sooner.
 */
export function ChoiceLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="w-full text-sm text-quiet sm:w-auto">{label}</span>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </div>
  )
}

export function ChoiceLink({ href, chosen, children }: { href: string; chosen: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={chosen ? 'true' : undefined}
      className="inline-flex min-h-11 items-center rounded-full border border-line bg-surface px-4 text-sm font-medium text-soft hover:border-edge
        aria-[current]:border-accent aria-[current]:bg-accent-ground aria-[current]:text-accent sm:min-h-9 sm:px-3.5"
    >
      {children}
    </Link>
  )
}
