import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 AA as far as a program can tell (`target-size` is part of `wcag22aa`), and what is good practice beside it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What the other colours of the dark look can change, and what a narrow window can. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
export const NARROW_RULES = ['target-size', 'scrollable-region-focusable', 'color-contrast']

/** What axe finds, one sentence for each element. */
export async function barriers(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(TAGS)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  )
}

export async function expectNoBarrier(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([])
}
