import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveFeedInPrice } from '@/lib/db/write/credits'
import type { Address } from '@/lib/domain/units/hex'
import { microPerKwh } from '@/lib/domain/units/units'
import { addressOf, argsOf, type Handler } from './happening'

interface Args {
  region: ChainInteger
  start: ChainInteger
  payer: Address
  price: ChainInteger
}

export const feedInPublished: Handler = async (happening) => {
  const { region, start, payer, price } = argsOf<Args>(happening)
  const place = { region: toNumber(region), start: toNumber(start), txHash: happening.fact.txHash }
  await saveFeedInPrice(happening.tx, { ...place, payer: addressOf(payer), price: microPerKwh(toBigint(price)) })
}
