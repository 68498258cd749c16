import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { GivenInstruction } from '@/lib/domain/surplus/standing-instruction'
import { pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import { formatDay } from '@/lib/format/period'
import { formatPrice } from '@/lib/format/price'
import type { OwnInstruction } from '@/lib/services/own-instruction'
import type { MicroPerKwh } from '@/lib/domain/units/units'
import type { SigningFacts } from '../credit-use'
import { InstructionButtons } from './instruction-buttons'

export interface InstructionCardProps {
  own: OwnInstruction
  /** To begin with. */
  suggested: { reserve: Tick; feedIn: MicroPerKwh | null; from: number }
  signing: SigningFacts
}

const STEPS_SHOWN = 3

/** What happens to every month's surplus by itself: signed once, ended at once, and what it did last. */
export function InstructionCard({ own: { region, given, steps }, suggested, signing }: InstructionCardProps) {
  const t = useTranslations('ownSurplus.instruction')
  const { settings, account, offers, now, calendar } = signing
  const isOver = given !== null && given.until < now
  const state = given === null ? 'none' : isOver ? 'over' : 'on'
  return (
    <Card
      title={t('title')}
      lead={t('lead')}
      actions={<Badge tone={state === 'on' ? 'success' : 'neutral'}>{t(`state.${state}`)}</Badge>}
    >
      {given && <InWords given={given} />}
      <InstructionButtons
        region={region}
        given={given}
        suggested={suggested}
        settings={settings}
        account={account}
        offers={offers}
        now={now}
      />
      {steps.length > 0 && (
        <div className="mt-6 border-t border-line pt-4 text-sm">
          <h3 className="font-medium">{t('last')}</h3>
          <ul className="mt-2 space-y-2">
            {steps.slice(0, STEPS_SHOWN).map(({ use, energy, start, at, txHash }) => (
              <li key={`${txHash}-${start}-${use}`} className="flex flex-wrap justify-between gap-x-4">
                <span>
                  {t.rich(`did.${use}`, {
                    energy: () => <Energy wh={energy} />,
                    period: () => <DeliveryPeriod start={start} calendar={calendar} />,
                  })}
                </span>
                <span className="text-quiet">
                  <Moment at={at} precision="minute" />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}

function InWords({ given }: { given: GivenInstruction }) {
  const t = useTranslations('ownSurplus.instruction')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const { first, rest, reserve, feedIn, until } = given
  return (
    <p className="mb-5 max-w-prose">
      {t('words', {
        first,
        rest,
        price: formatPrice(pricePerKwh(reserve), style.locale),
        feedIn: formatPrice(feedIn, style.locale),
        until: formatDay(until, style),
      })}
    </p>
  )
}
