// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Activity, ICircuitBreaker} from "../src/interfaces/ICircuitBreaker.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {SwitchAtOnceTest} from "./market/SwitchAtOnceTest.sol";

/// @notice Switches at once that may not be: all of the call is undone, the bill too.
contract SettlementSwitchRefusedTest is SwitchAtOnceTest {
    function _refuses(SettlementItem memory item, ISettlement.NewAgreement memory next, bytes memory refusal) private {
        bytes32 before = _everything();
        uint128 free = _free(retailer);
        vm.expectRevert(refusal);
        settlement.switchNow(_tableOf(1), old, item, next);
        assertEq(_everything(), before);
        assertEq(_free(retailer), free);
    }

    function test_RevertGiven_TheExitFeeIsLeftOut() public {
        SettlementItem memory last = _lastBill();
        last.exit = false;
        _refuses(last, _next(), abi.encodeWithSelector(IAgreementBook.ExitFeeMismatch.selector, oldId, true));
    }

    function test_RevertGiven_NoticeIsNeeded() public {
        old.noticeDays = 1;
        _publish(old);
        mill = _supply("another mill", 500_000_000_000);
        boundaries[1] = boundaries[2];
        _supplyMill();
        vm.warp(boundaries[2] + 10 days);
        terms = _successor(oldId, boundaries[2] + 10 days);
        SettlementItem memory last = _bill(oldTerms, boundaries[2] + 10 days, TEN_DAYS);
        bytes memory refusal = abi.encodeWithSelector(
            IAgreementBook.NoticeTooShort.selector,
            terms.start,
            terms.start + 1 days
        );
        ISettlement.NewAgreement memory next = _next();
        vm.expectRevert(refusal);
        settlement.switchNow(_tableOf(2), old, last, next);
    }

    /// @dev A start without a read at that very instant would leave the old agreement without a last bill for ever.
    function test_RevertGiven_TheClosingReadIsOfAnotherInstant() public {
        terms = _successor(oldId, cut + 1);
        SettlementItem memory last = _lastBill();
        _refuses(last, _next(), abi.encodeWithSelector(ISettlement.ReadNotInPeriod.selector, cut + 1, cut));
    }

    function test_RevertGiven_TheStartIsMonthsAfterTheBill() public {
        vm.warp(boundaries[3]);
        terms = _successor(oldId, boundaries[2] + 10 days);
        SettlementItem memory last = _bill(oldTerms, boundaries[2], 100_000_000);
        _refuses(
            last,
            _next(),
            abi.encodeWithSelector(ISettlement.ReadNotInPeriod.selector, boundaries[2] + 10 days, boundaries[2])
        );
    }

    function test_RevertGiven_StartInFuture() public {
        uint40 now_ = uint40(block.timestamp);
        terms = _successor(oldId, now_ + 1);
        SettlementItem memory last = _bill(oldTerms, now_ + 1, TEN_DAYS);
        last.exit = true;
        _refuses(last, _next(), abi.encodeWithSelector(IAgreementBook.StartInFuture.selector, now_ + 1, now_));
    }

    function test_RevertGiven_TheNewSignatureIsNotTheConsumers() public {
        ISettlement.NewAgreement memory next = _next();
        next.signature = signatures.terms(makeAccount("pushy seller").key, terms);
        _refuses(
            _lastBill(),
            next,
            abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, mill.consumer.addr)
        );
    }

    function test_RevertGiven_TheReadIsNotTheMeters() public {
        SettlementItem memory last = _lastBill();
        last.signature = hex"00";
        ISettlement.NewAgreement memory next = _next();
        bytes32 before = _everything();
        vm.expectRevert();
        settlement.switchNow(_tableOf(1), old, last, next);
        assertEq(_everything(), before);
    }

    function test_RevertGiven_SwitchedTwice() public {
        SettlementItem memory last = _lastBill();
        ISettlement.NewAgreement memory next = _next();
        settlement.switchNow(_tableOf(1), old, last, next);
        bytes32 before = _everything();
        vm.expectRevert();
        settlement.switchNow(_tableOf(1), old, last, next);
        assertEq(_everything(), before);
    }

    function test_RevertGiven_SigningOrSettlingIsPaused() public {
        SettlementItem memory last = _lastBill();
        ISettlement.NewAgreement memory next = _next();
        Activity[2] memory activities = [Activity.Signing, Activity.Settling];
        for (uint256 i; i < 2; ++i) {
            uint40 until = uint40(block.timestamp + 1 days);
            vm.prank(guardian);
            breaker.pause(activities[i], until, "an exercise");
            _refuses(last, next, abi.encodeWithSelector(ICircuitBreaker.ActivityPaused.selector, activities[i], until));
            vm.prank(guardian);
            breaker.resume(activities[i]);
        }
    }
}
