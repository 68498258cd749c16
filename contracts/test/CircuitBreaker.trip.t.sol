// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Activity, ICircuitBreaker, Rule} from "../src/interfaces/ICircuitBreaker.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {Terms, FROZEN} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Micro} from "../src/types/Units.sol";
import {BreakerTest} from "./market/BreakerTest.sol";

/// @notice The breaker trips by itself on bills and outflow: which rule, which facts, what is frozen, until when.
contract CircuitBreakerTripTest is BreakerTest {
    function test_ABillAtTheLimitPasses() public {
        _threeMonths();
        _settle(4, MOST);
        assertEq(breaker.frozenUntil(agreementId), 0);
    }

    function test_ABillAboveTheLimitIsSkippedAndSaysWhy() public {
        _threeMonths();
        SettlementItem memory item = _month(4, MOST + 1_000);
        uint40 until = boundaries[5] + FREEZE;
        bytes memory refusal = abi.encodeWithSelector(
            IAgreementBook.BillAboveAverage.selector,
            agreementId,
            Micro.wrap(ABOVE),
            Micro.wrap(LIMIT)
        );
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(agreementId, refusal);
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.Tripped(Rule.BillAboveAverage, agreementId, ABOVE, LIMIT, until);
        vm.prank(relayer);
        assertEq(settlement.settle(_tableOf(4), offer, _one(item)), 0);
        assertEq(breaker.frozenUntil(agreementId), until);
        assertEq(agreements.stateOf(agreementId).flags, FROZEN);
        assertEq(agreements.stateOf(agreementId).periods, 3);
    }

    function test_AFreezeExpiresAndThenTheBillPasses() public {
        SettlementItem memory item = _tripByBill();
        uint40 until = breaker.frozenUntil(agreementId);
        _skips(4, item, _frozen());
        vm.warp(until - 1);
        _skips(4, item, _frozen());
        // Trying again does not make it longer.
        assertEq(breaker.frozenUntil(agreementId), until);
        vm.warp(until);
        assertEq(settlement.settle(_tableOf(4), offer, _one(item)), 1);
        assertEq(agreements.stateOf(agreementId).flags, 0);
    }

    function test_TheGuardianThawsAndTheBillPasses() public {
        SettlementItem memory item = _tripByBill();
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.AgreementThawed(agreementId);
        vm.prank(guardian);
        breaker.thaw(agreementId);
        assertEq(settlement.settle(_tableOf(4), offer, _one(item)), 1);
    }

    /// @dev One bill passes unasked, not those after it: the fifth is measured by the new mean.
    function test_TheNextBillIsAskedAgain() public {
        SettlementItem memory item = _tripByBill();
        vm.prank(guardian);
        breaker.thaw(agreementId);
        assertEq(settlement.settle(_tableOf(4), offer, _one(item)), 1);
        mill.last = _nextRead(mill.last, boundaries[5], MOST + 1_000);
        item = _month(5, 100_000_000);
        assertEq(settlement.settle(_tableOf(5), offer, _one(item)), 0);
        assertEq(breaker.frozenUntil(agreementId), boundaries[6] + FREEZE);
    }

    function test_TwoBillsSayNothingAboutTheThird() public {
        _settle(1, USUAL);
        _settle(2, USUAL);
        _settle(3, 100_000_000);
    }

    function test_AFactorOfZeroLetsEveryBillPass() public {
        _threeMonths();
        _rule(0, FREEZE, 0, 0);
        _settle(4, 105_000_000);
    }

    function test_OnlyTheOneThatTrippedIsFrozen() public {
        Supply memory shop = _supply("shop", 100_000_000_000);
        boundaries[1] = boundaries[2];
        (Terms memory shopTerms, bytes32 shopId) = _sign(shop, offer);
        boundaries[1] = terms.start;
        _threeMonths();
        vm.warp(boundaries[2]);
        _openSupply(shop, shopTerms.start);
        for (uint256 period = 2; period < 4; ++period) {
            vm.warp(boundaries[period + 1]);
            SettlementItem memory own = _item(shop, shopTerms, boundaries[period + 1], USUAL);
            assertEq(settlement.settle(_tableOf(period), offer, _one(own)), 1);
        }
        vm.warp(boundaries[5]);
        SettlementItem[] memory items = new SettlementItem[](2);
        items[0] = _month(4, MOST + 1_000);
        items[1] = _item(shop, shopTerms, boundaries[5], USUAL);
        assertEq(settlement.settle(_tableOf(4), offer, items), 1);
        assertEq(breaker.frozenUntil(shopId), 0);
        assertGt(breaker.frozenUntil(agreementId), block.timestamp);
    }

    /// @dev The batch that goes above the limit is settled; nothing after it is, until the pause is over.
    function test_TooMuchOutflowPausesSettling() public {
        _rule(0, FREEZE, 1 days, 6_518_860_000);
        _settle(1, USUAL);
        assertEq(breaker.pausedUntil(Activity.Settling), 0);
        vm.warp(boundaries[3]);
        _rule(0, FREEZE, 1 days, 6_518_859_999);
        SettlementItem memory item = _month(2, USUAL);
        uint40 until = boundaries[3] + FREEZE;
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.Tripped(Rule.OutflowAboveLimit, 0, 6_518_860_000, 6_518_859_999, until);
        assertEq(settlement.settle(_tableOf(2), offer, _one(item)), 1);
        assertEq(breaker.pausedUntil(Activity.Settling), until);
        bytes memory refusal = abi.encodeWithSelector(
            ICircuitBreaker.ActivityPaused.selector,
            Activity.Settling,
            until
        );
        vm.expectRevert(refusal);
        settlement.settle(_tableOf(2), offer, _one(item));
        breaker.requireRunning(Activity.Signing);
        breaker.requireRunning(Activity.Metering);
    }

    /// @dev The room that was used comes back over the window.
    function test_TheOutflowLimitRefillsOverItsWindow() public {
        _rule(0, FREEZE, 100, 1_000);
        vm.startPrank(address(settlement));
        breaker.countOutflow(Micro.wrap(1_000));
        vm.warp(block.timestamp + 50);
        breaker.countOutflow(Micro.wrap(500));
        assertEq(breaker.pausedUntil(Activity.Settling), 0);
        breaker.countOutflow(Micro.wrap(1));
        assertEq(breaker.pausedUntil(Activity.Settling), block.timestamp + FREEZE);
    }
}
