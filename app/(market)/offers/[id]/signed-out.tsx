import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { SignInHere } from '@/components/wallet/sign-in-here'
import type { OfferRow } from '@/lib/db/read/offers'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, type Wh } from '@/lib/domain/units/units'
import { env } from '@/lib/env'
import { walletSettings } from '@/lib/services/wallet-settings'
import { offerPath } from './plan-query'
import { examplePlan, withPlan } from './planned-months'
import { VisitorPlan } from './visitor-plan'

interface SignedOutProps {
  row: OfferRow
  table: TariffTable | null
  start: number | null
  plan: readonly Wh[] | null
}

/** For whoever has not said who it is: sign in without leaving the offer, or first see what own figures would come to. */
export async function SignedOut({ row, table, start, plan }: SignedOutProps) {
  const t = await getTranslations('signing.signedOut')
  const usage = row.examples[Math.floor(row.examples.length / 2)]?.usage
  return (
    <Card title={t('title')}>
      <p className="mb-5 text-sm text-soft">{t('meaning')}</p>
      <SignInHere
        settings={walletSettings()}
        origin={new URL(env.publicUrl).origin}
        path={offerPath(row.id, plan)}
        label={t('action')}
      />
      {start !== null && usage && (
        <VisitorPlan
          offer={{ id: row.id as Hex, terms: row.offer, pricing: row.pricing }}
          table={table}
          start={start}
          months={withPlan(examplePlan(start, env.marketTimeZone, row.examples), plan, env.marketTimeZone)}
          mix={usage.registers}
          capacity={usage.capacity ?? watt(0n)}
        />
      )}
    </Card>
  )
}
