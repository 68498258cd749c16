// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {AttackTest} from "./market/AttackTest.sol";

/// @dev The market's own money, gone bad: in the middle of each transfer it calls whoever it is told to.
contract CallingSettlementToken is SettlementToken {
    address private _target;
    bytes private _message;
    bool public done;
    bytes public answer;
    uint256 public calls;

    constructor(address authority) SettlementToken(authority) {}

    function callDuringTransfer(address target, bytes calldata message) external {
        (_target, _message, done, answer) = (target, message, false, "");
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (_target == address(0) || from == address(0)) return;
        address target = _target;
        _target = address(0);
        (done, answer) = target.call(_message);
        ++calls;
    }
}

/// @notice A token that calls back can change nothing that it could not change by itself.
contract ReentrancyTokenTest is AttackTest {
    CallingSettlementToken private calling;

    function _newToken(address power) internal override returns (SettlementToken) {
        calling = new CallingSettlementToken(power);
        return calling;
    }

    /// @dev Puts one in and takes it out again, so that only the attack can leave a trace.
    function _depositAndWithdraw(bool attackDeposit, AttackTest.Attack memory attack) private {
        address account = mill.consumer.addr;
        vm.prank(account);
        escrow.withdraw(account, 1);
        vm.prank(account);
        token.approve(address(escrow), 2);
        if (attackDeposit) calling.callDuringTransfer(attack.target, attack.message);
        vm.prank(account);
        escrow.deposit(1);
        if (attackDeposit) return;
        calling.callDuringTransfer(attack.target, attack.message);
        vm.prank(account);
        escrow.withdraw(account, 1);
    }

    function _attackAll(bool attackDeposit) private {
        for (uint256 i; i < attacks.length; ++i) {
            uint256 copy = vm.snapshotState();
            _depositAndWithdraw(attackDeposit, Attack(address(0), ""));
            bytes32 expected = _everything();
            vm.revertToState(copy);
            copy = vm.snapshotState();
            _depositAndWithdraw(attackDeposit, attacks[i]);
            assertEq(calling.calls(), 1);
            assertEq(_everything(), expected);
            // Settling goes through for anybody, and has nothing left to settle.
            bool settles = bytes4(attacks[i].message) == ISettlement.settle.selector;
            assertEq(calling.done(), settles);
            if (settles) assertEq(abi.decode(calling.answer(), (uint256)), 0);
            // The functions that anybody may call on the escrow.
            if (i < 5) {
                bytes memory refusal = abi.encodePacked(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
                assertEq(calling.answer(), refusal);
            }
            vm.revertToState(copy);
        }
    }

    function test_TheTokenChangesNothingWhileDepositing() public {
        _attackAll(true);
    }

    function test_TheTokenChangesNothingWhileWithdrawing() public {
        _attackAll(false);
    }

    /// @dev P1: a good bill settled in the middle of a deposit is a bill settled before it.
    function test_P1_ABillSettledInTheMiddleOfADepositIsSettledBeforeIt() public {
        uint128 free = _free(mill.consumer.addr);
        vm.prank(mill.consumer.addr);
        escrow.withdraw(mill.consumer.addr, free);
        vm.prank(mill.consumer.addr);
        token.approve(address(escrow), free);
        vm.warp(boundaries[3]);
        SettlementItem memory item = _item(mill, terms, boundaries[3], 100_000_000);
        bytes memory message = abi.encodeCall(ISettlement.settle, (_tableOf(2), offer, _one(item)));

        uint256 copy = vm.snapshotState();
        assertEq(settlement.settle(_tableOf(2), offer, _one(item)), 1);
        vm.prank(mill.consumer.addr);
        escrow.deposit(free);
        bytes32 expected = _everything();
        vm.revertToState(copy);

        calling.callDuringTransfer(address(settlement), message);
        vm.prank(mill.consumer.addr);
        escrow.deposit(free);
        assertTrue(calling.done());
        assertEq(_everything(), expected);
        assertEq(escrow.debtsOf(mill.consumer.addr).length, 0);
    }
}
