import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { formatCount } from '@/lib/format/number'
import type { Health } from '@/lib/services/health'

/** Chain, follower, worker and database, as the health endpoint sees them. */
export function HealthCard({ status }: { status: Health }) {
  const t = useTranslations('operator.market.health')
  const locale = useLocale()
  const { ok, chain, follower, database, worker } = status
  const count = (value: number) => formatCount(value, locale)
  const items = [
    { key: 'chain', term: t('chain'), description: <State ok={chain !== null} /> },
    { key: 'id', term: t('chainId'), description: chain ? String(chain.id) : '–', numeric: true },
    { key: 'head', term: t('head'), description: chain ? count(chain.head) : '–', numeric: true },
    { key: 'followed', term: t('followed'), description: follower ? count(follower.block) : '–', numeric: true },
    { key: 'lag', term: t('lag'), description: follower ? t('blocks', { count: follower.lag }) : '–', numeric: true },
    { key: 'worker', term: t('worker'), description: <State ok={worker} /> },
    { key: 'database', term: t('database'), description: <State ok={database} /> },
  ]
  return (
    <Card
      title={t('title')}
      lead={t(ok ? 'runs' : 'stuck')}
      actions={<Badge tone={ok ? 'success' : 'danger'}>{t(ok ? 'ok' : 'notOk')}</Badge>}
    >
      <div className="grid gap-x-12 max-md:divide-y max-md:divide-line md:grid-cols-2">
        <div className="max-md:pb-3">
          <DescriptionList items={items.slice(0, 4)} />
        </div>
        <div className="max-md:pt-3">
          <DescriptionList items={items.slice(4)} />
        </div>
      </div>
    </Card>
  )
}

function State({ ok }: { ok: boolean }) {
  const t = useTranslations('operator.market.health')
  return <Badge tone={ok ? 'success' : 'danger'}>{t(ok ? 'answers' : 'silent')}</Badge>
}
