// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AgreementState, Ending, SettledPeriod, Terms, TermsWords} from "../types/Agreement.sol";
import {Offer} from "../types/Offer.sol";
import {Micro, Wh} from "../types/Units.sol";

/// @title Signed retail agreements, by the hash of their terms
/// @notice P4: at every instant a meter has at most one supplier. An agreement that is replaced ends where the next one starts.
interface IAgreementBook {
    event AgreementSigned(
        bytes32 indexed agreementId,
        address indexed consumer,
        address indexed retailer,
        Terms terms,
        uint16 termPeriods,
        Micro deposit
    );
    /// @dev The term was cut by a switch or a notice. `successor` is zero if nothing follows.
    event AgreementCut(bytes32 indexed agreementId, uint40 endsAt, Micro exitFee, bytes32 successor);
    event AgreementEnded(bytes32 indexed agreementId, uint40 endedAt, Micro depositReturned);
    /// @dev Before it started. `restored` is the agreement it was to replace, which goes on; zero if none.
    event AgreementCancelled(bytes32 indexed agreementId, Micro depositReturned, bytes32 restored);
    /// @dev Part of the deposit went to a bill.
    event DepositDrawn(bytes32 indexed agreementId, Micro drawn, Micro left);
    /// @dev From here on its settlement asks the surplus book: something of it is traded, or due to it.
    event AgreementMarked(bytes32 indexed agreementId);

    error AgreementUnknown(bytes32 agreementId);
    error AgreementIsEnded(bytes32 agreementId);
    error AgreementEnding(bytes32 agreementId, uint40 endsAt);
    error AgreementEndsSooner(bytes32 agreementId, uint40 endsAt);
    error EndTooEarly(uint40 instant, uint40 earliest);
    error NoticeTooShort(uint40 instant, uint40 earliest);
    error PeriodNotNext(bytes32 agreementId, uint40 expected, uint40 given);
    error PeriodEndMismatch(bytes32 agreementId, uint40 expected, uint40 given);
    /// @dev The settlement has to ask the surplus book for this agreement, or must not.
    error SurplusMismatch(bytes32 agreementId, bool surplus);
    error ExitFeeMismatch(bytes32 agreementId, bool expected);
    error BillAboveAverage(bytes32 agreementId, Micro bill, Micro limit);
    error IntentExpired(uint40 expiry);
    error StartInPast(uint40 start, uint40 now_);
    error StartInFuture(uint40 start, uint40 now_);
    error PeriodUnknown(uint40 start);
    error OfferMismatch(bytes32 signed, bytes32 given);
    error OfferNotYetValid(uint40 validFrom);
    error OfferExpired(uint40 validUntil);
    error OfferOutOfReach(bytes32 offerId, bytes32 meterId);
    error ContractedTooMuch(uint256 month, Wh contracted, Wh possible);
    error NotMeterHolder(address consumer, address holder);
    error MeterAlreadySupplied(bytes32 meterId, bytes32 agreementId);
    error NotSupplying(bytes32 meterId, bytes32 agreementId, bytes32 supplying);
    error SignatureInvalid(address account);

    /// @dev The agreement that a switch ends, as its parties know it, and the start of the settlement period that it is in.
    struct Replaced {
        Offer offer;
        TermsWords terms;
        uint40 period;
    }

    /// @notice Signs an offer for a meter without a supplier, on the consumer's EIP-712 signature; anyone may submit it.
    /// @dev Locks the deposit out of the consumer's free balance in the same call.
    function sign(
        Offer calldata offer,
        Terms calldata terms,
        bytes calldata signature
    ) external returns (bytes32 agreementId);

    /// @notice Signs an offer that replaces the meter's agreement at the start of a settlement period to come. The old agreement's
    /// last bill, its exit fee and its deposit follow when that period is settled up to there.
    function switchTo(
        Replaced calldata old,
        Offer calldata offer,
        Terms calldata terms,
        bytes calldata signature
    ) external returns (bytes32 agreementId);

    /// @notice The same at an instant that has passed, for which there is a closing read. Modules only: the old agreement must be
    /// settled up to there in the same call.
    function switchAt(
        Replaced calldata old,
        Offer calldata offer,
        Terms calldata terms,
        bytes calldata signature
    ) external returns (bytes32 agreementId);

    /// @notice Ends an agreement on the consumer's signature at the start of a settlement period to come. Within the cooling-off
    /// days there is no notice and no fee; an agreement that has not started is then undone, and what it was to replace goes on.
    /// @param period Start of the settlement period that the agreement is settled into.
    function end(
        Offer calldata offer,
        TermsWords calldata terms,
        uint40 period,
        Ending calldata ending,
        bytes calldata signature
    ) external;

    /// @notice Moves an agreement past a settled period; ends it and returns the deposit after the last. Modules only.
    /// @dev Everything the module took for granted of the agreement is checked here.
    function advance(bytes32 agreementId, address consumer, bytes32 meterId, SettledPeriod calldata settled) external;

    /// @notice Keeps a meter for a purchase: until it is released no retail agreement can be signed for it, no other purchase, and no
    /// read of it recorded by settlement (P4). Modules only.
    function reserve(bytes32 meterId, bytes32 purchaseId) external;

    /// @notice Ends that. Modules only.
    function release(bytes32 meterId) external;

    /// @notice Takes up to `wanted` out of an agreement's deposit. The module debits it. Modules only.
    function drawDeposit(bytes32 agreementId, Micro wanted) external returns (Micro drawn);

    /// @notice Marks an agreement as one that surplus has to do with. Modules only.
    function markSurplus(bytes32 agreementId) external;

    /// @notice The agreement that supplies a meter or will, or the purchase that it belongs to; zero if none.
    function agreementOf(bytes32 meterId) external view returns (bytes32);

    /// @notice The agreement that follows where this one ends; zero if none.
    function successorOf(bytes32 agreementId) external view returns (bytes32);

    function stateOf(bytes32 agreementId) external view returns (AgreementState memory);
}
