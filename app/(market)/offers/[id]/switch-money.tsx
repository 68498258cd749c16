'use client'

import { useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { Period } from '@/components/energy/period'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { micro } from '@/lib/domain/units/units'
import type { SwitchAgreementProps } from './switch-agreement'

/** What leaves, what comes back and what is set aside. */
export function SwitchMoney(props: SwitchAgreementProps) {
  const t = useTranslations('switching.money')
  const { meter, free, owed, missing, deposit } = props
  const items: Description[] = [
    ...useOldSide(props),
    { key: 'returned', term: t('returned'), description: <Money micro={micro(meter.old.deposit)} /> },
    ...(deposit === null ? [] : [{ key: 'deposit', term: t('deposit'), description: <Money micro={deposit} /> }]),
    { key: 'free', term: t('free'), description: <Money micro={free} /> },
    ...(owed > 0n ? [{ key: 'owed', term: t('owed'), description: <Money micro={owed} /> }] : []),
    ...(missing ? [{ key: 'missing', term: t('missing'), description: <Money micro={missing} /> }] : []),
  ]
  return (
    <section aria-labelledby="switch-money" className="rounded-card border border-line bg-sunken/60 p-4 sm:p-5">
      <h3 id="switch-money" className="mb-3 font-semibold">
        {t('title')}
      </h3>
      <DescriptionList items={items} />
      {meter.end && (
        <p className="mt-4 border-t border-line pt-3 text-sm text-quiet">
          {t('forecast', {
            known: meter.end.use.soFar.days,
            foreseen: meter.end.use.daysToCome,
            from: meter.end.use.from,
          })}
        </p>
      )}
    </section>
  )
}

/** The last bill and the exit fee in it, or why there is none. */
function useOldSide({ meter }: SwitchAgreementProps): Description[] {
  const t = useTranslations('switching.money')
  const { cut, end, old } = meter
  if (!cut.ok) return []
  const { exitFee } = cut.value
  const why = old.coolingOffUntil !== null ? 'coolingOff' : old.offer.exitFee === 0n ? 'never' : 'termOver'
  return [
    ...(end === null
      ? []
      : [
          {
            key: 'finalBill',
            term: (
              <>
                {t('finalBill', { offer: old.offerName })} <Period start={end.start} end={end.end} />
              </>
            ),
            description: <Money micro={end.bill.total} />,
          },
        ]),
    {
      key: 'exitFee',
      term: t('exitFee'),
      description: exitFee > 0n ? <Money micro={exitFee} /> : t(`noExitFee.${why}`),
    },
  ]
}
