// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AgreementBook} from "../../src/AgreementBook.sol";
import {Escrow} from "../../src/Escrow.sol";
import {Activity} from "../../src/interfaces/ICircuitBreaker.sol";
import {OfferStatus} from "../../src/interfaces/IOfferBook.sol";
import {Terms} from "../../src/types/Agreement.sol";
import {SettlementItem} from "../../src/types/Billing.sol";
import {Read} from "../../src/types/Metering.sol";
import {Offer, SettlementModel} from "../../src/types/Offer.sol";
import {Micro, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {SupplyTest} from "../market/SupplyTest.sol";
import {Ledger} from "./Ledger.sol";

/// @notice Everything people do in a market, in any order. Every call is bounded so that it is allowed: a revert is a finding.
/// The market itself is this contract, so that the fuzzer needs to know nothing else.
contract MarketHandler is SupplyTest {
    uint256 public constant CONSUMERS = 4;
    uint128 private constant MOST_MONEY = 200_000_000_000;

    Supply[] private _supplies;
    Offer[] private _offers;
    /// @dev The terms of the agreement that supplies a meter or did last.
    mapping(uint256 supply => Terms) private _signed;
    /// @dev The period whose start the market has reached.
    uint256 private _period;
    Ledger public ledger;

    constructor() {
        setUp();
        ledger = new Ledger();
        for (uint256 i; i < 3; ++i) {
            Offer memory offer = i == 2 ? _timeOfUseOffer() : _flatOffer();
            offer.model = SettlementModel(i);
            offer.termPeriods = uint16(2 + i);
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
        }
    }

    /* WHAT PEOPLE DO */

    function topUp(uint256 who, uint128 money) external {
        Supply memory s = _supplyOf(who);
        money = uint128(bound(money, 1, MOST_MONEY));
        _fund(s.consumer, money);
        ledger.minted(money);
    }

    function withdraw(uint256 who, uint128 money, bool signed) external {
        Supply memory s = _supplyOf(who);
        uint128 free = _free(s.consumer.addr);
        if (free == 0) return;
        money = uint128(bound(money, 1, free));
        if (signed) {
            _withdrawSigned(s.consumer, s.consumer.addr, money);
            ledger.usedEscrowNonce(s.consumer.addr);
        } else {
            vm.prank(s.consumer.addr);
            escrow.withdraw(s.consumer.addr, money);
        }
        ledger.burned(money);
    }

    function sign(uint256 who, uint256 which, uint64 monthly) external {
        uint256 index = who % CONSUMERS;
        Supply memory s = _supplies[index];
        Offer memory offer = _offers[which % _offers.length];
        if (agreements.agreementOf(s.meterId) != 0 || _period + 6 > PERIODS) return;
        if (offers.stateOf(keccak256(abi.encode(offer))).status == OfferStatus.Withdrawn) return;
        if (block.timestamp < breaker.pausedUntil(Activity.Signing)) return;
        Terms memory terms = _terms(s, offer);
        terms.start = boundaries[_period + 1];
        for (uint256 i; i < 12; ++i) {
            terms.contracted[i] = Wh.wrap(uint64(bound(monthly, 0, 100_000_000)));
        }
        uint128 deposit = (uint128(Wh.unwrap(terms.contracted[0])) * 50_000) / 1000;
        if (_free(s.consumer.addr) < deposit) return;
        agreements.sign(offer, terms, signatures.terms(s.consumer.key, terms));
        _signed[index] = terms;
        ledger.usedAgreementNonce(s.consumer.addr);
    }

    /// @dev A month goes by, and supply that starts is opened with a read.
    function nextMonth() external {
        if (_period + 2 > PERIODS) return;
        vm.warp(boundaries[++_period] + 1 hours);
        if (block.timestamp < breaker.pausedUntil(Activity.Metering)) return;
        for (uint256 i; i < CONSUMERS; ++i) {
            _open(i);
        }
    }

    function pause(uint8 activity, uint32 time) external {
        Activity paused = Activity(activity % 4);
        uint40 until = uint40(block.timestamp + bound(time, 1, 7 days));
        vm.prank(guardian);
        breaker.pause(paused, until, "an exercise");
    }

    function resume(uint8 activity) external {
        vm.prank(guardian);
        breaker.resume(Activity(activity % 4));
    }

    function withdrawOffer(uint256 which) external {
        // One offer always stays, so that the market does not die.
        Offer memory offer = _offers[which % 2];
        bytes32 offerId = keccak256(abi.encode(offer));
        if (offers.stateOf(offerId).status == OfferStatus.Withdrawn) return;
        vm.prank(retailer);
        offers.withdraw(offerId);
    }

    /// @dev Settles the next month of the first consumer who has one due, with more or less money in its account than the bill needs.
    function settle(uint256 who, uint64 used, bool twice) external {
        (bool due, uint256 index, uint256 period) = _firstDue(who % CONSUMERS);
        Supply memory s = _supplies[index];
        if (!due || block.timestamp < breaker.pausedUntil(Activity.Settling)) return;
        Terms memory terms = _signed[index];
        SettlementItem[] memory items = new SettlementItem[](twice ? 2 : 1);
        items[0] = _item(s, terms, boundaries[period + 1], uint64(bound(used, 0, 150_000_000)));
        if (twice) items[1] = items[0];
        uint256 owned = ledger.ownedBy(escrow, s.consumer.addr);
        vm.recordLogs();
        uint256 settled = settlement.settle(_tableOf(period), _offerOf(terms), items);
        assertLe(settled, 1, "P3: a period settles at most once");
        ledger.settled(settled, vm.getRecordedLogs(), owned - ledger.ownedBy(escrow, s.consumer.addr));
        if (settled == 1) _supplies[index].last = s.last;
    }

    /* WHAT THE INVARIANTS ASK */

    function supplyOf(uint256 index) external view returns (address consumer, bytes32 meterId, Terms memory terms) {
        return (_supplies[index].consumer.addr, _supplies[index].meterId, _signed[index]);
    }

    function books() external view returns (Escrow, AgreementBook) {
        return (escrow, agreements);
    }

    function hashOf(Terms calldata terms) external view returns (bytes32) {
        return signatures.termsHash(terms);
    }

    function accounts() external view returns (address[] memory all) {
        all = new address[](CONSUMERS + 5);
        for (uint256 i; i < CONSUMERS; ++i) {
            all[i] = _supplies[i].consumer.addr;
        }
        (all[CONSUMERS], all[CONSUMERS + 1], all[CONSUMERS + 2]) = (grid, government, subsidyPool);
        (all[CONSUMERS + 3], all[CONSUMERS + 4]) = (retailer, _offers[2].deviation.excessPayee);
    }

    /* INTERNAL */

    function _supplyOf(uint256 who) private view returns (Supply memory) {
        return _supplies[who % CONSUMERS];
    }

    function _offerOf(Terms memory terms) private view returns (Offer memory offer) {
        for (uint256 i; i < _offers.length; ++i) {
            offer = _offers[i];
            if (keccak256(abi.encode(offer)) == terms.offerId) return offer;
        }
    }

    /// @dev The read at the start of supply, which may come late but not too late.
    function _open(uint256 index) private {
        Supply memory s = _supplies[index];
        uint40 start = _signed[index].start;
        if (agreements.agreementOf(s.meterId) == 0 || s.last.time >= start) return;
        if (start > block.timestamp || start + 62 days < block.timestamp) return;
        Read memory opening = _nextRead(s.last, start, 1_000);
        settlement.recordRead(s.last, opening, _signRead(s, opening));
        _supplies[index].last = opening;
    }

    function _firstDue(uint256 from) private view returns (bool due, uint256 index, uint256 period) {
        for (uint256 i; i < CONSUMERS && !due; ++i) {
            index = (from + i) % CONSUMERS;
            (due, period) = _due(index);
        }
    }

    /// @dev Whether the month that comes next for a consumer is over, opened, and not too old.
    function _due(uint256 index) private view returns (bool due, uint256 period) {
        bytes32 agreementId = agreements.agreementOf(_supplies[index].meterId);
        if (agreementId == 0) return (false, 0);
        uint40 from = agreements.stateOf(agreementId).settledUntil;
        if (_supplies[index].last.time != from) return (false, 0);
        while (boundaries[period] != from) {
            ++period;
        }
        due = boundaries[period + 1] <= block.timestamp && boundaries[period + 1] + 62 days >= block.timestamp;
    }
}
