import type { Page } from '@playwright/test'

/**
 * Every picture of figures says its unit and has the same figures in words: a table, or a list of terms when they are few.
 * A picture is what draws: an image with a name, a map for the keys, or any drawing that is no icon.
 */
export async function chartFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ICON_PX = 48
    const READABLE_PX = 11
    const UNIT = /\b[kMG]?Wh\b|[¥$€%]|µ/
    const main = document.querySelector('main') ?? document.body
    const name = (element: Element) => element.outerHTML.slice(0, 140)
    const large = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > ICON_PX && height > 0
    }
    const drawn = (element: Element) => element.getBoundingClientRect().width > 0
    const faults: string[] = []
    const pictures = [...main.querySelectorAll('svg, [role="img"], [role="application"], canvas, figure')]
      .filter((element) => large(element) && !element.parentElement?.closest('svg, [role="img"], [role="application"]'))
      .map((element) => element.closest('figure') ?? element)
    for (const picture of new Set(pictures)) {
      const described = picture.getAttribute('aria-details')
      const elsewhere = described ? document.getElementById(described) : null
      // A small picture in a row of a table stands beside the figures it draws.
      const table = picture.querySelector('table, dl') ?? elsewhere?.querySelector('table, dl') ?? picture.closest('tr')
      if (!table) faults.push(`a picture without its figures in a table: ${name(picture)}`)
      if (!UNIT.test(`${picture.textContent} ${picture.closest('table')?.textContent}`))
        faults.push(`a picture without a unit: ${name(picture)}`)
    }
    for (const keyed of main.querySelectorAll('[role="application"]')) {
      const said = keyed.getAttribute('aria-label') ?? keyed.querySelector(':scope > title')?.textContent
      if (!said?.trim()) faults.push(`a picture for the keys without a name: ${name(keyed)}`)
    }
    for (const chart of main.querySelectorAll('.recharts-wrapper, [data-plot]')) {
      if (!chart.closest('figure')) faults.push(`a chart outside a figure: ${name(chart)}`)
      for (const axis of ['xAxis', 'yAxis']) {
        const ofLibrary = `.recharts-${axis}-tick-labels .recharts-cartesian-axis-tick-value`
        const ticks = [...chart.querySelectorAll(`${ofLibrary}, [data-axis="${axis[0]}"] [data-tick]`)].filter(drawn)
        if (ticks.length < 2) faults.push(`a chart with ${ticks.length} ticks on its ${axis}: ${name(chart)}`)
        const boxes = ticks.map((tick) => tick.getBoundingClientRect())
        const frame = chart.getBoundingClientRect()
        for (const [index, box] of boxes.entries()) {
          const before = boxes[index - 1]
          const meets = before && before.right > box.left && before.left < box.right
          if (meets && before.bottom > box.top && before.top < box.bottom)
            faults.push(`ticks run into each other: ${ticks[index - 1]?.textContent} ${ticks[index]?.textContent}`)
          if (box.left < frame.left - 1 || box.right > frame.right + 1)
            faults.push(`a tick is cut off: ${ticks[index]?.textContent}`)
        }
        for (const tick of ticks)
          if (parseFloat(getComputedStyle(tick).fontSize) < READABLE_PX) faults.push(`a tick too small: ${name(tick)}`)
      }
    }
    return faults
  })
}
