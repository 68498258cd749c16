import { agreementsOfConsumer } from '@/lib/db/read/agreements'

/** What the viewer's supply points are called, by meter; also of meters it no longer holds but was billed for. */
export async function meterLabelsOf(viewer: { address: string }): Promise<ReadonlyMap<string, string>> {
  const agreements = await agreementsOfConsumer(viewer)
  return new Map(agreements.flatMap(({ meterId, meterLabel }) => (meterLabel === null ? [] : [[meterId, meterLabel]])))
}
