// A customer as both the market and the floor meet it: the keys of the consumer and of its meter, its terms and its reads.
import { concat, keccak256, toHex, type Address, type Hex } from 'viem'
import { privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import type { MeterKeyFacts } from '@/lib/chain/coding/metering'
import { termsToStruct } from '@/lib/chain/coding/terms'
import { agreementTypedData } from '@/lib/chain/intents/agreement'
import { itemToStruct } from '@/lib/chain/intents/calls'
import { readTypedData } from '@/lib/chain/intents/read'
import { MONTHS, type Terms } from '@/lib/domain/agreements/terms'
import type { Read } from '@/lib/domain/metering/read'
import { mapRegisters, registerValues } from '@/lib/domain/metering/register-values'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { boundary, CONTRACTED_WH, DAY, GENESIS, PERIOD, USED_WH } from './month'

const CHAIN_ID = 31_337

export interface Customer {
  account: PrivateKeyAccount
  meter: PrivateKeyAccount
  meterId: Hex
}

export function customerOf(index: number): Customer {
  const secret = (what: string) => keccak256(toHex(`${what} ${index} of the gas benchmark`))
  return {
    account: privateKeyToAccount(secret('consumer')),
    meter: privateKeyToAccount(secret('meter key')),
    meterId: secret('meter'),
  }
}

/** @param instead of a customer's first terms: what another agreement says. */
export async function signedTerms(
  customer: Customer,
  agreementBook: Address,
  offerId: Hex,
  instead: Partial<Terms> = {},
) {
  const terms: Terms = {
    consumer: customer.account.address,
    offerId,
    meterId: customer.meterId,
    start: boundary(0),
    contracted: Array.from({ length: MONTHS }, () => wh(CONTRACTED_WH)),
    replaces: ZERO_HASH,
    nonce: 0n,
    expiry: GENESIS + PERIOD,
    ...instead,
  }
  const signature = await customer.account.signTypedData(
    agreementTypedData({ chainId: CHAIN_ID, agreementBook }, terms),
  )
  return { terms, struct: termsToStruct(terms), signature }
}

/** The fourth period does not end: its closing read is the one that a switch takes place at. */
const LAST_READ = 4
export const SWITCHED = boundary(LAST_READ - 2) + 10 * DAY

/** The read a meter shows at a period boundary; sequence 0 is the one it was registered with. */
export function readAt(customer: Customer, sequence: number): Read {
  const advance = BigInt(sequence)
  return {
    meterId: customer.meterId,
    time: sequence === 0 ? GENESIS : sequence === LAST_READ ? SWITCHED : boundary(sequence - 1),
    sequence,
    quality: 'Measured',
    importWh: mapRegisters(registerValues(USED_WH), (used) => wh(1_000_000_000n + used * advance)),
    exportWh: wh(0n),
    maxDemand: watt(180_000n),
    intervalRoot: keccak256(concat([customer.meterId, toHex(sequence, { size: 4 })])),
  }
}

export async function signedRead(customer: Customer, meterRegistry: Address, sequence: number) {
  const read = readAt(customer, sequence)
  const signature = await customer.meter.signTypedData(readTypedData({ chainId: CHAIN_ID, meterRegistry }, read))
  return { read, signature }
}

/** The meter as the registry knows it. */
export function meterOf(customer: Customer): MeterKeyFacts {
  return { signer: customer.meter.address, digits: 12, multiplier: 1, capacity: watt(1_000_000n) }
}

/** One customer-month as settlements take it, between two reads that follow each other. */
export async function itemOf(
  customer: Customer,
  { agreementBook, meterRegistry, offerId }: { agreementBook: Address; meterRegistry: Address; offerId: Hex },
  period: number,
) {
  const { terms } = await signedTerms(customer, agreementBook, offerId)
  const { read, signature } = await signedRead(customer, meterRegistry, period + 2)
  const meter = meterOf(customer)
  const opening = readAt(customer, period + 1)
  return itemToStruct({ terms, meter, opening, closing: read, index: period, exit: false, surplus: false, signature })
}
