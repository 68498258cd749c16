import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { bytesToHex, encodeAbiParameters, hexToBytes, keccak256 } from 'viem'
import { describe, expect, it } from 'vitest'
import { packCommitment } from '@/lib/domain/metering/day-commitment'
import { wh } from '@/lib/domain/units/units'
import type { IntervalQuality } from '@/lib/domain/metering/meter-day'
import type { Hex } from '@/lib/domain/units/hex'
import made from '../samples/day-proofs.json'
import standard from '../samples/standard-tree.json'
import { dayLeaf, dayNumber, rootFrom, type DayOpening } from './day-leaf'

const root = made.root as Hex
const openings = made.days.map(
  ({ day, salt, minutes, importWh, exportWh, qualities }): DayOpening => ({
    meterId: made.meterId as Hex,
    day: dayNumber(day),
    salt: hexToBytes(salt as Hex),
    data: {
      minutes,
      importWh: importWh.map((value) => wh(BigInt(value))),
      exportWh: exportWh.map((value) => wh(BigInt(value))),
      qualities: qualities as IntervalQuality[],
    },
  }),
)

describe('a day of a meter, computed in another language', () => {
  it.each(made.days.map((day, index) => [day.day, day, openings[index]!] as const))('%s', (_, day, opening) => {
    expect(bytesToHex(packCommitment(opening.data))).toBe(day.packed)
    expect(dayLeaf(opening)).toBe(day.leaf)
    expect(rootFrom(dayLeaf(opening), day.proof as Hex[])).toBe(root)
  })

  it('is a leaf of the StandardMerkleTree of its fields', () => {
    const fields = openings.map(({ meterId, day, salt, data }) => [
      meterId,
      day,
      bytesToHex(salt),
      keccak256(packCommitment(data)),
    ])
    const tree = StandardMerkleTree.of(fields, ['bytes32', 'uint32', 'bytes32', 'bytes32'])
    expect(tree.root).toBe(root)
    for (const [index, field] of fields.entries()) expect(tree.leafHash(field)).toBe(made.days[index]?.leaf)
  })
})

describe('a day with anything changed', () => {
  const [, opening] = openings as [DayOpening, DayOpening]
  const proof = made.days[1]!.proof as Hex[]
  const leads = (changed: Partial<DayOpening>, beside = proof) => rootFrom(dayLeaf({ ...opening, ...changed }), beside)
  const { data } = opening

  it('does not lead to the root: any interval, by one watt-hour or in its quality', () => {
    for (const index of data.importWh.keys()) {
      const more = (list: readonly bigint[]) => list.map((value, at) => wh(at === index ? value + 1n : value))
      const qualities = data.qualities.map((quality, at) => (at === index ? 'Substituted' : quality))
      expect(leads({ data: { ...data, importWh: more(data.importWh) } })).not.toBe(root)
      expect(leads({ data: { ...data, exportWh: more(data.exportWh) } })).not.toBe(root)
      expect(leads({ data: { ...data, qualities } })).not.toBe(root)
    }
  })

  it('does not lead to the root: any bit of the salt, the meter or the proof', () => {
    for (let bit = 0; bit < 256; bit++) {
      expect(leads({ salt: flipped(opening.salt, bit) })).not.toBe(root)
      expect(leads({ meterId: bytesToHex(flipped(hexToBytes(opening.meterId), bit)) })).not.toBe(root)
      for (const step of proof.keys()) {
        const beside = proof.map((node, at) => (at === step ? bytesToHex(flipped(hexToBytes(node), bit)) : node))
        expect(leads({}, beside)).not.toBe(root)
      }
    }
  })

  it('does not lead to the root: the date, the length of its intervals, or imports for exports', () => {
    expect(leads({ day: opening.day + 1 })).not.toBe(root)
    expect(leads({ data: { ...data, minutes: 30 } })).not.toBe(root)
    expect(leads({ data: { ...data, importWh: data.exportWh, exportWh: data.importWh } })).not.toBe(root)
    expect(leads({}, proof.slice(1))).not.toBe(root)
    expect(leads({}, [])).not.toBe(root)
  })

  it('has no leaf at all without a whole salt', () => {
    expect(() => dayLeaf({ ...opening, salt: opening.salt.slice(1) })).toThrow(RangeError)
  })
})

describe('rootFrom', () => {
  it('leads to the root of a tree that the published library wrote', () => {
    const tree = StandardMerkleTree.load<string[]>(standard as never)
    for (const [index, [value = '']] of tree.entries()) {
      const leaf = keccak256(keccak256(encodeAbiParameters([{ type: 'string' }], [value])))
      expect(standard.tree).toContain(leaf)
      expect(rootFrom(leaf, tree.getProof(index) as Hex[])).toBe(standard.tree[0])
    }
  })
})

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}

describe('dayNumber', () => {
  it('counts local dates, not instants', () => {
    expect(dayNumber('1970-01-02')).toBe(1)
    expect(dayNumber('2026-03-01') - dayNumber('2026-02-28')).toBe(1)
  })
})
