/**
 * One meter-day as a leaf of the tree whose root its meter signs, and the way from a leaf up to a root. As published for
 * OpenZeppelin's StandardMerkleTree with leaves of (bytes32 meter id, uint32 day, bytes32 salt, bytes32 hash of the packed
 * day), so that anybody can check it with their tools, or in Solidity with MerkleProof. Safe for the client.
 */
import { bytesToHex, concatHex, keccak256, numberToHex } from 'viem'
import { packCommitment, type CommittedDay } from '@/lib/domain/metering/day-commitment'
import type { Hex } from '@/lib/domain/units/hex'

export interface DayOpening {
  meterId: Hex
  /** Days since 1 January 1970 of the local calendar date: see dayNumber. */
  day: number
  /** 32 random bytes of this day alone: without them nobody can find the day by trying. */
  salt: Uint8Array
  data: CommittedDay
}

const DAY_S = 86_400
export const SALT_BYTES = 32

/** Hashed twice, so that no inner node of a tree can pass for a leaf. */
export function dayLeaf({ meterId, day, salt, data }: DayOpening): Hex {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt of ${salt.length} bytes`)
  const fields = [meterId, numberToHex(day, { size: 32 }), bytesToHex(salt), keccak256(packCommitment(data))]
  return keccak256(keccak256(concatHex(fields)))
}

/** Where the hashes that a proof names lead from a leaf. The lower one of a pair stands first. */
export function rootFrom(leaf: Hex, proof: readonly Hex[]): Hex {
  return proof.reduce<Hex>((node, sibling) => {
    const pair = [node.toLowerCase() as Hex, sibling.toLowerCase() as Hex].sort()
    return keccak256(concatHex(pair))
  }, leaf)
}

/** The number of a calendar date, written YYYY-MM-DD. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1_000 / DAY_S
}
