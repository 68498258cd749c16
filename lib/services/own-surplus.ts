/** What the viewer has exported and not decided about, and what each use of it would bring now. */
import { asViewer, type Viewer } from '@/lib/db/client'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { feedInPrice, heldCredits, storageOffers } from '@/lib/db/read/credits'
import { sessionBook, surplusSessions } from '@/lib/db/read/surplus-sessions'
import { sumWh } from '@/lib/domain/metering/register-values'
import { ownUses, pricePerBilledKwh, type OwnUses } from '@/lib/domain/surplus/own-uses'
import type { HeldCredit, StorageOffer, SurplusSession } from '@/lib/domain/surplus/session'
import type { MicroPerKwh } from '@/lib/domain/units/units'

export interface UndecidedCredit extends OwnUses {
  credit: HeldCredit
  /** That would sell it; null if none is open. */
  session: SurplusSession | null
  feedIn: MicroPerKwh | null
}

export interface OwnSurplus {
  /** Exported energy without a fate, the latest period first. */
  undecided: UndecidedCredit[]
  /** Of every kind. */
  held: HeldCredit[]
  offers: StorageOffer[]
}

/** Sessions that a mean price rests on. */
const PAST_SESSIONS = 12
const OPEN_SESSIONS = 8

export async function ownSurplus(viewer: Viewer, now: number): Promise<OwnSurplus> {
  const [lastBill] = await billsOfConsumer(viewer)
  const homePrice = lastBill ? pricePerBilledKwh({ total: lastBill.total, used: sumWh(lastBill.usedWh) }) : null
  return asViewer(viewer, async (tx) => {
    const [held, offers] = [await heldCredits(tx), await storageOffers(tx)]
    const undecided: UndecidedCredit[] = []
    for (const credit of held.filter(({ kind }) => kind === 'Exported')) {
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
      undecided.push({ ...uses, credit, session, feedIn })
    }
    undecided.sort((a, b) => b.credit.start - a.credit.start)
    return { undecided, held, offers }
  })
}
