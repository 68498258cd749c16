// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Activity, ICircuitBreaker, Rule} from "../src/interfaces/ICircuitBreaker.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {IPurchaseBook} from "../src/interfaces/IPurchaseBook.sol";
import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {TariffTable} from "../src/types/Billing.sol";
import {Read} from "../src/types/Metering.sol";
import {Delivery, MeterAdvance, PurchaseTerms} from "../src/types/Purchase.sol";
import {MicroPerKwh, Wh} from "../src/types/Units.sol";
import {PurchaseTest} from "./market/PurchaseTest.sol";
import {Words} from "./market/Words.sol";

/// @notice A retailer's purchase, month by month: what is settled, and what is refused.
contract PurchaseBookSettleTest is PurchaseTest {
    PurchaseTerms private terms;
    bytes32 private purchaseId;

    function setUp() public override {
        super.setUp();
        terms = _purchase();
        purchaseId = _signPurchase(terms, retailerAccount);
        _openPlant(boundaries[1]);
        vm.warp(boundaries[2] + 1 hours);
    }

    function _january(uint64 delivered) private returns (MeterAdvance[] memory) {
        return _advances(_delivered(boundaries[2], delivered));
    }

    function _expect(MeterAdvance[] memory advances, bytes memory refusal) private {
        TariffTable memory table = _tableOf(1);
        vm.expectRevert(refusal);
        purchases.settle(table, terms, advances);
    }

    /* WHAT IS SETTLED */

    /// @dev A full month is 60,200 for the generator. The month passes; what comes after it waits.
    function test_PaymentsCountToTheOutflowRule() public {
        vm.prank(exchange);
        breaker.setRules(ICircuitBreaker.Rules(0, 2 days, 1 days, _micro(60_199_999_999)));
        MeterAdvance[] memory advances = _january(100_000_000);
        uint40 until = uint40(block.timestamp) + 2 days;
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.Tripped(Rule.OutflowAboveLimit, 0, 60_200_000_000, 60_199_999_999, until);
        purchases.settle(_tableOf(1), terms, advances);
        assertEq(breaker.pausedUntil(Activity.Settling), until);
        assertEq(_free(generator), PLENTY - DEPOSIT + 60_200_000_000);
    }

    function test_PaysForWhatWasDelivered() public {
        uint128[3] memory before = [_free(generator), _free(retailer), _free(grid)];
        Delivery memory d = _settled(_tableOf(1), terms, _january(112_345_678));
        Delivery memory expected;
        (expected.agreed, expected.delivered) = (terms.agreed[0], d.delivered);
        expected.referencePrice = MicroPerKwh.wrap(651_886);
        // 112,345.678 kWh at 0.602, rounded down: the payer keeps the dust.
        (expected.payment, expected.received) = (_micro(67_632_098_156), _micro(67_632_098_156));
        assertEq(abi.encode(d), abi.encode(expected));
        assertEq(_free(generator), before[0] + 67_632_098_156);
        assertEq(_free(retailer), before[1] - 67_632_098_156);
        assertEq(_free(grid), before[2]);
        assertEq(purchases.stateOf(purchaseId).settledUntil, boundaries[2]);
        assertEq(purchases.stateOf(purchaseId).periods, 1);
        // A retailer's purchase keeps no totals of the year: one word is all there is of it.
        assertEq(_number(purchases.stateOf(purchaseId).yearCharged), 0);
    }

    function test_EmitsEveryNumber() public {
        MeterAdvance[] memory advances = _january(90_000_000);
        Delivery memory d;
        (d.agreed, d.delivered, d.short) = (_wh(100_000_000), _wh(90_000_000), _wh(5_000_000));
        d.referencePrice = MicroPerKwh.wrap(651_886);
        (d.payment, d.compensation, d.setOff) = (_micro(54_180_000_000), _micro(249_430_000), _micro(249_430_000));
        d.received = _micro(53_930_570_000);
        vm.expectEmit(address(purchases));
        emit IPurchaseBook.DeliverySettled(purchaseId, boundaries[1], boundaries[2], retailer, d);
        purchases.settle(_tableOf(1), terms, advances);
        assertEq(_free(retailer), PLENTY - 54_180_000_000);
        assertEq(_free(grid), PLENTY + 249_430_000);
        assertEq(_free(generator), PLENTY - DEPOSIT + 53_930_570_000);
    }

    function test_AtTheEdgeNothingIsDue() public {
        uint64[3] memory delivered = [uint64(94_999_999), 95_000_000, 95_000_001];
        for (uint256 i; i < 3; ++i) {
            uint256 copy = vm.snapshotState();
            Delivery memory d = _settled(_tableOf(1), terms, _january(delivered[i]));
            assertEq(_number(d.compensation), i == 0 ? 49 : 0);
            vm.revertToState(copy);
        }
    }

    /// @dev From March on another plant delivers, at one price unit above the reference price, at it, and below it.
    function test_NoCompensationWhenTheReferencePriceIsTheLowerOne() public {
        for (uint64 i; i < 3; ++i) {
            uint256 copy = vm.snapshotState();
            Supply memory second = _connected("second plant");
            PurchaseTerms memory t = _purchase();
            (t.deliveryMeterId, t.start) = (second.meterId, boundaries[3]);
            t.price = MicroPerKwh.wrap(651_887 - i);
            _signPurchase(t, retailerAccount);
            _openPurchase(second, boundaries[3]);
            Delivery memory d = _settled(_tableOf(3), t, _advances(_delivery(second, boundaries[4], 0)));
            assertEq(Wh.unwrap(d.short), 95_000_000);
            assertEq(_number(d.compensation), i == 2 ? 95_000 : 0);
            vm.revertToState(copy);
        }
    }

    function test_ASuspendedGeneratorIsStillPaid() public {
        vm.prank(exchange);
        members.suspend(generator);
        Delivery memory d = _settled(_tableOf(1), terms, _january(100_000_000));
        assertEq(_number(d.received), 60_200_000_000);
    }

    function test_TheLastPeriodReturnsTheDeposit() public {
        for (uint256 month = 1; month <= 12; ++month) {
            _settled(_tableOf(month), terms, _advances(_delivered(boundaries[month + 1], 100_000_000)));
        }
        assertTrue(purchases.stateOf(purchaseId).ended);
        assertEq(_locked(generator), 0);
        assertEq(_free(generator), PLENTY + 12 * 60_200_000_000);
        assertEq(agreements.agreementOf(plant.meterId), 0);
        MeterAdvance[] memory advances = _advances(_delivered(boundaries[14], 1));
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.PurchaseIsEnded.selector, purchaseId));
        purchases.settle(_tableOf(13), terms, advances);
    }

    /* WHAT IS REFUSED */

    function test_P3_RevertGiven_TheSamePeriodTwice() public {
        MeterAdvance[] memory advances = _january(100_000_000);
        purchases.settle(_tableOf(1), terms, advances);
        _expect(
            advances,
            abi.encodeWithSelector(IPurchaseBook.PeriodNotNext.selector, purchaseId, boundaries[2], boundaries[1])
        );
    }

    function test_RevertGiven_APeriodIsLeftOut() public {
        MeterAdvance[] memory advances = _advances(_delivered(boundaries[3], 1));
        vm.expectRevert(
            abi.encodeWithSelector(IPurchaseBook.PeriodNotNext.selector, purchaseId, boundaries[1], boundaries[2])
        );
        purchases.settle(_tableOf(2), terms, advances);
    }

    function test_RevertGiven_TermsWithAnotherPrice() public {
        terms.price = MicroPerKwh.wrap(DIRECT + 1);
        bytes32 other = purchaseSignatures.hash(terms);
        _expect(_january(1), abi.encodeWithSelector(IPurchaseBook.PurchaseUnknown.selector, other));
    }

    function test_RevertGiven_ReadOfAnotherMeter() public {
        Supply memory second = _connected("second plant");
        Read memory opening = _nextRead(second.last, boundaries[1], 1);
        second.last = opening;
        MeterAdvance[] memory advances = _advances(_delivery(second, boundaries[2], 100_000_000));
        bytes32 given = Words.state(_meterOf(second), opening);
        bytes32 stored = meters.stateOf(plant.meterId);
        _expect(advances, abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
    }

    function test_RevertGiven_ReadSignedByAnotherMeter() public {
        MeterAdvance[] memory advances = _january(100_000_000);
        Supply memory second = _connected("second plant");
        advances[0].signature = _signRead(second, plant.last);
        _expect(advances, abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, plant.meterId));
    }

    function test_RevertGiven_ReadNotInPeriod() public {
        uint40 end = boundaries[2];
        for (uint256 i; i < 2; ++i) {
            uint40 given = i == 0 ? end - 1 : end + 1;
            uint256 copy = vm.snapshotState();
            MeterAdvance[] memory advances = _advances(_delivered(given, 1));
            _expect(advances, abi.encodeWithSelector(IPurchaseBook.ReadNotInPeriod.selector, end, given));
            vm.revertToState(copy);
        }
        MeterAdvance[] memory late = _january(1);
        late[0].opening = Words.pack(_nextRead(plant.last, boundaries[1] + 1, 0));
        _expect(late, abi.encodeWithSelector(IPurchaseBook.ReadNotInPeriod.selector, boundaries[1], boundaries[1] + 1));
    }

    function test_RevertGiven_AnOpeningReadThatIsNotTheLast() public {
        Read memory opening = plant.last;
        MeterAdvance[] memory advances = _january(1);
        bytes32 stored = meters.stateOf(plant.meterId);
        opening.exportWh = _wh(1);
        advances[0].opening = Words.pack(opening);
        bytes32 given = Words.state(_meterOf(plant), opening);
        _expect(advances, abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
    }

    function test_RevertGiven_AdvancesDiffer() public {
        MeterAdvance[] memory one = _january(1);
        _expect(new MeterAdvance[](0), abi.encodeWithSelector(IPurchaseBook.AdvancesDiffer.selector, 1, 0));
        _expect(_advances(one[0], one[0]), abi.encodeWithSelector(IPurchaseBook.AdvancesDiffer.selector, 1, 2));
    }

    function test_RevertGiven_TariffOfAnotherPlace() public {
        TariffTable memory table = _tableOf(1);
        MeterAdvance[] memory advances = _january(1);
        (table.region, table.voltageClass) = (42, 3);
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.TariffOutOfReach.selector, purchaseId, 42, 3));
        purchases.settle(table, terms, advances);
        (table.region, table.voltageClass) = (11, 2);
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.TariffOutOfReach.selector, purchaseId, 11, 2));
        purchases.settle(table, terms, advances);
    }

    function test_RevertGiven_TariffNotThePublishedOne() public {
        TariffTable memory table = _tableOf(1);
        MeterAdvance[] memory advances = _january(1);
        bytes32 published = keccak256(abi.encode(table));
        table.agencyPrice = MicroPerKwh.wrap(1);
        bytes32 given = keccak256(abi.encode(table));
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.TariffMismatch.selector, published, given));
        purchases.settle(table, terms, advances);
    }

    function test_RevertGiven_SettlingIsPaused() public {
        uint40 until = uint40(block.timestamp + 1 days);
        vm.prank(guardian);
        breaker.pause(Activity.Settling, until, "an exercise");
        bytes memory paused = abi.encodeWithSelector(ICircuitBreaker.ActivityPaused.selector, Activity.Settling, until);
        _expect(_january(1), paused);
    }

    /* READS */

    function test_RevertGiven_ReadBelongsToPurchase() public {
        Read memory next = _nextRead(plant.last, boundaries[1] + 1, 1);
        bytes memory signature = _signRead(plant, next);
        vm.expectRevert(
            abi.encodeWithSelector(IPurchaseBook.ReadBelongsToPurchase.selector, plant.meterId, boundaries[1])
        );
        _recordPurchaseRead(plant, next, signature);
    }

    function test_RevertGiven_AReadOfAMeterInNoPurchase() public {
        Supply memory second = _connected("second plant");
        Read memory next = _nextRead(second.last, boundaries[1], 1);
        bytes memory signature = _signRead(second, next);
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.PurchaseUnknown.selector, bytes32(0)));
        _recordPurchaseRead(second, next, signature);
    }

    /* INTERNAL */

    /// @dev A meter of the generator that is in no purchase.
    function _connected(string memory name) private returns (Supply memory s) {
        s = _supply(name, 0);
        vm.prank(grid);
        meters.changeHolder(s.meterId, generator);
    }
}
