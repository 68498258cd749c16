import { useLocale, useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { findingOf, type BillCheck } from '@/lib/chain/coding/bill/findings'
import type { BillFile } from '@/lib/chain/coding/bill/file'
import { shortHex } from '@/lib/format/hex'
import { sentenceGap } from '@/lib/format/locale'
import { FindingBadge, findingData, LOOK } from './finding-look'

/** One check: what was compared, how it came out, and what that means. */
export function FindingLine({ check, file }: { check: BillCheck; file: BillFile }) {
  const [t, locale] = [useTranslations('checkBill'), useLocale()]
  const found = findingOf(check)
  const { icon, text } = LOOK[found]
  const tell = t as unknown as (key: string, facts?: Record<string, string | number>) => string
  return (
    <li {...findingData(check)} className="flex gap-3 py-4 first:pt-0 last:pb-0">
      <Icon name={icon} className={classes('mt-0.5', text)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 font-medium">
          <span className="min-w-0">{tell(`checks.${check.name}.title`, useAbout(check, file))}</span>
          <FindingBadge check={check} />
        </p>
        <p className="mt-1 max-w-prose text-sm text-soft">
          {found === 'wrong' ? tell(`checks.${check.name}.wrong`) : tell(`checks.${check.name}.meaning`)}
          {sentenceGap[locale]}
          {check.again === 'right' && check.chain === 'unknown' && t('halfChecked')}
        </p>
      </div>
    </li>
  )
}

/** Which read, which transaction. */
function useAbout({ end, run }: BillCheck, file: BillFile): Record<string, string | number> {
  const t = useTranslations('checkBill')
  const locale = useLocale()
  const given = run === undefined ? undefined : file.runs[run]
  const read = end && given && given.kind !== 'trueUp' ? given[end] : undefined
  return {
    end: end ?? 'none',
    quality: read?.quality ?? 'Measured',
    number: read ? new Intl.NumberFormat(locale).format(read.sequence) : '',
    transaction: given ? shortHex(given.transaction) : '',
    run: given && run ? t('runs.again') : t('runs.first'),
  }
}
