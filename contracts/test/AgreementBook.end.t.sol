// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Activity, ICircuitBreaker} from "../src/interfaces/ICircuitBreaker.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {Ending, Terms, ENDED, EXIT_FEE} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Micro, Wh} from "../src/types/Units.sol";
import {SwitchTest} from "./market/SwitchTest.sol";
import {Words} from "./market/Words.sol";

/// @notice Ending without a successor, and going back on a signature in the cooling-off days.
contract AgreementBookEndTest is SwitchTest {
    function test_NoticeEndsAnAgreementAtABoundaryWithItsFee() public {
        _supplyMill();
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementCut(oldId, boundaries[2], Micro.wrap(EXIT_FEE_OF_OLD), 0);
        _end(old, oldTerms, boundaries[1], boundaries[2]);
        assertEq(agreements.stateOf(oldId).flags, EXIT_FEE);
        SettlementItem memory last = _bill(oldTerms, boundaries[2], 100_000_000);
        last.exit = true;
        _settle(1, old, last);
        assertEq(agreements.agreementOf(mill.meterId), 0);
        assertEq(_locked(mill.consumer.addr), 0);
        assertEq(_free(retailer), 38_447_000_000 + EXIT_FEE_OF_OLD);
    }

    /// @dev As if it had never been signed: money, capacity and meter are free again.
    function test_UndoesAnAgreementThatHasNotStarted() public {
        old.capacity = Wh.wrap(12 * 100_000_000);
        _publish(old);
        (oldTerms, oldId) = _sign(mill, old);
        vm.warp(agreements.stateOf(oldId).signedAt + 7 days - 1);
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementCancelled(oldId, Micro.wrap(DEPOSIT), 0);
        _end(old, oldTerms, boundaries[1], boundaries[1]);
        assertEq(agreements.stateOf(oldId).flags, ENDED);
        assertEq(agreements.agreementOf(mill.meterId), 0);
        assertEq(_locked(mill.consumer.addr), 0);
        assertEq(_free(mill.consumer.addr), 500_000_000_000);
        assertEq(Wh.unwrap(offers.stateOf(oldTerms.offerId).sold), 0);
        // And the same offer can be signed again.
        (, bytes32 again) = _sign(mill, old);
        assertEq(agreements.agreementOf(mill.meterId), again);
    }

    /// @dev A second after the cooling-off days it is a notice, and the first month is the least.
    function test_AfterTheCoolingOffDaysAnAgreementIsNotUndone() public {
        (oldTerms, oldId) = _sign(mill, old);
        vm.warp(agreements.stateOf(oldId).signedAt + 7 days);
        _refusesEnd(
            old,
            oldTerms,
            boundaries[1],
            boundaries[1],
            abi.encodeWithSelector(IAgreementBook.EndTooEarly.selector, boundaries[1], boundaries[1])
        );
        _end(old, oldTerms, boundaries[1], boundaries[2]);
        assertEq(agreements.stateOf(oldId).flags, EXIT_FEE);
        assertEq(_locked(mill.consumer.addr), DEPOSIT);
    }

    function test_CancellingASwitchBeforeItStartsRestoresTheOldAgreement() public {
        _supplyMill();
        bytes32 oldState = keccak256(abi.encode(agreements.stateOf(oldId)));
        (Terms memory terms, bytes32 newId) = _switchTo(3, boundaries[1]);
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementCancelled(newId, Micro.wrap(DEPOSIT), oldId);
        _end(fresh, terms, boundaries[3], boundaries[3]);
        assertEq(keccak256(abi.encode(agreements.stateOf(oldId))), oldState);
        assertEq(agreements.successorOf(oldId), 0);
        assertEq(agreements.agreementOf(mill.meterId), oldId);
        assertEq(agreements.stateOf(newId).flags, ENDED);
        assertEq(_locked(mill.consumer.addr), DEPOSIT);
        // The old one goes on without a fee, and can be switched again.
        _settleMonth(1, old, oldTerms);
        (, bytes32 again) = _switchTo(4, boundaries[2]);
        assertEq(agreements.successorOf(oldId), again);
    }

    function test_CancellingAfterTheStartEndsAtTheNextBoundaryWithoutFee() public {
        (fresh.coolingOffDays, fresh.exitFee) = (40, Micro.wrap(EXIT_FEE_OF_OLD));
        _publish(fresh);
        _supplyMill();
        (Terms memory terms, bytes32 newId) = _switchTo(2, boundaries[1]);
        SettlementItem memory last = _bill(oldTerms, boundaries[2], 100_000_000);
        last.exit = true;
        _settle(1, old, last);
        vm.warp(boundaries[2] + 1 days);
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementCut(newId, boundaries[3], Micro.wrap(0), 0);
        _end(fresh, terms, boundaries[2], boundaries[3]);
        _settleMonth(2, fresh, terms);
        assertEq(_free(rival), 38_447_000_000);
        assertEq(agreements.agreementOf(mill.meterId), 0);
        assertEq(_locked(mill.consumer.addr), 0);
    }

    /// @dev P4: undone while another follows it, it would leave that one without a meter, and the meter free for a second supplier.
    function test_P4_RevertGiven_UndoingAnAgreementThatIsToBeReplaced() public {
        (oldTerms, oldId) = _sign(mill, old);
        (Terms memory terms, ) = _switchTo(2, boundaries[1]);
        _refusesEnd(
            old,
            oldTerms,
            boundaries[1],
            boundaries[1],
            abi.encodeWithSelector(IAgreementBook.AgreementEnding.selector, oldId, boundaries[2])
        );
        // One after the other, the last first.
        _end(fresh, terms, boundaries[2], boundaries[2]);
        _end(old, oldTerms, boundaries[1], boundaries[1]);
        assertEq(agreements.agreementOf(mill.meterId), 0);
        assertEq(_locked(mill.consumer.addr), 0);
    }

    /// @dev Months that nobody published cannot be counted against the term.
    function test_RevertGiven_AGapInTheCalendarBeforeTheEnd() public {
        old.termPeriods = 60;
        _publish(old);
        _supplyMill();
        uint40 gap = boundaries[PERIODS];
        uint40[] memory later = new uint40[](2);
        (later[0], later[1]) = (gap + 1 days, gap + 31 days);
        vm.prank(exchange);
        tariffs.publishPeriods(later);
        bytes memory refusal = abi.encodeWithSelector(IAgreementBook.PeriodUnknown.selector, gap);
        _refusesEnd(old, oldTerms, boundaries[1], later[0], refusal);
        _end(old, oldTerms, boundaries[1], boundaries[PERIODS - 1]);
    }

    function test_RevertGiven_SomeoneElsesSignature() public {
        _supplyMill();
        (Ending memory e, ) = _ending(oldId, boundaries[2]);
        bytes memory signature = signatures.ending(makeAccount("rival's clerk").key, e);
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, mill.consumer.addr));
        agreements.end(old, Words.pack(oldTerms), boundaries[1], e, signature);
    }

    function test_RevertGiven_AnotherEndThanSigned() public {
        _supplyMill();
        (Ending memory e, bytes memory signature) = _ending(oldId, boundaries[2]);
        e.endsAt = boundaries[3];
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, mill.consumer.addr));
        agreements.end(old, Words.pack(oldTerms), boundaries[1], e, signature);
    }

    function test_RevertGiven_AnotherAgreementThanSigned() public {
        _supplyMill();
        (Ending memory e, bytes memory signature) = _ending("another", boundaries[2]);
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.AgreementUnknown.selector, bytes32("another")));
        agreements.end(old, Words.pack(oldTerms), boundaries[1], e, signature);
    }

    function test_RevertGiven_IntentExpired() public {
        _supplyMill();
        (Ending memory e, bytes memory signature) = _ending(oldId, boundaries[2]);
        vm.warp(e.expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.IntentExpired.selector, e.expiry));
        agreements.end(old, Words.pack(oldTerms), boundaries[1], e, signature);
    }

    /// @dev P6: an intent counts once.
    function test_P6_RevertGiven_EndingReplayed() public {
        _supplyMill();
        (Ending memory e, bytes memory signature) = _ending(oldId, boundaries[2]);
        agreements.end(old, Words.pack(oldTerms), boundaries[1], e, signature);
        vm.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, mill.consumer.addr, 2));
        agreements.end(old, Words.pack(oldTerms), boundaries[1], e, signature);
    }

    function test_RevertGiven_SigningIsPaused() public {
        _supplyMill();
        uint40 until = uint40(block.timestamp + 1 days);
        vm.prank(guardian);
        breaker.pause(Activity.Signing, until, "an exercise");
        bytes memory refusal = abi.encodeWithSelector(ICircuitBreaker.ActivityPaused.selector, Activity.Signing, until);
        _refusesEnd(old, oldTerms, boundaries[1], boundaries[2], refusal);
    }

    function test_RevertGiven_ItHasEndedAlready() public {
        old.termPeriods = 1;
        _publish(old);
        _supplyMill();
        _settleMonth(1, old, oldTerms);
        bytes memory refusal = abi.encodeWithSelector(IAgreementBook.AgreementIsEnded.selector, oldId);
        _refusesEnd(old, oldTerms, boundaries[1], boundaries[3], refusal);
    }
}
