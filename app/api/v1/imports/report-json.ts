import type { ImportReport } from '@/lib/db/read/imports'

/** As it is sent: energy as a decimal string, which no reader rounds. */
export function reportJson({ totals, ...report }: ImportReport) {
  return { ...report, totals: totals.map(({ energyWh, ...total }) => ({ ...total, energyWh: energyWh.toString() })) }
}
