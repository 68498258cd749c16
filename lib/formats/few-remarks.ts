/**
 * A report is for people: a file that has the same thing wrong in every line does not fill it. After so many faults the
 * reading ends; of each kind of remark so many are kept, and the rest are counted.
 */
import type { MeterFileItem } from './meter-file'

const MOST_FAULTS = 100
const MOST_REMARKS = 100

export async function* fewRemarks(items: AsyncIterable<MeterFileItem>): AsyncGenerator<MeterFileItem> {
  const remarks = new Map<string, number>()
  let faults = 0
  for await (const item of items) {
    if (item.kind === 'fault') {
      yield item
      faults += 1
      if (faults < MOST_FAULTS) continue
      yield { kind: 'fault', about: { name: 'FaultsTooMany', facts: { most: MOST_FAULTS }, line: item.about.line } }
      return
    }
    if (item.kind === 'remark') {
      const count = (remarks.get(item.about.name) ?? 0) + 1
      remarks.set(item.about.name, count)
      if (count > MOST_REMARKS) continue
    }
    yield item
  }
  const more = [...remarks.values()].reduce((sum, count) => sum + Math.max(0, count - MOST_REMARKS), 0)
  if (more > 0) yield { kind: 'remark', about: { name: 'RemarksMore', facts: { more }, line: null } }
}
