/** The four marks of Lighthouse for a phone: its own simulated slow 4G and a processor four times slower. */
import lighthouse from 'lighthouse'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof CATEGORIES)[number]

export interface Marks {
  /** 0 to 100. */
  marks: Record<Category, number>
  /** What cost a mark, for whoever looks for the reason. */
  lost: string[]
}

export async function lighthouseMarks(url: string, debuggingPort: number, cookie?: string): Promise<Marks> {
  const outcome = await lighthouse(url, {
    port: debuggingPort,
    logLevel: 'silent',
    onlyCategories: [...CATEGORIES],
    ...(cookie && { extraHeaders: { Cookie: cookie } }),
  })
  if (!outcome) throw new Error(`Lighthouse has nothing to say of ${url}`)
  const { categories, audits, runtimeError } = outcome.lhr
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`)
  const marks = {} as Record<Category, number>
  const lost: string[] = []
  for (const name of CATEGORIES) {
    const category = categories[name]
    if (!category || category.score === null) throw new Error(`${url}: Lighthouse gave no mark for ${name}`)
    marks[name] = Math.round(category.score * 100)
    for (const { id, weight } of category.auditRefs) {
      const audit = audits[id]
      if (weight > 0 && audit && audit.score !== null && audit.score < 0.9)
        lost.push(`${name}: ${audit.title} (${audit.displayValue ?? audit.score})`)
    }
  }
  return { marks, lost }
}
