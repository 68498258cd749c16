// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Activity, ICircuitBreaker} from "../src/interfaces/ICircuitBreaker.sol";
import {IAutopilot} from "../src/interfaces/IAutopilot.sol";
import {IEnergyCredits} from "../src/interfaces/IEnergyCredits.sol";
import {ISurplusMarket} from "../src/interfaces/ISurplusMarket.sol";
import {
    CreditId,
    FeedIn,
    InstructedUse,
    InstructionRevocation,
    Leftover,
    Order,
    Returning,
    SessionKind,
    StandingInstruction,
    Storing,
    Tick
} from "../src/types/Surplus.sol";
import {Bps, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {AutopilotTest} from "./market/AutopilotTest.sol";
import {Figures} from "./market/Figures.sol";

/// @notice What a standing instruction refuses, by name. P7: nobody can do worse with it than what was signed.
contract AutopilotRefusedTest is AutopilotTest {
    function _refusedGive(StandingInstruction memory i, bytes memory refusal) private {
        bytes memory signature = _signed(roof.key, i);
        vm.expectRevert(refusal);
        autopilot.give(i, signature);
    }

    function _refusedStore(bytes memory refusal) private {
        vm.expectRevert(refusal);
        autopilot.store(roof.addr, Figures.REGION, boundaries[0]);
    }

    function _refusedReturn(bytes memory refusal) private {
        vm.expectRevert(refusal);
        autopilot.returnToGrid(roof.addr, Figures.REGION, boundaries[0]);
    }

    function _refusedList(uint256 session, bytes memory refusal) private {
        vm.expectRevert(refusal);
        autopilot.list(roof.addr, session);
    }

    /* GIVING AND REVOKING */

    function test_RevertGiven_AnothersSignature() public {
        StandingInstruction memory i = _instruction(InstructedUse.Return, Leftover.Keep);
        bytes memory signature = _signed(makeAccount("thief").key, i);
        vm.expectRevert(abi.encodeWithSelector(IAutopilot.SignatureInvalid.selector, roof.addr));
        autopilot.give(i, signature);
    }

    function test_RevertGiven_AnotherInstructionThanSigned() public {
        StandingInstruction memory i = _instruction(InstructedUse.Sell, Leftover.Keep);
        bytes memory signature = _signed(roof.key, i);
        i.reserve = Tick.wrap(RESERVE - 1);
        vm.expectRevert(abi.encodeWithSelector(IAutopilot.SignatureInvalid.selector, roof.addr));
        autopilot.give(i, signature);
    }

    function test_RevertGiven_TheSameTwice() public {
        StandingInstruction memory i = _give(InstructedUse.Return, Leftover.Keep);
        _refusedGive(i, abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, roof.addr, 1));
    }

    function test_RevertGiven_SignedTooLongAgo() public {
        StandingInstruction memory i = _instruction(InstructedUse.Return, Leftover.Keep);
        i.until = uint40(block.timestamp - 1);
        _refusedGive(i, abi.encodeWithSelector(IAutopilot.IntentExpired.selector, i.until));
    }

    function test_RevertGiven_WhatItDoesNotUse() public {
        bytes memory invalid = abi.encodeWithSelector(IAutopilot.InstructionInvalid.selector);
        StandingInstruction memory i = _instruction(InstructedUse.Return, Leftover.Keep);
        i.reserve = Tick.wrap(1);
        _refusedGive(i, invalid);
        i = _instruction(InstructedUse.Sell, Leftover.Keep);
        i.storageId = storageId;
        _refusedGive(i, invalid);
        i = _instruction(InstructedUse.Sell, Leftover.Keep);
        i.efficiency = Bps.wrap(1);
        _refusedGive(i, invalid);
        i = _instruction(InstructedUse.Sell, Leftover.Keep);
        i.feedIn = MicroPerKwh.wrap(1);
        _refusedGive(i, invalid);
    }

    function test_RevertGiven_StorageUnknown() public {
        StandingInstruction memory i = _instruction(InstructedUse.Store, Leftover.Keep);
        i.storageId = 9;
        _refusedGive(i, abi.encodeWithSelector(IAutopilot.StorageUnknown.selector, 9));
    }

    function test_RevertGiven_StorageKeepsLessThanSigned() public {
        StandingInstruction memory i = _instruction(InstructedUse.Store, Leftover.Keep);
        i.efficiency = Bps.wrap(8_501);
        _refusedGive(i, abi.encodeWithSelector(IAutopilot.EfficiencyTooLow.selector, storageId, 8_501, 8_500));
    }

    function test_RevertGiven_RevokedByAnother() public {
        _give(InstructedUse.Return, Leftover.Keep);
        InstructionRevocation memory r = _revocation();
        bytes memory signature = _signed(makeAccount("thief").key, r);
        vm.expectRevert(abi.encodeWithSelector(IAutopilot.SignatureInvalid.selector, roof.addr));
        autopilot.revoke(r, signature);
        vm.prank(makeAddr("thief"));
        autopilot.revokeOwn(Figures.REGION);
        assertEq(autopilot.instructionOf(roof.addr, Figures.REGION).account, roof.addr);
    }

    function test_RevertGiven_RevocationExpired() public {
        InstructionRevocation memory r = _revocation();
        bytes memory signature = _signed(roof.key, r);
        vm.warp(r.expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IAutopilot.IntentExpired.selector, r.expiry));
        autopilot.revoke(r, signature);
    }

    /// @dev What was signed and never submitted dies with its nonce.
    function test_RevertGiven_NonceUsedUp() public {
        StandingInstruction memory i = _instruction(InstructedUse.Return, Leftover.Keep);
        _revoke();
        _refusedGive(i, abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, roof.addr, 1));
    }

    /* WHEN */

    function test_RevertGiven_NoInstruction() public {
        bytes memory unknown = abi.encodeWithSelector(
            IAutopilot.InstructionUnknown.selector,
            roof.addr,
            Figures.REGION
        );
        uint256 session = _open();
        _refusedList(session, unknown);
        _refusedStore(unknown);
        _refusedReturn(unknown);
        _give(InstructedUse.Return, Leftover.Keep);
        _revoke();
        _refusedReturn(unknown);
    }

    function test_RevertGiven_ItIsOver() public {
        StandingInstruction memory i = _give(InstructedUse.Return, Leftover.Keep);
        vm.warp(i.until + 1);
        _refusedReturn(abi.encodeWithSelector(IAutopilot.InstructionOver.selector, roof.addr, i.until));
        vm.warp(i.until);
        assertEq(Wh.unwrap(_return()), EXPORTED);
    }

    function test_RevertGiven_EarlierPeriod() public {
        StandingInstruction memory i = _instruction(InstructedUse.Return, Leftover.Keep);
        i.from = boundaries[1];
        _give(i);
        _refusedReturn(abi.encodeWithSelector(IAutopilot.InstructionNotYet.selector, boundaries[1], boundaries[0]));
    }

    /* WHAT */

    function test_RevertGiven_AnotherUse() public {
        uint256 session = _open();
        _give(InstructedUse.Sell, Leftover.Return);
        _refusedStore(abi.encodeWithSelector(IAutopilot.UseNotInstructed.selector, InstructedUse.Store));
        // It was never offered for sale.
        _refusedReturn(abi.encodeWithSelector(IAutopilot.UseNotInstructed.selector, InstructedUse.Return));
        _give(InstructedUse.Store, Leftover.Return);
        _refusedList(session, abi.encodeWithSelector(IAutopilot.UseNotInstructed.selector, InstructedUse.Sell));
        // The storage still takes some.
        _refusedReturn(abi.encodeWithSelector(IAutopilot.UseNotInstructed.selector, InstructedUse.Return));
        _give(InstructedUse.Store, Leftover.Keep);
        _store();
        _refusedReturn(abi.encodeWithSelector(IAutopilot.UseNotInstructed.selector, InstructedUse.Return));
    }

    function test_RevertGiven_FeedInBelowSigned() public {
        StandingInstruction memory i = _instruction(InstructedUse.Return, Leftover.Keep);
        i.feedIn = MicroPerKwh.wrap(415_301);
        _give(i);
        _refusedReturn(abi.encodeWithSelector(IAutopilot.FeedInTooLow.selector, 415_301, 415_300));
    }

    function test_RevertGiven_NoFeedInPrice() public {
        StandingInstruction memory i = _instruction(InstructedUse.Return, Leftover.Keep);
        i.feedIn = MicroPerKwh.wrap(0);
        _give(i);
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.FeedInUnknown.selector, Figures.REGION, boundaries[1]));
        autopilot.returnToGrid(roof.addr, Figures.REGION, boundaries[1]);
    }

    function test_RevertGiven_NothingHeld() public {
        uint256 session = _open();
        _give(InstructedUse.Sell, Leftover.Keep);
        _listAt(session);
        bytes memory zero = abi.encodeWithSelector(ISurplusMarket.EnergyZero.selector);
        _refusedList(session, zero);
        _give(InstructedUse.Store, Leftover.Keep);
        _refusedStore(abi.encodeWithSelector(IEnergyCredits.EnergyZero.selector));
        _give(InstructedUse.Return, Leftover.Keep);
        _refusedReturn(abi.encodeWithSelector(IEnergyCredits.EnergyZero.selector));
    }

    function test_RevertGiven_ListedBeforeAndTheRestReturned() public {
        _give(InstructedUse.Sell, Leftover.Return);
        uint256 session = _open();
        _listAt(session);
        _withdraw(session, roof, true, 0);
        _refusedList(session, abi.encodeWithSelector(IAutopilot.PeriodAlreadyListed.selector, roof.addr, _exported()));
    }

    /* WHERE */

    function test_RevertGiven_SessionLocked() public {
        _give(InstructedUse.Sell, Leftover.Keep);
        uint256 session = _open();
        uint40 lockAt = surplus.sessionOf(session).lockAt;
        vm.warp(lockAt);
        _refusedList(session, abi.encodeWithSelector(IAutopilot.SessionLocked.selector, session, lockAt));
        vm.warp(lockAt - 1);
        _listAt(session);
    }

    function test_RevertGiven_SessionOfContractedEnergy() public {
        StandingInstruction memory i = _instruction(InstructedUse.Sell, Leftover.Keep);
        _give(i);
        uint256 session = _openKind(SessionKind.Contracted, boundaries[1]);
        CreditId id = CreditId.wrap(1 | (uint256(Figures.REGION) << 8) | (uint256(boundaries[1]) << 40));
        _refusedList(
            session,
            abi.encodeWithSelector(IAutopilot.SessionOutOfReach.selector, session, bytes32(CreditId.unwrap(id)))
        );
    }

    function test_RevertGiven_SessionUnknown() public {
        _give(InstructedUse.Sell, Leftover.Keep);
        _refusedList(9, abi.encodeWithSelector(IAutopilot.InstructionUnknown.selector, roof.addr, 0));
    }

    /// @dev Affiliates and pauses count for instructed lots as for any other.
    function test_RevertGiven_ItBidsThere() public {
        _give(InstructedUse.Sell, Leftover.Keep);
        uint256 session = _open();
        _fund(roof, MONEY);
        _bid(session, roof, 1, 1);
        _refusedList(session, abi.encodeWithSelector(ISurplusMarket.AffiliateTrade.selector, session, roof.addr, 0));
    }

    function test_RevertGiven_BiddingPaused() public {
        _give(InstructedUse.Sell, Leftover.Keep);
        uint256 session = _open();
        vm.prank(guardian);
        breaker.pause(Activity.Bidding, uint40(block.timestamp + 1 hours), "test");
        vm.expectPartialRevert(ICircuitBreaker.ActivityPaused.selector);
        autopilot.list(roof.addr, session);
    }

    /* NOBODY ELSE SPEAKS FOR AN OWNER */

    function test_RevertGiven_NoSignatureAndNoModule() public {
        uint256 session = _open();
        Order memory lot = _lotOrder(session, roof.addr, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.SignatureInvalid.selector, roof.addr));
        surplus.list(lot, noProof, "");
        uint40 expiry = uint40(block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.SignatureInvalid.selector, roof.addr));
        credits.store(Storing(roof.addr, _exported(), storageId, Wh.wrap(1), 0, expiry), "");
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.SignatureInvalid.selector, roof.addr));
        credits.returnToGrid(Returning(roof.addr, _exported(), Wh.wrap(1), 0, expiry), "");
    }

    /// @dev A module's word counts for lots of credits and for nothing else.
    function test_RevertGiven_AModuleBidsOrSellsContractedEnergy() public {
        uint256 session = _open();
        Order memory o = _order(session, roof.addr, 1, 1);
        vm.startPrank(address(autopilot));
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.SignatureInvalid.selector, roof.addr));
        surplus.bid(o, noProof, "");
        vm.stopPrank();
        o.sessionId = _openKind(SessionKind.Contracted, boundaries[1]);
        vm.startPrank(address(autopilot));
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.SignatureInvalid.selector, roof.addr));
        surplus.list(o, noProof, "");
        vm.stopPrank();
    }
}
