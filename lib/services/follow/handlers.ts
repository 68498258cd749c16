/** Which handler turns which event into rows. Events that are not here are kept raw only. */
import { activityPaused } from './activity-paused'
import { activityResumed } from './activity-resumed'
import { agreementEnded } from './agreement-ended'
import { agreementSigned } from './agreement-signed'
import { billSettled } from './bill-settled'
import { credited } from './credited'
import { deliverySettled } from './delivery-settled'
import { deposited } from './deposited'
import { formulaAllowed } from './formula-allowed'
import type { Handler, Happening } from './happening'
import { locked } from './locked'
import { memberAdmitted } from './member-admitted'
import { memberReinstated } from './member-reinstated'
import { memberSuspended } from './member-suspended'
import { meterHolderChanged } from './meter-holder-changed'
import { meterRegistered } from './meter-registered'
import { meterSignerRotated } from './meter-signer-rotated'
import { moneyOwed } from './money-owed'
import { offerPublished } from './offer-published'
import { offerWithdrawn } from './offer-withdrawn'
import { owedPaid } from './owed-paid'
import { periodPublished } from './period-published'
import { purchaseEnded } from './purchase-ended'
import { purchaseSigned } from './purchase-signed'
import { readRecorded } from './read-recorded'
import { settlementSkipped } from './settlement-skipped'
import { tariffPublished } from './tariff-published'
import { unlocked } from './unlocked'
import { useBilled } from './use-billed'
import { withdrawn } from './withdrawn'

const handlers: Record<string, Handler> = {
  'MemberRegistry.MemberAdmitted': memberAdmitted,
  'MemberRegistry.MemberSuspended': memberSuspended,
  'MemberRegistry.MemberReinstated': memberReinstated,
  'TariffBook.PeriodPublished': periodPublished,
  'TariffBook.TariffPublished': tariffPublished,
  'OfferBook.FormulaAllowed': formulaAllowed,
  'OfferBook.OfferPublished': offerPublished,
  'OfferBook.OfferWithdrawn': offerWithdrawn,
  'MeterRegistry.MeterRegistered': meterRegistered,
  'MeterRegistry.MeterHolderChanged': meterHolderChanged,
  'MeterRegistry.MeterSignerRotated': meterSignerRotated,
  'MeterRegistry.ReadRecorded': readRecorded,
  'AgreementBook.AgreementSigned': agreementSigned,
  'AgreementBook.AgreementEnded': agreementEnded,
  'Settlement.BillSettled': billSettled,
  'Settlement.SettlementSkipped': settlementSkipped,
  'PurchaseBook.PurchaseSigned': purchaseSigned,
  'PurchaseBook.DeliverySettled': deliverySettled,
  'PurchaseBook.UseBilled': useBilled,
  'PurchaseBook.MoneyOwed': moneyOwed,
  'PurchaseBook.OwedPaid': owedPaid,
  'PurchaseBook.PurchaseEnded': purchaseEnded,
  'Escrow.Deposited': deposited,
  'Escrow.Withdrawn': withdrawn,
  'Escrow.Locked': locked,
  'Escrow.Unlocked': unlocked,
  'Escrow.Credited': credited,
  'CircuitBreaker.ActivityPausedUntil': activityPaused,
  'CircuitBreaker.ActivityResumed': activityResumed,
}

export async function handle(happening: Happening): Promise<void> {
  const { contract, name } = happening.fact
  await handlers[`${contract}.${name}`]?.(happening)
}
