// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {ICircuitBreaker} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMemberRegistry} from "./interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IOfferBook} from "./interfaces/IOfferBook.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {StateLib} from "./libraries/StateLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {Modular} from "./Modular.sol";
import {AgreementState, AgreementWord, TermsWords, ENDED, EXIT_FEE} from "./types/Agreement.sol";
import {Offer} from "./types/Offer.sol";
import {Micro} from "./types/Units.sol";

/// @notice What is stored of agreements, and how a term ends before its time: cut by a switch or a notice, or undone.
abstract contract AgreementTerms is IAgreementBook, Modular {
    using StateLib for AgreementState;
    using StateLib for AgreementWord;
    using TermLib for AgreementState;

    /// @dev The contracts an agreement leans on.
    struct Market {
        IMemberRegistry members;
        ICircuitBreaker breaker;
        ITariffBook tariffs;
        IOfferBook offers;
        IMeterRegistry meters;
        IEscrow escrow;
    }

    /* IMMUTABLES */

    IMemberRegistry public immutable MEMBERS;
    ICircuitBreaker public immutable BREAKER;
    ITariffBook public immutable TARIFFS;
    IOfferBook public immutable OFFERS;
    IMeterRegistry public immutable METERS;
    IEscrow public immutable ESCROW;

    /* STORAGE */

    mapping(bytes32 agreementId => AgreementWord) private _agreements;

    /// @inheritdoc IAgreementBook
    mapping(bytes32 meterId => bytes32) public agreementOf;

    /// @inheritdoc IAgreementBook
    mapping(bytes32 agreementId => bytes32) public successorOf;

    /* CONSTRUCTOR */

    constructor(address authority, Market memory market) Modular(authority) {
        MEMBERS = market.members;
        BREAKER = market.breaker;
        TARIFFS = market.tariffs;
        OFFERS = market.offers;
        METERS = market.meters;
        ESCROW = market.escrow;
    }

    /* INTERNAL */

    function _load(bytes32 agreementId) internal view returns (AgreementState memory) {
        return _agreements[agreementId].unpack();
    }

    function _store(bytes32 agreementId, AgreementState memory state) internal {
        _agreements[agreementId] = state.pack();
    }

    function _open(bytes32 agreementId) internal view returns (AgreementState memory state) {
        state = _load(agreementId);
        if (state.signedAt == 0) revert AgreementUnknown(agreementId);
        if (state.flags & ENDED != 0) revert AgreementIsEnded(agreementId);
    }

    /// @dev Ends a term at an instant. The exit fee is due if that is before the term's own end.
    function _cut(
        bytes32 agreementId,
        AgreementState memory state,
        Offer calldata offer,
        uint40 instant,
        uint40 period,
        bytes32 successor
    ) internal {
        if (state.endsAt != 0) revert AgreementEnding(agreementId, state.endsAt);
        if (instant <= state.settledUntil) revert EndTooEarly(instant, state.settledUntil);
        bool coolingOff = state.isCoolingOff(offer);
        uint40 earliest = uint40(block.timestamp) + uint40(offer.noticeDays) * 1 days;
        if (!coolingOff && offer.noticeDays != 0 && instant < earliest) revert NoticeTooShort(instant, earliest);
        bool early = _isBeforeTermEnd(agreementId, state, instant, period);
        state.endsAt = instant;
        bool fee = early && !coolingOff && Micro.unwrap(offer.exitFee) != 0;
        if (fee) state.flags |= EXIT_FEE;
        _store(agreementId, state);
        emit AgreementCut(agreementId, instant, fee ? offer.exitFee : Micro.wrap(0), successor);
    }

    /// @dev Walks the calendar from what is settled to the cut: usually a step or two.
    function _isBeforeTermEnd(
        bytes32 agreementId,
        AgreementState memory state,
        uint40 instant,
        uint40 period
    ) private view returns (bool) {
        uint40 reached = TARIFFS.periodEnd(period);
        if (period > state.settledUntil || reached <= state.settledUntil) revert PeriodUnknown(period);
        uint256 left = state.termPeriods - state.periods - 1;
        while (reached < instant) {
            if (left == 0) revert AgreementEndsSooner(agreementId, reached);
            --left;
            uint40 next = TARIFFS.periodEnd(reached);
            if (next == 0) revert PeriodUnknown(reached);
            reached = next;
        }
        return left != 0 || instant < reached;
    }

    /// @dev As if it had never been signed.
    function _undo(
        bytes32 agreementId,
        Offer calldata offer,
        TermsWords calldata terms,
        AgreementState memory state
    ) internal {
        Micro deposit = Micro.wrap(state.deposit);
        state.flags |= ENDED;
        state.deposit = 0;
        _store(agreementId, state);
        bytes32 old = terms.replaces;
        AgreementState memory before = _load(old);
        bool restores = old != 0 && successorOf[old] == agreementId && before.flags & ENDED == 0;
        if (restores) {
            delete successorOf[old];
            before.endsAt = 0;
            before.flags &= ~EXIT_FEE;
            _store(old, before);
        } else {
            delete agreementOf[terms.meterId];
        }
        emit AgreementCancelled(agreementId, deposit, restores ? old : bytes32(0));
        OFFERS.takeBack(HashLib.hash(offer), offer.capacity, TermLib.yearly(terms.contracted));
        ESCROW.unlock(address(uint160(terms.parties)), deposit);
    }
}
