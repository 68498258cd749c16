/** What the market knows of its consumers and shows to nobody but whom it concerns: read from the database, not from pages. */
import type { Database } from '../database'

export interface Secret {
  what: string
  text: string
}

/** Consumers, and the grid, that have nothing to do with the account: not it, nor served or metered by it. */
const STRANGERS = `SELECT address FROM profile WHERE kind IN ('household', 'business', 'grid') AND address <> $1
  AND NOT EXISTS (SELECT FROM agreement WHERE consumer = profile.address AND retailer = $1)
  AND NOT EXISTS (SELECT FROM meter WHERE holder = profile.address AND operator = $1)`

/** Each names its owner `o`, and what to look for. */
const SOURCES: [what: string, sql: string][] = [
  ['name', "SELECT address AS o, name AS text FROM profile WHERE kind IN ('household', 'business')"],
  ['agreement', 'SELECT consumer AS o, id AS text FROM agreement'],
  ['signature of an agreement', 'SELECT consumer AS o, signature AS text FROM agreement'],
  ['bill', 'SELECT consumer AS o, id AS text FROM bill'],
  ['meter', 'SELECT holder AS o, id AS text FROM meter'],
  ['number of a meter', 'SELECT holder AS o, number AS text FROM meter_label l JOIN meter m ON m.id = l.meter_id'],
  [
    'salt of a meter',
    "SELECT holder AS o, encode(salt, 'hex') AS text FROM meter_label l JOIN meter m ON m.id = l.meter_id",
  ],
  ['serial of a meter', 'SELECT holder AS o, serial AS text FROM meter_device d JOIN meter m ON m.id = d.meter_id'],
  [
    'salt of a day',
    `SELECT holder AS o, encode(salt, 'hex') AS text FROM interval_day d JOIN meter m ON m.id = d.meter_id
     WHERE day > current_date - 40`,
  ],
  ['notice', 'SELECT account AS o, id::text AS text FROM notice'],
  ['request to the relayer', 'SELECT requester AS o, id::text AS text FROM relay_request'],
  ['transaction of a request', 'SELECT requester AS o, tx_hash AS text FROM relay_request'],
  ['file that was handed in', 'SELECT operator AS o, name AS text FROM meter_import'],
  ['e-mail address', 'SELECT account AS o, address AS text FROM mail_address'],
  ['key that stops mail', 'SELECT account AS o, stop_key::text AS text FROM mail_address'],
]

export async function secretsFrom(database: Database, account: string | null): Promise<Secret[]> {
  return secretsIn(database, STRANGERS, account?.toLowerCase() ?? '')
}

/** What only the owner may see, with the amounts of its bills. */
export async function secretsOf(database: Database, owner: string): Promise<Secret[]> {
  const bills = await database.rows<{ total: string }>('SELECT total::text FROM bill WHERE consumer = $1', [owner])
  const amounts = bills.flatMap(({ total }) => amountTexts(BigInt(total)))
  return [...(await secretsIn(database, 'SELECT $1::text', owner)), ...amounts]
}

async function secretsIn(database: Database, owners: string, account: string): Promise<Secret[]> {
  const all: Secret[] = []
  for (const [what, sql] of SOURCES) {
    const found = await database.rows<{ text: string | null }>(
      `SELECT DISTINCT text FROM (${sql}) s WHERE o IN (${owners})`,
      [account],
    )
    for (const { text } of found) if (text) all.push({ what, text })
  }
  return all
}

/** As a page, a file and the chain write it. Short ones could be anything. */
function amountTexts(total: bigint): Secret[] {
  if (total < 1_000_000_000n) return []
  const [whole, cents] = [total / 1_000_000n, (total % 1_000_000n) / 10_000n]
  const written = `${whole.toLocaleString('en')}.${cents.toString().padStart(2, '0')}`
  return [written, total.toString()].map((text) => ({ what: 'amount of a bill', text }))
}

/** Which of them stand in a text, whatever else is in it. */
export function found(secrets: readonly Secret[], text: string, asked: readonly string[] = []): string[] {
  const seen = asked.reduce((rest, thing) => rest.replaceAll(thing, ''), text)
  return secrets.filter((secret) => seen.includes(secret.text)).map(({ what, text }) => `${what} ${text}`)
}
