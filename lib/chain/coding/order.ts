/**
 * A lot or a bid as the market keeps it, and its id, which decides between equal remainders. Mirrors OrderLib: account 160
 * (lowest) | energy 40 | price 24 | the last 32 bits of what was signed.
 */
import { keccak256, numberToHex } from 'viem'
import { tick, type Tick } from '@/lib/domain/surplus/tick'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'

export interface StoredOrder {
  account: Address
  energy: Wh
  price: Tick
  salt: number
}

const ENERGY = 160n
const PRICE = 200n
const SALT = 224n

/** @param structHash EIP-712 hash of what was signed. */
export function orderWord(order: { account: Address; energy: Wh; price: Tick }, structHash: Hex): bigint {
  const salt = BigInt.asUintN(32, BigInt(structHash))
  return BigInt(order.account) | (order.energy << ENERGY) | (order.price << PRICE) | (salt << SALT)
}

/** Null for one that was withdrawn or claimed. */
export function orderFromWord(word: bigint): StoredOrder | null {
  if (word === 0n) return null
  return {
    account: numberToHex(BigInt.asUintN(160, word), { size: 20 }),
    energy: wh(BigInt.asUintN(40, word >> ENERGY)),
    price: tick(BigInt.asUintN(24, word >> PRICE)),
    salt: Number(word >> SALT),
  }
}

export function orderId(word: bigint): Hex {
  return keccak256(numberToHex(word, { size: 32 }))
}
