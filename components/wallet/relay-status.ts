/** How far the relayer is with what a member sent. Carries no wallet code: any page may ask. */
import { z } from 'zod'
import type { Refusal } from '@/lib/domain/decision'

const answer = z.object({
  status: z.enum(['queued', 'sent', 'mined', 'followed', 'refused']),
  refusal: z
    .object({ name: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}) })
    .nullish(),
})

export interface RelayAnswer {
  status: z.infer<typeof answer>['status']
  /** Why, if it was refused. */
  refusal: Refusal | null
}

/** Throws if the market does not answer. */
export async function askRelay(id: string): Promise<RelayAnswer> {
  const response = await fetch(`/api/v1/relays/${encodeURIComponent(id)}`, { cache: 'no-store' })
  if (!response.ok) throw new Error(`relay ${id} answered ${response.status}`)
  const { status, refusal } = answer.parse(await response.json())
  if (status !== 'refused') return { status, refusal: null }
  const facts = Object.entries(refusal?.facts ?? {}).map(([name, value]) => [name, String(value)])
  return { status, refusal: { name: refusal?.name ?? 'Unknown', facts: Object.fromEntries(facts) } }
}
