'use client'

import { useLocale, useTranslations } from 'next-intl'
import { FileFaultText } from '@/app/operator/imports/file-fault-text'
import { Callout } from '@/components/ui/callout'
import type { FileFault } from '@/lib/domain/metering/file-fault'
import { sentenceGap } from '@/lib/format/locale'

const SHOWN = 20

/** Why a file cannot be used, line by line. */
export function Refused({ faults }: { faults: readonly FileFault[] }) {
  const t = useTranslations('compare.refused')
  return (
    <Callout tone="danger" title={t('title')} live>
      <p>{t('meaning')}</p>
      <FaultList faults={faults.slice(0, SHOWN)} />
      {faults.length > SHOWN && <p className="mt-2">{t('more', { count: faults.length - SHOWN })}</p>}
    </Callout>
  )
}

export function FaultList({ faults }: { faults: readonly FileFault[] }) {
  const [t, locale] = [useTranslations('compare.refused'), useLocale()]
  return (
    <ul className="mt-2 list-disc space-y-1 pl-5">
      {faults.map(({ name, facts, line }, place) => (
        <li key={place} data-fault={name}>
          {line !== null && line > 0 && <span className="font-medium">{t('line', { line })}</span>}
          {sentenceGap[locale]}
          <FileFaultText name={name} facts={facts} />
        </li>
      ))}
    </ul>
  )
}
