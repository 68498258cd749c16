import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveCreditMovement } from '@/lib/db/write/credits'
import { ZERO_ADDRESS, type Address } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { creditNamed } from './credit-name'
import { addressOf, argsOf, placeOf, type Handler } from './happening'

interface Args {
  sender: Address
  receiver: Address
  id: ChainInteger
  amount: ChainInteger
}

/** Credits go into the market's lots, come back from there, or are given away. Made and ended they are by other events. */
export const creditsTransferred: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const [sender, receiver] = [addressOf(args.sender), addressOf(args.receiver)]
  if (sender === ZERO_ADDRESS || receiver === ZERO_ADDRESS || toBigint(args.amount) === 0n) return
  const { tx, contracts } = happening
  const market = addressOf(contracts.SurplusMarket)
  const energy = wh(toBigint(args.amount))
  const moved = { ...placeOf(happening), credit: creditNamed(args.id), energy }
  const from = { account: sender, effect: -energy, ...(receiver === market ? listed(energy) : given(receiver)) }
  await saveCreditMovement(tx, { ...moved, ...from })
  const to = { account: receiver, effect: energy, ...(sender === market ? takenBack(energy) : received(sender)) }
  await saveCreditMovement(tx, { ...moved, part: 1, ...to })
}

const listed = (energy: Wh) => ({ what: 'Listed', counts: { listed: energy } }) as const
const takenBack = (energy: Wh) => ({ what: 'TakenBack', counts: { listed: -energy } }) as const
const given = (counterparty: Address) => ({ what: 'Given', counterparty }) as const
const received = (counterparty: Address) => ({ what: 'Received', counterparty }) as const
