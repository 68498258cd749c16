/**
 * Every refusal has one name from the contract to the screen, and one message in the namespace `refusals`: what happened,
 * what it means, what to do. A contract error that is not in the list, or a name without a message, does not compile.
 */
import type en from '@/messages/en.json'
import type { ContractRefusalName } from '@/lib/chain/refusal'

export const refusalNames = [
  // Signing in and being allowed.
  'NotSignedIn',
  'NotConsumer',
  'NotRetailer',
  'NotOperator',
  'NotExchange',
  'NotYourAccount',
  'SignInMessageMalformed',
  'SignInNonceUnknown',
  'SignInWrongSite',
  'SignInWrongChain',
  'SignInExpired',
  'SignInSignatureInvalid',
  // Requests.
  'RequestMalformed',
  'RequestTooLarge',
  'RequestUnknown',
  'TooManyRequests',
  'PermitUnused',
  'PermitTooSmall',
  'ReadPeriodOpen',
  'TransactionReverted',
  'RelayerOutOfGas',
  'ChainUnreachable',
  'DatabaseUnreachable',
  // Members.
  'NotMember',
  'MemberUnknown',
  'RolesEmpty',
  // Tariffs.
  'PeriodUnknown',
  'PeriodInvalid',
  'TariffAlreadyPublished',
  'TariffUnknown',
  'TariffMismatch',
  'TariffOutOfReach',
  'ComponentInvalid',
  'PayeeZero',
  // Offers.
  'NotOfferRetailer',
  'OfferAlreadyPublished',
  'OfferUnknown',
  'OfferIsWithdrawn',
  'OfferSoldOut',
  'OfferExpired',
  'OfferNotYetValid',
  'OfferMismatch',
  'OfferOutOfReach',
  'ContractedTooMuch',
  'FormulaNotAllowed',
  'FormulaParamsInvalid',
  'IndexCostMissing',
  'BandInvalid',
  'ExcessRatioTooHigh',
  'TermInvalid',
  'ValidityInvalid',
  'ServiceFeeNotAllowed',
  'ExitFeeTooHigh',
  'GreenShareInvalid',
  'ExamplesMissing',
  'ExamplesNotIncreasing',
  'ExampleMismatch',
  // Agreements.
  'AgreementUnknown',
  'AgreementIsEnded',
  'AgreementEnding',
  'AgreementEndsSooner',
  'PeriodNotNext',
  'PeriodEndMismatch',
  'ExitFeeMismatch',
  'BillAboveAverage',
  'IntentExpired',
  'StartInPast',
  'StartInFuture',
  'EndTooEarly',
  'NoticeTooShort',
  'NotMeterHolder',
  'MeterAlreadySupplied',
  'NotSupplying',
  'SignatureInvalid',
  'InvalidAccountNonce',
  // Purchases.
  'PurchaseUnknown',
  'PurchaseIsEnded',
  'PartiesNotDistinct',
  'PriceTooHigh',
  'DirectNeedsGrid',
  'NotLargeConsumer',
  'PurchaseOutOfReach',
  'AdvancesDiffer',
  // Metering.
  'MeterUnknown',
  'MeterAlreadyRegistered',
  'NotMeterOperator',
  'MeterInvalid',
  'ReadWrongMeter',
  'ReadNotLast',
  'ReadReplayed',
  'ReadNotNewer',
  'ReadFromFuture',
  'ReadTooOld',
  'GasTooLow',
  'ReadSignatureInvalid',
  'ReadBackwards',
  'ReadTooFast',
  'ReadTooWide',
  'ReadNotInPeriod',
  'AttestationInvalid',
  'ReadBelongsToSettlement',
  'ReadBelongsToPurchase',
  'EstimateNoBasis',
  'EstimateNothingMissing',
  'IntervalAboveCapacity',
  'EditReasonUnclear',
  'EditUnknownInterval',
  'EditChangesNothing',
  'EditNotWhole',
  'DaysChangedMeanwhile',
  'ChangeUnknown',
  'SpanTooLong',
  // Settlement and money.
  'BatchEmpty',
  'BillNotOpen',
  'NothingToRevise',
  'ReadNotEstimated',
  'ReadNotMeasured',
  'ReadAlreadyCorrected',
  'ReadNotTrue',
  'YearTableMissing',
  'NotSelf',
  'LineOverflow',
  'InsufficientFree',
  'InsufficientLocked',
  'AmountZero',
  'WithdrawalTargetInvalid',
  'CreditsDiffer',
  'ERC20InsufficientBalance',
  'ERC20InsufficientAllowance',
  'ERC20InvalidApprover',
  'ERC20InvalidReceiver',
  'ERC20InvalidSender',
  'ERC20InvalidSpender',
  'ERC2612ExpiredSignature',
  'ERC2612InvalidSigner',
  'SafeERC20FailedOperation',
  // Safety and power.
  'ActivityPaused',
  'PauseTooLong',
  'AgreementFrozen',
  'BookAlreadySet',
  'NotModule',
  'AccessManagedUnauthorized',
  'AccessManagedRequiredDelay',
  'AccessManagedInvalidAuthority',
  'AccessManagerAlreadyScheduled',
  'AccessManagerBadConfirmation',
  'AccessManagerExpired',
  'AccessManagerInvalidInitialAdmin',
  'AccessManagerLockedFunction',
  'AccessManagerLockedRole',
  'AccessManagerNotReady',
  'AccessManagerNotScheduled',
  'AccessManagerUnauthorizedAccount',
  'AccessManagerUnauthorizedCall',
  'AccessManagerUnauthorizedCancel',
  'AccessManagerUnauthorizedConsume',
  // What the libraries below refuse.
  'ReentrancyGuardReentrantCall',
  'SafeCastOverflowedUintDowncast',
  'ECDSAInvalidSignature',
  'ECDSAInvalidSignatureLength',
  'ECDSAInvalidSignatureS',
  'AddressEmptyCode',
  'FailedCall',
  'InsufficientBalance',
  'InvalidShortString',
  'StringTooLong',
] as const satisfies readonly (keyof (typeof en)['refusals'])[]

