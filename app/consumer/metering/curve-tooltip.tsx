import type { CurveRow } from './curve-rows'

interface CurveTooltipProps {
  /** Filled in by the chart. */
  active?: boolean
  payload?: readonly { payload?: CurveRow }[]
}

/** What is known of the point under the pointer, exactly. */
export function CurveTooltip({ active, payload }: CurveTooltipProps) {
  const row = payload?.[0]?.payload
  if (!active || !row) return null
  return (
    <div className="float p-3 text-sm">
      <p className="mb-1.5 font-semibold">{row.name}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-1">
        {row.facts.map(({ label, value, unit }) => (
          <div key={label} className="contents">
            <dt className="text-quiet">{label}</dt>
            <dd className="figure text-right">
              {value} {unit && <span className="text-quiet">{unit}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
