/** What the viewer has exported and not decided about, what each use of it would bring now, and what it holds besides. */
import { asViewer, type Tx, type Viewer } from '@/lib/db/client'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { creditMovements, feedInPrice, heldCredits, ownFates, storageOffers } from '@/lib/db/read/credits'
import { namesOf } from '@/lib/db/read/names'
import { sessionBook, surplusSessions } from '@/lib/db/read/surplus-sessions'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { CreditMovement, HeldCredit, HeldCreditKind, OwnFates, StorageOffer } from '@/lib/domain/surplus/credits'
import { ownUses, pricePerBilledKwh, type OwnUses } from '@/lib/domain/surplus/own-uses'
import type { SurplusSession } from '@/lib/domain/surplus/session'
import type { MicroPerKwh } from '@/lib/domain/units/units'

export interface UndecidedCredit extends OwnUses {
  credit: HeldCredit
  /** That would sell it; null if none is open. */
  session: SurplusSession | null
  /** Null while it is not published. */
  feedIn: MicroPerKwh | null
}

export interface NamedStorage extends StorageOffer {
  /** Of its operator. */
  name: string
}

export interface OwnSurplus {
  /** Exported energy without a fate, the latest period first. */
  undecided: UndecidedCredit[]
  /** Of every kind. */
  held: HeldCredit[]
  /** That still take something, the most efficient first. */
  offers: NamedStorage[]
  /** Of every delivery period with exports. */
  fates: OwnFates[]
}

export interface NamedMovement extends CreditMovement {
  counterpartyName: string | null
}

/** Sessions that a mean price rests on. */
const PAST_SESSIONS = 12
const OPEN_SESSIONS = 8

export async function ownSurplus(viewer: Viewer, now: number): Promise<OwnSurplus> {
  const [lastBill] = await billsOfConsumer(viewer)
  const homePrice = lastBill ? pricePerBilledKwh({ total: lastBill.total, used: sumWh(lastBill.usedWh) }) : null
  return asViewer(viewer, async (tx) => {
    const [held, offers, fates] = [await heldCredits(tx), await namedOffers(tx), await ownFates(tx)]
    const undecided: UndecidedCredit[] = []
    for (const credit of held.filter(({ kind }) => kind === 'Exported')) {
      undecided.push(await usesOfCredit(tx, credit, { now, offers, homePrice }))
    }
    undecided.sort((a, b) => b.credit.start - a.credit.start)
    return { undecided, held, offers, fates }
  })
}

/** The viewer's own, the latest first. */
export async function ownMovements(viewer: Viewer, most: number): Promise<NamedMovement[]> {
  return asViewer(viewer, async (tx) => {
    const movements = await creditMovements(tx, most)
    const names = await namesOf(
      tx,
      movements.flatMap(({ counterparty }) => counterparty ?? []),
    )
    return movements.map((one) => ({
      ...one,
      counterpartyName: one.counterparty === null ? null : (names.get(one.counterparty) ?? null),
    }))
  })
}

interface Around {
  now: number
  offers: readonly StorageOffer[]
  homePrice: MicroPerKwh | null
}

async function usesOfCredit(tx: Tx, credit: HeldCredit, { now, offers, homePrice }: Around): Promise<UndecidedCredit> {
  const { region, start, energy } = credit
  const feedIn = (await feedInPrice(tx, region, start))?.price ?? null
  const cleared = await surplusSessions(tx, { region, kind: 'Exported', status: 'Cleared' }, PAST_SESSIONS)
  const open = await surplusSessions(tx, { region, kind: 'Exported', status: 'Open', start }, OPEN_SESSIONS)
  // The one that pays first.
  const session = open.filter(({ closeAt }) => closeAt > now).sort((a, b) => a.closeAt - b.closeAt)[0] ?? null
  const uses = ownUses({
    energy,
    book: session && (await sessionBook(tx, session.id)),
    past: cleared.flatMap(({ clearing, volume }) => (clearing && volume ? { price: clearing.price, volume } : [])),
    feedIn,
    storages: offers,
    homePrice,
  })
  return { ...uses, credit, session, feedIn }
}

async function namedOffers(tx: Tx): Promise<NamedStorage[]> {
  const open = (await storageOffers(tx)).filter(({ closed, left }) => !closed && left > 0n)
  const names = await namesOf(
    tx,
    open.map(({ operator }) => operator),
  )
  const named = open.map((offer) => ({ ...offer, name: names.get(offer.operator) ?? offer.operator }))
  return named.sort((a, b) => Number(b.efficiency - a.efficiency))
}

/** What the viewer holds of one kind. */
export async function creditsOfKind(viewer: Viewer, kind: HeldCreditKind): Promise<HeldCredit[]> {
  const held = await asViewer(viewer, heldCredits)
  return held.filter((credit) => credit.kind === kind)
}
