// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICircuitBreaker} from "../../src/interfaces/ICircuitBreaker.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Terms} from "../../src/types/Agreement.sol";
import {SettlementItem} from "../../src/types/Billing.sol";
import {Offer} from "../../src/types/Offer.sol";
import {Bps, Micro} from "../../src/types/Units.sol";
import {SupplyTest} from "./SupplyTest.sol";

/// @notice A mill with usual bills, and the rules by which the breaker trips.
abstract contract BreakerTest is SupplyTest {
    uint32 internal constant FREEZE = 2 days;
    /// @dev Three bills of 10,000 kWh; the mean is 6,518.860 of them, the limit three times one thousandth more.
    uint64 internal constant USUAL = 10_000_000;
    uint128 internal constant LIMIT = 19_556_583_000;
    /// @dev 30,000 kWh stay 0.003 below the limit; one kWh more is above.
    uint64 internal constant MOST = 30_000_000;
    uint128 internal constant ABOVE = 19_557_231_886;

    Offer internal offer;
    Supply internal mill;
    Terms internal terms;
    bytes32 internal agreementId;

    function setUp() public virtual override {
        super.setUp();
        _rule(3, FREEZE, 0, 0);
        offer = _flatOffer();
        offer.deviation.lower = Bps.wrap(0);
        _publish(offer);
        mill = _supply("mill", 500_000_000_000);
        Supply memory s = mill;
        (terms, agreementId) = _sign(s, offer);
        _openSupply(s, terms.start);
        mill.last = s.last;
    }

    function _rule(uint16 factor, uint32 time, uint32 window, uint128 outflow) internal {
        vm.prank(exchange);
        breaker.setRules(ICircuitBreaker.Rules(factor, time, window, Micro.wrap(outflow)));
    }

    function _month(uint256 period, uint64 used) internal returns (SettlementItem memory item) {
        if (block.timestamp < boundaries[period + 1]) vm.warp(boundaries[period + 1]);
        return _item(mill, terms, boundaries[period + 1], used);
    }

    function _settle(uint256 period, uint64 used) internal {
        Supply memory s = mill;
        SettlementItem memory item = _month(period, used);
        s.last = _nextRead(s.last, boundaries[period + 1], used);
        assertEq(settlement.settle(_tableOf(period), offer, _one(item)), 1);
        mill.last = s.last;
    }

    function _threeMonths() internal {
        for (uint256 period = 1; period < 4; ++period) {
            _settle(period, USUAL);
        }
    }

    function _skips(uint256 period, SettlementItem memory item, bytes memory refusal) internal {
        uint128 free = _free(mill.consumer.addr);
        bytes32 meterState = meters.stateOf(mill.meterId);
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(agreementId, refusal);
        assertEq(settlement.settle(_tableOf(period), offer, _one(item)), 0);
        assertEq(_free(mill.consumer.addr), free);
        assertEq(meters.stateOf(mill.meterId), meterState);
    }

    function _frozen() internal view returns (bytes memory) {
        uint40 until = breaker.frozenUntil(agreementId);
        return abi.encodeWithSelector(ICircuitBreaker.AgreementFrozen.selector, agreementId, until);
    }

    function _tripByBill() internal returns (SettlementItem memory item) {
        _threeMonths();
        item = _month(4, MOST + 1_000);
        assertEq(settlement.settle(_tableOf(4), offer, _one(item)), 0);
    }
}
