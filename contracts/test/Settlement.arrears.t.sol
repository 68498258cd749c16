// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {LineLib} from "../src/libraries/LineLib.sol";
import {Terms} from "../src/types/Agreement.sol";
import {BillLine, LineKind, SettlementItem, TariffTable, UsedRest} from "../src/types/Billing.sol";
import {UsedFour} from "../src/types/Metering.sol";
import {Offer} from "../src/types/Offer.sol";
import {Micro, MicroPerKwh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice Bills that the free balance does not cover: the deposit pays, the rest is owed, and money that comes pays it.
contract SettlementArrearsTest is SupplyTest {
    using LineLib for BillLine;

    uint128 private constant BILL = 65_188_600_000;
    uint128 private constant DEPOSIT = 5_000_000_000;
    /// @dev 100,000 kWh: wires to the grid, energy to the retailer, funds to the government.
    uint128 private constant GRID = 22_221_600_000;
    uint128 private constant SELLER = 38_447_000_000;
    uint128 private constant FUNDS = 4_520_000_000;

    Offer private offer;
    Supply private mill;
    Terms private terms;
    bytes32 private agreementId;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        offer.termPeriods = 3;
        _publish(offer);
        mill = _supply("mill", 500_000_000_000);
        _start();
    }

    function _start() private {
        Supply memory s = mill;
        (terms, agreementId) = _sign(s, offer);
        _openSupply(s, terms.start);
        mill.last = s.last;
    }

    /// @dev Leaves the mill this much free money.
    function _leave(uint128 money) private {
        uint128 free = _free(mill.consumer.addr);
        vm.prank(mill.consumer.addr);
        escrow.withdraw(mill.consumer.addr, free - money);
    }

    /// @dev Settles the mill's next month, 100,000 kWh.
    function _settle(uint256 period) private {
        vm.warp(boundaries[period + 1]);
        Supply memory s = mill;
        SettlementItem memory item = _item(s, terms, boundaries[period + 1], 100_000_000);
        mill.last = s.last;
        assertEq(settlement.settle(_tableOf(period), offer, _one(item)), 1);
    }

    function _owed() private view returns (uint256 sum) {
        IEscrow.Debt[] memory debts = escrow.debtsOf(mill.consumer.addr);
        for (uint256 i; i < debts.length; ++i) {
            sum += debts[i].amount;
        }
    }

    /// @dev The deposit that is left is in the agreement and in the escrow, to the unit.
    function _assertDeposit(uint128 left) private view {
        assertEq(agreements.stateOf(agreementId).deposit, left);
        assertEq(_locked(mill.consumer.addr), left);
    }

    function test_AFullAccountOwesNothing() public {
        _leave(BILL);
        _settle(1);
        assertEq(_free(mill.consumer.addr) + _owed(), 0);
        _assertDeposit(DEPOSIT);
    }

    function test_ShortByOneTakesOneOutOfTheDeposit() public {
        _leave(BILL - 1);
        vm.expectEmit(address(escrow));
        emit IEscrow.DebitedShort(mill.consumer.addr, Micro.wrap(BILL), Micro.wrap(BILL - 1));
        vm.expectEmit(address(agreements));
        emit IAgreementBook.DepositDrawn(agreementId, Micro.wrap(1), Micro.wrap(DEPOSIT - 1));
        vm.expectEmit(address(escrow));
        emit IEscrow.DebitedLocked(mill.consumer.addr, Micro.wrap(1));
        _settle(1);
        assertEq(_owed(), 0);
        assertEq(_free(retailer), SELLER);
        _assertDeposit(DEPOSIT - 1);
    }

    function test_TheDepositIsExactlyEnough() public {
        _leave(BILL - DEPOSIT);
        _settle(1);
        assertEq(_owed(), 0);
        assertEq(_free(grid) + _free(retailer) + _free(government), BILL);
        _assertDeposit(0);
    }

    function test_OneLessThanEnoughIsOwedWithADueDate() public {
        _leave(BILL - DEPOSIT - 1);
        vm.expectEmit(address(settlement));
        emit ISettlement.BillUnpaid(agreementId, boundaries[1], Micro.wrap(1), boundaries[2] + 14 days);
        vm.expectEmit(address(escrow));
        emit IEscrow.Owed(mill.consumer.addr, government, agreementId, Micro.wrap(1));
        _settle(1);
        assertEq(_owed(), 1);
        assertEq(_free(government), FUNDS - 1);
        assertEq(_free(grid), GRID);
        assertEq(_free(retailer), SELLER);
        _assertDeposit(0);
    }

    /// @dev Every payee waits for its whole part; a top-up pays them in the order of the bill, and what is over is free.
    function test_NothingAtAllIsOwedWhole_AndTopUpsPayInOrder() public {
        offer.deposit = MicroPerKwh.wrap(0);
        _publish(offer);
        mill = _supply("poor mill", 0);
        boundaries[1] = boundaries[2];
        _start();
        _settle(2);
        IEscrow.Debt[] memory debts = escrow.debtsOf(mill.consumer.addr);
        assertEq(debts.length, 3);
        _assertDebt(debts[0], grid, GRID);
        _assertDebt(debts[1], retailer, SELLER);
        _assertDebt(debts[2], government, FUNDS);
        assertEq(_free(grid) + _free(retailer) + _free(government), 0);

        _fund(mill.consumer, GRID - 1);
        assertEq(_free(grid), GRID - 1);
        _fund(mill.consumer, 2);
        assertEq(_free(grid) + _free(retailer), GRID + 1);
        _fund(mill.consumer, SELLER + FUNDS + 6);
        assertEq(_free(retailer), SELLER);
        assertEq(_free(government), FUNDS);
        assertEq(_free(mill.consumer.addr), 7);
        assertEq(escrow.debtsOf(mill.consumer.addr).length, 0);
    }

    function _assertDebt(IEscrow.Debt memory debt, address creditor, uint128 amount) private view {
        assertEq(debt.creditor, creditor);
        assertEq(debt.amount, amount);
        assertEq(debt.cause, agreementId);
    }

    /// @dev As many payees as one bill can have: excess and shortfall exclude each other.
    function test_FivePayeesWaitForTheirShares() public {
        TariffTable memory table = _tableOf(1);
        (table.region, table.components[2].kind) = (11, LineKind.CrossSubsidy);
        vm.prank(exchange);
        tariffs.publish(table);
        (offer.region, offer.deviation.excessPayee) = (11, makeAddr("excess fund"));
        _publish(offer);
        mill = _supplyIn("mill of another region", DEPOSIT, 11);
        vm.warp(boundaries[1] - 1 days);
        _start();
        vm.warp(boundaries[2]);
        Supply memory s = mill;
        SettlementItem memory item = _item(s, terms, boundaries[2], 112_000_000);
        assertEq(settlement.settle(table, offer, _one(item)), 1);
        // The worked check, of which the deposit paid 5,000: each running total × missing / total, rounded down.
        IEscrow.Debt[] memory debts = escrow.debtsOf(mill.consumer.addr);
        assertEq(debts.length, 5);
        uint256 missing = 73_467_552_200 - DEPOSIT;
        assertEq(_owed(), missing);
        uint256[5] memory parts = [
            uint256(14_694_015_000),
            40_369_350_000,
            4_746_000_000,
            8_638_665_000,
            5_019_522_200
        ];
        uint256 running;
        uint256 before;
        for (uint256 i; i < 5; ++i) {
            running += parts[i];
            uint256 until = (running * missing) / 73_467_552_200;
            assertEq(debts[i].amount, until - before);
            before = until;
        }
        assertEq(debts[4].creditor, offer.deviation.excessPayee);
    }

    /// @dev P2, P10, P12: the lines of the bill are what was paid and what is owed, and the deposit counts as paid.
    function testFuzz_P2_P10_P12_TheBillIsPaidOrOwed(uint64 money) public {
        money = uint64(bound(money, 0, uint64(BILL) * 2));
        _leave(money);
        uint256 held = token.balanceOf(address(escrow));
        vm.recordLogs();
        _settle(1);
        uint256 billed = _billed();
        uint256 paid = uint256(_free(grid)) + _free(retailer) + _free(government);
        assertEq(billed, BILL);
        assertEq(paid + _owed(), billed);
        uint256 left = uint256(_free(mill.consumer.addr)) + _locked(mill.consumer.addr);
        assertEq(uint256(money) + DEPOSIT - left, paid);
        // P1: nobody else owns anything.
        assertEq(paid + left, held);
        assertEq(token.balanceOf(address(escrow)), held);
    }

    function _billed() private returns (uint256 sum) {
        VmSafe.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != ISettlement.BillSettled.selector) continue;
            (, , BillLine[] memory lines) = abi.decode(logs[i].data, (UsedFour, UsedRest, BillLine[]));
            for (uint256 l; l < lines.length; ++l) {
                sum += Micro.unwrap(lines[l].amountOf());
            }
        }
    }

    /// @dev The rest of the deposit comes back at the end of the term, and pays the debts of other months first.
    function test_WhatIsLeftOfTheDepositComesBack() public {
        _leave(BILL - 1_000_000_000);
        _settle(1);
        _assertDeposit(DEPOSIT - 1_000_000_000);
        _fund(mill.consumer, BILL);
        _settle(2);
        _fund(mill.consumer, BILL);
        vm.prank(address(settlement));
        escrow.owe(mill.consumer.addr, rival, Micro.wrap(3_000_000_000), "another meter's bill");
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementEnded(agreementId, boundaries[4], Micro.wrap(4_000_000_000));
        _settle(3);
        _assertDeposit(0);
        assertEq(_free(rival), 3_000_000_000);
        assertEq(_free(mill.consumer.addr), 1_000_000_000);
    }

    /// @dev A consumer in arrears goes on being supplied and billed: nothing has to be done twice.
    function test_ArrearsOfTwoMonthsArePaidInTheOrderInWhichTheyFellDue() public {
        _leave(0);
        _settle(1);
        _settle(2);
        assertEq(_owed(), 2 * BILL - DEPOSIT);
        _fund(mill.consumer, BILL - DEPOSIT);
        assertEq(escrow.debtsOf(mill.consumer.addr).length, 3);
        _fund(mill.consumer, BILL);
        assertEq(_free(grid), 2 * GRID);
        assertEq(_free(retailer), 2 * SELLER);
        assertEq(_free(government), 2 * FUNDS);
        assertEq(_free(mill.consumer.addr), 0);
    }
}
