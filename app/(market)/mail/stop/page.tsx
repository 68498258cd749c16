import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { stop } from '../actions'
import { LinkForm } from '../link-form'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices.stop')
  return { title: t('title'), robots: 'noindex', referrer: 'no-referrer' }
}

/** Where the link in every mail leads that stops them all. */
export default async function StopPage({ searchParams }: Search) {
  const [t, { key = '' }] = await Promise.all([getTranslations('notices.stop'), searchParams])
  return (
    <div className="mx-auto max-w-prose">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Card>
        <LinkForm action={stop} secret={String(key)} button={t('button')} doneTitle={t('doneTitle')} done={t('done')} />
      </Card>
    </div>
  )
}
