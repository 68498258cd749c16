// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {ISurplusMarket} from "./interfaces/ISurplusMarket.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {AgreementState, ENDED} from "./types/Agreement.sol";
import {SupplyPoint} from "./types/Metering.sol";
import {AgreementProof, Order, Session, Traded} from "./types/Surplus.sol";
import {Wh} from "./types/Units.sol";

/// @notice Contracted energy that changes hands: what an agreement may sell or buy of a delivery period, and what it did.
abstract contract ContractedEnergy is ISurplusMarket {
    uint256 private constant MONTHS = 12;

    /* IMMUTABLES */

    IAgreementBook public immutable AGREEMENTS;
    IMeterRegistry public immutable METERS;
    ITariffBook public immutable TARIFFS;

    /* STORAGE */

    mapping(bytes32 agreementId => mapping(uint40 start => Traded)) private _traded;

    /* CONSTRUCTOR */

    constructor(IAgreementBook agreements, IMeterRegistry meters, ITariffBook tariffs) {
        AGREEMENTS = agreements;
        METERS = meters;
        TARIFFS = tariffs;
    }

    /* EXTERNAL */

    /// @inheritdoc ISurplusMarket
    function tradedOf(bytes32 agreementId, uint40 start) external view returns (Traded memory) {
        return _traded[agreementId][start];
    }

    /* INTERNAL */

    /// @dev No more is for sale than the agreement has contracted.
    function _listContracted(Session memory s, Order calldata lot, AgreementProof calldata proof) internal {
        (Wh contracted, , ) = _contractedIn(s, lot, proof);
        Traded storage t = _traded[lot.subject][s.start];
        Wh listed = t.listed + Wh.wrap(lot.energy);
        Wh asked = t.sold + listed;
        if (contracted < asked) revert LotAboveContracted(lot.subject, contracted, asked);
        t.listed = listed;
    }

    /// @dev No more is bought than the connection can carry.
    function _wantContracted(Session memory s, Order calldata order, AgreementProof calldata proof) internal {
        (Wh contracted, uint256 month, Wh possible) = _contractedIn(s, order, proof);
        Traded storage t = _traded[order.subject][s.start];
        Wh wanted = t.wanted + Wh.wrap(order.energy);
        Wh asked = contracted + t.bought + wanted;
        if (possible < asked) revert ContractedTooMuch(month, asked, possible);
        t.wanted = wanted;
    }

    function _endListing(bytes32 agreementId, uint40 start, Wh energy, Wh sold) internal {
        Traded storage t = _traded[agreementId][start];
        t.listed = t.listed - energy;
        t.sold = t.sold + sold;
    }

    function _endWanting(bytes32 agreementId, uint40 start, Wh energy, Wh bought) internal {
        Traded storage t = _traded[agreementId][start];
        t.wanted = t.wanted - energy;
        t.bought = t.bought + bought;
    }

    /// @return contracted What the agreement has contracted in the session's delivery period, as settlement will count it.
    /// @return month Of the twelve.
    /// @return possible The most that the connection can carry in a period.
    function _contractedIn(
        Session memory s,
        Order calldata order,
        AgreementProof calldata proof
    ) private view returns (Wh contracted, uint256 month, Wh possible) {
        bytes32 agreementId = HashLib.hash(proof.terms, proof.offerId);
        if (agreementId != order.subject) revert AgreementUnknown(order.subject);
        if (address(uint160(proof.terms.parties)) != order.account) {
            revert NotAgreementConsumer(agreementId, order.account);
        }
        AgreementState memory state = AGREEMENTS.stateOf(agreementId);
        if (state.signedAt == 0) revert AgreementUnknown(agreementId);
        if (state.flags & ENDED != 0) revert AgreementIsEnded(agreementId);
        SupplyPoint memory point = METERS.supplyPoint(proof.terms.meterId);
        if (point.region != s.region) revert SessionOutOfReach(order.sessionId, agreementId);

        uint40 end = TARIFFS.periodEnd(s.start);
        month = _indexOf(agreementId, state, proof.period, s.start) % MONTHS;
        uint256 from = uint40(proof.terms.parties >> 160);
        if (from < s.start) from = s.start;
        uint256 to = state.endsAt != 0 && state.endsAt < end ? state.endsAt : end;
        if (to <= from) revert PeriodNotSupplied(agreementId, s.start);
        contracted = TermLib.prorated(TermLib.contractedOf(proof.terms.contracted, month), to - from, end - s.start);
        possible = TermLib.possibleMonth(point.capacity);
    }

    /// @dev The number of the delivery period in the agreement's term. Walks the calendar from what is settled: a step or two.
    function _indexOf(
        bytes32 agreementId,
        AgreementState memory state,
        uint40 period,
        uint40 start
    ) private view returns (uint256 index) {
        uint40 reached = TARIFFS.periodEnd(period);
        if (period > state.settledUntil || reached <= state.settledUntil) revert PeriodUnknown(period);
        index = state.periods;
        while (period < start && index < state.termPeriods) {
            period = reached;
            reached = TARIFFS.periodEnd(period);
            ++index;
        }
        if (period != start || index >= state.termPeriods) revert PeriodNotSupplied(agreementId, start);
    }
}
