/** The look of the axes: labels without lines, and the picture up to the edges of its card. */

export const TICK_MARGIN = 8
const AXIS = { tick: { fill: 'var(--color-quiet)', fontSize: 12 }, tickLine: false, axisLine: false }

export const PLOT_MARGIN = { top: 8, right: 0, bottom: 0, left: 0 }
export const X_AXIS = { ...AXIS, tickMargin: TICK_MARGIN, minTickGap: 12 }

const TICK_GAP = 8
const DIGIT_WIDTH = 7.5

/** As wide as its longest label. Left to itself the chart measures them before they are drawn, and cuts the long ones. */
export function yAxis(ticks: readonly number[], tickFormatter: (value: number) => string) {
  const longest = Math.max(...ticks.map((tick) => tickFormatter(tick).length))
  return { ...AXIS, ticks: [...ticks], tickFormatter, width: Math.ceil(TICK_GAP + longest * DIGIT_WIDTH) }
}
export const CURSOR = { stroke: 'var(--color-edge)', strokeDasharray: '2 3' }
