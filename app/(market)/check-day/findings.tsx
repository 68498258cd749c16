'use client'

import { useLocale, useTranslations } from 'next-intl'
import { DayFigure } from '@/components/energy/day-figure'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { CopyText } from '@/components/ui/copy-text'
import { DescriptionList } from '@/components/ui/description-list'
import { DAY_CHECKS, isProven, type DayFindings, type Finding } from '@/lib/chain/coding/check-day'
import { dayBounds } from '@/lib/domain/metering/calendar'
import { sumWh } from '@/lib/domain/metering/register-values'
import { shortHex } from '@/lib/format/hex'
import { formatCount } from '@/lib/format/number'
import type { Examined } from './examine'
import { FindingLine } from './finding-line'

export interface FindingsProps {
  examined: Extract<Examined, { kind: 'checked' }>
  timeZone: string
  onRetry?: () => void
}

/** The verdict, what it rests on line by line, and the day itself. */
export function Findings({ examined, timeZone, onRetry }: FindingsProps) {
  const t = useTranslations('dayProof')
  const { file, findings, own } = examined
  const proven = isProven(findings) && own !== 'wrong'
  return (
    <>
      <Verdict {...{ examined, timeZone, onRetry }} />
      <Card title={t('checksTitle')} lead={t('checksLead')}>
        <ol className="divide-y divide-line">
          {DAY_CHECKS.map((check) => (
            <FindingLine key={check} check={check} finding={findings[check]} />
          ))}
          <FindingLine check="own" finding={own} />
        </ol>
      </Card>
      <Card title={t('dayTitle')} lead={proven ? undefined : t('dayUnproven')}>
        <DayFigure day={file.day} timeZone={timeZone} />
      </Card>
      <Card title={t('factsTitle')}>
        <Facts {...{ examined, timeZone }} />
      </Card>
    </>
  )
}

function Verdict({ examined: { file, chain, findings, own }, timeZone, onRetry }: FindingsProps) {
  const t = useTranslations('dayProof.verdict')
  const date = <Moment at={dayBounds(file.day.day, timeZone).start} timeZone={timeZone} />
  if (isProven(findings) && own !== 'wrong') {
    return (
      <Callout tone="success" title={t.rich('provenTitle', { date: () => date })} live>
        {t('proven')}
      </Callout>
    )
  }
  if (own === 'wrong' || Object.values(findings).includes('wrong')) {
    return (
      <Callout tone="danger" title={t('wrongTitle')} live>
        {t(whatIsWrong(findings, own))}
      </Callout>
    )
  }
  return (
    <Callout tone="warning" title={t('unknownTitle')} todo={<Button onClick={onRetry}>{t('retry')}</Button>} live>
      {chain ? t('unknown') : t('unreachable')}
    </Callout>
  )
}

function whatIsWrong({ market, figures, transaction, root, read, signature }: DayFindings, own: Finding) {
  if (market === 'wrong') return 'otherMarket'
  if (figures === 'wrong') return 'tampered'
  return [transaction, root, read].includes('wrong')
    ? 'notRecorded'
    : signature !== 'wrong' && own === 'wrong'
      ? 'forged'
      : 'unsigned'
}

function Facts({ examined: { file, chain }, timeZone }: Omit<FindingsProps, 'onRetry'>) {
  const t = useTranslations('dayProof.facts')
  const locale = useLocale()
  const { day, read, txHash } = file
  const hex = (value: string) => (
    <span className="font-mono">
      <CopyText text={value}>{shortHex(value)}</CopyText>
    </span>
  )
  const receipt = chain?.receipt
  return (
    <DescriptionList
      items={[
        { key: 'import', term: t('import'), description: <Energy wh={sumWh(day.importWh)} exact /> },
        { key: 'export', term: t('export'), description: <Energy wh={sumWh(day.exportWh)} exact /> },
        { key: 'meter', term: t('meter'), description: hex(read.meterId) },
        {
          key: 'read',
          term: t('read'),
          description: (
            <>
              <Moment at={read.time} precision="minute" timeZone={timeZone} /> {' · '}
              {t('number', { sequence: read.sequence })}
            </>
          ),
        },
        { key: 'root', term: t('root'), description: hex(read.intervalRoot) },
        { key: 'transaction', term: t('transaction'), description: hex(txHash) },
        ...(receipt
          ? [
              {
                key: 'block',
                term: t('block'),
                description: (
                  <>
                    {formatCount(receipt.blockNumber, locale)} {' · '}
                    <Moment at={receipt.blockTime} precision="minute" timeZone={timeZone} />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
