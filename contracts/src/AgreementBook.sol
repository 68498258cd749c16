// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {Activity} from "./interfaces/ICircuitBreaker.sol";
import {IFreezable} from "./interfaces/IFreezable.sol";
import {Role} from "./interfaces/IMemberRegistry.sol";
import {DepositLib} from "./libraries/DepositLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {AgreementTerms} from "./AgreementTerms.sol";
import {
    AgreementState,
    Ending,
    SettledPeriod,
    Terms,
    TermsWords,
    ENDED,
    EXIT_FEE,
    FROZEN,
    SURPLUS
} from "./types/Agreement.sol";
import {SupplyPoint} from "./types/Metering.sol";
import {Offer} from "./types/Offer.sol";
import {Micro, Wh} from "./types/Units.sol";

/// @notice See IAgreementBook.
/// @dev Above 250 lines: all that a consumer's signature can do is in one file.
contract AgreementBook is AgreementTerms, IFreezable, EIP712, NoncesKeyed {
    using TermLib for AgreementState;

    bytes32 private constant ENDING_TYPEHASH =
        keccak256("Ending(bytes32 agreementId,uint40 endsAt,uint256 nonce,uint40 expiry)");

    /* CONSTRUCTOR */

    constructor(address authority, Market memory market) AgreementTerms(authority, market) EIP712("Switchyard", "1") {}

    /* EXTERNAL */

    /// @inheritdoc IAgreementBook
    function sign(
        Offer calldata offer,
        Terms calldata terms,
        bytes calldata signature
    ) external returns (bytes32 agreementId) {
        _checkFree(terms.meterId);
        if (terms.replaces != 0) revert NotSupplying(terms.meterId, terms.replaces, 0);
        _checkBoundaryToCome(terms.start);
        agreementId = _sign(offer, terms, signature);
        agreementOf[terms.meterId] = agreementId;
    }

    /// @inheritdoc IAgreementBook
    function switchTo(
        Replaced calldata old,
        Offer calldata offer,
        Terms calldata terms,
        bytes calldata signature
    ) external returns (bytes32 agreementId) {
        _checkBoundaryToCome(terms.start);
        agreementId = _sign(offer, terms, signature);
        _replace(old, terms, agreementId);
    }

    /// @inheritdoc IAgreementBook
    function switchAt(
        Replaced calldata old,
        Offer calldata offer,
        Terms calldata terms,
        bytes calldata signature
    ) external onlyModule returns (bytes32 agreementId) {
        if (terms.start > block.timestamp) revert StartInFuture(terms.start, uint40(block.timestamp));
        agreementId = _sign(offer, terms, signature);
        _replace(old, terms, agreementId);
    }

    /// @inheritdoc IAgreementBook
    function end(
        Offer calldata offer,
        TermsWords calldata terms,
        uint40 period,
        Ending calldata ending,
        bytes calldata signature
    ) external {
        BREAKER.requireRunning(Activity.Signing);
        bytes32 agreementId = HashLib.hash(terms, HashLib.hash(offer));
        if (agreementId != ending.agreementId) revert AgreementUnknown(ending.agreementId);
        address consumer = address(uint160(terms.parties));
        bytes32 structHash = keccak256(
            abi.encode(ENDING_TYPEHASH, agreementId, ending.endsAt, ending.nonce, ending.expiry)
        );
        _useSignature(consumer, ending.nonce, ending.expiry, structHash, signature);

        AgreementState memory state = _open(agreementId);
        if (state.isUndoable(offer, uint40(terms.parties >> 160))) {
            // What is to follow it would be left without a meter.
            if (successorOf[agreementId] != 0) revert AgreementEnding(agreementId, state.endsAt);
            _undo(agreementId, offer, terms, state);
        } else {
            _checkBoundaryToCome(ending.endsAt);
            _cut(agreementId, state, offer, ending.endsAt, period, 0);
        }
    }

    /// @inheritdoc IAgreementBook
    function advance(
        bytes32 agreementId,
        address consumer,
        bytes32 meterId,
        SettledPeriod calldata p
    ) external onlyModule {
        AgreementState memory state = _open(agreementId);
        if (state.settledUntil != p.from || state.periods != p.index) {
            revert PeriodNotNext(agreementId, state.settledUntil, p.from);
        }
        uint40 to = state.endOfPeriod(p.periodEnd);
        if (to != p.to) revert PeriodEndMismatch(agreementId, to, p.to);
        bool exit = to == state.endsAt && state.flags & EXIT_FEE != 0;
        if (exit != p.exit) revert ExitFeeMismatch(agreementId, exit);
        bool surplus = state.flags & SURPLUS != 0;
        if (surplus != p.surplus) revert SurplusMismatch(agreementId, surplus);
        if (state.flags & FROZEN != 0) {
            // Whoever froze it has had time to look: once thawed, the next bill passes.
            BREAKER.requireThawed(agreementId);
            state.flags &= ~FROZEN;
        } else {
            (bool above, Micro limit) = state.isAbove(p.total, p.billFactor);
            if (above) revert BillAboveAverage(agreementId, p.total, limit);
        }
        state.settle(to, p.total);
        bool last = to == state.endsAt || state.periods == state.termPeriods;
        Micro deposit = Micro.wrap(state.deposit);
        if (last) {
            state.flags |= ENDED;
            state.deposit = 0;
            agreementOf[meterId] = successorOf[agreementId];
        }
        _store(agreementId, state);
        if (last) {
            emit AgreementEnded(agreementId, to, deposit);
            ESCROW.unlock(consumer, deposit);
        }
    }

    /// @inheritdoc IAgreementBook
    function reserve(bytes32 meterId, bytes32 purchaseId) external onlyModule {
        _checkFree(meterId);
        agreementOf[meterId] = purchaseId;
    }

    /// @inheritdoc IAgreementBook
    function release(bytes32 meterId) external onlyModule {
        delete agreementOf[meterId];
    }

    /// @inheritdoc IAgreementBook
    function drawDeposit(bytes32 agreementId, Micro wanted) external onlyModule returns (Micro drawn) {
        AgreementState memory state = _load(agreementId);
        Micro deposit = Micro.wrap(state.deposit);
        drawn = wanted < deposit ? wanted : deposit;
        if (Micro.unwrap(drawn) == 0) return drawn;
        Micro left = deposit - drawn;
        state.deposit = uint72(Micro.unwrap(left));
        _store(agreementId, state);
        emit DepositDrawn(agreementId, drawn, left);
    }

    /// @inheritdoc IAgreementBook
    function markSurplus(bytes32 agreementId) external onlyModule {
        AgreementState memory state = _open(agreementId);
        state.flags |= SURPLUS;
        _store(agreementId, state);
        emit AgreementMarked(agreementId);
    }

    /// @inheritdoc IFreezable
    function markFrozen(bytes32 agreementId) external {
        if (msg.sender != address(BREAKER)) revert NotModule(msg.sender);
        AgreementState memory state = _load(agreementId);
        if (state.signedAt == 0) revert AgreementUnknown(agreementId);
        state.flags |= FROZEN;
        _store(agreementId, state);
    }

    /// @inheritdoc IAgreementBook
    function stateOf(bytes32 agreementId) external view returns (AgreementState memory) {
        return _load(agreementId);
    }

    /* INTERNAL */

    /// @dev Everything but which agreement supplies the meter until then.
    function _sign(
        Offer calldata offer,
        Terms calldata terms,
        bytes calldata signature
    ) private returns (bytes32 agreementId) {
        BREAKER.requireRunning(Activity.Signing);
        bytes32 offerId = _checkOffer(offer, terms);
        _checkSupplyPoint(offer, terms);
        agreementId = HashLib.hash(terms);
        _useSignature(terms.consumer, terms.nonce, terms.expiry, agreementId, signature);

        (Wh yearly, Micro deposit) = DepositLib.deposit(terms.contracted, offer.deposit);
        AgreementState memory state = AgreementState({
            signedAt: uint40(block.timestamp),
            settledUntil: terms.start,
            endsAt: 0,
            periods: 0,
            termPeriods: uint8(offer.termPeriods),
            flags: 0,
            averageBill: 0,
            deposit: SafeCast.toUint72(Micro.unwrap(deposit))
        });
        _store(agreementId, state);
        emit AgreementSigned(agreementId, terms.consumer, offer.retailer, terms, offer.termPeriods, deposit);
        OFFERS.sell(offerId, offer.capacity, yearly);
        ESCROW.lock(terms.consumer, deposit);
    }

    /// @dev Only the consumer who signed the old agreement signs the new one: nobody else can switch a consumer.
    function _replace(Replaced calldata old, Terms calldata terms, bytes32 successor) private {
        bytes32 supplying = agreementOf[terms.meterId];
        bytes32 agreementId = HashLib.hash(old.terms, HashLib.hash(old.offer));
        if (supplying == 0 || supplying != terms.replaces || supplying != agreementId) {
            revert NotSupplying(terms.meterId, terms.replaces, supplying);
        }
        address consumer = address(uint160(old.terms.parties));
        if (consumer != terms.consumer) revert NotMeterHolder(terms.consumer, consumer);
        _cut(agreementId, _open(agreementId), old.offer, terms.start, old.period, successor);
        successorOf[agreementId] = successor;
    }

    function _checkFree(bytes32 meterId) private view {
        bytes32 supplying = agreementOf[meterId];
        if (supplying != 0) revert MeterAlreadySupplied(meterId, supplying);
    }

    function _checkBoundaryToCome(uint40 instant) private view {
        if (instant < block.timestamp) revert StartInPast(instant, uint40(block.timestamp));
        if (TARIFFS.periodEnd(instant) == 0) revert PeriodUnknown(instant);
    }

    function _checkOffer(Offer calldata offer, Terms calldata terms) private view returns (bytes32 offerId) {
        offerId = HashLib.hash(offer);
        if (offerId != terms.offerId) revert OfferMismatch(terms.offerId, offerId);
        if (block.timestamp < offer.validFrom) revert OfferNotYetValid(offer.validFrom);
        if (block.timestamp >= offer.validUntil) revert OfferExpired(offer.validUntil);
        MEMBERS.requireRole(offer.retailer, Role.Retailer);
    }

    function _checkSupplyPoint(Offer calldata offer, Terms calldata terms) private view {
        SupplyPoint memory point = METERS.supplyPoint(terms.meterId);
        if (point.holder != terms.consumer) revert NotMeterHolder(terms.consumer, point.holder);
        if (
            point.region != offer.region ||
            point.voltageClass != offer.voltageClass ||
            point.customerClass != offer.customerClass
        ) {
            revert OfferOutOfReach(terms.offerId, terms.meterId);
        }
        // More than the connection can carry would buy out an offer's capacity, or put the band out of any use's reach.
        Wh possible = TermLib.possibleMonth(point.capacity);
        for (uint256 month; month < 12; ++month) {
            if (possible < terms.contracted[month]) {
                revert ContractedTooMuch(month, terms.contracted[month], possible);
            }
        }
    }

    function _useSignature(
        address consumer,
        uint256 nonce,
        uint40 expiry,
        bytes32 structHash,
        bytes calldata signature
    ) private {
        if (block.timestamp > expiry) revert IntentExpired(expiry);
        _useCheckedNonce(consumer, nonce);
        if (!SignatureChecker.isValidSignatureNowCalldata(consumer, _hashTypedDataV4(structHash), signature)) {
            revert SignatureInvalid(consumer);
        }
    }
}
