// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAutopilot} from "../src/interfaces/IAutopilot.sol";
import {
    CreditId,
    InstructedUse,
    InstructionRevocation,
    Leftover,
    OrderWord,
    SessionStatus,
    StandingInstruction
} from "../src/types/Surplus.sol";
import {Wh} from "../src/types/Units.sol";
import {AutopilotTest} from "./market/AutopilotTest.sol";
import {Figures} from "./market/Figures.sol";

/// @notice What a standing instruction does, whoever carries it out.
contract AutopilotFollowTest is AutopilotTest {
    /// @dev 10,000 Wh at 420, the mill's limit being above: the price is the highest at which the lot sells, 500.
    function test_SellsEverythingThatIsHeld() public {
        uint256 session = _open();
        _give(InstructedUse.Sell, Leftover.Keep);
        assertEq(Wh.unwrap(_listAt(session)), EXPORTED);
        assertEq(_credit(roof.addr, _exported()), 0);
        (OrderWord lot, bytes32 subject) = surplus.lotOf(session, 0);
        // The account, 160 | energy, 40 | tick, 24.
        uint256 word = OrderWord.unwrap(lot);
        assertEq(address(uint160(word)), roof.addr);
        assertEq(uint40(word >> 160), EXPORTED);
        assertEq(uint24(word >> 200), RESERVE);
        assertEq(subject, bytes32(CreditId.unwrap(_exported())));
        _bid(session, _buyer("mill"), uint40(EXPORTED), 500);
        _close(session);
        _clear(session, _bidsShare(500, uint72(EXPORTED), uint72(EXPORTED)));
        _claimAll(session);
        assertEq(_free(roof.addr), 500 * EXPORTED);
    }

    function test_TellsWhatItDid() public {
        StandingInstruction memory i = _instruction(InstructedUse.Sell, Leftover.Keep);
        bytes memory signature = _signed(roof.key, i);
        vm.expectEmit();
        emit IAutopilot.InstructionGiven(roof.addr, Figures.REGION, i);
        autopilot.give(i, signature);
        assertEq(abi.encode(autopilot.instructionOf(roof.addr, Figures.REGION)), abi.encode(i));
        uint256 session = _open();
        vm.expectEmit();
        emit IAutopilot.InstructionFollowed(
            roof.addr,
            Figures.REGION,
            boundaries[0],
            InstructedUse.Sell,
            Wh.wrap(EXPORTED)
        );
        _listAt(session);
        InstructionRevocation memory r = _revocation();
        signature = _signed(roof.key, r);
        vm.expectEmit();
        emit IAutopilot.InstructionRevoked(roof.addr, Figures.REGION);
        autopilot.revoke(r, signature);
        assertEq(autopilot.instructionOf(roof.addr, Figures.REGION).account, address(0));
    }

    function _unsold() private {
        uint256 session = _open();
        _listAt(session);
        _close(session);
        _clear(session, _bidsShare(0, 0, 0));
        assertEq(uint8(surplus.sessionOf(session).status), uint8(SessionStatus.Untraded));
        _claimAll(session);
        assertEq(_credit(roof.addr, _exported()), EXPORTED);
    }

    function test_KeepsWhatWasNotSoldAndListsItAgain() public {
        _give(InstructedUse.Sell, Leftover.Keep);
        _unsold();
        assertEq(Wh.unwrap(_listAt(_open())), EXPORTED);
    }

    /// @dev 10,000 Wh at 0.4153 per kWh.
    function test_ReturnsWhatWasNotSold() public {
        _give(InstructedUse.Sell, Leftover.Return);
        _unsold();
        assertTrue(autopilot.isListed(roof.addr, _exported()));
        assertEq(Wh.unwrap(_return()), EXPORTED);
        assertEq(_free(roof.addr), 4_153_000);
    }

    /// @dev The storage takes 4,000 Wh at 85 %; 6,000 Wh go back at 0.4153 per kWh.
    function test_StoresWhatFitsAndReturnsTheRest() public {
        _give(InstructedUse.Store, Leftover.Return);
        assertEq(Wh.unwrap(_store()), 4_000);
        assertEq(Wh.unwrap(credits.fatesOf(_exported()).stored), 4_000);
        assertEq(Wh.unwrap(_return()), 6_000);
        assertEq(_free(roof.addr), 2_491_800);
        assertEq(_credit(roof.addr, _exported()), 0);
    }

    function test_ReturnsAtOnceWhereThatComesFirst() public {
        _give(InstructedUse.Return, Leftover.Keep);
        assertEq(Wh.unwrap(_return()), EXPORTED);
        assertEq(Wh.unwrap(credits.fatesOf(_exported()).returned), EXPORTED);
    }

    function test_TheNewestInstructionCounts() public {
        _give(InstructedUse.Store, Leftover.Keep);
        _give(InstructedUse.Return, Leftover.Keep);
        vm.expectRevert(abi.encodeWithSelector(IAutopilot.UseNotInstructed.selector, InstructedUse.Store));
        autopilot.store(roof.addr, Figures.REGION, boundaries[0]);
        assertEq(Wh.unwrap(_return()), EXPORTED);
    }

    function test_OwnersEndItWithoutASignature() public {
        _give(InstructedUse.Return, Leftover.Keep);
        vm.prank(roof.addr);
        autopilot.revokeOwn(Figures.REGION);
        vm.expectRevert(abi.encodeWithSelector(IAutopilot.InstructionUnknown.selector, roof.addr, Figures.REGION));
        autopilot.returnToGrid(roof.addr, Figures.REGION, boundaries[0]);
    }

    /// @dev The owner may still take its lot back, before the session locks.
    function test_OwnersWithdrawWhatWasListedForThem() public {
        _give(InstructedUse.Sell, Leftover.Keep);
        uint256 session = _open();
        _listAt(session);
        _withdraw(session, roof, true, 0);
        assertEq(_credit(roof.addr, _exported()), EXPORTED);
    }
}
