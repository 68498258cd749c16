'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { loadChecker, useCheck } from '@/app/(market)/check-bill/use-check'
import { Button, buttonClasses } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { partOnDemand } from '@/components/ui/part-on-demand'
import type { BillMarket } from '@/lib/chain/coding/bill/chain-word'

const CheckOutcome = partOnDemand(
  () => import('@/app/(market)/check-bill/check-outcome').then((module) => module.CheckOutcome),
  null,
  ['bill.kind', 'checkBill', 'refusals'],
)

export interface CheckCardProps {
  /** Of the bill's page. */
  path: string
  market: BillMarket
  timeZone: string
}

/** Checks the bill in this browser with one click; and the file with which anybody else can. */
export function CheckCard({ path, market, timeZone }: CheckCardProps) {
  const t = useTranslations('bill.check')
  const { state, check } = useCheck(market)
  function reach() {
    loadChecker()
    CheckOutcome.preload()
  }
  const start = () =>
    check(async () => {
      const response = await fetch(`${path}/bill.json`, { cache: 'no-store' })
      if (!response.ok) throw new Error('the file was not given')
      return response.text()
    })
  return (
    <div className="space-y-4 sm:space-y-6 print:hidden" id="check">
      <Card title={t('title')} lead={t('lead')}>
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            onClick={() => void start()}
            onFocus={reach}
            onPointerEnter={reach}
            pending={state.kind === 'working'}
            icon="circleCheck"
          >
            {t('start')}
          </Button>
          <a href={`${path}/bill.json?download`} download className={buttonClasses({})}>
            {t('download')}
          </a>
        </div>
        <p className="mt-4 max-w-prose text-sm text-quiet">
          {t.rich('anybody', {
            page: (chunks) => (
              <Link href="/check-bill" className="link">
                {chunks}
              </Link>
            ),
          })}
        </p>
      </Card>
      {state.kind !== 'empty' && <CheckOutcome state={state} timeZone={timeZone} />}
    </div>
  )
}
