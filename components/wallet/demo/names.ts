/** What the market calls things whose fingerprints stand in a message. The wallet asks for itself: a page could lie to it. */
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import type { ReadableField } from './readable-fields'

const answer = z.object({
  offers: z.record(
    z.string(),
    z.object({ name: z.string(), retailer: z.string(), retailerName: z.string().nullable(), deposit: z.string() }),
  ),
  meters: z.record(z.string(), z.string()),
  agreements: z.record(z.string(), z.string()),
  accounts: z.record(z.string(), z.string()),
})
export type MarketNames = z.infer<typeof answer>

const NOTHING: MarketNames = { offers: {}, meters: {}, agreements: {}, accounts: {} }
const ASKED = { offer: 'offer', meter: 'meter', agreement: 'agreement', account: 'account' } as const

/** Null while they are being asked for; empty if nobody knows them: the fingerprints are shown then. */
export function useMarketNames(fields: readonly ReadableField[]): MarketNames | null {
  const query = new URLSearchParams(
    fields.flatMap((field) => (field.kind in ASKED && 'hex' in field ? [[field.kind, field.hex.toLowerCase()]] : [])),
  ).toString()
  const { data, error } = useQuery({
    queryKey: ['market-names', query],
    queryFn: () => askNames(query),
    retry: 1,
    staleTime: Infinity,
  })
  return error ? NOTHING : (data ?? null)
}

async function askNames(query: string): Promise<MarketNames> {
  const response = await fetch(`/api/names?${query}`)
  if (!response.ok) throw new TypeError(`network: names answered ${response.status}`)
  return answer.parse(await response.json())
}
