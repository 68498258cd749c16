'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Field, Input } from '@/components/ui/field'
import type { Micro } from '@/lib/domain/units/units'
import { CURRENCY_SYMBOL, formatMoney } from '@/lib/format/money'
import type { AmountFault } from '@/lib/format/parse-amount'

export interface AmountFieldProps {
  label: string
  hint: ReactNode
  text: string
  onText: (text: string) => void
  fault: AmountFault | null
  /** Which limit is meant when it is too much, and how much that is. */
  limit: 'aboveWallet' | 'aboveFree'
  most: Micro | null
}

export function AmountField({ label, hint, text, onText, fault, limit, most }: AmountFieldProps) {
  const t = useTranslations('escrow.amountError')
  const locale = useLocale()
  const error = fault && (fault === 'tooMuch' ? tooMuch() : t(fault))

  function tooMuch(): string {
    if (!most) return t(limit === 'aboveWallet' ? 'walletEmpty' : 'nothingFree')
    return t(limit, { most: formatMoney(most, locale, { exact: true }) })
  }

  return (
    <Field label={label} hint={hint} error={error || undefined}>
      <Input
        name="amount"
        unit={CURRENCY_SYMBOL}
        numeric
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </Field>
  )
}
