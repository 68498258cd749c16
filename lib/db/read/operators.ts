/** Who operates meters. For programs on the machine of the market itself. */
import { asWorker } from '../client'

export async function operatorsOfMeters(): Promise<string[]> {
  const rows = await asWorker((tx) =>
    tx.meter.findMany({ distinct: ['operator'], select: { operator: true }, take: 100 }),
  )
  return rows.map(({ operator }) => operator)
}
