'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CHECK_PARTS } from '@/lib/chain/coding/bill/findings'
import type { Examined } from './examine'
import { FindingLine } from './finding-line'
import { CheckedFacts } from './checked-facts'
import { LineFindings } from './line-findings'
import { BillVerdict } from './verdict'

export interface FindingsProps {
  examined: Extract<Examined, { kind: 'checked' }>
  timeZone: string
  onRetry: () => void
}

/** The verdict, the bill's lines one by one, and everything else that was checked. */
export function Findings({ examined, timeZone, onRetry }: FindingsProps) {
  const t = useTranslations('checkBill')
  const { file, checks } = examined
  return (
    <div className="space-y-4 sm:space-y-6" data-verdict={examined.verdict}>
      <BillVerdict {...{ examined, timeZone, onRetry }} />
      <Card title={t('facts.title')}>
        <CheckedFacts file={file} timeZone={timeZone} />
      </Card>
      <LineFindings file={file} checks={checks} timeZone={timeZone} />
      {CHECK_PARTS.filter((part) => part !== 'lines').map((part) => (
        <Card key={part} title={t(`parts.${part}.title`)} lead={t(`parts.${part}.lead`)}>
          <ol className="divide-y divide-line">
            {checks
              .filter((check) => check.part === part)
              .map((check) => (
                <FindingLine key={`${check.name} ${check.run} ${check.end}`} check={check} file={file} />
              ))}
          </ol>
        </Card>
      ))}
    </div>
  )
}
