import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Card } from '@/components/ui/card'
import { monthBounds, nextMonth, wallClockAt } from '@/lib/domain/metering/calendar'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { Wh } from '@/lib/domain/units/units'
import { formatShortMonth } from '@/lib/format/period'

interface PlanCardProps {
  start: number
  /** Of each month, counted from the start and repeated. */
  contracted: readonly Wh[]
}

/** Contracted energy, month by month, as it was signed. */
export function PlanCard({ start, contracted }: PlanCardProps) {
  const t = useTranslations('switching.page')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const months = monthStarts(start, contracted.length, style.timeZone)
  return (
    <Card title={t('plan')} lead={t('planMeaning')}>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-x-4 gap-y-3 text-sm">
        {months.map((at, index) => (
          <div key={at}>
            <dt className="text-quiet">{formatShortMonth(at, style)}</dt>
            <dd className="font-medium">
              <Energy wh={contracted[index]!} unit="kWh" />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 border-t border-line pt-3 text-sm">
        {t.rich('together', {
          term: (words) => <span className="text-quiet">{words}</span>,
          energy: () => <Energy wh={sumWh(contracted)} className="font-semibold" />,
        })}
      </p>
    </Card>
  )
}

function monthStarts(start: number, count: number, timeZone: string): number[] {
  const [year = 0, month = 1] = wallClockAt(start, timeZone).date.split('-').map(Number)
  const starts: number[] = []
  for (let next = { year, month }; starts.length < count; next = nextMonth(next)) {
    starts.push(monthBounds(next, timeZone).start)
  }
  return starts
}
