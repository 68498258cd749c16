/** An offer that may be published, for tests to change in one place. */
import { ZERO_ADDRESS } from '../units/hex'
import { bps, micro, microPerKwh, wh } from '../units/units'
import type { DeviationClause, Offer } from './offer'

export const sampleClause: DeviationClause = {
  lower: bps(9_500n),
  upper: bps(10_500n),
  excess: bps(11_000n),
  shortfall: microPerKwh(20_000n),
  referenceBasis: 'Agency',
  ruleBasis: 'Monthly',
  excessPayee: ZERO_ADDRESS,
  shortfallPayee: ZERO_ADDRESS,
}

export const SAMPLE_VALID_FROM = 1_767_196_800
export const SAMPLE_VALID_UNTIL = 1_798_732_800

const sample: Offer = {
  retailer: '0x00000000000000000000000000000000000000a1',
  formula: '0x00000000000000000000000000000000000000f1',
  formulaParams: '0x',
  priceCap: microPerKwh(0n),
  deviation: sampleClause,
  deposit: microPerKwh(50_000n),
  serviceFee: microPerKwh(0n),
  exitFee: micro(0n),
  noticeDays: 30,
  coolingOffDays: 14,
  termPeriods: 12,
  customerClass: 'Business',
  region: 42,
  voltageClass: 2,
  green: bps(2_000n),
  model: 'RetailerLed',
  validFrom: SAMPLE_VALID_FROM,
  validUntil: SAMPLE_VALID_UNTIL,
  capacity: wh(0n),
}

export function sampleOffer(
  changes: Partial<Omit<Offer, 'deviation'>> & { deviation?: Partial<DeviationClause> } = {},
): Offer {
  return { ...sample, ...changes, deviation: { ...sampleClause, ...changes.deviation } }
}
