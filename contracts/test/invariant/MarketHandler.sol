// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Activity} from "../../src/interfaces/ICircuitBreaker.sol";
import {OfferStatus} from "../../src/interfaces/IOfferBook.sol";
import {Terms} from "../../src/types/Agreement.sol";
import {SettlementItem} from "../../src/types/Billing.sol";
import {Offer} from "../../src/types/Offer.sol";
import {MarketState} from "./MarketState.sol";

/// @notice Everything people do in a market, in any order. Every call is bounded so that it is allowed: a revert is a finding.
contract MarketHandler is MarketState {
    /* WHAT PEOPLE DO */

    function topUp(uint256 who, uint128 money) external booked {
        Supply memory s = _supplies[who % CONSUMERS];
        money = uint128(bound(money, 1, MOST_MONEY));
        _fund(s.consumer, money);
        ledger.minted(money);
    }

    /// @dev Debts are paid first: what can be had is what is left then.
    function withdraw(uint256 who, uint128 money, bool signed) external booked {
        Supply memory s = _supplies[who % CONSUMERS];
        escrow.payDebts(s.consumer.addr, type(uint256).max);
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

    function payDebts(uint256 who, uint8 most) external booked {
        escrow.payDebts(_supplies[who % CONSUMERS].consumer.addr, most);
    }

    function sign(uint256 who, uint256 which, uint64 monthly) external booked {
        uint256 index = who % CONSUMERS;
        if (agreements.agreementOf(_supplies[index].meterId) != 0) return;
        (bool allowed, Offer memory offer, Terms memory terms) = _wish(index, which, monthly);
        if (!allowed) return;
        terms.start = boundaries[_period + 1];
        agreements.sign(offer, terms, signatures.terms(_supplies[index].consumer.key, terms));
        _noteSigned(index, terms);
    }

    /// @dev A month goes by, and supply that starts is opened with a read.
    function nextMonth() external {
        if (_period + 2 > PERIODS) return;
        vm.warp(boundaries[++_period] + 1 hours);
        for (uint256 i; i < CONSUMERS; ++i) {
            _open(i);
        }
    }

    /// @dev Some hours go by within the month.
    function wait(uint256 time) external {
        uint256 left = boundaries[_period + 1] - block.timestamp;
        vm.warp(block.timestamp + bound(time, 0, left / 2));
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

    /// @dev Settles what comes next for the first consumer who has something due, with more or less money than it needs. Only an
    /// agreement that is frozen, or that this very bill freezes, is skipped.
    function settle(uint256 who, uint64 used, bool twice) external booked {
        (bool due, uint256 index, uint256 period) = _firstDue(who % CONSUMERS);
        if (!due || _isPaused(Activity.Settling)) return;
        Supply memory s = _supplies[index];
        (bytes32 agreementId, Terms memory terms) = _current(index);
        SettlementItem[] memory items = new SettlementItem[](twice ? 2 : 1);
        items[0] = _lastOf(s, agreementId, terms, period, used);
        if (twice) items[1] = items[0];
        uint256 settled = settlement.settle(_tableOf(period), _offerOf(terms), items);
        assertLe(settled, 1, "P3: a period settles at most once");
        if (settled == 1) {
            _supplies[index].last = s.last;
            if (twice) ledger.forgetFirstTry();
        } else {
            assertGt(breaker.frozenUntil(agreementId), block.timestamp, "only what is frozen is skipped");
            ledger.forget();
        }
    }
}
