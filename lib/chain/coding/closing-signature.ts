/**
 * Whether a meter signed the read it was taken down with. The event of an exchange does not say so: an operator may state the
 * closing read of a dead meter. What the transaction gave the registry does. Light, and safe for the client.
 */
import { keccak256, size, slice, stringToHex } from 'viem'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'

/** What a transaction called, as a node returns it. */
export interface SentCall {
  /** Null where it made a contract. */
  to: Address | null
  input: Hex
}

const WORD = 32
const SELECTOR_BYTES = 4
const EXCHANGE = slice(
  keccak256(
    stringToHex(
      'exchange(bytes32,uint256,(uint256,uint256),((uint256,uint256),bytes32,bytes),(uint8,uint16,uint64,bytes),(uint256,uint256))',
    ),
  ),
  0,
  SELECTOR_BYTES,
)
/** Words before the place of the closing read among the arguments, and of its signature in the closing read. */
const CLOSING_AT = 4
const SIGNATURE_AT = 3

/**
 * Of a transaction that succeeded: the registry checks every signature it is given with a closing read. False where it cannot be
 * seen, because another contract called the registry.
 */
export function showsClosingSignature({ to, input }: SentCall, meterRegistry: Address): boolean {
  if (to === null || !sameHex(to, meterRegistry) || size(input) <= SELECTOR_BYTES) return false
  if (slice(input, 0, SELECTOR_BYTES) !== EXCHANGE) return false
  const args = slice(input, SELECTOR_BYTES)
  const closing = numberAt(args, CLOSING_AT * WORD)
  return numberAt(args, closing + numberAt(args, closing + SIGNATURE_AT * WORD)) > 0
}

function numberAt(bytes: Hex, from: number): number {
  return Number(BigInt(slice(bytes, from, from + WORD, { strict: true })))
}
