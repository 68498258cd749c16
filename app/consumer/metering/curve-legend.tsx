import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { IntervalQuality } from '@/lib/domain/metering/meter-day'
import { BEFORE_COLOUR, DOWN_COLOUR, fillOf, HatchPatterns, missingFill, UP_COLOUR } from './curve-look'

const SWATCH = 14
const SCOPE = 'legend'

export interface CurveLegendProps {
  exports: boolean
  /** What the year before is called; null if it is not shown. */
  before: string | null
  qualities: readonly IntervalQuality[]
}

/** What each look means; only what is there. */
export function CurveLegend({ exports, before, qualities }: CurveLegendProps) {
  const t = useTranslations('metering')
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
      <Entry fill={UP_COLOUR}>{t('curve.import')}</Entry>
      {exports && <Entry fill={DOWN_COLOUR}>{t('curve.export')}</Entry>}
      {(['Substituted', 'Estimated'] as const)
        .filter((quality) => qualities.includes(quality))
        .map((quality) => (
          <Entry key={quality} fill={fillOf(SCOPE, 'up', quality)} edge={UP_COLOUR}>
            {t(`quality.${quality}`)}
          </Entry>
        ))}
      {qualities.includes('Missing') && (
        <Entry fill={missingFill(SCOPE)} edge="var(--color-edge)">
          {t('quality.Missing')}
        </Entry>
      )}
      {before !== null && (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden="true" width={20} height={SWATCH}>
            <path d="M0 7h20" stroke={BEFORE_COLOUR} strokeWidth={1.5} strokeDasharray="4 3" />
          </svg>
          {t('curve.before', { span: before })}
        </li>
      )}
    </ul>
  )
}

function Entry({ fill, edge, children }: { fill: string; edge?: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg aria-hidden="true" width={SWATCH} height={SWATCH} className="shrink-0">
        <defs>
          <HatchPatterns scope={SCOPE} />
        </defs>
        <rect x={0.5} y={0.5} width={SWATCH - 1} height={SWATCH - 1} rx={3} fill={fill} stroke={edge ?? fill} />
      </svg>
      {children}
    </li>
  )
}
