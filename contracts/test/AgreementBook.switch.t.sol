// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Activity} from "../src/interfaces/ICircuitBreaker.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {AgreementState, Terms, ENDED, EXIT_FEE} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Micro} from "../src/types/Units.sol";
import {SwitchTest} from "./market/SwitchTest.sol";

/// @notice Changing supplier at the start of a month to come, on the consumer's signature alone.
contract AgreementBookSwitchTest is SwitchTest {
    function test_OneSignatureEndsTheOldAndStartsTheNew() public {
        _supplyMill();
        Terms memory terms = _successor(oldId, boundaries[3]);
        bytes32 newId = signatures.termsHash(terms);
        bytes memory signature = _consent(terms);
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementSigned(newId, mill.consumer.addr, rival, terms, 12, Micro.wrap(DEPOSIT));
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementCut(oldId, boundaries[3], Micro.wrap(EXIT_FEE_OF_OLD), newId);
        vm.prank(relayer);
        assertEq(agreements.switchTo(_replaced(boundaries[1]), fresh, terms, signature), newId);

        // Until then nothing changes but that the end is known.
        assertEq(agreements.agreementOf(mill.meterId), oldId);
        assertEq(agreements.successorOf(oldId), newId);
        AgreementState memory state = agreements.stateOf(oldId);
        assertEq(state.endsAt, boundaries[3]);
        assertEq(state.flags, EXIT_FEE);
        assertEq(agreements.stateOf(newId).settledUntil, boundaries[3]);
        assertEq(_locked(mill.consumer.addr), 2 * DEPOSIT);
    }

    /// @dev January and February from the old supplier, with its fee; March from the new one. P4.
    function test_P4_TheLastBillHandsTheMeterOver() public {
        _supplyMill();
        (Terms memory terms, bytes32 newId) = _switchTo(3, boundaries[1]);
        _settleMonth(1, old, oldTerms);
        assertEq(agreements.agreementOf(mill.meterId), oldId);
        SettlementItem memory last = _bill(oldTerms, boundaries[3], 100_000_000);
        last.exit = true;
        uint128 free = _free(retailer);
        _settle(2, old, last);
        assertEq(_free(retailer) - free, 38_447_000_000 + EXIT_FEE_OF_OLD);
        assertEq(agreements.agreementOf(mill.meterId), newId);
        assertEq(agreements.stateOf(oldId).flags, ENDED | EXIT_FEE);
        assertEq(_locked(mill.consumer.addr), DEPOSIT);
        _settleMonth(3, fresh, terms);
        assertEq(_free(rival), 38_447_000_000);
        assertEq(agreements.stateOf(newId).periods, 1);
    }

    function test_NoExitFeeWithinTheCoolingOffDays() public {
        old.coolingOffDays = 20;
        _publish(old);
        _supplyMill();
        vm.warp(agreements.stateOf(oldId).signedAt + 20 days - 1);
        (, bytes32 newId) = _switchTo(2, boundaries[1]);
        assertEq(agreements.stateOf(oldId).flags, 0);
        assertEq(agreements.successorOf(oldId), newId);
        _settleMonth(1, old, oldTerms);
        assertEq(_free(retailer), 38_447_000_000);
    }

    function test_TheExitFeeIsDueFromTheSecondInWhichCoolingOffEnds() public {
        old.coolingOffDays = 20;
        _publish(old);
        _supplyMill();
        vm.warp(agreements.stateOf(oldId).signedAt + 20 days);
        _switchTo(2, boundaries[1]);
        assertEq(agreements.stateOf(oldId).flags, EXIT_FEE);
    }

    function test_NoExitFeeAtTheEndOfTheTerm() public {
        old.termPeriods = 3;
        _publish(old);
        _supplyMill();
        uint256 signed = vm.snapshotState();
        _switchTo(4, boundaries[1]);
        assertEq(agreements.stateOf(oldId).flags, 0);
        vm.revertToState(signed);
        _switchTo(3, boundaries[1]);
        assertEq(agreements.stateOf(oldId).flags, EXIT_FEE);
    }

    /// @dev A month later than the agreement lasts would leave the meter without a supplier.
    function test_RevertGiven_AgreementEndsSooner() public {
        old.termPeriods = 3;
        _publish(old);
        _supplyMill();
        bytes memory refusal = abi.encodeWithSelector(
            IAgreementBook.AgreementEndsSooner.selector,
            oldId,
            boundaries[4]
        );
        _refusesSwitch(boundaries[1], _successor(oldId, boundaries[5]), refusal);
        _settleMonth(1, old, oldTerms);
        _refusesSwitch(boundaries[2], _successor(oldId, boundaries[9]), refusal);
    }

    function test_RevertGiven_NoticeTooShort() public {
        old.noticeDays = 30;
        _publish(old);
        _supplyMill();
        vm.warp(boundaries[3] - 30 days + 1);
        bytes memory refusal = abi.encodeWithSelector(
            IAgreementBook.NoticeTooShort.selector,
            boundaries[3],
            boundaries[3] + 1
        );
        _refusesSwitch(boundaries[1], _successor(oldId, boundaries[3]), refusal);
        vm.warp(boundaries[3] - 30 days);
        _switchTo(3, boundaries[1]);
    }

    /// @dev Whatever the losing side does or suffers, the switch goes through.
    function test_TheLosingRetailerCannotBlock() public {
        _supplyMill();
        vm.prank(retailer);
        offers.withdraw(oldTerms.offerId);
        vm.startPrank(exchange);
        members.suspend(retailer);
        offers.allowFormula(address(flatFormula), false);
        vm.startPrank(guardian);
        breaker.pause(Activity.Publishing, uint40(block.timestamp + 7 days), "an exercise");
        breaker.freeze(oldId, uint40(block.timestamp + 7 days), "an exercise");
        vm.stopPrank();
        (, bytes32 newId) = _switchTo(2, boundaries[1]);
        vm.warp(boundaries[2]);
        SettlementItem memory last = _bill(oldTerms, boundaries[2], 100_000_000);
        last.exit = true;
        _settle(1, old, last);
        assertEq(agreements.agreementOf(mill.meterId), newId);
    }

    /// @dev P4: three suppliers one after the other, each from the very instant at which the one before ends.
    function test_P4_AChainOfThree() public {
        _supplyMill();
        (Terms memory second, bytes32 secondId) = _switchTo(2, boundaries[1]);
        SettlementItem memory last = _bill(oldTerms, boundaries[2], 100_000_000);
        last.exit = true;
        _settle(1, old, last);

        bytes32 firstId = oldId;
        (old, oldTerms, oldId) = (fresh, second, secondId);
        fresh = _flatOffer();
        _publish(fresh);
        Terms memory third = _successor(secondId, boundaries[4]);
        bytes32 thirdId = agreements.switchTo(_replaced(boundaries[2]), fresh, third, _consent(third));
        _settleMonth(2, old, second);
        assertEq(agreements.agreementOf(mill.meterId), secondId);
        _settleMonth(3, old, second);
        assertEq(agreements.agreementOf(mill.meterId), thirdId);
        _settleMonth(4, fresh, third);

        assertEq(agreements.successorOf(firstId), secondId);
        assertEq(agreements.successorOf(secondId), thirdId);
        assertEq(agreements.stateOf(firstId).settledUntil, second.start);
        assertEq(agreements.stateOf(secondId).settledUntil, third.start);
        assertEq(_locked(mill.consumer.addr), DEPOSIT);
    }
}
