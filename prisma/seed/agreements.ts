/** Every consumer gets test money and signs an offer with its own key; the relayer sends it, as for anybody. */
import type { ContractAddresses } from '@/lib/chain/contracts'
import { deployment } from '@/lib/chain/deployment'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import { mintCall } from '@/lib/chain/intents/calls'
import { permitTypedData, type SignedPermit } from '@/lib/chain/intents/permit'
import { headOf } from '@/lib/chain/logs'
import { agreementOfMeter, noncesOf, tokenBalanceOf, tokenDomain } from '@/lib/chain/read'
import type { Terms } from '@/lib/domain/agreements/terms'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { micro, type Micro, type Wh } from '@/lib/domain/units/units'
import { signAgreement } from '@/lib/services/sign-agreement'
import { SIGNS } from './plan'
import type { SeedOffer } from './market'
import { consumer, minter, send } from './wallets'
import type { SeedYear } from './year'

const VALID_FOR_SECONDS = 3_600
/** More than a kWh costs under any offer, in Micro per Wh: a year of bills is paid from it, and some is left. */
const FUNDING_MICRO_PER_WH = 1_000n
/** What stays in the wallet, outside the escrow, so that there is something to top up from: this part of the year's money. */
const POCKET_SHARE = 4n

/** Queues the signature of one consumer; skips one that is supplied already. */
export async function signOffer(
  at: ContractAddresses,
  year: SeedYear,
  offers: readonly SeedOffer[],
  { position, meterId }: { position: number; meterId: Hex },
): Promise<void> {
  const one = year.consumers[position]
  const [first] = year.periods
  const offer = offers.find(({ plan }) => plan.key === SIGNS[one?.source.key ?? ''])
  if (!one || !first || !offer) throw new Error(`consumer ${position} has no offer to sign`)
  if (await agreementOfMeter(meterId)) return
  const account = consumer(position)
  const address = account.address.toLowerCase() as Address
  const permit = await fund(at, position, fundingFor(one.contracted))
  const { timestamp } = await headOf()
  const { agreement: nonce } = await noncesOf(address)
  const terms: Terms = {
    consumer: address,
    offerId: offer.id,
    meterId,
    start: first.start,
    contracted: one.contracted,
    replaces: ZERO_HASH,
    nonce,
    expiry: timestamp + VALID_FOR_SECONDS,
  }
  const { chainId, contracts } = deployment()
  const signature = await account.signTypedData(
    agreementTypedData({ chainId, agreementBook: contracts.AgreementBook }, terms),
  )
  const signed = await signAgreement({ address }, { terms, signature, permit })
  if (!signed.ok) throw new Error(`${one.source.title} was refused: ${signed.refusal.name}`)
}

/** Test money, and the consumer's permit to put most of it into the escrow. */
async function fund(at: ContractAddresses, position: number, amount: Micro): Promise<SignedPermit> {
  const account = consumer(position)
  const address = account.address.toLowerCase() as Address
  const held = await tokenBalanceOf(address)
  const needed = micro(amount + amount / POCKET_SHARE)
  if (held < needed) await send(minter, mintCall(at, address, micro(needed - held)))
  const { timestamp } = await headOf()
  const deadline = timestamp + VALID_FOR_SECONDS
  const { permit: nonce } = await noncesOf(address)
  const permit = { owner: address, spender: at.Escrow, value: amount, nonce, deadline }
  return { amount, deadline, signature: await account.signTypedData(permitTypedData(tokenDomain(), permit)) }
}

function fundingFor(contracted: readonly Wh[]): Micro {
  const yearly = contracted.reduce<bigint>((total, month) => total + month, 0n)
  return micro(yearly * FUNDING_MICRO_PER_WH)
}
