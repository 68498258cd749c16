/** With what each action would be called by somebody who means what is another's. */
import type { Database } from '../database'
import type { Parties } from '../parties'
import { Form } from './actions'

export interface Call {
  /** What it takes: a value, a form, the state before and a form, or nothing. */
  takes: 'value' | 'form' | 'state and form' | 'nothing'
  /** Arguments that name the owner's things. */
  foreign: unknown[]
  /** It says nothing of what it did not do: whoever calls it rightly sees what became of it on the page. */
  silent?: true
}

const SIGNATURE = `0x${'1b'.repeat(65)}`
const ZERO = `0x${'0'.repeat(64)}`
const LATER = 2_000_000_000

/** Ids of what the owner has. */
export interface Owned {
  account: string
  meter: string
  agreement: string
  offer: string
  notice: string
  relay: string
  publishedIn: string
}

export async function ownedBy(database: Database, { consumer }: Parties): Promise<Owned> {
  const one = (what: string) => database.row<{ id: string }>(`SELECT ${what} LIMIT 1`, [consumer.address])
  const agreement = await database.row<{ id: string; meter: string; offer: string; tx: string }>(
    `SELECT a.id, a.meter_id AS meter, offer_id AS offer, o.tx_hash AS tx FROM agreement a JOIN offer o ON o.id = offer_id
     WHERE consumer = $1 ORDER BY start LIMIT 1`,
    [consumer.address],
  )
  return {
    account: consumer.address,
    ...{ meter: agreement.meter, agreement: agreement.id, offer: agreement.offer, publishedIn: agreement.tx },
    notice: (await one('id::text FROM notice WHERE account = $1 ORDER BY read_at IS NOT NULL, id')).id,
    relay: (await one('id::text FROM relay_request WHERE requester = $1 ORDER BY id')).id,
  }
}

