/** Purchases between the domain and JSON columns. */
import type { PaidLine } from '../write/billing'
import { deliveryFrom, type Delivery } from '@/lib/domain/purchases/delivery'
import type { PurchaseTerms } from '@/lib/domain/purchases/terms'
import { bps, micro, microPerKwh, wh } from '@/lib/domain/units/units'
import type { StoredJson } from '../client'
import type { Stored } from './json'

export function purchaseFromJson(json: StoredJson): PurchaseTerms {
  const stored = json as unknown as Stored<PurchaseTerms>
  const { deviation } = stored
  return {
    ...stored,
    agreed: stored.agreed.map((energy) => wh(BigInt(energy))),
    price: microPerKwh(BigInt(stored.price)),
    lower: bps(BigInt(stored.lower)),
    deposit: micro(BigInt(stored.deposit)),
    deviation: {
      ...deviation,
      lower: bps(BigInt(deviation.lower)),
      upper: bps(BigInt(deviation.upper)),
      excess: bps(BigInt(deviation.excess)),
      shortfall: microPerKwh(BigInt(deviation.shortfall)),
    },
    generatorNonce: BigInt(stored.generatorNonce),
    buyerNonce: BigInt(stored.buyerNonce),
    gridNonce: BigInt(stored.gridNonce),
  }
}

export function deliveryFromJson(json: StoredJson): Delivery {
  return deliveryFrom(json as unknown as Stored<Delivery>)
}

export function linesFromJson(json: StoredJson): PaidLine[] {
  return (json as unknown as Stored<PaidLine>[]).map((line) => ({
    ...line,
    quantity: wh(BigInt(line.quantity)),
    price: microPerKwh(BigInt(line.price)),
    amount: micro(BigInt(line.amount)),
  }))
}
