// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {Micro} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice Money in and out, by the account itself or on its signature.
contract EscrowTest is SupplyTest {
    uint128 private constant MONEY = 10_000_000;

    Account private alice;
    address private bob = makeAddr("bob");

    function setUp() public override {
        super.setUp();
        alice = makeAccount("alice");
        token.mint(alice.addr, MONEY);
    }

    function _deposit() private {
        vm.startPrank(alice.addr);
        token.approve(address(escrow), MONEY);
        escrow.deposit(MONEY);
        vm.stopPrank();
    }

    function test_DepositsIntoTheFreeBalance() public {
        vm.startPrank(alice.addr);
        token.approve(address(escrow), MONEY);
        vm.expectEmit(address(escrow));
        emit IEscrow.Deposited(alice.addr, Micro.wrap(MONEY));
        escrow.deposit(MONEY);
        assertEq(_free(alice.addr), MONEY);
        assertEq(_locked(alice.addr), 0);
        assertEq(token.balanceOf(address(escrow)), MONEY);
    }

    function test_AnyoneMaySubmitAPermit() public {
        (uint8 v, bytes32 r, bytes32 s) = signatures.permit(alice.key, alice.addr, MONEY, block.timestamp);
        vm.prank(relayer);
        escrow.depositWithPermit(alice.addr, MONEY, block.timestamp, v, r, s);
        assertEq(_free(alice.addr), MONEY);
        assertEq(_free(relayer), 0);
    }

    function test_APermitUsedByAnotherStillDeposits() public {
        (uint8 v, bytes32 r, bytes32 s) = signatures.permit(alice.key, alice.addr, MONEY, block.timestamp);
        vm.prank(bob);
        token.permit(alice.addr, address(escrow), MONEY, block.timestamp, v, r, s);
        vm.prank(relayer);
        escrow.depositWithPermit(alice.addr, MONEY, block.timestamp, v, r, s);
        assertEq(_free(alice.addr), MONEY);
    }

    function test_RevertGiven_PermitOfSomeoneElse() public {
        (uint8 v, bytes32 r, bytes32 s) = signatures.permit(
            makeAccount("thief").key,
            alice.addr,
            MONEY,
            block.timestamp
        );
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(escrow), 0, MONEY)
        );
        escrow.depositWithPermit(alice.addr, MONEY, block.timestamp, v, r, s);
    }

    function test_RevertGiven_PermitExpired() public {
        uint256 deadline = block.timestamp;
        (uint8 v, bytes32 r, bytes32 s) = signatures.permit(alice.key, alice.addr, MONEY, deadline);
        vm.warp(deadline + 1);
        vm.expectRevert();
        escrow.depositWithPermit(alice.addr, MONEY, deadline, v, r, s);
    }

    function test_RevertGiven_AmountZero() public {
        vm.startPrank(alice.addr);
        vm.expectRevert(IEscrow.AmountZero.selector);
        escrow.deposit(0);
        vm.expectRevert(IEscrow.AmountZero.selector);
        escrow.withdraw(bob, 0);
    }

    function test_WithdrawsToAnyone() public {
        _deposit();
        vm.expectEmit(address(escrow));
        emit IEscrow.Withdrawn(alice.addr, bob, Micro.wrap(4_000_000));
        vm.prank(alice.addr);
        escrow.withdraw(bob, 4_000_000);
        assertEq(token.balanceOf(bob), 4_000_000);
        assertEq(_free(alice.addr), 6_000_000);
    }

    function test_RevertGiven_InsufficientFree() public {
        _deposit();
        vm.prank(alice.addr);
        vm.expectRevert(
            abi.encodeWithSelector(
                IEscrow.InsufficientFree.selector,
                alice.addr,
                Micro.wrap(MONEY + 1),
                Micro.wrap(MONEY)
            )
        );
        escrow.withdraw(alice.addr, MONEY + 1);
    }

    function test_RevertGiven_WithdrawingLockedMoney() public {
        _deposit();
        vm.prank(address(agreements));
        escrow.lock(alice.addr, Micro.wrap(MONEY));
        vm.prank(alice.addr);
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.InsufficientFree.selector, alice.addr, Micro.wrap(1), Micro.wrap(0))
        );
        escrow.withdraw(alice.addr, 1);
    }

    function test_AnyoneMaySubmitASignedWithdrawal() public {
        _deposit();
        _withdrawSigned(alice, bob, MONEY);
        assertEq(token.balanceOf(bob), MONEY);
        assertEq(escrow.nonces(alice.addr, 0), 1);
    }

    /// @dev P6: nonces only +1.
    function test_P6_RevertGiven_WithdrawalReplayed() public {
        _deposit();
        (IEscrow.Withdrawal memory w, bytes memory signature) = _withdrawal(alice, bob, 1_000_000);
        escrow.withdrawSigned(w, signature);
        vm.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, alice.addr, 1));
        escrow.withdrawSigned(w, signature);
        assertEq(_free(alice.addr), MONEY - 1_000_000);
    }

    function test_AWithdrawalIsGoodInItsLastSecond() public {
        _deposit();
        (IEscrow.Withdrawal memory w, bytes memory signature) = _withdrawal(alice, bob, 1);
        vm.warp(w.expiry);
        escrow.withdrawSigned(w, signature);
        assertEq(_free(alice.addr), MONEY - 1);
    }

    function test_RevertGiven_IntentExpired() public {
        _deposit();
        (IEscrow.Withdrawal memory w, bytes memory signature) = _withdrawal(alice, bob, 1);
        vm.warp(w.expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.IntentExpired.selector, w.expiry));
        escrow.withdrawSigned(w, signature);
    }

    /// @dev P7: nobody unauthorised can lower another's balance.
    function test_P7_RevertGiven_OtherWithdrawalThanSigned() public {
        _deposit();
        (IEscrow.Withdrawal memory w, bytes memory signature) = _withdrawal(alice, alice.addr, 1_000_000);
        bytes memory refusal = abi.encodeWithSelector(IEscrow.SignatureInvalid.selector, alice.addr);
        w.to = bob;
        vm.expectRevert(refusal);
        escrow.withdrawSigned(w, signature);
        (w.to, w.amount) = (alice.addr, MONEY);
        vm.expectRevert(refusal);
        escrow.withdrawSigned(w, signature);
        (, signature) = _withdrawal(makeAccount("thief"), alice.addr, 1_000_000);
        w.amount = 1_000_000;
        vm.expectRevert(refusal);
        escrow.withdrawSigned(w, signature);
        assertEq(_free(alice.addr), MONEY);
    }
}
