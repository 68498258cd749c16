// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {PAYEES} from "../src/types/Billing.sol";
import {Micro} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice What a revision takes back and gives back, and when nothing is said because nothing moved.
contract EscrowCollectTest is SupplyTest {
    uint128 private constant MONEY = 10_000_000;

    address private alice;

    function setUp() public override {
        super.setUp();
        Account memory account = makeAccount("alice");
        alice = account.addr;
        _fund(account, MONEY);
        vm.startPrank(address(revisions));
    }

    function _credit(uint128 amount) private {
        address[PAYEES] memory payees;
        Micro[PAYEES] memory amounts;
        (payees[0], amounts[0]) = (grid, Micro.wrap(amount));
        escrow.credit(payees, amounts);
    }

    function _assertSilent() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 0);
    }

    function test_CollectsAllThatIsWanted() public {
        vm.expectEmit(address(escrow));
        emit IEscrow.Collected(alice, Micro.wrap(4_000_000));
        assertEq(Micro.unwrap(escrow.collect(alice, Micro.wrap(4_000_000))), 0);
        assertEq(_free(alice), 6_000_000);
        _credit(4_000_000);
        assertEq(_free(grid), 4_000_000);
    }

    function test_CollectsWhatThereIsAndSaysWhatIsMissing() public {
        vm.expectEmit(address(escrow));
        emit IEscrow.Collected(alice, Micro.wrap(MONEY));
        assertEq(Micro.unwrap(escrow.collect(alice, Micro.wrap(MONEY + 3))), 3);
        assertEq(_free(alice), 0);
        _credit(MONEY);
    }

    function test_CollectsNothingFromNothingAndSaysNothing() public {
        escrow.collect(alice, Micro.wrap(MONEY));
        vm.recordLogs();
        assertEq(Micro.unwrap(escrow.collect(alice, Micro.wrap(5))), 5);
        assertEq(Micro.unwrap(escrow.collect(alice, Micro.wrap(0))), 0);
        _assertSilent();
        _credit(MONEY);
    }

    function test_RefundsOutOfWhatWasDebited() public {
        escrow.collect(alice, Micro.wrap(3_000_000));
        vm.expectEmit(address(escrow));
        emit IEscrow.Refunded(alice, Micro.wrap(1_000_000));
        escrow.refund(alice, Micro.wrap(1_000_000));
        assertEq(_free(alice), 8_000_000);
        _credit(2_000_000);
    }

    function test_ARefundOfNothingSaysNothing() public {
        vm.recordLogs();
        escrow.refund(alice, Micro.wrap(0));
        escrow.owe(alice, grid, Micro.wrap(0), "cause");
        _assertSilent();
        assertEq(escrow.debtsOf(alice).length, 0);
    }

    /// @dev A debit that takes the last of the free balance is not short.
    function test_ADebitOfExactlyWhatIsThereSaysNothing() public {
        vm.recordLogs();
        assertEq(Micro.unwrap(escrow.debit(alice, Micro.wrap(MONEY))), 0);
        _assertSilent();
        assertEq(_free(alice), 0);
        _credit(MONEY);
    }

    /// @dev A payee of nothing is not written down.
    function test_ACreditOfNothingSaysNothing() public {
        escrow.collect(alice, Micro.wrap(MONEY));
        address[PAYEES] memory payees;
        Micro[PAYEES] memory amounts;
        (payees[0], payees[1], amounts[1]) = (government, grid, Micro.wrap(MONEY));
        vm.recordLogs();
        escrow.credit(payees, amounts);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 1);
        assertEq(logs[0].topics[1], bytes32(uint256(uint160(grid))));
    }
}
