import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Moment } from '@/components/energy/period'
import { classes } from '@/components/ui/classes'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Notice } from '@/lib/domain/members/notice'
import { noticeWords } from '@/lib/format/notice-words'
import { markRead } from './actions'

/** What happened, the newest first; what is unread has a mark, and a button that takes it away. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  return (
    <ul className="divide-y divide-line">
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} />
      ))}
    </ul>
  )
}

function NoticeItem({ notice }: { notice: Notice }) {
  const t = useTranslations('notices')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const { title, body } = noticeWords(t, notice, style)
  const isUnread = notice.readAt === null
  return (
    <li className="grid grid-cols-[0.5rem_minmax(0,1fr)] gap-x-3 px-4 py-4 sm:px-6" data-notice={notice.kind}>
      <span aria-hidden="true" className={classes('mt-2 size-2 rounded-full', isUnread && 'bg-accent')} />
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className={classes('min-w-0 wrap-anywhere', isUnread ? 'font-semibold' : 'font-medium')}>
            {/* Not a Link: opening it marks it as read, which nothing may do ahead of the click. */}
            <a
              href={`/consumer/notices/${notice.id}`}
              className="inline-block min-h-6 hover:text-accent hover:underline"
            >
              {title}
              {isUnread && <span className="sr-only"> ({t('unread')})</span>}
            </a>
          </h3>
          <span className="text-sm text-quiet">
            <Moment at={notice.at} />
          </span>
        </div>
        <p className="mt-1 max-w-prose text-sm text-soft">{body}</p>
        {isUnread && (
          <form action={markRead} className="-ml-3 mt-1">
            <input type="hidden" name="id" value={notice.id} />
            <SubmitButton variant="quiet" size="small" icon="check" aria-label={t('markOne', { title })}>
              {t('markRead')}
            </SubmitButton>
          </form>
        )}
      </div>
    </li>
  )
}
