/** Merkle root of the salted meter-days since the previous read: whoever is given one day can prove the meter signed it. */
import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { bytesToHex, keccak256 } from 'viem'
import type { Hex } from '@/lib/domain/units/hex'

export interface SaltedDay {
  /** Days since 1 January 1970 of the local calendar date. */
  day: number
  salt: Uint8Array
  /** Packed import intervals: see packDay. */
  data: Uint8Array
}

type Leaf = [meterId: Hex, day: number, salt: Hex, dataHash: Hex]

const ENCODING = ['bytes32', 'uint32', 'bytes32', 'bytes32']
const NO_DAYS = `0x${'0'.repeat(64)}` as Hex
const DAY_S = 86_400

/** Zero when there are no days between two reads. */
export function intervalRoot(meterId: Hex, days: readonly SaltedDay[]): Hex {
  return days.length === 0 ? NO_DAYS : (treeOf(meterId, days).root as Hex)
}

export function proveDay(meterId: Hex, days: readonly SaltedDay[], day: SaltedDay): Hex[] {
  return treeOf(meterId, days).getProof(leafOf(meterId, day)) as Hex[]
}

export function verifyDay(root: Hex, meterId: Hex, day: SaltedDay, proof: readonly Hex[]): boolean {
  return StandardMerkleTree.verify(root, ENCODING, leafOf(meterId, day), [...proof])
}

/** The number of a calendar date, written YYYY-MM-DD. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1_000 / DAY_S
}

function treeOf(meterId: Hex, days: readonly SaltedDay[]): StandardMerkleTree<Leaf> {
  return StandardMerkleTree.of(
    days.map((day) => leafOf(meterId, day)),
    ENCODING,
  )
}

function leafOf(meterId: Hex, { day, salt, data }: SaltedDay): Leaf {
  return [meterId, day, bytesToHex(salt, { size: 32 }), keccak256(data)]
}
