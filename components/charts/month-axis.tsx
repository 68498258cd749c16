import { labelStep, labelWidth } from './axis-labels'

/** The narrowest picture of a phone, and of what is no phone: below and from `@md`. */
const NARROW_PX = 200
const WIDE_PX = 400

/** As many months as there is room for, the last one always; those at the ends stay inside the picture. */
export function MonthAxis({ months }: { months: readonly string[] }) {
  const [narrow, wide] = [labelStep(months, NARROW_PX), labelStep(months, WIDE_PX)]
  const last = months.length - 1
  return (
    <div aria-hidden="true" className="@container relative mt-2 h-4 min-w-0 flex-1" data-axis="x">
      {months.map((month, index) => {
        const always = (last - index) % narrow === 0
        const whenWide = (last - index) % wide === 0
        if (!always && !whenWide) return null
        const width = labelWidth(month)
        const middle = ((index + 0.5) / months.length) * 100
        return (
          <span
            key={index}
            className={`absolute text-center whitespace-nowrap ${always ? (whenWide ? '' : '@md:hidden') : '@max-md:hidden'}`}
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
