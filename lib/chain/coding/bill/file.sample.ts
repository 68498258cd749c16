/** The worked check of SPEC section 7 as the file of a bill: Hubei, January 2026, 112,000 kWh used of 100,000 contracted. For tests. */
import type { BillLine } from '@/lib/domain/billing/lines'
import { registerValues } from '@/lib/domain/metering/register-values'
import { microPerKwh, micro, signedMicroPerKwh, watt, wh } from '@/lib/domain/units/units'
import { sampleOffer } from '@/lib/domain/offers/offer.sample'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { CONTRACT_NAMES, type ContractAddresses } from '../../contracts'
import { agreementId, offerId } from '../../ids'
import type { BillMarket } from './chain-word'
import type { BillFile, FileLine, FileRead } from './file'
import { MARKET_CONTRACTS } from './schema'

const account = (digit: string) => `0x${digit.repeat(40)}` as Address
const hash = (digit: string) => `0x${digit.repeat(64)}` as Hex
const [GRID, GOVERNMENT, POOL, RETAILER, FORMULA] = ['a', 'b', 'c', 'd', 'e'].map(account) as [
  Address,
  Address,
  Address,
  Address,
  Address,
]
/** January 2026 in Shanghai. */
const [START, END] = [1_767_196_800, 1_769_875_200]

const addresses = CONTRACT_NAMES.map((name, index) => [name, `0x${String(index + 10).repeat(20)}`])

export const sampleMarket: BillMarket = {
  chainId: 31_337,
  contracts: { ...(Object.fromEntries(addresses) as ContractAddresses), FlatFormula: FORMULA },
}

const component = (kind: 'Network' | 'LineLoss' | 'SystemOperation' | 'GovernmentFund', price: bigint) => ({
  kind,
  prices: registerValues([1, 2, 3, 4, 5].map(() => microPerKwh(price))),
})

export function sampleFile(): BillFile {
  const named = MARKET_CONTRACTS.map((name) => [name, sampleMarket.contracts[name]])
  const contracts = Object.fromEntries(named) as BillFile['contracts']
  const content = sampleOffer({
    retailer: RETAILER,
    formula: FORMULA,
    // Flat: one price, 384,470 Micro per kWh.
    formulaParams: `0x${384_470n.toString(16).padStart(64, '0')}`,
    termPeriods: 12,
    exitFee: micro(0n),
    model: 'RetailerLed',
  })
  const terms = {
    consumer: account('9'),
    offerId: offerId(content),
    meterId: hash('8'),
    start: START,
    contracted: Array.from({ length: 12 }, () => wh(100_000_000n)),
    replaces: ZERO_HASH,
    nonce: 3n,
    expiry: START,
  }
  return {
    chainId: sampleMarket.chainId,
    contracts,
    agreement: { id: agreementId(terms), transaction: hash('1'), endsHere: false, terms },
    offer: { name: 'Steady', transaction: hash('2'), content },
    tariff: {
      transaction: hash('3'),
      table: {
        ...{ region: content.region, voltageClass: content.voltageClass, start: START, end: END },
        ...{ agencyPrice: microPerKwh(651_886n), cataloguePrice: microPerKwh(651_886n) },
        ...{ index: signedMicroPerKwh(0n), indexSeries: ZERO_HASH },
        ...{ grid: GRID, government: GOVERNMENT, subsidyPool: POOL },
        components: [
          component('LineLoss', 13_643n),
          component('SystemOperation', 82_273n),
          component('GovernmentFund', 45_200n),
          component('Network', 126_300n),
        ],
      },
    },
    meter: { digits: 9, multiplier: 1, capacity: watt(1_000_000n) },
    index: 0,
    exit: false,
    indexCost: null,
    contracted: wh(100_000_000n),
    total: micro(73_467_552_200n),
    runs: [
      {
        ...{ kind: 'settled', transaction: hash('4'), block: 77, time: END + 60 },
        opening: read(START, 7, 1_000_000n, hash('5')),
        closing: read(END, 8, 113_000_000n, hash('4')),
        used: registerValues([0n, 0n, 112_000_000n, 0n, 0n].map(wh)),
        lines: LINES.map(lineOf),
      },
    ],
    year: null,
  }
}

function read(time: number, sequence: number, flat: bigint, transaction: Hex): FileRead {
  return {
    ...{ time, sequence, quality: 'Measured', transaction, intervalRoot: ZERO_HASH },
    ...{ exportWh: wh(0n), maxDemand: watt(0n) },
    importWh: registerValues([0n, 0n, flat, 0n, 0n].map(wh)),
    seal: { signer: account('f'), signature: `0x${'12'.repeat(65)}` },
  }
}

/** 105,000 kWh at each price, and 7,000 kWh at 651,886 × 110 %: by hand. */
const LINES: [BillLine['kind'], BillLine['payee'], bigint, bigint, bigint][] = [
  ['Energy', 'Seller', 105_000_000n, 0n, 40_369_350_000n],
  ['LineLoss', 'Grid', 105_000_000n, 13_643n, 1_432_515_000n],
  ['SystemOperation', 'Grid', 105_000_000n, 82_273n, 8_638_665_000n],
  ['GovernmentFund', 'Government', 105_000_000n, 45_200n, 4_746_000_000n],
  ['Network', 'Grid', 105_000_000n, 126_300n, 13_261_500_000n],
  ['Excess', 'Seller', 7_000_000n, 651_886n, 5_019_522_200n],
]

function lineOf([kind, payee, quantity, price, amount]: (typeof LINES)[number]): FileLine {
  const accounts = { Seller: RETAILER, Grid: GRID, Government: GOVERNMENT } as Record<string, Address>
  const to = accounts[payee] ?? POOL
  return { kind, payee, account: to, quantity: wh(quantity), price: microPerKwh(price), amount: micro(amount) }
}
