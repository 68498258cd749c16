/** Bytes and accounts as the chain writes them. */
export type Hex = `0x${string}`
export type Address = Hex

/** Stands for no thing where the name of one is expected. */
export const ZERO_HASH: Hex = `0x${'0'.repeat(64)}`
export const ZERO_ADDRESS: Address = '0x0000000000000000000000000000000000000000'

/** Accounts are the same whatever the case of their digits (the case is only a checksum). */
export function sameHex(a: Hex, b: Hex): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
