/** How people said their CSV files are to be read. */
import { asWorker } from '../client'
import { storableText, toJson } from '../stored/json'

/** Of one person. */
const MOST_MAPPINGS = 200

export interface NewMapping {
  owner: string
  name: string
  mapping: unknown
}

/** One of the same name takes its place. @returns false if the person has as many as anybody may have. */
export function saveCsvMapping({ owner, name, mapping }: NewMapping): Promise<boolean> {
  const key = { owner: owner.toLowerCase(), name: storableText(name) }
  const savedAt = BigInt(Math.floor(Date.now() / 1_000))
  return asWorker(async (tx) => {
    const others = { owner: key.owner, name: { not: key.name } }
    if ((await tx.csvMapping.count({ where: others })) >= MOST_MAPPINGS) return false
    const data = { mapping: toJson(mapping), savedAt }
    await tx.csvMapping.upsert({ where: { owner_name: key }, create: { ...key, ...data }, update: data })
    return true
  })
}

export async function removeCsvMapping({ owner, name }: Omit<NewMapping, 'mapping'>): Promise<void> {
  await asWorker((tx) => tx.csvMapping.deleteMany({ where: { owner: owner.toLowerCase(), name } }))
}
