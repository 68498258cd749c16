import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { requireConsumer } from '@/lib/auth/viewer'
import { mailSettingsOf } from '@/lib/db/read/mails'
import { countUnread, noticesOf } from '@/lib/db/read/notices'
import { env } from '@/lib/env'
import { sendsMail } from '@/lib/services/mail-settings'
import { markAllRead } from './actions'
import { MailCard } from './mail-card'
import { NoticeList } from './notice-list'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const PATH = '/consumer/notices'
const ON_A_PAGE = 25

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('title') }
}

/** What I was told, and where else I want to be told. */
export default async function NoticesPage({ searchParams }: Search) {
  const viewer = await requireConsumer(PATH)
  const after = z.uuid().safeParse((await searchParams)['after']).data ?? null
  const [t, { notices, after: next }, unread, settings] = await Promise.all([
    getTranslations('notices'),
    noticesOf(viewer, { after, limit: ON_A_PAGE }),
    countUnread(viewer),
    mailSettingsOf(viewer),
  ])
  const markAll = (
    <form action={markAllRead}>
      <SubmitButton variant="secondary" size="small" icon="check">
        {t('markAll')}
      </SubmitButton>
    </form>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-8">
        <div className="min-w-0">
          <Card
            title={t('list')}
            lead={unread > 0 ? t('unreadCount', { unread }) : undefined}
            actions={unread > 0 && markAll}
            flush
          >
            {notices.length > 0 && <NoticeList notices={notices} />}
            {notices.length === 0 && after === null && (
              <EmptyState title={t('emptyTitle')} icon="bell">
                {t('empty')}
              </EmptyState>
            )}
            {notices.length === 0 && after !== null && <EmptyState title={t('noneOlder')} />}
          </Card>
          <nav aria-label={t('title')} className="mt-4 flex flex-wrap gap-2 empty:hidden">
            {after !== null && <LinkButton href={PATH}>{t('newest')}</LinkButton>}
            {next !== null && <LinkButton href={`${PATH}?after=${next}`}>{t('older')}</LinkButton>}
          </nav>
        </div>
        <MailCard settings={settings} sends={sendsMail()} demo={env.mode === 'demo' && env.smtpUrl === undefined} />
      </div>
    </>
  )
}