export type RefusalName = (typeof refusalNames)[number]

/** Warning: an error here names a contract error that lacks its place above and its message. */
type Unlisted = Exclude<ContractRefusalName, RefusalName>
const everyContractErrorIsListed: [Unlisted] extends [never] ? true : Unlisted = true
void everyContractErrorIsListed

/** The message of a refusal. A name from a contract that this version does not know is a plain revert. */
export function refusalKey(name: string): `refusals.${RefusalName}` {
  const known = refusalNames.find((listed) => listed === name)
  return `refusals.${known ?? 'TransactionReverted'}`
}

export type FactUnit = 'money' | 'energy' | 'time' | 'plain'

const MONEY = [
  'needed',
  'free',
  'locked',
  'promised',
  'computed',
  'debited',
  'credited',
  'amount',
  'balance',
  'bill',
  'owed',
  'exitFee',
]
const ENERGY = ['previous', 'next', 'advance', 'possible', 'value', 'capacity', 'wanted']
const TIME = [
  'until',
  'latest',
  'expiry',
  'start',
  'end',
  'now_',
  'time',
  'oldest',
  'validFrom',
  'validUntil',
  'deadline',
  'endsAt',
  'earliest',
  'settledUntil',
]
/** Refusals that compare two instants under names that are counts elsewhere. */
const INSTANTS_COMPARED = ['PeriodNotNext', 'PeriodEndMismatch', 'ReadNotInPeriod', 'ReadNotNewer']

/** What a number among the facts of a refusal counts, for a reader. */
export function factUnit(fact: string, refusal = ''): FactUnit {
  if (TIME.includes(fact) || INSTANTS_COMPARED.includes(refusal)) return 'time'
  if (refusal === 'ExamplesMissing') return 'plain'
  if (MONEY.includes(fact)) return 'money'
  return ENERGY.includes(fact) ? 'energy' : 'plain'
}
