import { agreementsOfConsumer } from '@/lib/db/read/agreements'

/** What the viewer's supply points are called, by meter; also of meters it no longer holds but was billed for. */
export async function meterLabelsOf(viewer: { address: string }): Promise<ReadonlyMap<string, string>> {
  return labelsIn(await agreementsOfConsumer(viewer))
}

export function labelsIn(
  agreements: readonly { meterId: string; meterLabel: string | null }[],
): ReadonlyMap<string, string> {
  return new Map(agreements.flatMap(({ meterId, meterLabel }) => (meterLabel === null ? [] : [[meterId, meterLabel]])))
}
