import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CopyText } from '@/components/ui/copy-text'
import { Card } from '@/components/ui/card'
import { shortHex } from '@/lib/format/hex'

export interface ComplaintCardProps {
  billId: string
  retailer: string
  /** Names of the exchange's accounts; the first speaks for all. */
  exchange: string | null
  /** Where the exchange takes complaints; null if the market names no place. */
  complaintsUrl: string | null
}

/** Whom to turn to, in which order, and with what. */
export function ComplaintCard({ billId, retailer, exchange, complaintsUrl }: ComplaintCardProps) {
  const t = useTranslations('bill.complaint')
  const number = (
    <span className="font-mono">
      <span className="print:hidden">
        <CopyText text={billId}>{shortHex(billId)}</CopyText>
      </span>
      <span className="hidden text-xs wrap-anywhere print:inline">{billId}</span>
    </span>
  )
  const place = (chunks: ReactNode) =>
    complaintsUrl === null ? (
      chunks
    ) : (
      <a href={complaintsUrl} className="link">
        {chunks}
      </a>
    )
  return (
    <Card title={t('title')} lead={t('lead')} className="later break-inside-avoid">
      <ol className="max-w-prose list-decimal space-y-2 pl-5 text-sm text-soft marker:text-quiet">
        <li>{t('check')}</li>
        <li>{t.rich('retailer', { retailer, number: () => number })}</li>
        <li>{t.rich('exchange', { exchange: exchange ?? t('theExchange'), place })}</li>
      </ol>
      {complaintsUrl && <p className="mt-3 hidden text-xs wrap-anywhere print:block">{complaintsUrl}</p>}
    </Card>
  )
}
