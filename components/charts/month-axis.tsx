import { labelStep, labelWidth } from './axis-labels'

/** Widths from which on there is room for more labels: of the narrowest picture, and of the containers that the classes name. */
const TIERS = [
  { width: 200, shown: '', hidden: 'hidden' },
  { width: 256, shown: '@3xs:block', hidden: '@3xs:hidden' },
  { width: 448, shown: '@md:block', hidden: '@md:hidden' },
  { width: 896, shown: '@4xl:block', hidden: '@4xl:hidden' },
]

/** As many months as there is room for, the last one always; those at the ends stay inside the picture. */
export function MonthAxis({ months }: { months: readonly string[] }) {
  const steps = TIERS.map(({ width }) => labelStep(months, width))
  return (
    <div aria-hidden="true" className="@container relative mt-2 h-4 min-w-0 flex-1" data-axis="x">
      {months.map((month, index) => {
        const fromEnd = months.length - 1 - index
        if (!steps.some((step) => fromEnd % step === 0)) return null
        const width = labelWidth(month)
        const middle = ((index + 0.5) / months.length) * 100
        return (
          <span
            key={index}
            className={`absolute text-center whitespace-nowrap ${whereShown(steps.map((step) => fromEnd % step === 0))}`}
            style={{ width, left: `clamp(0px, ${middle}% - ${width / 2}px, 100% - ${width}px)` }}
            data-tick=""
          >
            {month}
          </span>
        )
      })}
    </div>
  )
}

/** Named where it changes only. */
function whereShown(tiers: readonly boolean[]): string {
  return TIERS.flatMap(({ shown, hidden }, tier) => {
    const before = tiers[tier - 1] ?? true
    return tiers[tier] === before ? [] : [tiers[tier] ? shown : hidden]
  }).join(' ')
}
