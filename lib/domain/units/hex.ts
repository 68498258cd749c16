/** Bytes and accounts as the chain writes them. */
export type Hex = `0x${string}`
export type Address = Hex

export const ZERO_ADDRESS: Address = '0x0000000000000000000000000000000000000000'

/** Accounts are the same whatever the case of their digits (the case is only a checksum). */
export function sameHex(a: Hex, b: Hex): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
