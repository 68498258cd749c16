/** How far the seed has come, so that an interrupted one goes on. */
import { asWorker } from '../client'
import { toJson } from '../stored/json'

export async function saveSeedState(key: string, value: unknown): Promise<void> {
  const json = toJson(value)
  await asWorker((tx) => tx.seedState.upsert({ where: { key }, create: { key, value: json }, update: { value: json } }))
}
