/** What the axes of every chart have in common: labels without lines, and the picture up to the edges of its card. */

export const TICK_MARGIN = 8
const AXIS = { tick: { fill: 'var(--color-quiet)', fontSize: 12 }, tickLine: false, axisLine: false }

export const PLOT_MARGIN = { top: 8, right: 0, bottom: 0, left: 0 }
export const X_AXIS = { ...AXIS, tickMargin: TICK_MARGIN, minTickGap: 12 }
export const Y_AXIS = { ...AXIS, width: 'auto' } as const
export const CURSOR = { stroke: 'var(--color-edge)', strokeDasharray: '2 3' }
