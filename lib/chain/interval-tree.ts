/** Merkle root of the salted meter-days since the previous read: whoever is given one day can prove the meter signed it. */
import { SimpleMerkleTree } from '@openzeppelin/merkle-tree'
import type { Hex } from '@/lib/domain/units/hex'

const NO_DAYS = `0x${'0'.repeat(64)}` as Hex

/** Of leaves as dayLeaf makes them, in any order. Zero when there are no days between two reads. */
export function intervalRoot(leaves: readonly Hex[]): Hex {
  return leaves.length === 0 ? NO_DAYS : (treeOf(leaves).root as Hex)
}

/** The hashes beside the way from a leaf to the root. */
export function proveLeaf(leaves: readonly Hex[], leaf: Hex): Hex[] {
  return treeOf(leaves).getProof(leaf) as Hex[]
}

/** The leaves are hashes of their fields already: a tree of them is the StandardMerkleTree of the fields. */
function treeOf(leaves: readonly Hex[]): SimpleMerkleTree {
  return SimpleMerkleTree.of([...leaves])
}
