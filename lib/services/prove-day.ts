/** The proof that a meter signed what it measured on a day, for whoever may see that day. */
import { showsClosingSignature } from '@/lib/chain/coding/closing-signature'
import type { DayProof } from '@/lib/chain/coding/day-proof'
import { deployment } from '@/lib/chain/deployment'
import { proveLeaf } from '@/lib/chain/interval-tree'
import { sentCall } from '@/lib/chain/sent-call'
import { asViewer, asWorker, type Viewer } from '@/lib/db/client'
import {
  dayVersions,
  erasedAt,
  readsAfterDay,
  treesWithDay,
  type SaltedDay,
  type SignedTree,
} from '@/lib/db/read/interval-trees'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { addDays, dayBounds, type LocalDate } from '@/lib/domain/metering/calendar'
import { sameHex, ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
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

async function signedTrees(viewer: Viewer, meterId: Hex, day: LocalDate): Promise<SignedTree[]> {
  const trees = await keptTrees(viewer, meterId, day)
  const signed = await Promise.all(trees.map(isSigned))
  return trees.filter((_, index) => signed[index])
}

/** A tree that was not found when its read was recorded may be found now: the day's data may have come later. */
async function keptTrees(viewer: Viewer, meterId: Hex, day: LocalDate): Promise<SignedTree[]> {
  const kept = await asViewer(viewer, (tx) => treesWithDay(tx, meterId, day))
  if (kept.length > 0) return kept
  const reads = await readsAfter(viewer, meterId, day)
  const found = await asWorker(async (tx) => {
    let found = false
    for (const committing of reads) found = (await keepTree(tx, committing)) || found
    return found
  })
  if (!found) return []
  return asViewer(viewer, (tx) => treesWithDay(tx, meterId, day))
}

/** A read that closed a meter counts only if anybody can see on the chain that the meter signed it. */
async function isSigned({ read, txHash, closes }: SignedTree): Promise<boolean> {
  if (!closes || read.quality === 'Measured') return true
  return showsClosingSignature(await sentCall(txHash), deployment().contracts.MeterRegistry)
}

/** The newest version that lies under a root: what was signed need not be what stands now. */
function provenUnder({ leaves, read, txHash }: SignedTree, meterId: Hex, versions: SaltedDay[]): ProvenDay | null {
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
  const reads = await readsAfter(viewer, meterId, day)
  const recorded = reads.filter(({ read, since }) => since === null || read.quality === 'Measured')
  const signed = recorded.some(({ read }) => !sameHex(read.intervalRoot, ZERO_HASH))
  return signed ? 'DaySignedOtherwise' : 'DayNotSigned'
}

function readsAfter(viewer: Viewer, meterId: Hex, day: LocalDate) {
  return asViewer(viewer, (tx) => readsAfterDay(tx, meterId, dayBounds(day, env.marketTimeZone)))
}
