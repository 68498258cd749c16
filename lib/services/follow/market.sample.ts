/** A small market as the chain would tell it: two retailers, two consumers, one settled month. For tests. */
import { encodeErrorResult, getAddress, zeroHash } from 'viem'
import { exampleToStruct, offerToStruct } from '@/lib/chain/coding/offer'
import { usedToWords } from '@/lib/chain/coding/billing'
import { pricingToOffer } from '@/lib/chain/coding/formula'
import { meterToStruct, readToStruct, readToWords } from '@/lib/chain/coding/metering'
import { tableToStruct } from '@/lib/chain/coding/tariff'
import { termsToStruct } from '@/lib/chain/coding/terms'
import { CONTRACT_NAMES, agreementBookAbi, type ContractAddresses } from '@/lib/chain/contracts'
import { draft, type Bill } from '@/lib/domain/billing/bill'
import { pack } from '@/lib/domain/billing/lines'
import type { Terms } from '@/lib/domain/agreements/terms'
import { deposit } from '@/lib/domain/agreements/deposit'
import { roleBit } from '@/lib/domain/members/role'
import type { Meter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { mapRegisters, registerValues } from '@/lib/domain/metering/register-values'
import { costOf, type Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import { sampleOffer } from '@/lib/domain/offers/offer.sample'
import { determinantsOf, typicalMonth } from '@/lib/domain/offers/determinants'
import { suggestExamples } from '@/lib/domain/offers/worked-examples'
import { accountOf } from '@/lib/domain/settlement/payees'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { microPerKwh, signedMicroPerKwh, watt, wh } from '@/lib/domain/units/units'
import type { Fact } from './happening'

const address = (digits: string): Address => getAddress(`0x${digits.padStart(40, '0')}`)
const hash = (digit: string) => `0x${digit.padStart(64, '0')}` as Hex

/** Mixed case, as a node gives them: rows are lowercase. */
export const accounts = {
  exchange: address('e0'),
  grid: address('B0'),
  government: address('C0'),
  pool: address('D0'),
  retailerA: address('AA1'),
  retailerB: address('AA2'),
  consumerA: address('CC1'),
  consumerB: address('CC2'),
}

export const contracts = Object.fromEntries(
  CONTRACT_NAMES.map((name, index) => [name, address(`f0${index.toString().padStart(2, '0')}`)]),
) as ContractAddresses

/** Midnight in Shanghai: 1 December 2025, 1 January and 1 February 2026. */
export const boundaries = [1_764_518_400, 1_767_196_800, 1_769_875_200] as const
const [START, END] = [boundaries[1], boundaries[2]]

const energy = registerValues([10_000n, 20_000n, 30_000n, 30_000n, 10_000n].map(wh))
const zero = registerValues([0n, 0n, 0n, 0n, 0n].map(wh))

export const table: TariffTable = {
  region: 42,
  voltageClass: 2,
  start: START,
  end: END,
  agencyPrice: microPerKwh(651_886n),
  cataloguePrice: microPerKwh(651_886n),
  index: signedMicroPerKwh(384_470n),
  indexSeries: zeroHash,
  grid: accounts.grid,
  government: accounts.government,
  subsidyPool: accounts.pool,
  components: [
    { kind: 'Network', prices: registerValues(Array<bigint>(5).fill(126_300n).map(microPerKwh)) },
    { kind: 'GovernmentFund', prices: registerValues(Array<bigint>(5).fill(45_200n).map(microPerKwh)) },
  ],
}

export interface Side {
  consumer: Address
  retailer: Address
  offerId: Hex
  meterId: Hex
  agreementId: Hex
  offer: Offer
  pricing: Pricing
  terms: Terms
}

function side(digit: '1' | '2', consumer: Address, retailer: Address, pricing: Pricing): Side {
  const offer = sampleOffer({ retailer, ...pricingToOffer(pricing, contracts) })
  const [offerId, meterId, agreementId] = [hash(`0f${digit}`), hash(`0e${digit}`), hash(`0a${digit}`)]
  const contracted = Array.from({ length: 12 }, () => wh(90_000n))
  const terms = {
    consumer,
    offerId,
    meterId,
    start: START,
    contracted,
    replaces: ZERO_HASH,
    nonce: (1n << 80n) + 1n,
    expiry: START,
  }
  return { consumer, retailer, offerId, meterId, agreementId, offer, pricing, terms }
}

export const sideA = side('1', accounts.consumerA, accounts.retailerA, {
  formula: 'Flat',
  params: { price: microPerKwh(384_470n) },
})
export const sideB = side('2', accounts.consumerB, accounts.retailerB, {
  formula: 'TimeOfUse',
  params: { prices: registerValues([620_000n, 520_000n, 370_000n, 230_000n, 180_000n].map(microPerKwh)) },
})

type Event = Pick<Fact, 'contract' | 'name' | 'args'>

const event = (contract: string, name: string, args: Record<string, unknown>): Event => ({ contract, name, args })
const escrow = (name: string, account: Address, amount: bigint) => event('Escrow', name, { account, amount })

export const opened: Event[] = [
  event('MemberRegistry', 'MemberAdmitted', { account: accounts.exchange, roles: roleBit('Exchange') }),
  event('MemberRegistry', 'MemberAdmitted', { account: accounts.grid, roles: roleBit('Grid') }),
  event('MemberRegistry', 'MemberAdmitted', { account: accounts.retailerA, roles: roleBit('Retailer') }),
  event('MemberRegistry', 'MemberAdmitted', { account: accounts.retailerB, roles: roleBit('Retailer') }),
  event('TariffBook', 'PeriodPublished', { start: boundaries[0], end: START }),
  event('TariffBook', 'PeriodPublished', { start: START, end: END }),
  event('TariffBook', 'TariffPublished', { region: 42, voltageClass: 2, start: START, table: tableToStruct(table) }),
  event('OfferBook', 'FormulaAllowed', { formula: contracts.FlatFormula, allowed: true }),
  event('OfferBook', 'FormulaAllowed', { formula: contracts.TimeOfUseFormula, allowed: true }),
]

export function published({ offerId, offer, pricing }: Side, name: string): Event {
  const examples = suggestExamples({ pricing, priceCap: offer.priceCap }, typicalMonth({ registers: energy })).map(
    exampleToStruct,
  )
  const args = { offerId, retailer: offer.retailer, name, offer: offerToStruct(offer), examples }
  return event('OfferBook', 'OfferPublished', args)
}

/** Cumulative registers: nothing at first, then one month of use. */
export function readAt(meterId: Hex, month: 0 | 1): Read {
  const importWh = mapRegisters(energy, (value) => wh(value * BigInt(month)))
  const time = month === 0 ? START : END
  const base = { meterId, time, sequence: month + 1, quality: 'Measured', exportWh: wh(0n) } as const
  return { ...base, importWh: month === 0 ? zero : importWh, maxDemand: watt(500n), intervalRoot: hash('0') }
}

export function registered({ meterId, consumer }: Side): Event {
  const meter: Meter = {
    operator: accounts.grid,
    holder: consumer,
    digits: 9,
    multiplier: 1,
    capacity: watt(10_000n),
    region: 42,
    voltageClass: 2,
    customerClass: 'Business',
    signer: accounts.grid,
  }
  return event('MeterRegistry', 'MeterRegistered', {
    meterId,
    meter: meterToStruct(meter),
    opening: readToStruct(readAt(meterId, 0)),
  })
}

/** Pays in 1,000 and locks the deposit. */
export function signed({ agreementId, consumer, retailer, offer, terms }: Side): Event[] {
  const { amount } = deposit(terms.contracted, offer.deposit)
  const args = { agreementId, consumer, retailer, terms: termsToStruct(terms), termPeriods: 12, deposit: amount }
  return [
    escrow('Deposited', consumer, 1_000_000_000n),
    event('AgreementBook', 'AgreementSigned', args),
    escrow('Locked', consumer, amount),
  ]
}

export function billOf({ offer, pricing, terms }: Side): Bill {
  const cost = costOf(pricing, determinantsOf({ registers: energy, maxDemand: watt(500n) }, offer.deviation, table))
  return draft(offer, table, { contracted: terms.contracted[0] ?? wh(0n), registers: energy, cost })
}

/** Closing read, bill and the payees' income, in the order of the contracts. */
export function settled(side: Side): Event[] {
  const { meterId, agreementId, offer, terms } = side
  const closing = readAt(meterId, 1)
  const bill = billOf(side)
  const income = new Map<Address, bigint>()
  for (const { payee, amount } of bill.lines) {
    const account = accountOf(payee, offer, table)
    income.set(account, (income.get(account) ?? 0n) + amount)
  }
  return [
    event('MeterRegistry', 'ReadRecorded', {
      meterId,
      read: readToWords(closing),
      intervalRoot: closing.intervalRoot,
    }),
    event('Settlement', 'BillSettled', {
      agreementId,
      ...usedToWords({ start: START, end: END, index: 0, contracted: terms.contracted[0] ?? wh(0n), used: energy }),
      lines: bill.lines.map(pack),
    }),
    ...[...income].map(([account, amount]) => escrow('Credited', account, amount)),
  ]
}

/** Revert data of BillAboveAverage(agreement, 5, 3). */
export function skipped({ agreementId }: Side): Event {
  const reason = encodeErrorResult({
    abi: agreementBookAbi,
    errorName: 'BillAboveAverage',
    args: [agreementId, 5n, 3n],
  })
  return event('Settlement', 'SettlementSkipped', { agreementId, reason })
}
