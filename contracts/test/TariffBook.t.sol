// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {LineKind, TariffTable} from "../src/types/Billing.sol";
import {MicroPerKwh} from "../src/types/Units.sol";
import {MarketTest} from "./market/MarketTest.sol";
import {ShanghaiMonths} from "./market/ShanghaiMonths.sol";

contract TariffBookTest is MarketTest {
    /// @dev A table of the first period for a region that has none yet.
    function _newTable() private view returns (TariffTable memory table) {
        table = _tableOf(0);
        table.region = 11;
    }

    function test_CalendarIsLocalMonthsInUtcSeconds() public view {
        // 1 January 2026 00:00 in Shanghai is 31 December 2025 16:00 UTC.
        assertEq(boundaries[1], 1_767_196_800);
        assertEq(tariffs.periodEnd(boundaries[1]), boundaries[2]);
        assertEq(boundaries[2] - boundaries[1], 31 days);
        assertEq(boundaries[3] - boundaries[2], 28 days);
        assertEq(tariffs.periodEnd(boundaries[1] + 1), 0);
    }

    function test_PublishesPeriods() public {
        uint40[] memory more = ShanghaiMonths.boundaries(2028, 2, 2);
        vm.expectEmit(address(tariffs));
        emit ITariffBook.PeriodPublished(more[0], more[1]);
        vm.expectEmit(address(tariffs));
        emit ITariffBook.PeriodPublished(more[1], more[2]);
        vm.prank(exchange);
        tariffs.publishPeriods(more);
        assertEq(tariffs.periodEnd(more[0]), more[0] + 29 days);
    }

    function test_RevertGiven_PeriodInvalid() public {
        uint40 start = ShanghaiMonths.startOf(2029, 1);
        uint40[3] memory ends = [start, start - 1, start + 32 days + 1];
        vm.startPrank(exchange);
        for (uint256 i; i < ends.length; ++i) {
            uint40[] memory bad = new uint40[](2);
            (bad[0], bad[1]) = (start, ends[i]);
            vm.expectRevert(abi.encodeWithSelector(ITariffBook.PeriodInvalid.selector, start, ends[i]));
            tariffs.publishPeriods(bad);
        }
        // A period that exists already cannot be changed.
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.PeriodInvalid.selector, boundaries[0], boundaries[1]));
        tariffs.publishPeriods(boundaries);
    }

    function test_PublishesATableOnceAndForEver() public {
        TariffTable memory table = _newTable();
        vm.expectEmit(address(tariffs));
        emit ITariffBook.TariffPublished(11, table.voltageClass, table.start, table);
        vm.startPrank(exchange);
        tariffs.publish(table);
        tariffs.requirePublished(table);
        table.agencyPrice = MicroPerKwh.wrap(1);
        vm.expectRevert(
            abi.encodeWithSelector(
                ITariffBook.TariffAlreadyPublished.selector,
                table.region,
                table.voltageClass,
                table.start
            )
        );
        tariffs.publish(table);
    }

    function test_RevertGiven_PeriodUnknown() public {
        TariffTable memory table = _newTable();
        vm.startPrank(exchange);
        table.end -= 1;
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.PeriodUnknown.selector, table.start));
        tariffs.publish(table);
        (table.start, table.end) = (1, 0);
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.PeriodUnknown.selector, 1));
        tariffs.publish(table);
    }

    function test_RevertGiven_PayeeZero() public {
        vm.startPrank(exchange);
        for (uint256 i; i < 3; ++i) {
            TariffTable memory table = _newTable();
            if (i == 0) table.grid = address(0);
            if (i == 1) table.government = address(0);
            if (i == 2) table.subsidyPool = address(0);
            vm.expectRevert(ITariffBook.PayeeZero.selector);
            tariffs.publish(table);
        }
    }

    function test_RevertGiven_ComponentInvalid() public {
        LineKind[7] memory notRegulated = [
            LineKind.Energy,
            LineKind.ServiceFee,
            LineKind.Excess,
            LineKind.ShortfallPenalty,
            LineKind.ExitFee,
            LineKind.AnnualExcess,
            LineKind.AnnualShortfall
        ];
        vm.startPrank(exchange);
        for (uint256 i; i < notRegulated.length; ++i) {
            TariffTable memory table = _newTable();
            table.components[2].kind = notRegulated[i];
            vm.expectRevert(abi.encodeWithSelector(ITariffBook.ComponentInvalid.selector, 2));
            tariffs.publish(table);
        }
    }

    function test_RevertGiven_TariffUnknown() public {
        TariffTable memory table = _newTable();
        vm.expectRevert(
            abi.encodeWithSelector(ITariffBook.TariffUnknown.selector, table.region, table.voltageClass, table.start)
        );
        tariffs.requirePublished(table);
    }

    function test_RevertGiven_TariffMismatch() public {
        TariffTable memory table = _tableOf(0);
        bytes32 published = keccak256(abi.encode(table));
        table.components[0].prices[4] += 1;
        bytes32 given = keccak256(abi.encode(table));
        vm.expectRevert(abi.encodeWithSelector(ITariffBook.TariffMismatch.selector, published, given));
        tariffs.requirePublished(table);
    }

    function test_RevertGiven_CallerIsNotTheExchange() public {
        TariffTable memory table = _newTable();
        bytes memory refusal = abi.encodeWithSelector(IMemberRegistry.NotMember.selector, retailer, Role.Exchange);
        vm.startPrank(retailer);
        vm.expectRevert(refusal);
        tariffs.publish(table);
        vm.expectRevert(refusal);
        tariffs.publishPeriods(boundaries);
    }
}
