import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout, type CalloutTone } from '@/components/ui/callout'
import { findingOf, type BillCheck, type Verdict } from '@/lib/chain/coding/bill/findings'
import { formatMoney } from '@/lib/format/money'
import { formatPeriod } from '@/lib/format/period'
import type { FindingsProps } from './findings'

const TONE: Record<Verdict, CalloutTone> = {
  right: 'success',
  wrong: 'danger',
  superseded: 'warning',
  uncompared: 'warning',
  unknown: 'warning',
}
const MOST_NAMED = 5

/** What all checks come to, in a sentence. */
export function BillVerdict({ examined, timeZone, onRetry }: FindingsProps) {
  const t = useTranslations('checkBill')
  const locale = useLocale()
  const { file, checks, verdict } = examined
  const wrong = checks.filter((check) => findingOf(check) === 'wrong')
  const facts = {
    amount: formatMoney(file.total, locale, { exact: true }),
    period: formatPeriod({ start: file.runs[0].opening.time, end: file.runs[0].closing.time }, { locale, timeZone }),
    lines: checks.filter(({ name }) => name === 'line').length,
    checks: checks.length,
    wrong: wrong.length,
    open: checks.filter((check) => findingOf(check) === 'unknown').length,
  }
  return (
    <Callout
      tone={TONE[verdict]}
      title={t(`verdict.${verdict}.title`, facts)}
      todo={(verdict === 'uncompared' || verdict === 'unknown') && <Button onClick={onRetry}>{t('retry')}</Button>}
      live
    >
      <p>{t(`verdict.${verdict}.meaning`, facts)}</p>
      {verdict === 'wrong' && <WrongOnes wrong={wrong} />}
    </Callout>
  )
}

function WrongOnes({ wrong }: { wrong: readonly BillCheck[] }) {
  const t = useTranslations('checkBill')
  const names = useNames()
  const shown = [...new Set(wrong.map(names))]
  return (
    <ul className="mt-2 list-disc space-y-1 pl-5" data-wrong>
      {shown.slice(0, MOST_NAMED).map((name) => (
        <li key={name}>{name}</li>
      ))}
      {shown.length > MOST_NAMED && <li>{t('verdict.more', { count: shown.length - MOST_NAMED })}</li>}
    </ul>
  )
}

function useNames(): (check: BillCheck) => string {
  const t = useTranslations('checkBill')
  const kinds = useTranslations('bill.kind')
  return ({ name, kind }) => {
    if (kind) return name === 'reversedLine' ? t('what.reversed', { line: kinds(kind) }) : kinds(kind)
    return t(`short.${name}`)
  }
}
