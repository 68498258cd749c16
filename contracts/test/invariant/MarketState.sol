// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AgreementBook} from "../../src/AgreementBook.sol";
import {Escrow} from "../../src/Escrow.sol";
import {Activity, ICircuitBreaker} from "../../src/interfaces/ICircuitBreaker.sol";
import {OfferStatus} from "../../src/interfaces/IOfferBook.sol";
import {AgreementState, Terms, EXIT_FEE} from "../../src/types/Agreement.sol";
import {SettlementItem} from "../../src/types/Billing.sol";
import {Read} from "../../src/types/Metering.sol";
import {Offer, SettlementModel} from "../../src/types/Offer.sol";
import {Micro, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {SupplyTest} from "../market/SupplyTest.sol";
import {Ledger} from "./Ledger.sol";

/// @notice A market with its people and what they have signed. It is this contract itself, so that the fuzzer needs to know nothing else.
abstract contract MarketState is SupplyTest {
    uint256 public constant CONSUMERS = 4;
    uint64 internal constant OPENING_ENERGY = 1_000;
    uint128 internal constant MOST_MONEY = 200_000_000_000;

    Supply[] internal _supplies;
    Offer[] internal _offers;
    /// @dev All agreements that were signed for a supply's meter, in order.
    mapping(uint256 supply => Terms[]) internal _signed;
    /// @dev The period whose start the market has reached.
    uint256 internal _period;
    /// @dev What a meter counted before supply.
    mapping(bytes32 meterId => uint256) public unbilled;
    Ledger public ledger;

    constructor() {
        setUp();
        ledger = new Ledger();
        for (uint256 i; i < 3; ++i) {
            Offer memory offer = i == 2 ? _timeOfUseOffer() : _flatOffer();
            offer.model = SettlementModel(i);
            offer.termPeriods = uint16(2 + 2 * i);
            offer.noticeDays = i == 1 ? 10 : 0;
            offer.coolingOffDays = uint16(15 * i);
            offer.exitFee = Micro.wrap(uint128(50_000_000 * i));
            offer.validUntil = boundaries[PERIODS];
            if (i == 1) offer.serviceFee = MicroPerKwh.wrap(12_000);
            if (i == 2) offer.deviation.excessPayee = makeAddr("excess fund");
            _publish(offer);
            _offers.push(offer);
        }
        for (uint256 i; i < CONSUMERS; ++i) {
            // The last one comes without money.
            uint128 money = i + 1 == CONSUMERS ? 0 : MOST_MONEY / 4;
            _supplies.push(_supplyWith(string.concat("consumer ", vm.toString(i)), money, i % 2 == 1));
            ledger.minted(money);
            unbilled[_supplies[i].meterId] = Wh.unwrap(_supplies[i].last.importWh[2]);
        }
        vm.prank(exchange);
        breaker.setRules(ICircuitBreaker.Rules(4, 2 days, 0, Micro.wrap(0)));
    }

    /// @dev Keeps the second books on everything that a call says has happened.
    modifier booked() {
        vm.recordLogs();
        _;
        ledger.read(vm.getRecordedLogs());
    }

    /* WHAT THE INVARIANTS ASK */

    function supplyOf(uint256 index) external view returns (address consumer, bytes32 meterId, Terms[] memory signed) {
        return (_supplies[index].consumer.addr, _supplies[index].meterId, _signed[index]);
    }

    /// @dev What a meter has counted under supply.
    function metered(uint256 index) external view returns (uint256) {
        Supply memory s = _supplies[index];
        return Wh.unwrap(s.last.importWh[2]) - unbilled[s.meterId];
    }

    function books() external view returns (Escrow, AgreementBook) {
        return (escrow, agreements);
    }

    function hashOf(Terms calldata terms) external view returns (bytes32) {
        return signatures.termsHash(terms);
    }

    /// @dev Consumers first, then those who are paid.
    function accounts() external view returns (address[] memory all) {
        all = new address[](CONSUMERS + 5);
        for (uint256 i; i < CONSUMERS; ++i) {
            all[i] = _supplies[i].consumer.addr;
        }
        (all[CONSUMERS], all[CONSUMERS + 1], all[CONSUMERS + 2]) = (grid, government, subsidyPool);
        (all[CONSUMERS + 3], all[CONSUMERS + 4]) = (retailer, _offers[2].deviation.excessPayee);
    }

    /* INTERNAL */

    function _isPaused(Activity activity) internal view returns (bool) {
        return block.timestamp < breaker.pausedUntil(activity);
    }

    /// @dev Terms that a consumer could sign now, but for the start and what they replace.
    function _wish(
        uint256 index,
        uint256 which,
        uint64 monthly
    ) internal view returns (bool allowed, Offer memory offer, Terms memory terms) {
        offer = _offers[which % _offers.length];
        terms = _terms(_supplies[index], offer);
        for (uint256 i; i < 12; ++i) {
            terms.contracted[i] = Wh.wrap(uint64(bound(monthly, 0, 100_000_000)));
        }
        uint128 deposit = (uint128(Wh.unwrap(terms.contracted[0])) * 50_000) / 1000;
        allowed =
            _period + 10 <= PERIODS &&
            !_isPaused(Activity.Signing) &&
            offers.stateOf(terms.offerId).status == OfferStatus.Published &&
            _free(_supplies[index].consumer.addr) >= deposit;
    }

    function _noteSigned(uint256 index, Terms memory terms) internal {
        _signed[index].push(terms);
        ledger.usedAgreementNonce(terms.consumer);
    }

    /// @dev The agreement that supplies a meter now or will, if there is one.
    function _current(uint256 index) internal view returns (bytes32 agreementId, Terms memory terms) {
        agreementId = agreements.agreementOf(_supplies[index].meterId);
        for (uint256 i; agreementId != 0 && i < _signed[index].length; ++i) {
            terms = _signed[index][i];
            if (signatures.termsHash(terms) == agreementId) return (agreementId, terms);
        }
    }

    function _offerOf(Terms memory terms) internal view returns (Offer memory offer) {
        for (uint256 i; i < _offers.length; ++i) {
            offer = _offers[i];
            if (keccak256(abi.encode(offer)) == terms.offerId) return offer;
        }
    }

    /// @dev The index of the period that an instant is in.
    function _periodOf(uint40 instant) internal view returns (uint256 period) {
        while (boundaries[period + 1] <= instant) {
            ++period;
        }
    }

    /// @dev The bill that ends with the period, or where the term is cut before. Moves the supply's last read on.
    function _lastOf(
        Supply memory s,
        bytes32 agreementId,
        Terms memory terms,
        uint256 period,
        uint64 used
    ) internal view returns (SettlementItem memory item) {
        AgreementState memory state = agreements.stateOf(agreementId);
        uint40 to = boundaries[period + 1];
        if (state.endsAt != 0 && state.endsAt < to) to = state.endsAt;
        item = _item(s, terms, to, _possible(used, s.last.time, to));
        item.exit = to == state.endsAt && state.flags & EXIT_FEE != 0;
    }

    /// @dev At most half as much again as the largest month, and no more than the connection carries.
    function _possible(uint64 used, uint40 from, uint40 to) internal pure returns (uint64) {
        uint256 most = (uint256(to - from) * 1_000_000) / 3600;
        return uint64(bound(used, 0, most < 150_000_000 ? most : 150_000_000));
    }

    /// @dev The read at the start of supply, which may come late.
    function _open(uint256 index) internal {
        (bytes32 agreementId, Terms memory terms) = _current(index);
        Supply memory s = _supplies[index];
        if (agreementId == 0 || s.last.time >= terms.start || terms.start > block.timestamp) return;
        if (_isPaused(Activity.Metering)) return;
        Read memory opening = _nextRead(s.last, terms.start, OPENING_ENERGY);
        _recordRead(s, opening, _signRead(s, opening));
        _supplies[index].last = opening;
        unbilled[opening.meterId] += OPENING_ENERGY;
    }

    function _firstDue(uint256 from) internal returns (bool due, uint256 index, uint256 period) {
        for (uint256 i; i < CONSUMERS && !due; ++i) {
            index = (from + i) % CONSUMERS;
            _open(index);
            (due, period) = _due(index);
        }
    }

    /// @dev Whether what comes next for a consumer is over and opened.
    function _due(uint256 index) internal view returns (bool due, uint256 period) {
        bytes32 agreementId = agreements.agreementOf(_supplies[index].meterId);
        if (agreementId == 0) return (false, 0);
        AgreementState memory state = agreements.stateOf(agreementId);
        period = _periodOf(state.settledUntil);
        due = _supplies[index].last.time == state.settledUntil && boundaries[period + 1] <= block.timestamp;
    }
}
