import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { confirm } from '../actions'
import { LinkForm } from '../link-form'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices.confirm')
  return { title: t('title'), robots: 'noindex', referrer: 'no-referrer' }
}

/** Where a mail leads that asks whether the mailbox is yours. */
export default async function ConfirmPage({ searchParams }: Search) {
  const [t, { token = '' }] = await Promise.all([getTranslations('notices.confirm'), searchParams])
  return (
    <div className="mx-auto max-w-prose">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Card>
        <LinkForm
          action={confirm}
          secret={String(token)}
          button={t('button')}
          doneTitle={t('doneTitle')}
          done={t('done')}
        />
      </Card>
    </div>
  )
}
