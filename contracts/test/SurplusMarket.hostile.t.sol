// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {Clearing, Order, OrderWord, SessionStatus} from "../src/types/Surplus.sol";
import {SurplusTest} from "./market/SurplusTest.sol";

/// @dev A wallet that agrees to everything until it turns, and then refuses every call.
contract TurningWallet is IERC1271 {
    bool private _turned;

    function turn() external {
        _turned = true;
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        require(!_turned);
        return IERC1271.isValidSignature.selector;
    }

    function approve(SettlementToken token, address spender) external {
        token.approve(spender, type(uint256).max);
    }
}

/// @dev Money that calls somebody in the middle of a transfer.
contract CallingToken is SettlementToken {
    address private _target;
    bytes private _message;
    bool public done;

    constructor(address authority) SettlementToken(authority) {}

    function callDuringTransfer(address target, bytes calldata message) external {
        (_target, _message) = (target, message);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (_target == address(0) || from == address(0)) return;
        address target = _target;
        _target = address(0);
        (done, ) = target.call(_message);
    }
}

/// @notice Whatever is placed, a session closes, and everybody gets what is theirs.
contract SurplusMarketHostileTest is SurplusTest {
    uint256 private constant DUST = 2_000;

    CallingToken private calling;
    Account private roof;
    uint256 private session;

    function setUp() public override {
        super.setUp();
        roof = _seller("roof", 10_000);
        session = _open();
    }

    function _newToken(address power) internal override returns (SettlementToken) {
        calling = new CallingToken(power);
        return calling;
    }

    function test_ThousandsOfDustBidsClear() public {
        _list(session, roof, 500, 3);
        Account memory dust = _buyer("dust");
        uint256[] memory ids = new uint256[](DUST);
        for (uint256 i; i < DUST; ++i) {
            uint32 index = _bid(session, dust, 1, 3);
            (OrderWord word, ) = surplus.bidOf(session, index);
            ids[i] = uint256(keccak256(abi.encode(word)));
        }
        // As many that cost nothing and win nothing.
        for (uint256 i; i < DUST; ++i) {
            _bid(session, dust, type(uint40).max, 0);
        }
        _close(session);
        // Every remainder is 500 of 2,000: the 500 lowest ids get one Wh.
        _sort(ids, 0, DUST - 1);
        Clearing memory c = _bidsShare(3, uint72(DUST), 500);
        c.remainder = 500;
        // No two ids are the same: the index decides nothing.
        (c.id, c.index) = (bytes32(ids[499]), type(uint32).max);
        for (uint256 i; i < 8; ++i) {
            assertFalse(surplus.clear(session, c, 500));
        }
        assertTrue(surplus.clear(session, c, 500));
        _claimAll(session);
        assertEq(_credit(dust.addr, _usable()), 500);
        assertEq(_free(roof.addr), 1_500);
        assertEq(_free(dust.addr), MONEY - 1_500);
    }

    function _sort(uint256[] memory a, uint256 low, uint256 high) private pure {
        if (low >= high) return;
        uint256 middle = a[(low + high) / 2];
        (uint256 i, uint256 j) = (low, high);
        while (i <= j) {
            while (a[i] < middle) ++i;
            while (a[j] > middle) --j;
            if (i > j) break;
            (a[i], a[j]) = (a[j], a[i]);
            ++i;
            if (j == 0) break;
            --j;
        }
        _sort(a, low, j);
        _sort(a, i, high);
    }

    function test_AWalletThatTurnsBlocksNobody() public {
        TurningWallet wallet = new TurningWallet();
        token.mint(address(wallet), 1_000_000);
        wallet.approve(token, address(escrow));
        vm.prank(address(wallet));
        escrow.deposit(1_000_000);
        _list(session, roof, 100, 10);
        Order memory o = _order(session, address(wallet), 60, 20);
        surplus.bid(o, noProof, "");
        wallet.turn();
        _close(session);
        // 60 of the lot's 100 at its reserve.
        _clear(session, _lotsShare(10, 100, 60));
        _claimAll(session);
        assertEq(_credit(address(wallet), _usable()), 60);
        assertEq(_free(address(wallet)), 1_000_000 - 600);
        assertEq(_free(roof.addr), 600);
    }

    /// @dev One bid, or one lot, or all of them alike.
    function test_SinglesAndEqualsClose() public {
        Account memory mill = _buyer("mill");
        _bid(session, mill, 1, 1);
        _close(session);
        _clear(session, _bidsShare(1, 0, 0));
        assertEq(uint8(surplus.sessionOf(session).status), uint8(SessionStatus.Untraded));
        session = _open();
        _list(session, roof, 1, 1);
        _close(session);
        _clear(session, _bidsShare(0, 0, 0));
        assertEq(uint8(surplus.sessionOf(session).status), uint8(SessionStatus.Untraded));
        session = _open();
        _list(session, roof, 3, 5);
        for (uint256 i; i < 3; ++i) {
            _bid(session, mill, 1, 5);
        }
        _close(session);
        _clear(session, _bidsShare(5, 3, 3));
        _claimAll(session);
        assertEq(_credit(mill.addr, _usable()), 3);
    }

    /// @dev P1: claims in the middle of a deposit are claims before it.
    function test_P1_TheTokenClaimsInTheMiddleOfADeposit() public {
        Account memory mill = _buyer("mill");
        _list(session, roof, 100, 10);
        _bid(session, mill, 100, 20);
        _close(session);
        _clear(session, _bidsShare(20, 100, 100));
        token.mint(mill.addr, 7);
        vm.prank(mill.addr);
        token.approve(address(escrow), 7);
        calling.callDuringTransfer(address(surplus), abi.encodeCall(surplus.claim, (session, _only(0), _only(0))));
        vm.prank(mill.addr);
        escrow.deposit(7);
        assertTrue(calling.done());
        assertEq(_free(mill.addr), MONEY - 2_000 + 7);
        assertEq(_free(roof.addr), 2_000);
        assertEq(_locked(mill.addr), 0);
        assertEq(token.balanceOf(address(escrow)), MONEY + 7);
    }
}
