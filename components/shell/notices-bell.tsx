import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Icon } from '@/components/ui/icon'

const MOST_SHOWN = 99

/** The way to the notices, and how many are unread. */
export function NoticesBell({ unread }: { unread: number }) {
  const t = useTranslations('notices')
  const label = t('bell', { unread })
  return (
    <Link
      href="/consumer/notices"
      aria-label={label}
      title={label}
      className="relative grid min-h-11 min-w-11 shrink-0 place-items-center rounded-control text-quiet hover:bg-sunken hover:text-ink sm:min-h-10 sm:min-w-10"
    >
      <Icon name="bell" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="figure absolute top-0.5 right-0 grid min-h-5 min-w-5 place-items-center rounded-full bg-accent px-1 text-xs font-semibold text-on-accent"
        >
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  )
}
