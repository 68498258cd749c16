// Charges: DeviationLib, AnnualLib, LineLib, CompensationLib, DepositLib, PaymentLib and their twins.
import { deposit } from '@/lib/domain/agreements/deposit'
import { trueUp } from '@/lib/domain/billing/annual'
import { capped, chargeAt, directCharge, excessCharge, split } from '@/lib/domain/billing/deviation'
import { LINE_KINDS, pack, PAYEES, unpack } from '@/lib/domain/billing/lines'
import { moved, usable } from '@/lib/domain/billing/surplus'
import { RULE_BASES } from '@/lib/domain/offers/offer'
import { compensation } from '@/lib/domain/purchases/compensation'
import { splitPayment } from '@/lib/domain/purchases/payment'
import { codeOf } from '@/lib/domain/units/codes'
import { BPS_ONE, bps, micro, microPerKwh, nano, wh } from '@/lib/domain/units/units'
import { USUAL, type Draw } from './draw'
import type { Rule } from './rule'

const energy = (random: Draw) => wh(random.uint(64, USUAL.wh))
const price = (random: Draw) => microPerKwh(random.uint(64, USUAL.price))

export const chargeRules: Rule[] = [
  {
    name: 'capped',
    harness: 'capped',
    draw(random) {
      const [cap, used] = [price(random), energy(random)]
      const cost = nano(random.chance(3) ? random.beside(cap * used, 256) : random.uint(256, USUAL.nano))
      return { words: [cost, cap, used], twin: () => [capped(cost, cap, used)] }
    },
  },
  {
    name: 'deviation split',
    harness: 'split',
    draw(random) {
      const contracted = energy(random)
      const lower = bps(random.upTo(BPS_ONE))
      const upper = bps(BPS_ONE + random.upTo(55_535n, 10_000n))
      const edge = random.pick([contracted * lower, contracted * upper]) / BPS_ONE
      const used = random.chance(2) ? wh(random.beside(edge, 64)) : energy(random)
      return {
        words: [contracted, used, lower, upper],
        twin() {
          const parts = split(contracted, used, { lower, upper })
          return [parts.upper, parts.lower, parts.direct, parts.excess, parts.shortfall]
        },
      }
    },
  },
  {
    name: 'surplus',
    harness: 'surplus',
    draw(random) {
      const [listed, bought, due] = [energy(random), energy(random), energy(random)]
      const sold = random.chance(2) ? wh(random.beside(listed + bought, 64)) : energy(random)
      const used = random.chance(2) ? wh(random.beside(due, 64)) : energy(random)
      const [lower, upper] = [bps(random.upTo(BPS_ONE)), bps(BPS_ONE + random.upTo(55_535n, 10_000n))]
      const ruleBasis = random.pick(RULE_BASES)
      return {
        words: [listed, bought, sold, due, used, lower, upper, BigInt(codeOf(RULE_BASES, ruleBasis))],
        twin() {
          const contracted = moved(listed, { bought, sold })
          return [contracted, usable(due, { contracted, used }, { lower, upper, ruleBasis })]
        },
      }
    },
  },
  {
    name: 'directCharge',
    harness: 'directCharge',
    draw(random) {
      const used = energy(random)
      const direct = wh(random.upTo(used))
      const cost = nano(random.uint(256, USUAL.nano))
      return { words: [cost, direct, used], twin: () => [directCharge(cost, direct, used)] }
    },
  },
  {
    name: 'excessCharge',
    harness: 'excessCharge',
    draw(random) {
      const [excess, reference, ratio] = [energy(random), price(random), bps(random.uint(16, USUAL.bps))]
      return { words: [excess, reference, ratio], twin: () => [excessCharge(excess, reference, ratio)] }
    },
  },
  {
    name: 'chargeAt',
    harness: 'chargeAt',
    draw(random) {
      const [used, at] = [energy(random), price(random)]
      return { words: [used, at], twin: () => [chargeAt(used, at)] }
    },
  },
  {
    name: 'annual true-up',
    harness: 'trueUp',
    draw(random) {
      const contracted = energy(random)
      const [lower, upper] = [bps(random.upTo(BPS_ONE)), bps(BPS_ONE + random.upTo(55_535n, 10_000n))]
      const edge = random.pick([contracted * lower, contracted * upper]) / BPS_ONE
      const used = random.chance(2) ? wh(random.beside(edge, 64)) : energy(random)
      const [excess, shortfall, reference] = [bps(random.uint(16, USUAL.bps)), price(random), price(random)]
      const allIn = (used * reference * excess) / (1_000n * BPS_ONE)
      const charged = micro(random.chance(3) ? random.beside(allIn, 128) : random.uint(128, USUAL.micro))
      return {
        words: [contracted, used, charged, lower, upper, excess, shortfall, reference],
        twin() {
          const t = trueUp({ contracted, used, charged }, { lower, upper, excess, shortfall }, reference)
          return [t.excess, t.shortfall, t.amount]
        },
      }
    },
  },
  {
    name: 'payment',
    harness: 'payment',
    draw(random) {
      const [payment, owed] = [micro(random.uint(127, USUAL.micro)), micro(random.uint(127, USUAL.micro))]
      const money = () =>
        micro(random.chance(2) ? random.beside(random.pick([payment, owed]), 127) : random.uint(127, 1n))
      const purse = { payerIsGrid: random.chance(2), payerFree: money(), generatorFree: money(), deposit: money() }
      const { payerIsGrid, payerFree, generatorFree, deposit: locked } = purse
      return {
        words: [payment, owed, payerIsGrid ? 1n : 0n, payerFree, generatorFree, locked],
        twin() {
          const s = splitPayment({ payment, compensation: owed }, purse)
          return [s.setOff, s.received, s.paymentOwed, s.fromFree, s.fromDeposit, s.compensationOwed]
        },
      }
    },
  },
  {
    name: 'compensation',
    harness: 'compensation',
    draw(random) {
      const agreed = energy(random)
      const lower = bps(random.upTo(BPS_ONE))
      const delivered = random.chance(2) ? wh(random.beside((agreed * lower) / BPS_ONE, 64)) : energy(random)
      const referencePrice = price(random)
      const directPrice = random.chance(3) ? microPerKwh(random.beside(referencePrice, 64)) : price(random)
      return {
        words: [agreed, delivered, lower, referencePrice, directPrice],
        twin() {
          const { short, amount } = compensation({ agreed, delivered, lower, referencePrice, directPrice })
          return [short, amount]
        },
      }
    },
  },
  {
    name: 'deposit',
    harness: 'deposit',
    draw(random) {
      // Twelve of any width hardly ever fit together.
      const bits = random.pick([60, 60, 64])
      const contracted = Array.from({ length: 12 }, () => wh(random.uint(bits, USUAL.wh)))
      const perKwh = price(random)
      return {
        words: [...contracted, perKwh],
        twin() {
          const { yearly, amount } = deposit(contracted, perKwh)
          return [yearly, amount]
        },
      }
    },
  },
  {
    name: 'bill-line packing',
    harness: 'packLine',
    draw(random) {
      const [kind, payee] = [random.pick(LINE_KINDS), random.pick(PAYEES)]
      const amount = micro(random.chance(4) ? random.uint(128, USUAL.micro) : random.uint(112, USUAL.micro))
      const line = { kind, payee, quantity: energy(random), price: price(random), amount }
      const codes = [BigInt(codeOf(LINE_KINDS, kind)), BigInt(codeOf(PAYEES, payee))]
      return {
        words: [...codes, line.quantity, line.price, amount],
        twin() {
          const word = pack(line)
          const read = unpack(word)
          const [readKind, readPayee] = [codeOf(LINE_KINDS, read.kind), codeOf(PAYEES, read.payee)]
          return [word, BigInt(readKind), BigInt(readPayee), read.quantity, read.price, read.amount]
        },
      }
    },
  },
]
