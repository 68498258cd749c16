import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import type { Refusal } from '@/lib/domain/decision'
import { micro, wh } from '@/lib/domain/units/units'
import type { RefusalName } from '@/lib/errors'
import { formatEnergy } from '@/lib/format/energy'
import { shortHex } from '@/lib/format/hex'
import { formatMoney } from '@/lib/format/money'
import { formatMinute, type TimeStyle } from '@/lib/format/period'
import { factUnit } from './fact-unit'

export interface RefusalMessageProps {
  refusal: Refusal
  action?: ReactNode
  /** For what could not be done, and was not tried: it stands there quietly. Left out, something was refused just now. */
  title?: string
}

/** A refusal by its one name, with its facts in the units people use. */
export function RefusalMessage({ refusal, action, title }: RefusalMessageProps) {
  const t = useTranslations()
  const style: TimeStyle = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const key = `refusals.${refusal.name as RefusalName}` as const
  // Which facts a message uses differs from one to the next: the type checker cannot follow, the message test does.
  const sentence = t as unknown as (key: string, facts: Record<string, string>) => string
  const facts = Object.fromEntries(
    Object.entries(refusal.facts).map(([name, fact]) => [name, factText({ refusal: refusal.name, name, fact }, style)]),
  )
  return (
    <Callout
      tone={title ? 'info' : 'danger'}
      title={title ?? t('wallet.failure.refused.title')}
      todo={action}
      live={!title}
    >
      {t.has(key) ? sentence(key, facts) : t('wallet.failure.refused.meaning', { name: refusal.name })}
    </Callout>
  )
}

interface Fact {
  refusal: string
  name: string
  fact: bigint | string
}

function factText({ refusal, name, fact }: Fact, style: TimeStyle): string {
  if (typeof fact === 'string' && !/^\d+$/.test(fact)) return fact.startsWith('0x') ? shortHex(fact) : fact
  switch (factUnit(name, refusal)) {
    case 'money':
      return formatMoney(micro(BigInt(fact)), style.locale)
    case 'energy':
      return formatEnergy(wh(BigInt(fact)), style.locale)
    case 'time':
      return formatMinute(Number(fact), style)
    case 'plain':
      return String(fact)
  }
}
