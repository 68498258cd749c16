import type { ComparedPoint } from '@/lib/domain/offers/compare/compared'

/** A meter of the viewer's own: its download is read as a dropped file is. The download checks who asks for it. */
export interface OwnMeter {
  id: string
  label: string
  /** Where it is, and what its connection carries. */
  point: ComparedPoint
}

export function ownUsePath(meterId: string): string {
  const query = new URLSearchParams({ meter: meterId, from: '2000-01-01', to: '2199-12-31' })
  return `/consumer/metering/green-button.xml?${query}`
}
