/** How many files of one operator are taken at a time: each has a connection of its own, and room on the disk. */
import { failDeadImports, importsUnderWay } from '@/lib/db/write/imports'
import { refuse, type Decision } from '@/lib/domain/decision'

/** Being received, waiting or being read. */
const MOST_AT_ONCE = 3

/** Of this process: many that come in one moment are counted before the first of them is in the database. */
const underWay = new Map<string, number>()

export async function inImportSlot<T>(address: string, work: () => Promise<Decision<T>>): Promise<Decision<T>> {
  const operator = address.toLowerCase()
  const here = underWay.get(operator) ?? 0
  if (here >= MOST_AT_ONCE) return refuse('TooManyRequests')
  underWay.set(operator, here + 1)
  try {
    await failDeadImports()
    if ((await importsUnderWay(operator)) >= MOST_AT_ONCE) return refuse('TooManyRequests')
    return await work()
  } finally {
    const rest = (underWay.get(operator) ?? 1) - 1
    if (rest > 0) underWay.set(operator, rest)
    else underWay.delete(operator)
  }
}
