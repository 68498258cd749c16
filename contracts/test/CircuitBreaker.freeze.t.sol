// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Activity, ICircuitBreaker, Rule} from "../src/interfaces/ICircuitBreaker.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ReadLib} from "../src/libraries/ReadLib.sol";
import {Terms} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Read} from "../src/types/Metering.sol";
import {Wh} from "../src/types/Units.sol";
import {BreakerTest} from "./market/BreakerTest.sol";

/// @notice Freezing one agreement, by a read that cannot be true or by the guardian, and nobody else's.
contract CircuitBreakerFreezeTest is BreakerTest {
    function test_AReadAboveTheCapacityFreezesItsAgreement() public {
        // 1,000 kW for 31 days carry 744,000 kWh.
        SettlementItem memory item = _month(1, 744_000_001);
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(
            agreementId,
            abi.encodeWithSelector(ReadLib.ReadTooFast.selector, Wh.wrap(744_000_001), Wh.wrap(744_000_000))
        );
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.Tripped(
            Rule.ReadAboveCapacity,
            agreementId,
            744_000_001,
            744_000_000,
            boundaries[2] + FREEZE
        );
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 0);
        // A read that can be true waits until the freeze is over.
        SettlementItem memory good = _month(1, USUAL);
        _skips(1, good, _frozen());
        vm.warp(boundaries[2] + FREEZE);
        assertEq(settlement.settle(_tableOf(1), offer, _one(good)), 1);
    }

    /// @dev A trip never lets go earlier what the guardian holds.
    function test_ATripDoesNotShortenTheGuardiansFreeze() public {
        SettlementItem memory tooFast = _month(1, 744_000_001);
        uint40 until = uint40(block.timestamp + 7 days);
        vm.prank(guardian);
        breaker.freeze(agreementId, until, "under inquiry");
        assertEq(settlement.settle(_tableOf(1), offer, _one(tooFast)), 0);
        assertEq(breaker.frozenUntil(agreementId), until);
        _skips(1, _month(1, USUAL), _frozen());
    }

    function test_TheGuardianFreezesOneAgreement() public {
        SettlementItem memory item = _month(1, USUAL);
        uint40 until = uint40(block.timestamp + 7 days);
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.AgreementFrozenUntil(agreementId, until, "under inquiry");
        vm.startPrank(guardian);
        breaker.freeze(agreementId, until, "under inquiry");
        vm.expectRevert(abi.encodeWithSelector(ICircuitBreaker.PauseTooLong.selector, until + 1, until));
        breaker.freeze(agreementId, until + 1, "for ever");
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.AgreementUnknown.selector, bytes32("none")));
        breaker.freeze("none", until, "nobody's");
        vm.stopPrank();
        _skips(1, item, _frozen());
        vm.warp(until);
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 1);
    }

    /// @dev An attacker has public terms, its own meter, and any numbers; it does not have the victim's meter key.
    function test_NobodyCanFreezeTheAgreementOfAnother() public {
        Supply memory thief = _supply("thief", 0);
        vm.warp(boundaries[2]);
        Read memory fast = _nextRead(mill.last, boundaries[2], 744_000_001);
        SettlementItem memory item = _itemOf(mill, terms, fast);
        item.signature = _signRead(thief, fast);
        _skips(1, item, abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
        // The thief's meter in the victim's terms is nobody's agreement.
        Terms memory made = terms;
        made.meterId = thief.meterId;
        item = _item(thief, made, boundaries[2], 2_000_000_000);
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 0);
        assertEq(breaker.frozenUntil(agreementId), 0);
        assertEq(agreements.stateOf(agreementId).flags, 0);
        assertEq(agreements.stateOf(signatures.termsHash(made)).flags, 0);
        _settle(1, USUAL);
    }

    function test_WithdrawalsGoOnWhileEverythingIsPausedAndFrozen() public {
        uint40 until = uint40(block.timestamp + 7 days);
        vm.startPrank(guardian);
        for (uint8 activity; activity <= uint8(type(Activity).max); ++activity) {
            breaker.pause(Activity(activity), until, "an exercise");
        }
        breaker.freeze(agreementId, until, "an exercise");
        vm.stopPrank();
        uint128 free = _free(mill.consumer.addr);
        _withdrawSigned(mill.consumer, mill.consumer.addr, free - 1);
        vm.prank(mill.consumer.addr);
        escrow.withdraw(mill.consumer.addr, 1);
        assertEq(token.balanceOf(mill.consumer.addr), free);
    }
}
