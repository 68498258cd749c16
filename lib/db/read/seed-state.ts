import { asWorker } from '../client'

/** What the seed noted under a key; bigint values come back as decimal strings. Undefined if nothing. */
export async function readSeedState(key: string): Promise<unknown> {
  const row = await asWorker((tx) => tx.seedState.findUnique({ where: { key } }))
  return row?.value
}
