// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {PAYEES} from "../src/types/Billing.sol";
import {Micro} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice What the market's own contracts may do with balances.
contract EscrowModulesTest is SupplyTest {
    uint128 private constant MONEY = 10_000_000;

    address private alice;

    function setUp() public override {
        super.setUp();
        Account memory account = makeAccount("alice");
        alice = account.addr;
        _fund(account, MONEY);
    }

    function _parts(
        uint128 first,
        uint128 second
    ) private view returns (address[PAYEES] memory payees, Micro[PAYEES] memory amounts) {
        (payees[0], amounts[0]) = (grid, Micro.wrap(first));
        (payees[1], amounts[1]) = (government, Micro.wrap(second));
    }

    function test_LocksAndUnlocks() public {
        vm.startPrank(address(agreements));
        vm.expectEmit(address(escrow));
        emit IEscrow.Locked(alice, Micro.wrap(4_000_000));
        escrow.lock(alice, Micro.wrap(4_000_000));
        assertEq(_free(alice), 6_000_000);
        assertEq(_locked(alice), 4_000_000);
        vm.expectEmit(address(escrow));
        emit IEscrow.Unlocked(alice, Micro.wrap(1_000_000));
        escrow.unlock(alice, Micro.wrap(1_000_000));
        assertEq(_free(alice), 7_000_000);
        assertEq(_locked(alice), 3_000_000);
    }

    function test_RevertGiven_InsufficientFree() public {
        bytes memory refusal = abi.encodeWithSelector(
            IEscrow.InsufficientFree.selector,
            alice,
            Micro.wrap(MONEY + 1),
            Micro.wrap(MONEY)
        );
        vm.prank(address(agreements));
        vm.expectRevert(refusal);
        escrow.lock(alice, Micro.wrap(MONEY + 1));
    }

    /// @dev A debit takes what is there, at every edge of it, and says what was missing.
    function test_ADebitTakesWhatIsThereAndSaysWhatIsMissing() public {
        vm.startPrank(address(settlement));
        assertEq(Micro.unwrap(escrow.debit(alice, Micro.wrap(MONEY - 1))), 0);
        assertEq(_free(alice), 1);
        assertEq(Micro.unwrap(escrow.debit(alice, Micro.wrap(1))), 0);
        assertEq(_free(alice), 0);
        vm.expectEmit(address(escrow));
        emit IEscrow.DebitedShort(alice, Micro.wrap(1), Micro.wrap(0));
        assertEq(Micro.unwrap(escrow.debit(alice, Micro.wrap(1))), 1);
        (address[PAYEES] memory payees, Micro[PAYEES] memory amounts) = _parts(MONEY, 0);
        escrow.credit(payees, amounts);
    }

    function test_ADebitNeverTakesLockedMoney() public {
        vm.prank(address(agreements));
        escrow.lock(alice, Micro.wrap(4_000_000));
        vm.startPrank(address(settlement));
        vm.expectEmit(address(escrow));
        emit IEscrow.DebitedShort(alice, Micro.wrap(MONEY), Micro.wrap(6_000_000));
        assertEq(Micro.unwrap(escrow.debit(alice, Micro.wrap(MONEY))), 4_000_000);
        assertEq(_locked(alice), 4_000_000);
        vm.expectEmit(address(escrow));
        emit IEscrow.DebitedLocked(alice, Micro.wrap(4_000_000));
        escrow.debitLocked(alice, Micro.wrap(4_000_000));
        assertEq(_locked(alice), 0);
        (address[PAYEES] memory payees, Micro[PAYEES] memory amounts) = _parts(MONEY, 0);
        escrow.credit(payees, amounts);
        assertEq(_free(grid), MONEY);
    }

    function test_RevertGiven_InsufficientLocked() public {
        vm.startPrank(address(agreements));
        escrow.lock(alice, Micro.wrap(5));
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.InsufficientLocked.selector, alice, Micro.wrap(6), Micro.wrap(5))
        );
        escrow.unlock(alice, Micro.wrap(6));
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.InsufficientLocked.selector, alice, Micro.wrap(6), Micro.wrap(5))
        );
        escrow.debitLocked(alice, Micro.wrap(6));
    }

    /// @dev P2: every settlement's debits equal its credits.
    function test_P2_CreditsWhatWasDebited() public {
        (address[PAYEES] memory payees, Micro[PAYEES] memory amounts) = _parts(2_500_000, 0);
        vm.startPrank(address(settlement));
        escrow.debit(alice, Micro.wrap(1_500_000));
        escrow.debit(alice, Micro.wrap(1_000_000));
        vm.expectEmit(address(escrow));
        emit IEscrow.Credited(grid, Micro.wrap(2_500_000));
        escrow.credit(payees, amounts);
        assertEq(_free(grid), 2_500_000);
        assertEq(_free(government), 0);
        // Nothing is in flight any more: another credit would make money.
        vm.expectRevert(abi.encodeWithSelector(IEscrow.CreditsDiffer.selector, Micro.wrap(0), Micro.wrap(2_500_000)));
        escrow.credit(payees, amounts);
    }

    function testFuzz_P2_RevertGiven_CreditsDiffer(uint64 debited, uint64 first, uint64 second) public {
        debited = uint64(bound(debited, 0, MONEY));
        vm.assume(uint256(first) + second != debited);
        (address[PAYEES] memory payees, Micro[PAYEES] memory amounts) = _parts(first, second);
        vm.startPrank(address(settlement));
        escrow.debit(alice, Micro.wrap(debited));
        vm.expectRevert(
            abi.encodeWithSelector(
                IEscrow.CreditsDiffer.selector,
                Micro.wrap(debited),
                Micro.wrap(uint128(first) + second)
            )
        );
        escrow.credit(payees, amounts);
    }

    /// @dev P7: nobody unauthorised can lower another's balance.
    function test_P7_RevertGiven_CallerIsNotModule() public {
        (address[PAYEES] memory payees, Micro[PAYEES] memory amounts) = _parts(1, 1);
        address[4] memory callers = [alice, exchange, administrator, address(this)];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory refusal = abi.encodeWithSelector(IModular.NotModule.selector, callers[i]);
            vm.startPrank(callers[i]);
            vm.expectRevert(refusal);
            escrow.lock(alice, Micro.wrap(1));
            vm.expectRevert(refusal);
            escrow.unlock(alice, Micro.wrap(1));
            vm.expectRevert(refusal);
            escrow.debit(alice, Micro.wrap(1));
            vm.expectRevert(refusal);
            escrow.debitLocked(alice, Micro.wrap(1));
            vm.expectRevert(refusal);
            escrow.collect(alice, Micro.wrap(1));
            vm.expectRevert(refusal);
            escrow.refund(alice, Micro.wrap(1));
            vm.expectRevert(refusal);
            escrow.owe(alice, grid, Micro.wrap(1), "cause");
            vm.expectRevert(refusal);
            escrow.credit(payees, amounts);
            vm.stopPrank();
        }
    }
}
