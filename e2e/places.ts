/** Where each route is in the seeded market: an address that somebody may open, who that is, and the like of it that leads nowhere. */
import { randomBytes, randomUUID } from 'node:crypto'
import { withDatabase, type Database } from './database'
import { partiesOf, type Parties } from './parties'
import { routes, type Route } from './routes'
import { signedIn } from './sessions'

export interface Place extends Route {
  /** The name of a demo member who may open it; null: anybody. */
  who: string | null
  path: string
  /** The same for things that are not there; null where the address names nothing. */
  unknown: string | null
  /** What the two addresses name. */
  things: string[]
  noThings: string[]
}

export const GRID = 'Hubei Grid Company (demo)'
export const EXCHANGE = 'Hubei Power Exchange (demo)'
export const STORAGE = 'East Lake Storage'
export const CHARGING_POINT = 'Optics Valley Charging'

/** Values for the parameters of an address, of its folders or after its question mark. */
type Values = Record<string, string>
interface Found {
  who: string | null
  values: Values
  unknown: Values
}
type Find = (database: Database, parties: Parties) => Promise<Found>

const noHash = () => `0x${randomBytes(32).toString('hex')}`
const one = async (database: Database, sql: string, value: string) =>
  (await database.row<{ id: string }>(`${sql} LIMIT 1`, [value])).id

const bill: Find = async (database, { consumer }) => {
  const id = await one(
    database,
    'SELECT id FROM bill WHERE consumer = $1 ORDER BY start DESC, run DESC',
    consumer.address,
  )
  // The id of a bill is that of its agreement and its start.
  return { who: consumer.name, values: { id }, unknown: { id: id.replace(/^0x[0-9a-f]+/, noHash()) } }
}
const agreement: Find = async (database, { consumer }) => {
  const id = await one(database, 'SELECT id FROM agreement WHERE consumer = $1 ORDER BY start', consumer.address)
  return { who: consumer.name, values: { id }, unknown: { id: noHash() } }
}
const asRetailer =
  (find: Find): Find =>
  async (database, parties) => ({ ...(await find(database, parties)), who: parties.retailer.name })

const notice: Find = async (database, { consumer }) => {
  const id = await one(database, 'SELECT id FROM notice WHERE account = $1 ORDER BY at DESC, id', consumer.address)
  return { who: consumer.name, values: { id }, unknown: { id: randomUUID() } }
}
const relay: Find = async (database, { consumer }) => {
  const id = await one(database, 'SELECT id FROM relay_request WHERE requester = $1 ORDER BY id', consumer.address)
  return { who: consumer.name, values: { id }, unknown: { id: randomUUID() } }
}
const meterOf = (database: Database, { consumer }: Parties) =>
  one(database, 'SELECT meter_id AS id FROM agreement WHERE consumer = $1 ORDER BY start', consumer.address)
const operatedMeter: Find = async (database, parties) => {
  return { who: GRID, values: { id: await meterOf(database, parties) }, unknown: { id: noHash() } }
}
/** A day under the root of a read of the consumer's meter. */
const provenDay = async (database: Database, meterId: string) =>
  one(database, 'SELECT max(day)::text AS id FROM interval_tree, unnest(days) AS day WHERE meter_id = $1', meterId)
const day: Find = async (database, parties) => {
  const meter = await meterOf(database, parties)
  const proven = await provenDay(database, meter)
  const who = parties.consumer.name
  return { who, values: { id: meter, day: proven }, unknown: { id: noHash(), day: proven } }
}
const dayInQuery: Find = async (database, parties) => {
  const { who, values, unknown } = await day(database, parties)
  return { who, values: named(values), unknown: named(unknown) }
}
const named = ({ id = '', day = '' }: Values) => ({ meter: id, day })
const span: Find = async (database, parties) => {
  const { who, values, unknown } = await dayInQuery(database, parties)
  const days = { from: values['day'] ?? '', to: values['day'] ?? '' }
  return { who, values: { meter: values['meter'] ?? '', ...days }, unknown: { meter: unknown['meter'] ?? '', ...days } }
}
const meterInQuery: Find = async (database, parties) => {
  const meter = await meterOf(database, parties)
  return { who: parties.consumer.name, values: { meter }, unknown: { meter: noHash() } }
}
/** An operator finds a supply point by its number. */
const search: Find = async (database, parties) => {
  const meter = await meterOf(database, parties)
  const q = await one(database, 'SELECT number AS id FROM meter_label WHERE meter_id = $1', meter)
  return { who: GRID, values: { q }, unknown: { q: 'SY-000000' } }
}
const names: Find = async (database, parties) => {
  const [{ values: own }, meter] = [await agreement(database, parties), await meterOf(database, parties)]
  const values = { meter, agreement: own['id'] ?? '', account: parties.consumer.address }
  const unknown = { meter: noHash(), agreement: noHash(), account: `0x${randomBytes(20).toString('hex')}` }
  return { who: parties.consumer.name, values, unknown }
}
const noticesAfter: Find = async (database, parties) => {
  const { who, values, unknown } = await notice(database, parties)
  return { who, values: { after: values['id'] ?? '' }, unknown: { after: unknown['id'] ?? '' } }
}
/** The seeded market has none: a file that says nothing is handed in, and its report says so. */
const imported: Find = async (database) => {
  const [known] = await database.rows<{ id: string }>('SELECT id FROM meter_import ORDER BY created_at, id LIMIT 1')
  const id = known?.id ?? randomUUID()
  if (!known) {
    const grid = await signedIn(GRID)
    await grid.post('/api/v1/imports', { params: { id, name: 'nothing-in-it.csv' }, data: 'a file of no format' })
    await grid.dispose()
  }
  return { who: GRID, values: { id }, unknown: { id: randomUUID() } }
}
/** In the link of a mail: whoever has it is its owner, whoever asks. */
const mailKey =
  (field: string): Find =>
  async () => ({
    who: null,
    values: { [field]: randomUUID() },
    unknown: { [field]: randomUUID() },
  })
