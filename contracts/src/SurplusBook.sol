// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {IEnergyCredits} from "./interfaces/IEnergyCredits.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {ISurplusBook} from "./interfaces/ISurplusBook.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {CreditLib} from "./libraries/CreditLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {SurplusLib} from "./libraries/SurplusLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {Modular} from "./Modular.sol";
import {AgreementState, ENDED, SURPLUS} from "./types/Agreement.sol";
import {SupplyPoint} from "./types/Metering.sol";
import {
    AgreementProof,
    CreditId,
    CreditKind,
    Order,
    Session,
    SessionKind,
    SurplusFacts,
    Traded
} from "./types/Surplus.sol";
import {Wh} from "./types/Units.sol";

/// @notice See ISurplusBook.
contract SurplusBook is ISurplusBook, Modular {
    using CreditLib for CreditId;

    uint256 private constant MONTHS = 12;

    /// @dev An agreement that a proof names, as it is.
    struct Known {
        bytes32 id;
        AgreementState state;
        SupplyPoint point;
    }

    /* IMMUTABLES */

    IAgreementBook public immutable AGREEMENTS;
    IMeterRegistry public immutable METERS;
    ITariffBook public immutable TARIFFS;
    IEnergyCredits public immutable CREDITS;

    /* STORAGE */

    mapping(bytes32 agreementId => mapping(uint40 start => Traded)) private _traded;

    /// @inheritdoc ISurplusBook
    mapping(bytes32 agreementId => Wh) public dueOf;

    /* CONSTRUCTOR */

    constructor(
        address authority,
        IAgreementBook agreements,
        IMeterRegistry meters,
        ITariffBook tariffs,
        IEnergyCredits credits
    ) Modular(authority) {
        AGREEMENTS = agreements;
        METERS = meters;
        TARIFFS = tariffs;
        CREDITS = credits;
    }

    /* EXTERNAL */

    /// @inheritdoc ISurplusBook
    function list(Session calldata s, Order calldata lot, AgreementProof calldata proof) external onlyModule {
        Known memory k = _named(s, lot, proof);
        (Wh contracted, ) = _contractedIn(k, s.start, proof);
        Traded storage t = _traded[k.id][s.start];
        Wh listed = t.listed + Wh.wrap(lot.energy);
        Wh asked = t.sold + listed;
        if (contracted < asked) revert LotAboveContracted(k.id, contracted, asked);
        t.listed = listed;
        _mark(k);
    }

    /// @inheritdoc ISurplusBook
    function bid(Session calldata s, Order calldata order, AgreementProof calldata proof) external onlyModule {
        Known memory k = _named(s, order, proof);
        if (s.kind == SessionKind.Contracted) {
            (Wh contracted, uint256 month) = _contractedIn(k, s.start, proof);
            Traded storage t = _traded[k.id][s.start];
            Wh wanted = t.wanted + Wh.wrap(order.energy);
            Wh asked = contracted + t.bought + wanted;
            Wh possible = TermLib.possibleMonth(k.point.capacity);
            if (possible < asked) revert ContractedTooMuch(month, asked, possible);
            t.wanted = wanted;
        }
        _mark(k);
    }

    /// @inheritdoc ISurplusBook
    function endLot(bytes32 agreementId, uint40 start, Wh energy, Wh sold) external onlyModule {
        Traded storage t = _traded[agreementId][start];
        t.listed = t.listed - energy;
        t.sold = t.sold + sold;
    }

    /// @inheritdoc ISurplusBook
    function endBid(Session calldata s, address account, bytes32 agreementId, Wh energy, Wh won) external onlyModule {
        if (s.kind == SessionKind.Contracted) {
            Traded storage t = _traded[agreementId][s.start];
            t.wanted = t.wanted - energy;
            t.bought = t.bought + won;
        } else if (Wh.unwrap(won) != 0) {
            // Nothing about the agreement is checked again: a claim must not be refused. If it has ended, what is due can move on.
            CREDITS.grant(account, s.region, s.start, won);
            _put(account, CreditLib.usable(s.region, s.start), agreementId, won);
        }
    }

    /// @inheritdoc ISurplusBook
    function put(CreditId creditId, Wh energy, AgreementProof calldata proof) external {
        if (Wh.unwrap(energy) == 0) revert EnergyZero();
        Known memory k = _supplied(msg.sender, proof);
        if (creditId.kindOf() != CreditKind.Usable) revert CreditKindWrong(creditId);
        if (creditId.regionOf() != k.point.region) revert DueOutOfReach(creditId.regionOf(), k.id);
        _mark(k);
        _put(msg.sender, creditId, k.id, energy);
    }

    /// @inheritdoc ISurplusBook
    function moveDue(AgreementProof calldata from, AgreementProof calldata to) external returns (Wh energy) {
        Known memory old = _known(from);
        if (old.state.flags & ENDED == 0) revert AgreementNotEnded(old.id);
        Known memory k = _supplied(address(uint160(from.terms.parties)), to);
        if (old.point.region != k.point.region) revert DueOutOfReach(old.point.region, k.id);
        energy = dueOf[old.id];
        if (Wh.unwrap(energy) == 0) revert EnergyZero();
        dueOf[old.id] = Wh.wrap(0);
        dueOf[k.id] = dueOf[k.id] + energy;
        emit DueMoved(old.id, k.id, energy);
        _mark(k);
    }

    /// @inheritdoc ISurplusBook
    function settle(SurplusFacts calldata f) external onlyModule returns (Wh contracted, Wh used) {
        contracted = f.contracted;
        if (f.marked) {
            Traded memory t = _traded[f.agreementId][f.start];
            if (Wh.unwrap(t.listed + t.wanted) != 0) {
                revert SurplusUnclaimed(f.agreementId, f.start, t.listed, t.wanted);
            }
            contracted = SurplusLib.moved(contracted, t.bought, t.sold);
            if (f.measured) {
                Wh due = dueOf[f.agreementId];
                used = SurplusLib.usable(due, contracted, f.used, f.rule);
                if (Wh.unwrap(used) != 0) dueOf[f.agreementId] = due - used;
            }
            if (Wh.unwrap(t.bought + t.sold + used) != 0) {
                emit SurplusSettled(f.agreementId, f.start, t.bought, t.sold, used);
            }
        }
        if (f.measured && Wh.unwrap(f.exported) != 0) CREDITS.mint(f.consumer, f.region, f.start, f.exported);
    }

    /// @inheritdoc ISurplusBook
    function tradedOf(bytes32 agreementId, uint40 start) external view returns (Traded memory) {
        return _traded[agreementId][start];
    }

    /* INTERNAL */

    /// @dev All of it or nothing.
    function _put(address account, CreditId creditId, bytes32 agreementId, Wh energy) private {
        dueOf[agreementId] = dueOf[agreementId] + energy;
        emit DuePut(account, agreementId, energy);
        Wh taken = CREDITS.use(account, creditId, energy);
        if (taken < energy) revert CreditsShort(account, creditId, energy, taken);
    }

    /// @dev From now on its settlement asks here.
    function _mark(Known memory k) private {
        if (k.state.flags & SURPLUS == 0) AGREEMENTS.markSurplus(k.id);
    }

    /// @dev The agreement that a lot or bid names: its account's own, in the session's region.
    function _named(
        Session calldata s,
        Order calldata order,
        AgreementProof calldata proof
    ) private view returns (Known memory k) {
        bytes32 agreementId = HashLib.hash(proof.terms, proof.offerId);
        if (agreementId != order.subject) revert AgreementUnknown(order.subject);
        k = _supplied(order.account, proof);
        if (k.point.region != s.region) revert SessionOutOfReach(order.sessionId, agreementId);
    }

    /// @dev An account's own agreement that has not ended.
    function _supplied(address account, AgreementProof calldata proof) private view returns (Known memory k) {
        k = _known(proof);
        if (address(uint160(proof.terms.parties)) != account) revert NotAgreementConsumer(k.id, account);
        if (k.state.flags & ENDED != 0) revert AgreementIsEnded(k.id);
    }

    function _known(AgreementProof calldata proof) private view returns (Known memory k) {
        k.id = HashLib.hash(proof.terms, proof.offerId);
        k.state = AGREEMENTS.stateOf(k.id);
        if (k.state.signedAt == 0) revert AgreementUnknown(k.id);
        k.point = METERS.supplyPoint(proof.terms.meterId);
    }

    /// @return contracted What the agreement has contracted in a delivery period, as settlement will count it.
    /// @return month Of the twelve.
    function _contractedIn(
        Known memory k,
        uint40 start,
        AgreementProof calldata proof
    ) private view returns (Wh contracted, uint256 month) {
        uint40 end = TARIFFS.periodEnd(start);
        month = _indexOf(k, proof.period, start) % MONTHS;
        uint256 from = uint40(proof.terms.parties >> 160);
        if (from < start) from = start;
        uint256 to = k.state.endsAt != 0 && k.state.endsAt < end ? k.state.endsAt : end;
        if (to <= from) revert PeriodNotSupplied(k.id, start);
        contracted = TermLib.prorated(TermLib.contractedOf(proof.terms.contracted, month), to - from, end - start);
    }

    /// @dev The number of the delivery period in the agreement's term. Walks the calendar from what is settled: a step or two.
    function _indexOf(Known memory k, uint40 period, uint40 start) private view returns (uint256 index) {
        uint40 reached = TARIFFS.periodEnd(period);
        if (period > k.state.settledUntil || reached <= k.state.settledUntil) revert PeriodUnknown(period);
        index = k.state.periods;
        while (period < start && index < k.state.termPeriods) {
            period = reached;
            reached = TARIFFS.periodEnd(period);
            ++index;
        }
        if (period != start || index >= k.state.termPeriods) revert PeriodNotSupplied(k.id, start);
    }
}
