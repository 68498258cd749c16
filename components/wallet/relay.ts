import { z } from 'zod'
import { WalletFlowError } from './failure'

const POLL_MS = 700
/** A lost connection is given this many polls to come back. */
const PATIENCE = 5

const relay = z.object({
  status: z.enum(['queued', 'sent', 'mined', 'followed', 'refused']),
  refusal: z
    .object({ name: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}) })
    .nullish(),
})
type Relay = z.infer<typeof relay>

/** Waits until the market shows what was sent through its relayer, or refuses it by name. */
export async function relayFollowed(id: string): Promise<void> {
  let failures = 0
  for (;;) {
    const found = await readRelay(id).catch(() => null)
    failures = found ? 0 : failures + 1
    if (failures === PATIENCE) throw new WalletFlowError({ kind: 'unreachable' })
    if (found?.status === 'followed') return
    if (found?.status === 'refused') {
      const refusal = found.refusal ?? { name: 'Unknown', facts: {} }
      const facts = Object.entries(refusal.facts).map(([name, value]) => [name, String(value)])
      throw new WalletFlowError({ kind: 'refused', refusal: { name: refusal.name, facts: Object.fromEntries(facts) } })
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

async function readRelay(id: string): Promise<Relay> {
  const response = await fetch(`/api/v1/relays/${encodeURIComponent(id)}`, { cache: 'no-store' })
  if (!response.ok) throw new Error(`relay ${id} answered ${response.status}`)
  return relay.parse(await response.json())
}
