import { expect, type Page } from '@playwright/test'

/** What a page says of itself: its language, a title of its own, one main heading, and headings that skip no level. */
export async function pageFacts(page: Page, language: string): Promise<{ title: string; findings: string[] }> {
  // A title may come after the first bytes of its page.
  await expect(page, 'a title of its own').toHaveTitle(/\S.* · Switchyard$|^Switchyard\b/)
  const { title, lang, levels } = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    levels: [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6, [role="heading"]')]
      .filter((heading) => heading.checkVisibility({ visibilityProperty: true }))
      .map((heading) => ({
        level: Number(heading.getAttribute('aria-level') ?? heading.tagName.slice(1)),
        text: heading.textContent,
      })),
  }))
  const skipped = levels.filter(({ level }, index) => level > (levels[index - 1]?.level ?? 0) + 1)
  const main = levels.filter(({ level }) => level === 1)
  return {
    title,
    findings: [
      ...(lang === language ? [] : [`the page says it is in “${lang}”, not “${language}”`]),
      ...(main.length === 1 ? [] : [`${main.length} headings of level 1`]),
      ...skipped.map(({ level, text }) => `heading “${text}” skips to level ${level}`),
    ],
  }
}
