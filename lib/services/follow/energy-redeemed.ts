import type { Address } from '@/lib/domain/units/hex'
import { saveGone, type GoneArgs } from './credits-gone'
import { addressOf, argsOf, type Handler } from './happening'

interface Args extends GoneArgs {
  station: Address
}

/** What the charging point gets for it comes with the CreditsMinted event that follows. */
export const energyRedeemed: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  await saveGone(happening, args, { what: 'Redeemed', counterparty: addressOf(args.station) })
}
