import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { keptMailsOf, type KeptMail } from '@/lib/db/read/mails'
import { env } from '@/lib/env'

const MOST_SHOWN = 20

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices.outbox')
  return { title: t('title') }
}

/** The demo's mails, which go nowhere, as their reader would get them. */
export default async function OutboxPage() {
  if (env.mode !== 'demo') notFound()
  const viewer = await requireConsumer('/consumer/notices/outbox')
  const [t, mails] = await Promise.all([getTranslations('notices.outbox'), keptMailsOf(viewer, MOST_SHOWN)])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: '/consumer/notices', label: t('back') }} />
      {mails.length === 0 ? (
        <Card>
          <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
        </Card>
      ) : (
        <ul className="space-y-6">
          {mails.map((mail) => (
            <KeptMailCard key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
    </>
  )
}

async function KeptMailCard({ mail }: { mail: KeptMail }) {
  const t = await getTranslations('notices.outbox')
  return (
    <Card
      as="li"
      title={mail.subject}
      lead={
        <>
          {t('to', { address: mail.address })} · <Moment at={mail.at} precision="minute" />
        </>
      }
    >
      <pre className="font-sans text-sm wrap-anywhere whitespace-pre-wrap">{linked(mail.body)}</pre>
      <details className="mt-4">
        <summary className="min-h-11 cursor-pointer py-2.5 text-sm font-medium sm:min-h-8 sm:py-1.5">
          {t('look')}
        </summary>
        <iframe
          title={t('lookOf', { subject: mail.subject })}
          sandbox=""
          srcDoc={mail.html}
          className="mt-2 h-104 w-full rounded-control border border-line bg-white"
        />
      </details>
    </Card>
  )
}

/** Addresses in the text lead where they say, as in a mail program. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a key={index} href={part} className="link inline-block min-h-6">
        {part}
      </a>
    ),
  )
}
