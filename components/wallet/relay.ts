import { WalletFlowError } from './failure'
import { askRelay } from './relay-status'

const POLL_MS = 700
/** A lost connection is given this many polls to come back. */
const PATIENCE = 5

/** Waits until the market shows what was sent through its relayer, or refuses it by name. */
export async function relayFollowed(id: string): Promise<void> {
  let failures = 0
  for (;;) {
    const found = await askRelay(id).catch(() => null)
    failures = found ? 0 : failures + 1
    if (failures === PATIENCE) throw new WalletFlowError({ kind: 'unreachable' })
    if (found?.status === 'followed') return
    if (found?.refusal) throw new WalletFlowError({ kind: 'refused', refusal: found.refusal })
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