const open =
  (values: Values): Find =>
  async () => ({ who: null, values, unknown: values })
const offer: Find = async (database, { retailer }) => {
  const id = await one(database, 'SELECT id FROM offer WHERE retailer = $1 ORDER BY published_at', retailer.address)
  return { who: null, values: { id }, unknown: { id: noHash() } }
}

/** By the address up to the last folder that names a thing; what is below it names the same. */
const THINGS: Record<string, Find> = {
  '/api/auth/[...nextauth]': open({ nextauth: 'session' }),
  '/api/v1/imports/[id]': imported,
  '/api/v1/meters/[id]/days/[day]': day,
  '/api/v1/relays/[id]': relay,
  '/api/words/[locale]/[groups]': open({ locale: 'en', groups: 'ui' }),
  '/compare/profiles/[key]': open({ key: 'solar-home' }),
  '/consumer/agreements/[id]': agreement,
  '/consumer/bills/[id]': bill,
  '/consumer/notices/[id]': notice,
  '/offers/[id]': offer,
  '/operator/imports/[id]': imported,
  '/operator/meters/[id]': operatedMeter,
  '/retailer/agreements/[id]': asRetailer(agreement),
  '/retailer/bills/[id]': asRetailer(bill),
  '/surplus/[id]': async () => ({ who: null, values: { id: '1' }, unknown: { id: '987654321' } }),
}

/** Of what the address asks after its question mark. */
const QUERIES: Record<string, Find> = {
  '/api/mail/stop': mailKey('key'),
  '/api/names': names,
  '/consumer/metering': meterInQuery,
  '/consumer/metering/erase': meterInQuery,
  '/consumer/metering/green-button.xml': span,
  '/consumer/metering/proof': dayInQuery,
  '/consumer/metering/usage.csv': span,
  '/consumer/notices': noticesAfter,
  '/mail/confirm': mailKey('token'),
  '/mail/stop': mailKey('key'),
  '/operator/erasure': search,
  '/operator/meters': search,
  '/operator/reads': search,
}
/** These read what follows the question mark, and nothing in it names a thing that has an owner. */
const NAME_NOTHING = [
  '/',
  '/api/v1/imports',
  '/api/v1/meters/[id]/days/[day]',
  '/consumer/bills',
  '/consumer/bills/[id]/bill.json',
  '/consumer/surplus/credits',
  '/consumer/surplus/redeem',
  '/consumer/wallet',
  '/offers/[id]',
  '/operator/meters/[id]',
  '/retailer/bills',
  '/sign-in',
  '/surplus',
]

/** Who may open what names no thing. */
function memberOf({ pattern }: Route, { consumer, retailer }: Parties): string | null {
  if (pattern === '/operator/market') return EXCHANGE
  if (pattern === '/operator/charging') return CHARGING_POINT
  if (pattern === '/operator/storage') return STORAGE
  if (/^\/(operator|api\/v1\/imports)(\/|$)/.test(pattern)) return GRID
  if (/^\/consumer(\/|$)/.test(pattern)) return consumer.name
  return /^\/retailer(\/|$)/.test(pattern) ? retailer.name : null
}

/** Throws for a route that names things of a kind that nobody has told it where to find. */
export function places(): Promise<Place[]> {
  return withDatabase(async (database) => {
    const parties = await partiesOf(database)
    const all: Place[] = []
    for (const route of routes()) all.push(await placeOf(route, database, parties))
    return all
  })
}

async function placeOf(route: Route, database: Database, parties: Parties): Promise<Place> {
  const { pattern, readsQuery } = route
  const ends = [...pattern.matchAll(/\[[^\]]+\](?=\/|$)/g)].at(-1)
  const named = ends && pattern.slice(0, ends.index + ends[0].length)
  const [find, ask] = [THINGS[named ?? pattern], QUERIES[pattern]]
  if (named && !find) throw new Error(`say in e2e/places.ts where a thing is for ${named}`)
  if (readsQuery && !ask && !NAME_NOTHING.includes(pattern))
    throw new Error(`say in e2e/places.ts what the address of ${pattern} may ask`)
  const [thing, query] = [await find?.(database, parties), await ask?.(database, parties)]
  const who = thing?.who ?? query?.who ?? memberOf(route, parties)
  const at = (of: 'values' | 'unknown') => addressOf(pattern, thing?.[of] ?? {}, query?.[of] ?? {})
  const [things, noThings] = [namesIn(thing?.values, query?.values), namesIn(thing?.unknown, query?.unknown)]
  return {
    ...route,
    who,
    path: at('values'),
    unknown: at('unknown') === at('values') ? null : at('unknown'),
    things,
    noThings,
  }
}

const namesIn = (...all: (Values | undefined)[]) => all.flatMap((values) => Object.values(values ?? {}))

function addressOf(pattern: string, folders: Values, query: Values): string {
  const path = pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => encodeURIComponent(folders[name] ?? ''))
  const asked = new URLSearchParams(query).toString()
  return asked ? `${path}?${asked}` : path
}
