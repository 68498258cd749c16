/** Sign-in nonces: rows that are consumed once. */
import { asViewer } from '../client'

/** Also forgets those that have expired. @param expiresAt UTC seconds */
export async function issueNonce({ nonce, expiresAt }: { nonce: string; expiresAt: number }): Promise<void> {
  await asViewer(null, (tx) => tx.$executeRaw`SELECT issue_siwe_nonce(${nonce}, ${BigInt(expiresAt)})`)
}

/** @returns true for the first who presents it, in time. */
export async function consumeNonce(nonce: string): Promise<boolean> {
  const [row] = await asViewer(
    null,
    (tx) => tx.$queryRaw<{ fresh: boolean }[]>`SELECT consume_siwe_nonce(${nonce}) AS fresh`,
  )
  return row?.fresh ?? false
}
