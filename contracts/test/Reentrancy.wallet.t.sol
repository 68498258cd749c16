// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {Ending, Terms} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Meter, MeterFacts, Read} from "../src/types/Metering.sol";
import {AttackTest} from "./market/AttackTest.sol";
import {Words} from "./market/Words.sol";

/// @dev A wallet, or a meter's "key", that agrees to everything, unless its call in the middle of being asked went through.
contract CallingWallet {
    /// @dev A call without the right to change anything burns what it is given. An item of a batch has less to give.
    uint256 private constant MUCH_GAS = 2_000_000;
    uint256 private constant LITTLE_GAS = 150_000;

    address private _target;
    bytes private _message;

    function callWhenAsked(address target, bytes calldata message) external {
        (_target, _message) = (target, message);
    }

    function approve(address token, address spender) external {
        (bool done, ) = token.call(abi.encodeWithSignature("approve(address,uint256)", spender, type(uint256).max));
        require(done);
    }

    /// @dev Not marked as a view, so that it can try.
    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        uint256 burnt = gasleft() > 2 * MUCH_GAS ? MUCH_GAS : LITTLE_GAS;
        (bool done, ) = _target.call{gas: burnt}(_message);
        return done ? bytes4(0) : IERC1271.isValidSignature.selector;
    }
}

/// @notice Whoever is asked for a signature can change nothing while being asked: it is asked without the right to.
contract ReentrancyWalletTest is AttackTest {
    CallingWallet private wallet;
    Supply private shop;

    function setUp() public override {
        super.setUp();
        wallet = new CallingWallet();
        shop = _supply("shop", 0);
        vm.prank(grid);
        meters.changeHolder(shop.meterId, address(wallet));
        shop.consumer.addr = address(wallet);
        token.mint(address(wallet), 50_000_000_000);
        wallet.approve(address(token), address(escrow));
        vm.prank(address(wallet));
        escrow.deposit(50_000_000_000);
    }

    function _arm(uint256 i) private returns (bytes32) {
        wallet.callWhenAsked(attacks[i].target, attacks[i].message);
        return _everything();
    }

    function _shopTerms() private view returns (Terms memory t) {
        t = _terms(shop, offer);
        t.start = boundaries[3];
    }

    function test_AConsumersWalletChangesNothingWhileSigning() public {
        Terms memory t = _shopTerms();
        for (uint256 i; i < attacks.length; ++i) {
            uint256 copy = vm.snapshotState();
            bytes32 before = _arm(i);
            bytes32 id = agreements.sign(offer, t, "");
            assertEq(agreements.agreementOf(shop.meterId), id);
            assertEq(_everything(), before);
            vm.revertToState(copy);
        }
    }

    function test_AConsumersWalletChangesNothingWhileWithdrawing() public {
        IEscrow.Withdrawal memory w = IEscrow.Withdrawal(
            address(wallet),
            address(wallet),
            7,
            0,
            uint40(block.timestamp + 1)
        );
        for (uint256 i; i < attacks.length; ++i) {
            uint256 copy = vm.snapshotState();
            bytes32 before = _arm(i);
            escrow.withdrawSigned(w, "");
            assertEq(token.balanceOf(address(wallet)), 7);
            assertEq(_free(address(wallet)), 50_000_000_000 - 7);
            assertEq(_everything(), before);
            vm.revertToState(copy);
        }
    }

    function test_AConsumersWalletChangesNothingWhileEnding() public {
        wallet.callWhenAsked(attacks[0].target, attacks[0].message);
        Terms memory t = _shopTerms();
        bytes32 id = agreements.sign(offer, t, "");
        Ending memory e = Ending(id, boundaries[4], 1, uint40(block.timestamp + 1));
        for (uint256 i; i < attacks.length; ++i) {
            uint256 copy = vm.snapshotState();
            bytes32 before = _arm(i);
            agreements.end(offer, Words.pack(t), boundaries[3], e, "");
            assertEq(agreements.agreementOf(shop.meterId), 0);
            assertEq(_everything(), before);
            vm.revertToState(copy);
        }
    }

    /// @dev The mill's own meter asks back while its February is being settled.
    function test_AMetersKeyChangesNothingWhileABillIsSettled() public {
        Meter memory rotated = _meterOf(mill);
        rotated.signer = abi.encodePacked(address(wallet));
        vm.prank(grid);
        meters.rotateSigner(mill.meterId, _factsOf(mill), Words.pack(mill.last), rotated.signer);
        vm.warp(boundaries[3]);
        SettlementItem memory item = _item(mill, terms, boundaries[3], 100_000_000);
        item.facts = Words.pack(rotated);
        wallet.callWhenAsked(address(0), "");
        bytes32 expected = _settled(item, attacks.length);
        for (uint256 i; i < attacks.length; ++i) {
            assertEq(_settled(item, i), expected);
        }
    }

    /// @dev Everything after the bill is settled, with an attack in the middle or with none. None of them is a call to nobody that fails.
    function _settled(SettlementItem memory item, uint256 attack) private returns (bytes32 everything) {
        uint256 copy = vm.snapshotState();
        if (attack < attacks.length) _arm(attack);
        else wallet.callWhenAsked(address(this), "");
        assertEq(settlement.settle(_tableOf(2), offer, _one(item)), 1);
        everything = _everything();
        vm.revertToState(copy);
    }

    function test_AMetersKeyChangesNothingWhileAReadIsRecorded() public {
        Supply memory s = shop;
        Meter memory rotated = _meterOf(s);
        rotated.signer = abi.encodePacked(address(wallet));
        vm.prank(grid);
        meters.rotateSigner(s.meterId, _factsOf(s), Words.pack(s.last), rotated.signer);
        MeterFacts facts = Words.pack(rotated);
        Read memory next = _nextRead(s.last, uint40(block.timestamp), 1_000);
        for (uint256 i; i < attacks.length; ++i) {
            uint256 copy = vm.snapshotState();
            bytes32 before = _arm(i);
            settlement.recordRead(s.meterId, facts, Words.pack(s.last), Words.pack(next), next.intervalRoot, "");
            assertEq(meters.stateOf(s.meterId), Words.state(rotated, next));
            assertEq(_everything(), before);
            vm.revertToState(copy);
        }
    }
}
