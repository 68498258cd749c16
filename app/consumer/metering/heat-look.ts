/** One hue from faint to full: the lightness alone tells the order, so that it reads without colour too. */
export function heatColour(level: number, levels: number): string {
  const [least, most] = [8, 100]
  const share = levels < 2 ? least : least + ((most - least) * level) / (levels - 1)
  return `color-mix(in oklab, var(--color-chart-1) ${Math.round(share)}%, var(--color-surface))`
}
