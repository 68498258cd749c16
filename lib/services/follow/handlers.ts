/** Which handler turns which event into rows. Events that are not here are kept raw only. */
import { activityPaused } from './activity-paused'
import { activityResumed } from './activity-resumed'
import { agreementCancelled } from './agreement-cancelled'
import { agreementCut } from './agreement-cut'
import { agreementEnded } from './agreement-ended'
import { agreementSigned } from './agreement-signed'
import { bidClaimed } from './bid-claimed'
import { bidPlaced } from './bid-placed'
import { bidWithdrawn } from './bid-withdrawn'
import { billRevised } from './bill-revised'
import { billSettled } from './bill-settled'
import { billUnpaid } from './bill-unpaid'
import { credited } from './credited'
import { creditsMinted } from './credits-minted'
import { creditsSold } from './credits-sold'
import { creditsTransferred } from './credits-transferred'
import { creditsUsed } from './credits-used'
import { collected, debitedLocked, debitedShort, refunded } from './debited'
import { deliverySettled } from './delivery-settled'
import { deposited } from './deposited'
import { agreementMarked, dueMoved, duePut, surplusSettled } from './due'
import { energyRedeemed } from './energy-redeemed'
import { energyReturned } from './energy-returned'
import { energyStored } from './energy-stored'
import { feedInPublished } from './feed-in-published'
import { formulaAllowed } from './formula-allowed'
import type { Handler, Happening } from './happening'
import { indexCostAttested } from './index-cost-attested'
import { instructionFollowed } from './instruction-followed'
import { instructionGiven } from './instruction-given'
import { instructionRevoked } from './instruction-revoked'
import { locked } from './locked'
import { lotClaimed } from './lot-claimed'
import { lotListed } from './lot-listed'
import { lotWithdrawn } from './lot-withdrawn'
import { memberAdmitted } from './member-admitted'
import { memberGrouped } from './member-grouped'
import { memberReinstated } from './member-reinstated'
import { memberSuspended } from './member-suspended'
import { meterExchanged } from './meter-exchanged'
import { meterHolderChanged } from './meter-holder-changed'
import { meterRegistered } from './meter-registered'
import { meterSignerRevoked } from './meter-signer-revoked'
import { meterSignerRotated } from './meter-signer-rotated'
import { offerPublished } from './offer-published'
import { offerWithdrawn } from './offer-withdrawn'
import { debtPaid, owed } from './owed'
import { periodPublished } from './period-published'
import { purchaseEnded } from './purchase-ended'
import { purchaseSigned } from './purchase-signed'
import { readCorrected } from './read-corrected'
import { readRecorded } from './read-recorded'
import { sessionCleared } from './session-cleared'
import { sessionOpened } from './session-opened'
import { sessionUntraded } from './session-untraded'
import { sessionVoided } from './session-voided'
import { settlementSkipped } from './settlement-skipped'
import { storageClosed } from './storage-closed'
import { storageOffered } from './storage-offered'
import { tariffPublished } from './tariff-published'
import { trueUpRevised } from './true-up-revised'
import { unlocked } from './unlocked'
import { useBilled } from './use-billed'
import { withdrawn } from './withdrawn'

const handlers: Record<string, Handler> = {
  'MemberRegistry.MemberAdmitted': memberAdmitted,
  'MemberRegistry.MemberSuspended': memberSuspended,
  'MemberRegistry.MemberReinstated': memberReinstated,
  'MemberRegistry.MemberGrouped': memberGrouped,
  'TariffBook.PeriodPublished': periodPublished,
  'TariffBook.TariffPublished': tariffPublished,
  'OfferBook.FormulaAllowed': formulaAllowed,
  'OfferBook.OfferPublished': offerPublished,
  'OfferBook.OfferWithdrawn': offerWithdrawn,
  'MeterRegistry.MeterRegistered': meterRegistered,
  'MeterRegistry.MeterHolderChanged': meterHolderChanged,
  'MeterRegistry.MeterSignerRotated': meterSignerRotated,
  'MeterRegistry.MeterSignerRevoked': meterSignerRevoked,
  'MeterRegistry.MeterExchanged': meterExchanged,
  'MeterRegistry.ReadRecorded': readRecorded,
  'AgreementBook.AgreementSigned': agreementSigned,
  'AgreementBook.AgreementEnded': agreementEnded,
  'AgreementBook.AgreementMarked': agreementMarked,
  'AgreementBook.AgreementCut': agreementCut,
  'AgreementBook.AgreementCancelled': agreementCancelled,
  'Settlement.BillSettled': billSettled,
  'Settlement.BillUnpaid': billUnpaid,
  'Settlement.IndexCostAttested': indexCostAttested,
  'Revisions.ReadCorrected': readCorrected,
  'Revisions.BillRevised': billRevised,
  'Revisions.TrueUpRevised': trueUpRevised,
  'Settlement.SettlementSkipped': settlementSkipped,
  'PurchaseBook.PurchaseSigned': purchaseSigned,
  'PurchaseBook.DeliverySettled': deliverySettled,
  'PurchaseBook.UseBilled': useBilled,
  'PurchaseBook.PurchaseEnded': purchaseEnded,
  'Autopilot.InstructionGiven': instructionGiven,
  'Autopilot.InstructionRevoked': instructionRevoked,
  'Autopilot.InstructionFollowed': instructionFollowed,
  'EnergyCredits.CreditsMinted': creditsMinted,
  'EnergyCredits.CreditsUsed': creditsUsed,
  'EnergyCredits.CreditsSold': creditsSold,
  'EnergyCredits.Transfer': creditsTransferred,
  'EnergyCredits.StorageOffered': storageOffered,
  'EnergyCredits.StorageClosed': storageClosed,
  'EnergyCredits.FeedInPublished': feedInPublished,
  'EnergyCredits.EnergyStored': energyStored,
  'EnergyCredits.EnergyReturned': energyReturned,
  'EnergyCredits.EnergyRedeemed': energyRedeemed,
  'SurplusBook.DueMoved': dueMoved,
  'SurplusBook.DuePut': duePut,
  'SurplusBook.SurplusSettled': surplusSettled,
  'SurplusMarket.SessionOpened': sessionOpened,
  'SurplusMarket.LotListed': lotListed,
  'SurplusMarket.BidPlaced': bidPlaced,
  'SurplusMarket.LotWithdrawn': lotWithdrawn,
  'SurplusMarket.BidWithdrawn': bidWithdrawn,
  'SurplusMarket.SessionCleared': sessionCleared,
  'SurplusMarket.SessionUntraded': sessionUntraded,
  'SurplusMarket.SessionVoided': sessionVoided,
  'SurplusMarket.BidClaimed': bidClaimed,
  'SurplusMarket.LotClaimed': lotClaimed,
  'Escrow.Deposited': deposited,
  'Escrow.Withdrawn': withdrawn,
  'Escrow.Locked': locked,
  'Escrow.Unlocked': unlocked,
  'Escrow.Credited': credited,
  'Escrow.DebitedShort': debitedShort,
  'Escrow.DebitedLocked': debitedLocked,
  'Escrow.Collected': collected,
  'Escrow.Refunded': refunded,
  'Escrow.Owed': owed,
  'Escrow.DebtPaid': debtPaid,
  'CircuitBreaker.ActivityPausedUntil': activityPaused,
  'CircuitBreaker.ActivityResumed': activityResumed,
}

export async function handle(happening: Happening): Promise<void> {
  const { contract, name } = happening.fact
  await handlers[`${contract}.${name}`]?.(happening)
}
