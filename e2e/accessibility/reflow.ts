import type { Page } from '@playwright/test'

/** 1280 px at a zoom of 400 %. */
export const NARROW = { width: 320, height: 640 }

/** What does not fit in a narrow window. A table, a picture, code and a row of links may scroll inside themselves. */
export async function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SUBPIXEL = 1
    const width = document.documentElement.clientWidth
    const findings: string[] = []
    const beyond = document.documentElement.scrollWidth - width
    if (beyond > 0) findings.push(`the page scrolls sideways by ${beyond} px`)
    const name = (element: Element) => element.outerHTML.slice(0, 140)
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    /** In a box of one pixel, as words are that are only read aloud. */
    const forEars = (element: Element | null): boolean =>
      Boolean(element) &&
      ((element?.clientWidth === 1 && element.clientHeight === 1) || forEars(element!.parentElement))
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      if (scrolls(element) && element.scrollWidth > element.clientWidth + SUBPIXEL) {
        if (!element.querySelector('table, svg') && !element.matches('pre, nav, nav *, textarea, input'))
          findings.push(`has to be scrolled sideways: ${name(element)}`)
      }
      if (element.ariaCurrent === 'page') {
        const [here, row] = [element, element.closest('ul')].map((one) => one?.getBoundingClientRect())
        if (here && row && (here.left < row.left - SUBPIXEL || here.right > row.right + SUBPIXEL))
          findings.push(`the link to this page is out of sight: ${name(element)}`)
      }
      const texts = [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      const outside = texts.some((text) => {
        const range = document.createRange()
        range.selectNode(text)
        const { width: wide, left, right, bottom } = range.getBoundingClientRect()
        const hidden = forEars(element) || right <= 0 || bottom <= 0
        return wide > 0 && !hidden && (right > width + SUBPIXEL || left < -SUBPIXEL)
      })
      if (!outside) continue
      let holder: Element | null = element
      while (holder && !scrolls(holder)) holder = holder.parentElement
      if (!holder) findings.push(`text beyond the edge: ${name(element)}`)
    }
    return findings
  })
}
