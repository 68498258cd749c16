/** Names as the viewer may know them: companies, oneself, and the other side of one's agreements. */
import type { Tx } from '../client'

export type Names = ReadonlyMap<string, string>

export async function namesOf(tx: Tx, addresses: Iterable<string>): Promise<Names> {
  const wanted = [...new Set(addresses)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ address: string; name: string }[]>`
    SELECT address, name FROM member_names(${wanted}::text[])`
  return new Map(rows.map(({ address, name }) => [address, name]))
}

/** What people call the viewer's supply points. */
export async function labelsOf(tx: Tx, meterIds: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.meterLabel.findMany({
    where: { meterId: { in: [...new Set(meterIds)] } },
    select: { meterId: true, label: true },
  })
  return new Map(rows.map(({ meterId, label }) => [meterId, label]))
}
