import { useTimeZone, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Period } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { sumWh } from '@/lib/domain/metering/register-values'
import { wallClockAt } from '@/lib/domain/metering/calendar'
import { consecutivePeriods } from '@/lib/domain/settlement/period'
import { wh } from '@/lib/domain/units/units'
import { energyUnitFor } from '@/lib/format/energy'
import type { ReceiptAgreement } from './receipt'

/** The energy contracted for each month of a year. */
export function ContractedCard({ agreement: { start, contractedWh } }: { agreement: ReceiptAgreement }) {
  const t = useTranslations('receipt.contracted')
  const timeZone = useTimeZone() ?? 'UTC'
  const [year = 0, month = 1] = wallClockAt(start, timeZone).date.split('-').map(Number)
  const months = consecutivePeriods({ year, month }, contractedWh.length, timeZone)
  const unit = energyUnitFor(contractedWh.reduce((most, energy) => (energy > most ? energy : most), wh(0n)))
  return (
    <Card title={t('title')} lead={t('lead')}>
      <table className="w-full text-sm">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('month')}</th>
            <th scope="col">{t('energy')}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {months.map((period, index) => (
            <tr key={period.id}>
              <th scope="row" className="py-2 text-left font-normal text-soft">
                <Period {...period} />
              </th>
              <td className="py-2 text-right">
                <Energy wh={contractedWh[index] ?? wh(0n)} unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t-2 border-line font-semibold">
          <tr>
            <th scope="row" className="py-2 text-left">
              {t('year')}
            </th>
            <td className="py-2 text-right">
              <Energy wh={sumWh(contractedWh)} unit={unit} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Card>
  )
}
