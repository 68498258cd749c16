/** Consumers who change supplier: one in the middle of the seeded year, whose story is over, and one just now, who may still go back. */
import { deployment } from '@/lib/chain/deployment'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import { headOf } from '@/lib/chain/logs'
import { agreementOfMeter, noncesOf, termStateOf } from '@/lib/chain/read'
import { getSignedAgreement } from '@/lib/db/read/signed-agreement'
import { readSeedState } from '@/lib/db/read/seed-state'
import { earliestCut } from '@/lib/domain/agreements/cut-term'
import { MONTHS, type Terms } from '@/lib/domain/agreements/terms'
import { periodAt } from '@/lib/domain/settlement/period'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { simulatedMeterKey } from '@/lib/services/simulate-days'
import { switchAgreement } from '@/lib/services/switch-agreement'
import type { SeedOffer } from './market'
import { SIGNS } from './plan'
import { consumer } from './wallets'
import type { SeedYear } from './year'

/** Who changes supplier, to which offer, and when the consumer signs that: after a settled month of the seeded year, or just now. */
const SWITCHES: Record<string, { to: string; after: number | 'now' }> = {
  'california-home-10': { to: 'home-simple', after: 6 },
  'california-home-12': { to: 'home-saver', after: 'now' },
}

const VALID_FOR_SECONDS = 3_600

export interface SwitchingSeed {
  year: SeedYear
  offers: readonly SeedOffer[]
}

/** Queues the switches that are signed after a settled month, or now; those that were signed before are left out. */
export async function signSwitches(seed: SwitchingSeed, after: number | 'now'): Promise<void> {
  for (const [position, { source }] of seed.year.consumers.entries()) {
    const plan = SWITCHES[source.key]
    const meter = (await readSeedState(simulatedMeterKey(source))) as { meterId: Hex } | undefined
    if (plan?.after === after && meter) await signSwitch(seed, { position, meterId: meter.meterId, to: plan.to })
  }
}

async function signSwitch(
  { year, offers }: SwitchingSeed,
  { position, meterId, to }: { position: number; meterId: Hex; to: string },
): Promise<void> {
  const one = year.consumers[position]
  const idOf = (key: string | undefined) => offers.find(({ plan }) => plan.key === key)?.id
  const [first, next] = [idOf(SIGNS[one?.source.key ?? '']), idOf(to)]
  if (!one || !first || !next) throw new Error(`consumer ${position} has no offer to switch to`)
  const account = consumer(position)
  const viewer = { address: account.address.toLowerCase() as Address }
  const replaces = await agreementOfMeter(meterId)
  const [term, signed] = replaces
    ? await Promise.all([termStateOf(replaces), getSignedAgreement(viewer, replaces)])
    : [null, null]
  if (!replaces || !term || !signed || term.endsAt !== null || !sameHex(signed.terms.offerId, first)) return
  const { timestamp: now } = await headOf()
  const period = periodAt(year.periods, term.settledUntil)?.start ?? 0
  const cut = earliestCut({ now, term, offer: signed.offer, calendar: year.periods, period })
  if (!cut.ok) throw new Error(`${one.source.title} cannot switch: ${cut.refusal.name}`)
  const start = cut.value.endsAt
  const month = year.periods.findIndex((each) => each.start === start)
  const { agreement: nonce } = await noncesOf(viewer.address)
  const terms: Terms = {
    consumer: viewer.address,
    offerId: next,
    meterId,
    start,
    contracted: one.contracted.map((_, index) => one.contracted[(month + index) % MONTHS]!),
    replaces,
    nonce,
    expiry: now + VALID_FOR_SECONDS,
  }
  const { chainId, contracts } = deployment()
  const book = { chainId, agreementBook: contracts.AgreementBook }
  const signature = await account.signTypedData(agreementTypedData(book, terms))
  const sent = await switchAgreement(viewer, { terms, signature, permit: null })
  if (!sent.ok) throw new Error(`the switch of ${one.source.title} was refused: ${sent.refusal.name}`)
}
