/** Demo members of whom the seeded market knows something of every kind. */
import type { Database } from './database'

/** Who own the things that the addresses name. */
export interface Parties {
  consumer: { name: string; address: string }
  retailer: { name: string; address: string }
}

/** A consumer of whom the market knows something of every kind, and the only retailer who ever supplied it. */
export function partiesOf(database: Database): Promise<Parties> {
  return database
    .row<{ name: string; address: string; retailer: string; retailer_address: string }>(
      `SELECT c.name, c.address, r.name AS retailer, r.address AS retailer_address FROM profile c
       JOIN agreement a ON a.consumer = c.address JOIN profile r ON r.address = a.retailer
       WHERE EXISTS (SELECT FROM bill WHERE agreement_id = a.id)
         AND EXISTS (SELECT FROM notice WHERE account = c.address)
         AND EXISTS (SELECT FROM interval_tree WHERE meter_id = a.meter_id)
         AND EXISTS (SELECT FROM relay_request WHERE requester = c.address)
         AND NOT EXISTS (SELECT FROM agreement o WHERE o.consumer = c.address AND o.retailer <> r.address)
       ORDER BY c.name, a.id LIMIT 1`,
    )
    .then(({ name, address, retailer, retailer_address }) => ({
      consumer: { name, address },
      retailer: { name: retailer, address: retailer_address },
    }))
}
