// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Escrow} from "../src/Escrow.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {Micro} from "../src/types/Units.sol";
import {Deployed} from "./market/Deployed.sol";

/// @notice Keeps one percent of every transfer.
contract FeeToken is ERC20("Fee", "FEE") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) super._update(to, address(0), amount / 100);
    }
}

/// @notice Calls whoever it is told to in the middle of a transfer.
contract CallingToken is ERC20("Calling", "CALL") {
    address private _target;
    bytes private _message;
    bytes public refusal;

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function callDuringTransfer(address target, bytes calldata message) external {
        (_target, _message) = (target, message);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (_target == address(0) || from == address(0)) return;
        (bool done, bytes memory answer) = _target.call(_message);
        require(!done, "the call went through");
        refusal = answer;
    }
}

/// @notice Tokens that do not behave: the escrow credits what arrived and lets nobody in twice.
contract EscrowTokensTest is Deployed {
    address private alice = makeAddr("alice");

    function _escrowOf(ERC20 token) private returns (Escrow escrow) {
        address authority = _deployed("AccessManager", abi.encode(address(this)));
        escrow = Escrow(_deployed("Escrow", abi.encode(authority, token)));
        vm.prank(alice);
        token.approve(address(escrow), type(uint256).max);
    }

    function test_CreditsWhatArrivedOfATokenWithAFee() public {
        FeeToken token = new FeeToken();
        Escrow escrow = _escrowOf(token);
        token.mint(alice, 1_000);
        vm.startPrank(alice);
        vm.expectEmit(address(escrow));
        emit IEscrow.Deposited(alice, Micro.wrap(990));
        escrow.deposit(1_000);
        assertEq(Micro.unwrap(escrow.accountOf(alice).free), 990);
        assertEq(token.balanceOf(address(escrow)), 990);
        escrow.withdraw(alice, 990);
        assertEq(token.balanceOf(address(escrow)), 0);
    }

    function test_RevertGiven_TheTokenReentersWhileDepositing() public {
        CallingToken token = new CallingToken();
        Escrow escrow = _escrowOf(token);
        token.mint(alice, 1_000);
        token.callDuringTransfer(address(escrow), abi.encodeCall(Escrow.withdraw, (alice, 1)));
        vm.prank(alice);
        escrow.deposit(1_000);
        assertEq(token.refusal(), abi.encodePacked(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
        assertEq(Micro.unwrap(escrow.accountOf(alice).free), 1_000);
    }

    function test_RevertGiven_TheTokenReentersWhileWithdrawing() public {
        CallingToken token = new CallingToken();
        Escrow escrow = _escrowOf(token);
        token.mint(alice, 1_000);
        vm.startPrank(alice);
        escrow.deposit(1_000);
        bytes[3] memory calls = [
            abi.encodeCall(Escrow.withdraw, (alice, 1)),
            abi.encodeCall(Escrow.deposit, (1)),
            abi.encodeCall(Escrow.depositWithPermit, (alice, 1, block.timestamp, 27, bytes32(0), bytes32(0)))
        ];
        for (uint256 i; i < calls.length; ++i) {
            token.callDuringTransfer(address(escrow), calls[i]);
            escrow.withdraw(alice, 100);
            assertEq(token.refusal(), abi.encodePacked(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
        }
        assertEq(Micro.unwrap(escrow.accountOf(alice).free), 700);
        assertEq(token.balanceOf(address(escrow)), 700);
    }
}
