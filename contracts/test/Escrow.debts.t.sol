// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {PAYEES} from "../src/types/Billing.sol";
import {Micro} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice What accounts owe each other, and how money that comes pays it.
contract EscrowDebtsTest is SupplyTest {
    /// @dev As many debts as are paid in one go.
    uint256 private constant AT_ONCE = 12;

    Account private alice;
    Account private bob;

    function setUp() public override {
        super.setUp();
        (alice, bob) = (makeAccount("alice"), makeAccount("bob"));
    }

    function _owe(address debtor, address creditor, uint128 amount) private {
        vm.prank(address(settlement));
        escrow.owe(debtor, creditor, Micro.wrap(amount), "cause");
    }

    function _credit(address account, uint128 amount) private {
        address[PAYEES] memory payees;
        Micro[PAYEES] memory amounts;
        (payees[0], amounts[0]) = (account, Micro.wrap(amount));
        _fund(makeAccount("payer"), amount);
        vm.startPrank(address(settlement));
        escrow.debit(makeAddr("payer"), Micro.wrap(amount));
        escrow.credit(payees, amounts);
        vm.stopPrank();
    }

    function test_OwingNothingIsNoDebt() public {
        _owe(alice.addr, grid, 0);
        assertEq(escrow.debtsOf(alice.addr).length, 0);
    }

    /// @dev A payee who owes: what it is paid goes on to its own creditor before it is free.
    function test_AnIncomePaysTheDebtsOfThePayee() public {
        _owe(alice.addr, grid, 700);
        _credit(alice.addr, 699);
        assertEq(_free(grid), 699);
        assertEq(_free(alice.addr), 0);
        _credit(alice.addr, 2);
        assertEq(_free(grid), 700);
        assertEq(_free(alice.addr), 1);
    }

    /// @dev The queue goes on where it was: a debt that is paid is not gone through again.
    function test_APaidDebtIsNotSpokenOfAgain() public {
        _owe(alice.addr, grid, 500);
        _owe(alice.addr, bob.addr, 300);
        _fund(alice, 500);
        vm.recordLogs();
        _fund(alice, 300);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint256 paid;
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == IEscrow.DebtPaid.selector) ++paid;
        }
        assertEq(paid, 1);
        assertEq(_free(bob.addr), 300);
        assertEq(_free(alice.addr), 0);
    }

    /// @dev A returned deposit is money that comes, too.
    function test_AReturnedDepositPaysDebts() public {
        _fund(alice, 1_000);
        vm.prank(address(agreements));
        escrow.lock(alice.addr, Micro.wrap(1_000));
        _owe(alice.addr, grid, 700);
        vm.prank(address(agreements));
        escrow.unlock(alice.addr, Micro.wrap(1_000));
        assertEq(_free(grid), 700);
        assertEq(_free(alice.addr), 300);
        assertEq(_locked(alice.addr), 0);
    }

    /// @dev A creditor's own debts wait for the next call, which anybody may make: no chain of payments in one.
    function test_AnyonePaysTheDebtsOfACreditor() public {
        _owe(alice.addr, bob.addr, 500);
        _owe(bob.addr, grid, 400);
        _fund(alice, 500);
        assertEq(_free(bob.addr), 500);
        assertEq(_free(grid), 0);
        vm.expectEmit(address(escrow));
        emit IEscrow.DebtPaid(bob.addr, grid, "cause", Micro.wrap(400));
        vm.prank(relayer);
        escrow.payDebts(bob.addr, 1);
        assertEq(_free(bob.addr), 100);
        assertEq(_free(grid), 400);
    }

    function test_WithdrawingPaysFirst() public {
        _owe(alice.addr, bob.addr, 500);
        _owe(bob.addr, grid, 400);
        _fund(alice, 500);
        vm.startPrank(bob.addr);
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.InsufficientFree.selector, bob.addr, Micro.wrap(101), Micro.wrap(100))
        );
        escrow.withdraw(bob.addr, 101);
        escrow.withdraw(bob.addr, 100);
        assertEq(_free(grid), 400);
        assertEq(_free(bob.addr), 0);
        assertEq(token.balanceOf(bob.addr), 100);
    }

    function test_TwoWhoOweEachOtherAreBothPaid() public {
        _owe(alice.addr, bob.addr, 500);
        _owe(bob.addr, alice.addr, 300);
        _fund(alice, 500);
        escrow.payDebts(bob.addr, 1);
        assertEq(_free(alice.addr), 300);
        assertEq(_free(bob.addr), 200);
        assertEq(escrow.debtsOf(alice.addr).length + escrow.debtsOf(bob.addr).length, 0);
    }

    /// @dev A retailer billed for its own meter under its own offer.
    function test_ADebtToOneselfPaysItself() public {
        _owe(alice.addr, alice.addr, 500);
        _owe(alice.addr, grid, 60);
        _fund(alice, 100);
        assertEq(escrow.debtsOf(alice.addr).length, 0);
        assertEq(_free(grid), 60);
        assertEq(_free(alice.addr), 40);
        assertEq(token.balanceOf(address(escrow)), 100);
    }

    /// @dev More debts than are paid in one go wait, in order, and nobody can forget them.
    function test_DebtsBeyondThoseAtOnceWaitForTheNext() public {
        for (uint256 i; i < AT_ONCE + 2; ++i) {
            _owe(alice.addr, grid, uint128(i + 1));
        }
        _fund(alice, 1_000);
        assertEq(_free(grid), 78);
        IEscrow.Debt[] memory open = escrow.debtsOf(alice.addr);
        assertEq(open.length, 2);
        assertEq(open[0].amount, 13);
        escrow.payDebts(alice.addr, 0);
        assertEq(escrow.debtsOf(alice.addr).length, 2);
        escrow.payDebts(alice.addr, 1);
        assertEq(_free(grid), 78 + 13);
        escrow.payDebts(alice.addr, type(uint256).max);
        assertEq(_free(grid), 78 + 13 + 14);
        assertEq(escrow.debtsOf(alice.addr).length, 0);
        // And it starts anew.
        _owe(alice.addr, grid, 5);
        assertEq(escrow.debtsOf(alice.addr).length, 1);
        escrow.payDebts(alice.addr, 9);
        assertEq(_free(alice.addr), 1_000 - 78 - 13 - 14 - 5);
    }

    function test_PayingDebtsOfAnAccountWithoutAnyDoesNothing() public {
        _fund(alice, 100);
        escrow.payDebts(alice.addr, 5);
        assertEq(_free(alice.addr), 100);
    }

    /// @dev P1, P7: paying debts moves money between accounts, makes none, and never takes more than is owed.
    function testFuzz_P1_P7_DebtsArePaidInOrderAndNeverTwice(uint16[8] memory amounts, uint16[6] memory tops) public {
        uint256 total;
        for (uint256 i; i < amounts.length; ++i) {
            _owe(alice.addr, i % 2 == 0 ? grid : government, amounts[i]);
            total += amounts[i];
        }
        uint256 came;
        for (uint256 i; i < tops.length; ++i) {
            if (tops[i] == 0) continue;
            _fund(alice, tops[i]);
            came += tops[i];
            uint256 paid = uint256(_free(grid)) + _free(government);
            assertEq(paid, came < total ? came : total);
            assertEq(_free(alice.addr), came - paid);
        }
        assertEq(token.balanceOf(address(escrow)), came);
    }
}
