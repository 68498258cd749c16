import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { purchaseBasis } from '@/lib/db/read/purchases'
import { saveMovement } from '@/lib/db/write/escrow'
import { saveUseBill } from '@/lib/db/write/purchases'
import { unpack } from '@/lib/domain/billing/lines'
import { registerValues } from '@/lib/domain/metering/register-values'
import { accountOf } from '@/lib/domain/settlement/payees'
import type { Hex } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

interface Args {
  purchaseId: Hex
  start: ChainInteger
  end: ChainInteger
  contracted: ChainInteger
  used: readonly ChainInteger[]
  lines: readonly ChainInteger[]
  owed: ChainInteger
}

/** What the consumer paid leaves its balance here; the rest is in the Owed events of the escrow. */
export const useBilled: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const period = { purchaseId: hexOf(args.purchaseId), start: toNumber(args.start), end: toNumber(args.end) }
  const basis = await purchaseBasis(happening.tx, period)
  if (!basis) throw new Error(`bill under ${period.purchaseId}: its purchase or tariff table has no row`)
  const { terms, table } = basis
  // The grid is the one that signed; the seller is the generator.
  const payees = { ...table, grid: terms.grid }
  const seller = { retailer: terms.generator, deviation: terms.deviation }
  const lines = args.lines.map((word) => unpack(toBigint(word)))
  const total = micro(lines.reduce((sum, { amount }) => sum + amount, 0n))
  const owed = micro(toBigint(args.owed))
  const { txHash, at: settledAt } = placeOf(happening)
  await saveUseBill(happening.tx, {
    ...period,
    terms,
    contracted: wh(toBigint(args.contracted)),
    used: registerValues(args.used.map((value) => wh(toBigint(value)))),
    total,
    owed,
    lines: lines.map((line) => ({ ...line, payeeAddress: accountOf(line.payee, seller, payees) })),
    txHash,
    settledAt,
  })
  if (total === owed) return
  const movement = { address: terms.buyer, kind: 'purchase', free: owed - total } as const
  await saveMovement(happening.tx, { ...placeOf(happening), ...movement })
}
