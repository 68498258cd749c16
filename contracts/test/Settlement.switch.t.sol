// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {Activity} from "../src/interfaces/ICircuitBreaker.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ENDED, EXIT_FEE} from "../src/types/Agreement.sol";
import {BillLine, SettlementItem, UsedRest} from "../src/types/Billing.sol";
import {UsedFour} from "../src/types/Metering.sol";
import {Micro, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SwitchAtOnceTest} from "./market/SwitchAtOnceTest.sol";

/// @notice Changing supplier at once, at the instant of a closing read: everything of it happens, or nothing.
contract SettlementSwitchTest is SwitchAtOnceTest {
    uint64 private constant TWENTY_ONE_DAYS = 67_742_000;

    /// @dev Energy and contracted energy of the bills that were settled.
    function _billed() private returns (uint256[] memory used, uint256[] memory contracted) {
        VmSafe.Log[] memory logs = vm.getRecordedLogs();
        (used, contracted) = (new uint256[](2), new uint256[](2));
        uint256 count;
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != ISettlement.BillSettled.selector) continue;
            (UsedFour four, UsedRest rest, ) = abi.decode(logs[i].data, (UsedFour, UsedRest, BillLine[]));
            used[count] = uint64(UsedFour.unwrap(four) >> 128);
            contracted[count++] = uint64(UsedRest.unwrap(rest) >> 64);
        }
        assertEq(count, 2);
    }

    function test_ClosesBillsReturnsAndSignsInOneCall() public {
        SettlementItem memory last = _lastBill();
        ISettlement.NewAgreement memory next = _next();
        uint128 owned = _free(mill.consumer.addr) + _locked(mill.consumer.addr);
        bytes32 newId = signatures.termsHash(terms);
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementCut(oldId, cut, Micro.wrap(EXIT_FEE_OF_OLD), newId);
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementEnded(oldId, cut, Micro.wrap(DEPOSIT));
        vm.prank(relayer);
        assertEq(settlement.switchNow(_tableOf(1), old, last, next), newId);

        assertEq(agreements.stateOf(oldId).flags, ENDED | EXIT_FEE);
        assertEq(agreements.stateOf(oldId).settledUntil, cut);
        assertEq(agreements.stateOf(newId).settledUntil, cut);
        assertEq(agreements.agreementOf(mill.meterId), newId);
        assertEq(_locked(mill.consumer.addr), DEPOSIT);
        // 32,258 kWh at 0.651886, and the exit fee.
        uint128 bill = 32_258 * uint128(Figures.REFERENCE) + EXIT_FEE_OF_OLD;
        assertEq(owned - _free(mill.consumer.addr) - _locked(mill.consumer.addr), bill);
        assertEq(_free(retailer), 32_258 * uint128(Figures.ENERGY) + EXIT_FEE_OF_OLD);
    }

    /// @dev P4, P12: the parts of January are January, each supplier paid for its own days.
    function test_P4_P12_TheTwoPartsOfTheMonthAddUp() public {
        uint256 dial = Wh.unwrap(mill.last.importWh[2]);
        SettlementItem memory last = _lastBill();
        ISettlement.NewAgreement memory next = _next();
        vm.recordLogs();
        settlement.switchNow(_tableOf(1), old, last, next);
        _settle(1, fresh, _bill(terms, boundaries[2], TWENTY_ONE_DAYS));
        (uint256[] memory used, uint256[] memory contracted) = _billed();
        assertEq(used[0] + used[1], Wh.unwrap(mill.last.importWh[2]) - dial);
        assertEq(contracted[0], 32_258_064);
        assertEq(contracted[1], 67_741_935);
        assertEq(_free(retailer), 32_258 * uint128(Figures.ENERGY) + EXIT_FEE_OF_OLD);
        assertEq(_free(rival), 67_742 * uint128(Figures.ENERGY));
        assertEq(_free(grid), 100_000 * uint128(126_300 + 13_643 + 82_273));
        // The next month is whole again, and it is the second of the new agreement.
        assertEq(agreements.stateOf(signatures.termsHash(terms)).periods, 1);
        _settleMonth(2, fresh, terms);
        assertEq(_free(rival), 167_742 * uint128(Figures.ENERGY));
    }

    /// @dev A part of a month has its part of the band: 105 % of 32,258,064 Wh, rounded up, is 33,870,968 Wh.
    function test_TheBandIsProratedToo() public {
        SettlementItem memory last = _bill(oldTerms, cut, 33_870_969);
        last.exit = true;
        vm.recordLogs();
        ISettlement.NewAgreement memory next = _next();
        settlement.switchNow(_tableOf(1), old, last, next);
        VmSafe.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != ISettlement.BillSettled.selector) continue;
            (, , BillLine[] memory lines) = abi.decode(logs[i].data, (UsedFour, UsedRest, BillLine[]));
            assertEq(lines.length, 6 + 1);
            // The excess line: one watt-hour, priced at 0.651886 × 110 %.
            assertEq(uint64(BillLine.unwrap(lines[5]) >> 176), 1);
            assertEq(uint112(BillLine.unwrap(lines[5])), 717);
        }
    }

    function test_NoExitFeeWithinTheCoolingOffDays() public {
        old.coolingOffDays = 60;
        _publish(old);
        mill = _supply("another mill", 500_000_000_000);
        boundaries[1] = boundaries[2];
        _supplyMill();
        cut = boundaries[2] + 10 days;
        vm.warp(cut);
        terms = _successor(oldId, cut);
        SettlementItem memory last = _bill(oldTerms, cut, TEN_DAYS);
        ISettlement.NewAgreement memory next = _next();
        settlement.switchNow(_tableOf(2), old, last, next);
        assertEq(agreements.stateOf(oldId).flags, ENDED);
    }

    function test_TheLosingRetailerCannotBlock() public {
        vm.prank(retailer);
        offers.withdraw(oldTerms.offerId);
        vm.prank(exchange);
        members.suspend(retailer);
        vm.prank(guardian);
        breaker.pause(Activity.Publishing, uint40(block.timestamp + 7 days), "an exercise");
        SettlementItem memory last = _lastBill();
        ISettlement.NewAgreement memory next = _next();
        settlement.switchNow(_tableOf(1), old, last, next);
        assertEq(agreements.agreementOf(mill.meterId), signatures.termsHash(terms));
    }

    /// @dev Debts do not tie a consumer to its supplier: what is missing is owed, and the switch goes through.
    function test_AConsumerWhoIsShortSwitchesAndOwes() public {
        uint128 free = _free(mill.consumer.addr);
        vm.prank(mill.consumer.addr);
        escrow.withdraw(mill.consumer.addr, free - DEPOSIT);
        SettlementItem memory last = _lastBill();
        ISettlement.NewAgreement memory next = _next();
        settlement.switchNow(_tableOf(1), old, last, next);
        uint128 bill = 32_258 * uint128(Figures.REFERENCE) + EXIT_FEE_OF_OLD;
        uint256 owed;
        for (uint256 i; i < escrow.debtsOf(mill.consumer.addr).length; ++i) {
            owed += escrow.debtsOf(mill.consumer.addr)[i].amount;
        }
        assertEq(owed, bill - DEPOSIT);
        assertEq(_locked(mill.consumer.addr), DEPOSIT);
        assertEq(agreements.stateOf(oldId).deposit, 0);
    }
}
