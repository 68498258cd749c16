import type { Address, Hex } from '@/lib/domain/units/hex'
import type { DaySpan } from '@/lib/domain/metering/erasure'

export interface ErasureForm {
  meterId: Hex
  person: Address
  seen: DaySpan[]
}

const SPANS = /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}( \d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}){0,999}$/

/** What the dialog sent; null if it was not the dialog. */
export function erasureForm(form: FormData): ErasureForm | null {
  const [meter, person, spans] = ['meter', 'person', 'spans'].map((name) => form.get(name))
  if (typeof meter !== 'string' || !/^0x[0-9a-f]{64}$/.test(meter)) return null
  if (typeof person !== 'string' || !/^0x[0-9a-f]{40}$/.test(person)) return null
  if (typeof spans !== 'string' || spans.length > 30_000 || !SPANS.test(spans)) return null
  const seen = spans.split(' ').map((span) => {
    const [from = '', to = ''] = span.split('/')
    return { from, to }
  })
  return { meterId: meter as Hex, person: person as Address, seen }
}
