/** What a transaction called: some things that a contract checked are not in its events. */
import type { Hex } from '@/lib/domain/units/hex'
import { marketClient } from './client'
import type { SentCall } from './coding/closing-signature'

export async function sentCall(hash: Hex): Promise<SentCall> {
  const { to, input } = await marketClient().getTransaction({ hash })
  return { to, input }
}
