'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { FileInput } from '@/components/ui/file-input'
import { Button } from '@/components/ui/button'
import type { BillMarket } from '@/lib/chain/coding/bill/chain-word'
import { LONGEST_BILL_FILE } from '@/lib/chain/coding/bill/file-limits'
import { CheckOutcome, Findings } from './check-outcome'
import { loadChecker, useCheck } from './use-check'

/** The file stays in this browser. */
export function CheckBill({ market, timeZone }: { market: BillMarket; timeZone: string }) {
  const t = useTranslations('checkBill')
  const { state, check, reset } = useCheck(market)
  useEffect(loadWhenIdle, [])
  const done = state.kind === 'checked'
  return (
    <div className="space-y-4 sm:space-y-6">
      <CheckOutcome state={state} timeZone={timeZone} />
      {done && <Button onClick={reset}>{t('another')}</Button>}
      {!done && state.kind !== 'working' && (
        <FileInput
          longest={LONGEST_BILL_FILE}
          onText={(text) => void check(async () => text)}
          words={(word) => t(`input.${word}`)}
        />
      )}
    </div>
  )
}

/** Once the page is there, all that a check takes comes, too: a file can then be checked without a network. */
function loadWhenIdle() {
  function load() {
    loadChecker()
    Findings.preload()
  }
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(load, 1_000)
    return () => clearTimeout(timer)
  }
  const idle = window.requestIdleCallback(load)
  return () => window.cancelIdleCallback(idle)
}
