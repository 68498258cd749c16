/** Everybody who might look at what is not theirs. */
import type { APIRequestContext } from '@playwright/test'
import { withDatabase, type Database } from '../database'
import type { Parties } from '../parties'
import { EXCHANGE } from '../places'
import { sessionEnding, signedIn, visitor } from '../sessions'

export interface Stranger {
  title: string
  /** Null: nobody the market would know. */
  name: string | null
  address: string | null
  context: APIRequestContext
}

const HOUR_S = 3_600

/** A consumer and a retailer that share no agreement with the owner, another operator, nobody, and the owner an hour too late. */
export async function strangersTo(parties: Parties): Promise<Stranger[]> {
  const [consumer, retailer, exchange] = await withDatabase((database) => othersThan(database, parties))
  const member = async (title: string, { name, address }: Member): Promise<Stranger> => {
    return { title, name, address, context: await signedIn(name) }
  }
  const nobody = { name: null, address: null }
  return [
    await member('another consumer', consumer),
    await member('another retailer', retailer),
    await member('another operator', exchange),
    { title: 'nobody', ...nobody, context: await visitor() },
    { title: 'the owner, too late', ...nobody, context: await sessionEnding(parties.consumer.name, -HOUR_S) },
  ]
}

interface Member {
  name: string
  address: string
}

async function othersThan(database: Database, { consumer, retailer }: Parties): Promise<[Member, Member, Member]> {
  const other = await database.row<Member>(
    `SELECT name, address FROM profile p WHERE kind IN ('household', 'business') AND address <> $1
       AND EXISTS (SELECT FROM bill WHERE consumer = p.address)
       AND NOT EXISTS (SELECT FROM agreement WHERE consumer = p.address AND retailer = $2)
     ORDER BY name LIMIT 1`,
    [consumer.address, retailer.address],
  )
  const seller = await database.row<Member>(
    `SELECT name, address FROM profile p WHERE kind = 'retailer'
       AND EXISTS (SELECT FROM bill WHERE retailer = p.address)
       AND NOT EXISTS (SELECT FROM agreement WHERE consumer = $1 AND retailer = p.address)
     ORDER BY name LIMIT 1`,
    [consumer.address],
  )
  return [other, seller, await database.row<Member>('SELECT name, address FROM profile WHERE name = $1', [EXCHANGE])]
}
