import { useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Card } from '@/components/ui/card'
import { Stat, StatGroup } from '@/components/ui/stat'
import { micro, wh } from '@/lib/domain/units/units'
import type { NamedMovement, UndecidedCredit } from '@/lib/services/own-surplus'
import type { UnusedEnergy } from '@/lib/services/unused-energy'
import type { ExportedMonth } from './exports-by-month'

export interface SurplusFiguresProps {
  exported: readonly ExportedMonth[]
  undecided: readonly UndecidedCredit[]
  movements: readonly NamedMovement[]
  unused: readonly UnusedEnergy[]
}

/** The four figures that say where things stand. */
export function SurplusFigures({ exported, undecided, movements, unused }: SurplusFiguresProps) {
  const t = useTranslations('ownSurplus.figures')
  const sum = (all: readonly bigint[]) => all.reduce((total, one) => total + one, 0n)
  const earned = movements.flatMap(({ what, amount }) => (['Sold', 'Returned'].includes(what) && amount) || [])
  return (
    <Card>
      <StatGroup>
        <Stat
          large
          label={t('undecided')}
          value={<Energy wh={wh(sum(undecided.map(({ credit }) => credit.energy)))} />}
          sub={t('undecidedMeaning')}
        />
        <Stat
          label={t('thisMonth')}
          value={<Energy wh={exported.at(-1)?.energy ?? wh(0n)} />}
          sub={t('thisMonthMeaning')}
        />
        <Stat label={t('earned')} value={<Money micro={micro(sum(earned))} />} sub={t('earnedMeaning')} />
        {unused.length > 0 && (
          <Stat
            label={t('unused')}
            value={<Energy wh={wh(sum(unused.map((one) => one.unused)))} />}
            sub={t('unusedMeaning')}
          />
        )}
      </StatGroup>
    </Card>
  )
}
