// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {IPurchaseBook} from "../src/interfaces/IPurchaseBook.sol";
import {LineLib} from "../src/libraries/LineLib.sol";
import {BillLine, LineKind, Payee} from "../src/types/Billing.sol";
import {SettlementModel} from "../src/types/Offer.sol";
import {MeterAdvance, PurchaseTerms} from "../src/types/Purchase.sol";
import {Bps, Micro, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {PurchaseTest} from "./market/PurchaseTest.sol";

/// @notice A large consumer buys direct: its bill with the deviation clause, the payment and the compensation in one settlement.
contract PurchaseBookDirectTest is PurchaseTest {
    using LineLib for BillLine;

    PurchaseTerms private terms;
    bytes32 private purchaseId;
    Supply private mill;

    function _open(SettlementModel model) private {
        mill = _supply("mill", PLENTY);
        terms = _directPurchase(mill);
        (terms.model, terms.price) = (model, MicroPerKwh.wrap(Figures.ENERGY));
        purchaseId = _signPurchase(terms, mill.consumer);
        _openPlant(boundaries[1]);
        Supply memory s = mill;
        _openPurchase(s, boundaries[1]);
        mill.last = s.last;
        vm.warp(boundaries[2] + 1 hours);
    }

    function _january(uint64 delivered, uint64 used) private returns (MeterAdvance[] memory advances) {
        advances = _advances(_delivered(boundaries[2], delivered), _use(mill, boundaries[2], used));
    }

    function _settle(uint64 delivered, uint64 used) private returns (VmSafe.Log[] memory) {
        MeterAdvance[] memory advances = _january(delivered, used);
        vm.recordLogs();
        vm.prank(relayer);
        purchases.settle(_tableOf(1), terms, advances);
        return vm.getRecordedLogs();
    }

    function _billIn(VmSafe.Log[] memory logs) private pure returns (BillLine[] memory lines, Micro owed) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IPurchaseBook.UseBilled.selector) continue;
            (, , , , lines, owed) = abi.decode(logs[i].data, (uint40, uint40, Wh, Wh[5], BillLine[], Micro));
        }
    }

    function _assertLine(BillLine line, LineKind kind, Payee payee, uint64 quantity, uint128 amount) private pure {
        assertEq(uint8(line.kindOf()), uint8(kind));
        assertEq(uint8(line.payeeOf()), uint8(payee));
        assertEq(Wh.unwrap(line.quantityOf()), quantity);
        assertEq(Micro.unwrap(line.amountOf()), amount);
    }

    /// @dev The worked check of SPEC section 7 on the consumer's side, and a delivery that is 5,000 kWh too little.
    function test_TheWorkedCheckRunsAsOneAgreement() public {
        _open(SettlementModel.Integrated);
        (BillLine[] memory lines, Micro owed) = _billIn(_settle(90_000_000, 112_000_000));
        assertEq(lines.length, 6);
        _assertLine(lines[0], LineKind.Energy, Payee.Grid, 105_000_000, 40_369_350_000);
        _assertLine(lines[4], LineKind.GovernmentFund, Payee.Government, 105_000_000, 4_746_000_000);
        _assertLine(lines[5], LineKind.Excess, Payee.Grid, 7_000_000, 5_019_522_200);
        assertEq(_number(owed), 0);
        assertEq(_free(mill.consumer.addr), PLENTY - 73_467_552_200);
        assertEq(_free(government), 4_746_000_000);
        // 90,000 kWh at 0.38447, less 5,000 kWh at 0.651886 − 0.38447.
        uint128 payment = 34_602_300_000;
        uint128 compensation = 1_337_080_000;
        assertEq(_free(generator), PLENTY - DEPOSIT + payment - compensation);
        assertEq(_free(grid), PLENTY + 73_467_552_200 - 4_746_000_000 - payment + compensation);
    }

    function test_TheSellerIsTheGenerator() public {
        _open(SettlementModel.GridLed);
        (BillLine[] memory lines, ) = _billIn(_settle(100_000_000, 90_000_000));
        _assertLine(lines[5], LineKind.ShortfallPenalty, Payee.Seller, 5_000_000, 100_000_000);
        assertEq(_free(generator), PLENTY - DEPOSIT + 38_447_000_000 + 100_000_000);
    }

    /// @dev The grid has nothing but what the consumer pays in the same settlement, and that is enough.
    function test_TheGridPaysThePlantOutOfTheConsumersBill() public {
        _open(SettlementModel.Integrated);
        _drain(grid, 0);
        _settle(100_000_000, 100_000_000);
        assertEq(_owed(purchaseId, grid, generator), 0);
        assertEq(_free(generator), PLENTY - DEPOSIT + 38_447_000_000);
    }

    /// @dev Each payee waits for its share of what is missing, and money that comes pays all of it.
    function test_AConsumerWithoutEnoughMoneyOwesTheRest() public {
        _open(SettlementModel.Integrated);
        // The bill is 65,188.6: 60,668.6 for the grid and 4,520 for the government.
        uint128[4] memory money = [uint128(60_668_600_000 - 1), 60_668_600_000, 60_668_600_001, 65_188_600_000 - 1];
        uint128[4] memory owedToGrid = [uint128(4_206_595_509), 4_206_595_509, 4_206_595_508, 0];
        uint128[4] memory owedToGovernment = [uint128(313_404_492), 313_404_491, 313_404_491, 1];
        for (uint256 i; i < 4; ++i) {
            uint256 copy = vm.snapshotState();
            _drain(mill.consumer.addr, money[i]);
            (, Micro owed) = _billIn(_settle(100_000_000, 100_000_000));
            assertEq(_owed(purchaseId, mill.consumer.addr, grid), owedToGrid[i]);
            assertEq(_owed(purchaseId, mill.consumer.addr, government), owedToGovernment[i]);
            assertEq(_number(owed), owedToGrid[i] + owedToGovernment[i]);
            assertEq(_free(mill.consumer.addr), 0);
            _fund(mill.consumer, _number(owed) + 1);
            assertEq(_free(government), 4_520_000_000);
            assertEq(_free(mill.consumer.addr), 1);
            assertEq(escrow.debtsOf(mill.consumer.addr).length, 0);
            vm.revertToState(copy);
        }
    }

    function test_TheClauseMayNameOtherPayees() public {
        mill = _supply("mill", PLENTY);
        terms = _directPurchase(mill);
        terms.deviation.excessPayee = makeAddr("excess fund");
        purchaseId = _signPurchase(terms, mill.consumer);
        _openPlant(boundaries[1]);
        Supply memory s = mill;
        _openPurchase(s, boundaries[1]);
        mill.last = s.last;
        vm.warp(boundaries[2] + 1 hours);
        _settle(100_000_000, 112_000_000);
        assertEq(_free(makeAddr("excess fund")), 5_019_522_200);
    }

    function test_RevertGiven_OnlyOneOfTheTwoMeters() public {
        _open(SettlementModel.Integrated);
        MeterAdvance[] memory both = _january(1, 1);
        MeterAdvance[] memory one = _advances(both[0]);
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.AdvancesDiffer.selector, 2, 1));
        purchases.settle(_tableOf(1), terms, one);
    }

    /// @dev Nothing happens by halves: neither meter's read is recorded.
    function test_RevertGiven_TheMetersAreSwapped() public {
        _open(SettlementModel.Integrated);
        Supply memory opened = plant;
        MeterAdvance[] memory both = _january(1, 1);
        bytes32 before = meters.stateOf(plant.meterId);
        MeterAdvance[] memory swapped = _advances(both[1], both[0]);
        bytes32 given = _stateOf(opened);
        bytes32 stored = meters.stateOf(mill.meterId);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
        purchases.settle(_tableOf(1), terms, swapped);
        assertEq(meters.stateOf(plant.meterId), before);
        purchases.settle(_tableOf(1), terms, both);
    }

    /// @dev A year's totals are there for annual terms only.
    function test_MonthlyTermsKeepNoTotals() public {
        _open(SettlementModel.Integrated);
        _settle(100_000_000, 100_000_000);
        assertEq(Wh.unwrap(purchases.stateOf(purchaseId).yearUsed), 0);
        assertEq(Bps.unwrap(terms.deviation.upper), 10_500);
    }
}
