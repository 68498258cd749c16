/** Meters that take another's place. */
import type { CountingMeter, Meter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import type { Tx } from '../client'
import { decimal } from '../stored/amounts'
import { toJson } from '../stored/json'

export interface NewExchange {
  meterId: string
  exchange: {
    former: CountingMeter
    next: CountingMeter & Pick<Meter, 'signer'>
    last: Read
    closing: Read
    opening: Read
    carried: Read
  }
  txHash: string
  logIndex: number
  blockNumber: bigint
}

/** Keeps both meters and their reads, and makes the next meter the present one. Once: a second time changes nothing. */
export async function saveMeterExchange(tx: Tx, { meterId, exchange, ...place }: NewExchange): Promise<void> {
  const meter = await tx.meter.findUnique({ where: { id: meterId }, select: { signer: true } })
  if (!meter) return
  const { former, next, last, closing, opening, carried } = exchange
  const row = {
    ...place,
    meterId,
    until: BigInt(last.time),
    exchangedAt: BigInt(opening.time),
    former: toJson({ ...former, signer: meter.signer }),
    next: toJson(next),
    last: toJson(last),
    closing: toJson(closing),
    opening: toJson(opening),
    carried: toJson(carried),
  }
  const { count } = await tx.meterExchange.createMany({ data: [row], skipDuplicates: true })
  if (count === 0) return
  const { digits, multiplier, capacity, signer } = next
  const facts = {
    digits,
    multiplier,
    capacityW: decimal(capacity),
    signer,
    revokedAt: null,
    deviceSince: row.exchangedAt,
  }
  await tx.meter.updateMany({ where: { id: meterId }, data: { ...facts, lastRead: toJson(carried) } })
}