/** By the name of the action. One that is not here fails the test. */
export function foreignCalls(owned: Owned): Record<string, Call> {
  const { account, meter, agreement } = owned
  const wish = {
    ...{ consumer: account, offerId: owned.offer, meterId: meter, start: LATER, replaces: ZERO },
    contracted: Array.from({ length: 12 }, () => 1_000_000n),
  }
  const terms = { ...wish, nonce: 0n, expiry: LATER }
  const withdrawal = { account, to: account, amount: 1n, nonce: 0n, expiry: LATER }
  const lot = { sessionId: 1n, account, energy: 1_000n, price: 100n, subject: agreement }
  const ordered = { ...lot, nonce: 0n, expiry: LATER }
  const takenBack = { sessionId: 1n, account, isLot: true, index: 0 }
  const credit = { account, creditId: 42n << 8n, energy: 1_000n, nonce: 1n << 64n, expiry: LATER }
  const instruction = {
    ...{ account, region: 42, first: 'Return', reserve: 0n, storageId: 0, efficiency: 0n, rest: 'Keep', feedIn: 0n },
    ...{ from: 1, until: LATER, nonce: 1n << 64n },
  }
  const ofMeter = (fields: Record<string, string>) => inForm({ meter, ...fields })
  return {
    checkBeforeBidding: { takes: 'value', foreign: [lot] },
    checkBeforeListing: { takes: 'value', foreign: [lot] },
    checkBeforeSigning: { takes: 'value', foreign: [wish] },
    checkBeforeWithdrawing: { takes: 'value', foreign: [takenBack] },
    chooseLocale: { takes: 'form', foreign: [new Form({ locale: account })], silent: true },
    confirm: { takes: 'state and form', foreign: inForm({ secret: account }) },
    editDay: { takes: 'state and form', foreign: ofMeter({ day: '2026-11-01', minutes: '60', reason: 'Not mine.' }) },
    eraseOnRequest: { takes: 'state and form', foreign: ofMeter({ person: account, spans: '2026-01-01/2026-02-01' }) },
    eraseOwn: { takes: 'state and form', foreign: ofMeter({ person: account, spans: '2026-01-01/2026-02-01' }) },
    estimateGapsOf: { takes: 'state and form', foreign: ofMeter({ from: '2026-11-01', until: '2026-11-02' }) },
    fateOf: { takes: 'value', foreign: [owned.relay], silent: true },
    fetchTrueRead: { takes: 'state and form', foreign: ofMeter({ time: '1764518400' }) },
    forgetMails: { takes: 'nothing', foreign: [account], silent: true },
    lookAt: { takes: 'form', foreign: [new Form({ name: account })], silent: true },
    markAllRead: { takes: 'nothing', foreign: [account], silent: true },
    markRead: { takes: 'form', foreign: [new Form({ id: owned.notice })], silent: true },
    offerPublishedIn: { takes: 'value', foreign: [owned.publishedIn], silent: true },
    prepareClosing: { takes: 'state and form', foreign: inForm({ storage: '1' }) },
    prepareExchange: { takes: 'state and form', foreign: ofMeter({}) },
    // The exchange itself is told that no period starts then.
    prepareFeedIn: {
      takes: 'state and form',
      foreign: inForm({ region: '42', start: '1', payer: account, price: '0.25' }),
    },
    prepareHolder: { takes: 'state and form', foreign: ofMeter({ holder: account }) },
    prepareKey: { takes: 'state and form', foreign: ofMeter({ key: `0x${'2c'.repeat(20)}` }) },
    prepareMeter: { takes: 'state and form', foreign: inForm({ holder: account, label: 'Mine', number: 'SY-1' }) },
    prepareRevocation: { takes: 'state and form', foreign: ofMeter({}) },
    prepareSession: {
      takes: 'state and form',
      foreign: inForm({
        kind: 'Exported',
        region: '42',
        start: '1',
        lockAt: '2030-01-01T00:00',
        closeAt: '2030-01-01T01:00',
      }),
    },
    prepareStorage: {
      takes: 'state and form',
      foreign: inForm({ efficiency: '90', lifetime: '30', capacity: '1000' }),
    },
    preview: { takes: 'form', foreign: [new Form({ name: account, mapping: '{}' })], silent: true },
    requestDeposit: { takes: 'value', foreign: [{ account, amount: 1n, deadline: LATER, signature: SIGNATURE }] },
    requestInstruction: { takes: 'value', foreign: [{ instruction, signature: SIGNATURE }] },
    requestReturning: { takes: 'value', foreign: [{ returning: credit, signature: SIGNATURE }] },
    requestRevocation: {
      takes: 'value',
      foreign: [{ revocation: { account, region: 42, nonce: 1n << 64n, expiry: LATER }, signature: SIGNATURE }],
    },
    requestStoring: { takes: 'value', foreign: [{ storing: { ...credit, storageId: 1 }, signature: SIGNATURE }] },
    requestWithdrawal: { takes: 'value', foreign: [{ withdrawal, signature: SIGNATURE }] },
    saveMails: { takes: 'state and form', foreign: inForm({ account, address: 'nowhere', locale: 'en' }) },
    saveMapping: { takes: 'form', foreign: [new Form({ owner: account, name: 'Half-hours', mapping: '{}' })] },
    sendBid: { takes: 'value', foreign: [{ order: ordered, signature: SIGNATURE, permit: null }] },
    sendEnding: {
      takes: 'value',
      foreign: [{ ending: { agreementId: agreement, endsAt: LATER, nonce: 0n, expiry: LATER }, signature: SIGNATURE }],
    },
    sendLot: { takes: 'value', foreign: [{ order: ordered, signature: SIGNATURE }] },
    sendOrderWithdrawal: {
      takes: 'value',
      foreign: [{ withdrawal: { ...takenBack, nonce: 0n, expiry: LATER }, signature: SIGNATURE }],
    },
    sendSignature: { takes: 'value', foreign: [{ terms, signature: SIGNATURE, permit: null }] },
    stop: { takes: 'state and form', foreign: inForm({ secret: account }) },
    submitRead: { takes: 'state and form', foreign: inForm({ read: readOf(meter) }) },
    undoChange: { takes: 'state and form', foreign: ofMeter({ change: owned.relay }) },
  }
}

const inForm = (fields: Record<string, string>) => [null, new Form(fields)]

/** As a meter would sign it, by a key that is not the meter's. */
function readOf(meterId: string): string {
  const read = { meterId, time: LATER, sequence: 9_999, quality: 'Measured', exportWh: '0', maxDemand: '0' }
  return JSON.stringify({ read: { ...read, importWh: Array(5).fill('0'), intervalRoot: ZERO }, signature: SIGNATURE })
}

const NONSENSE = ['$', '\u0000', '__proto__', "'; DROP TABLE bill; --", '9'.repeat(400)].join(' ')

/** What no page sends: nothing, the wrong things, and too much of them. */
export function wrongCalls({ takes }: Call): unknown[][] {
  const form = new Form({ id: NONSENSE, meter: NONSENSE, read: NONSENSE, secret: NONSENSE, mapping: NONSENSE })
  const wrong: unknown[] = [NONSENSE, { ending: NONSENSE, terms: [], withdrawal: null, amount: '1' }]
  if (takes === 'form') return [[], [form], ...wrong.map((one) => [one])]
  if (takes === 'state and form') return [[], [null, form], ...wrong.map((one) => [one, one])]
  return [[], ...wrong.map((one) => [one])]
}
