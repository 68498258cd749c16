import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import type { Notice } from '@/lib/domain/members/notice'
import { noticeWords } from '@/lib/format/notice-words'

/** The latest that the member has not seen yet. Nothing where all is read. */
export function NewNotices({ notices }: { notices: readonly Notice[] }) {
  const t = useTranslations('notices')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  if (notices.length === 0) return null
  const all = (
    <Link href="/consumer/notices" className="link">
      {t('all')}
    </Link>
  )
  return (
    <Card title={t('newTitle')} flush footer={all}>
      <ul className="divide-y divide-line">
        {notices.map((notice) => (
          <li key={notice.id}>
            {/* Not a Link: opening it marks it as read, which nothing may do ahead of the click. */}
            <a
              href={`/consumer/notices/${notice.id}`}
              className="block px-4 py-3 -outline-offset-2 hover:bg-sunken/60 sm:px-6"
            >
              <span className="block text-sm font-medium">{noticeWords(t, notice, style).title}</span>
              <span className="mt-0.5 block text-sm text-quiet">
                <Moment at={notice.at} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
