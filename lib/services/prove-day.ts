/** The proof that a meter signed what it measured on a day, for whoever may see that day. */
import type { DayProof } from '@/lib/chain/coding/day-proof'
import { deployment } from '@/lib/chain/deployment'
import { proveLeaf } from '@/lib/chain/interval-tree'
import { asViewer, asWorker, type Viewer } from '@/lib/db/client'
import {
  dayVersions,
  erasedAt,
  readClosing,
  treesWithDay,
  type DayVersion,
  type SignedTree,
} from '@/lib/db/read/interval-trees'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { addDays, dayBounds, type LocalDate } from '@/lib/domain/metering/calendar'
import type { Hex } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'
import { bytesToHex } from 'viem'
import { leafOf } from './interval-leaves'
import { keepTree } from './keep-tree'

export interface ProvenDay {
  proof: DayProof
  /** Null if what was signed is what stands now; else when it was replaced by other data, UTC seconds. */
  replacedAt: number | null
}

/** Refused by name: erased, unknown, not signed yet, or signed with other data than any that are kept. */
export async function proveDay(viewer: Viewer, meterId: Hex, day: LocalDate): Promise<Decision<ProvenDay>> {
  const seen = await asViewer(viewer, async (tx) => ({
    versions: await dayVersions(tx, meterId, { from: day, to: addDays(day, 1) }),
    erased: await erasedAt(tx, meterId, day),
  }))
  if (seen.erased !== null) return refuse('DayErased', { day, erasedAt: BigInt(seen.erased) })
  if (seen.versions.length === 0) return refuse('DayUnknown', { day })
  const trees = await signedTrees(viewer, meterId, day)
  for (const tree of trees) {
    const proven = provenUnder(tree, meterId, seen.versions)
    if (proven) return ok(proven)
  }
  return refuse(trees.length > 0 ? 'DaySignedOtherwise' : await whyUnsigned(viewer, meterId, day), { day })
}

/** A tree that was not found when its read was recorded may be found now: the day's data may have come later. */
async function signedTrees(viewer: Viewer, meterId: Hex, day: LocalDate): Promise<SignedTree[]> {
  const kept = await asViewer(viewer, (tx) => treesWithDay(tx, meterId, day))
  if (kept.length > 0) return kept
  const closing = await closingRead(viewer, meterId, day)
  if (!closing || !(await asWorker((tx) => keepTree(tx, closing)))) return []
  return asViewer(viewer, (tx) => treesWithDay(tx, meterId, day))
}

/** The newest version that lies under a root: what was signed need not be what stands now. */
function provenUnder({ leaves, read, txHash }: SignedTree, meterId: Hex, versions: DayVersion[]): ProvenDay | null {
  for (const version of versions) {
    const leaf = leafOf(meterId, version)
    if (!leaves.includes(leaf)) continue
    const { salt, replacedAt, day: date, minutes, importWh, exportWh, qualities } = version
    const { chainId, contracts } = deployment()
    const { time, sequence, intervalRoot } = read
    const proof = {
      chainId,
      meterRegistry: contracts.MeterRegistry,
      txHash,
      read: { meterId, time, sequence, intervalRoot },
      day: { day: date, minutes, importWh, exportWh, qualities },
      salt: bytesToHex(salt),
      proof: proveLeaf(leaves, leaf),
    }
    return { proof, replacedAt }
  }
  return null
}

async function whyUnsigned(viewer: Viewer, meterId: Hex, day: LocalDate): Promise<string> {
  const closing = await closingRead(viewer, meterId, day)
  if (!closing || /^0x0*$/.test(closing.intervalRoot)) return 'DayNotSigned'
  return 'DaySignedOtherwise'
}

function closingRead(viewer: Viewer, meterId: Hex, day: LocalDate) {
  const { end } = dayBounds(day, env.marketTimeZone)
  return asViewer(viewer, (tx) => readClosing(tx, meterId, end))
}
