// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {CircuitBreaker} from "../src/CircuitBreaker.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {Activity, ICircuitBreaker} from "../src/interfaces/ICircuitBreaker.sol";
import {IFreezable} from "../src/interfaces/IFreezable.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {Terms} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Read} from "../src/types/Metering.sol";
import {Offer, WorkedExample} from "../src/types/Offer.sol";
import {Micro} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

contract CircuitBreakerTest is SupplyTest {
    function _pause(Activity activity) private returns (bytes memory refusal) {
        uint40 until = uint40(block.timestamp + 1 days);
        vm.prank(guardian);
        breaker.pause(activity, until, "an exercise");
        return abi.encodeWithSelector(ICircuitBreaker.ActivityPaused.selector, activity, until);
    }

    function test_PauseSaysWhatAndUntilWhen() public {
        uint40 until = uint40(block.timestamp + 7 days);
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.ActivityPausedUntil(Activity.Signing, until, "an exercise");
        vm.prank(guardian);
        breaker.pause(Activity.Signing, until, "an exercise");
        assertEq(breaker.pausedUntil(Activity.Signing), until);
        breaker.requireRunning(Activity.Settling);
    }

    function test_PauseEndsByItself() public {
        bytes memory refusal = _pause(Activity.Signing);
        vm.warp(block.timestamp + 1 days - 1);
        vm.expectRevert(refusal);
        breaker.requireRunning(Activity.Signing);
        vm.warp(block.timestamp + 1);
        breaker.requireRunning(Activity.Signing);
    }

    function test_ResumeEndsAPause() public {
        _pause(Activity.Settling);
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.ActivityResumed(Activity.Settling);
        vm.prank(guardian);
        breaker.resume(Activity.Settling);
        breaker.requireRunning(Activity.Settling);
    }

    function test_RevertGiven_PauseTooLong() public {
        uint40 latest = uint40(block.timestamp + 7 days);
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(ICircuitBreaker.PauseTooLong.selector, latest + 1, latest));
        breaker.pause(Activity.Signing, latest + 1, "for ever");
    }

    function test_RevertGiven_CallerIsNotTheGuardian() public {
        vm.startPrank(exchange);
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, exchange);
        vm.expectRevert(refusal);
        breaker.pause(Activity.Signing, uint40(block.timestamp + 1), "mine");
        vm.expectRevert(refusal);
        breaker.resume(Activity.Signing);
        vm.expectRevert(refusal);
        breaker.freeze("agreement", uint40(block.timestamp + 1), "mine");
        vm.expectRevert(refusal);
        breaker.thaw("agreement");
    }

    function test_TheExchangeSetsTheRules() public {
        ICircuitBreaker.Rules memory rules = ICircuitBreaker.Rules(3, 7 days, 1 days, Micro.wrap(1_000));
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.RulesSet(rules);
        vm.prank(exchange);
        breaker.setRules(rules);
        (uint16 factor, uint32 time, uint32 window, Micro limit) = breaker.rules();
        assertEq(keccak256(abi.encode(factor, time, window, limit)), keccak256(abi.encode(rules)));
        rules.freezeSeconds += 1;
        vm.prank(exchange);
        vm.expectRevert(abi.encodeWithSelector(ICircuitBreaker.PauseTooLong.selector, 7 days + 1, 7 days));
        breaker.setRules(rules);
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardian));
        breaker.setRules(rules);
    }

    function test_RevertGiven_TrippingByNotModule() public {
        bytes memory refusal = abi.encodeWithSelector(IModular.NotModule.selector, guardian);
        vm.startPrank(guardian);
        vm.expectRevert(refusal);
        breaker.trip("agreement", abi.encodeWithSelector(IAgreementBook.BillAboveAverage.selector, "agreement", 1, 1));
        vm.expectRevert(refusal);
        breaker.countOutflow(Micro.wrap(1));
    }

    /// @dev The book is named once, at deployment: a second naming is refused whoever asks.
    function test_RevertGiven_TheBookIsSetAgain() public {
        bytes memory change = abi.encodeCall(CircuitBreaker.setBook, (IFreezable(rival)));
        vm.startPrank(administrator);
        authority.schedule(address(breaker), change, uint48(block.timestamp + POWER_DELAY));
        vm.warp(block.timestamp + POWER_DELAY);
        vm.expectRevert(abi.encodeWithSelector(ICircuitBreaker.BookAlreadySet.selector, address(agreements)));
        breaker.setBook(IFreezable(rival));
    }

    function test_RevertGiven_PublishingIsPaused() public {
        Offer memory offer = _flatOffer();
        WorkedExample[] memory examples = Figures.examplesAt(Figures.ENERGY);
        bytes memory refusal = _pause(Activity.Publishing);
        vm.prank(retailer);
        vm.expectRevert(refusal);
        offers.publish(offer, "Fixed 12", examples);
    }

    function test_RevertGiven_SigningIsPaused() public {
        Offer memory offer = _flatOffer();
        _publish(offer);
        Supply memory s = _supply("mill", 10_000_000_000);
        Terms memory terms = _terms(s, offer);
        bytes memory signature = signatures.terms(s.consumer.key, terms);
        bytes memory refusal = _pause(Activity.Signing);
        vm.expectRevert(refusal);
        agreements.sign(offer, terms, signature);
    }

    function test_RevertGiven_MeteringIsPaused() public {
        Supply memory s = _supply("mill", 0);
        Read memory next = _nextRead(s.last, uint40(block.timestamp), 1_000);
        bytes memory signature = _signRead(s, next);
        bytes memory refusal = _pause(Activity.Metering);
        vm.expectRevert(refusal);
        _recordRead(s, next, signature);
    }

    function test_RevertGiven_SettlingIsPaused() public {
        bytes memory refusal = _pause(Activity.Settling);
        SettlementItem[] memory none = new SettlementItem[](1);
        vm.expectRevert(refusal);
        settlement.settle(_tableOf(0), _flatOffer(), none);
    }

    /// @dev P8: free balances can be withdrawn while everything is paused.
    function test_P8_WithdrawalsWorkWhileEverythingIsPaused() public {
        Supply memory s = _supply("mill", 10_000_000_000);
        for (uint8 activity; activity <= uint8(type(Activity).max); ++activity) {
            _pause(Activity(activity));
        }
        vm.prank(s.consumer.addr);
        escrow.withdraw(s.consumer.addr, 4_000_000_000);
        _withdrawSigned(s.consumer, s.consumer.addr, 6_000_000_000);
        assertEq(token.balanceOf(s.consumer.addr), 10_000_000_000);
        assertEq(_free(s.consumer.addr), 0);
    }
}
