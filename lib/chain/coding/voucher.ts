/**
 * A signed voucher as text, for a QR code or to paste: it needs no network to be written, carried or checked. `SYV` and RFC 4648 base32,
 * which QR codes hold in 5.5 bits a letter, of: version 1 | market 4 | account 20 | credit 19 | most 8 | station 1 or 21 | nonce key 24 |
 * expiry 5 | signature 2 + its length | checksum 4. The market is the start of the hash of its chain and contract.
 */
import { bytesToBigInt, bytesToHex, concatBytes, hexToBytes, keccak256, numberToBytes } from 'viem'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { ZERO_ADDRESS, type Address, type Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { voucherNonce, type CreditsPlace, type Voucher } from '../intents/credits'
import { fromBase32, toBase32 } from './base32'
import { creditFromId } from './credit'

export interface SignedVoucher {
  voucher: Voucher
  signature: Hex
}

const PREFIX = 'SYV'
const VERSION = 1
const SIZES = { market: 4, account: 20, credit: 19, most: 8, key: 24, expiry: 5, checksum: 4 } as const
const KEY_SHIFT = 64n
/** Contract wallets sign with more than 65 bytes; a QR code holds this much. */
export const LONGEST_SIGNATURE = 1_024
const LONGEST_BYTES = 1_200
const LONGEST_TEXT = PREFIX.length + Math.ceil((LONGEST_BYTES * 8) / 5)

/** Throws for what no wallet signs here: a nonce without a key of its own, a signature that is too long. */
export function voucherText({ voucher, signature }: SignedVoucher, place: CreditsPlace): string {
  const { account, creditId, most, station, nonce, expiry } = voucher
  const key = nonce >> KEY_SHIFT
  if (voucherNonce(key) !== nonce) throw new RangeError('a voucher has a nonce key of its own')
  const signed = hexToBytes(signature)
  if (signed.length > LONGEST_SIGNATURE) throw new RangeError(`a signature of ${signed.length} bytes does not fit`)
  const isForAnyone = station.toLowerCase() === ZERO_ADDRESS
  const body = concatBytes([
    Uint8Array.of(VERSION),
    marketTag(place),
    hexToBytes(account),
    numberToBytes(creditId, { size: SIZES.credit }),
    numberToBytes(most, { size: SIZES.most }),
    isForAnyone ? Uint8Array.of(0) : concatBytes([Uint8Array.of(1), hexToBytes(station)]),
    numberToBytes(key, { size: SIZES.key }),
    numberToBytes(expiry, { size: SIZES.expiry }),
    numberToBytes(signed.length, { size: 2 }),
    signed,
  ])
  return PREFIX + toBase32(concatBytes([body, checksumOf(body)]))
}

/** Whatever was scanned or pasted. Says nothing about the signature. */
export function voucherFromText(text: string, place: CreditsPlace): Decision<SignedVoucher> {
  const letters = text.length > LONGEST_TEXT * 2 ? '' : text.replace(/\s/g, '').toUpperCase()
  if (!letters.startsWith(PREFIX)) return refuse('VoucherUnreadable')
  if (letters.length > LONGEST_TEXT) return refuse('VoucherDamaged')
  const bytes = fromBase32(letters.slice(PREFIX.length))
  if (!bytes || bytes.length <= SIZES.checksum) return refuse('VoucherDamaged')
  const body = bytes.subarray(0, -SIZES.checksum)
  if (bytesToHex(checksumOf(body)) !== bytesToHex(bytes.subarray(-SIZES.checksum))) return refuse('VoucherDamaged')
  // Another version has another layout: nothing else of it can be judged.
  if (body[0] !== VERSION) return refuse('VoucherVersionUnknown', { version: BigInt(body[0] ?? 0) })
  return fromBody(body, place)
}

function fromBody(body: Uint8Array, place: CreditsPlace): Decision<SignedVoucher> {
  let at = 1
  // Zeros beyond the end: that it ends elsewhere is seen below.
  const take = (size: number) => {
    const part = new Uint8Array(size)
    part.set(body.subarray(at, (at += size)))
    return part
  }
  const market = take(SIZES.market)
  const account = take(SIZES.account)
  const creditId = bytesToBigInt(take(SIZES.credit))
  const most = bytesToBigInt(take(SIZES.most))
  const named = take(1)[0]
  const station = named === 1 ? (bytesToHex(take(SIZES.account)) as Address) : ZERO_ADDRESS
  const key = bytesToBigInt(take(SIZES.key))
  const expiry = Number(bytesToBigInt(take(SIZES.expiry)))
  const length = Number(bytesToBigInt(take(2)))
  const signature = take(length)
  // What is cut short or goes on ends elsewhere, and one voucher has one text.
  const isWhole = at === body.length && length > 0 && length <= LONGEST_SIGNATURE
  const isOneText = named === 0 || (named === 1 && station !== ZERO_ADDRESS)
  if (!isWhole || !isOneText || key === 0n || !isCredit(creditId)) return refuse('VoucherDamaged')
  if (bytesToHex(market) !== bytesToHex(marketTag(place))) return refuse('VoucherOfOtherMarket')
  const facts = { account: bytesToHex(account), creditId, most: wh(most), station, nonce: voucherNonce(key), expiry }
  return ok({ voucher: facts, signature: bytesToHex(signature) })
}

/** Of a kind that is known: nameOf throws for others. */
function isCredit(id: bigint): boolean {
  try {
    creditFromId(id)
    return true
  } catch {
    return false
  }
}

function checksumOf(body: Uint8Array): Uint8Array {
  return keccak256(body, 'bytes').subarray(0, SIZES.checksum)
}

function marketTag({ chainId, energyCredits }: CreditsPlace): Uint8Array {
  const named = concatBytes([numberToBytes(chainId, { size: 32 }), hexToBytes(energyCredits)])
  return keccak256(named, 'bytes').subarray(0, SIZES.market)
}
