// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {InstructedUse, Leftover, OrderWord, StandingInstruction, Tick} from "../src/types/Surplus.sol";
import {MicroPerKwh, Wh} from "../src/types/Units.sol";
import {AutopilotTest} from "./market/AutopilotTest.sol";
import {Figures} from "./market/Figures.sol";

/// @notice P7: whatever anybody tries with an instruction, its owner gets what it signed, and nobody else loses anything.
contract AutopilotFuzzTest is AutopilotTest {
    Account private farm;

    function setUp() public override {
        super.setUp();
        // Exports as well, and has instructed nobody.
        farm = _seller("farm", EXPORTED);
    }

    /// @dev Whatever is called, of whom, in what order, at any time: all may fail, and often does.
    function _tryEverything(uint256 seed, uint256 session) private {
        for (uint256 step; step < 6; ++step) {
            seed = uint256(keccak256(abi.encode(seed, step)));
            address account = seed % 4 == 0 ? farm.addr : roof.addr;
            uint40 start = (seed >> 8) % 5 == 0 ? boundaries[1] : boundaries[0];
            uint256 act = (seed >> 16) % 4;
            if (act == 0) try autopilot.list(account, session) {} catch {}
            if (act == 1) try autopilot.store(account, Figures.REGION, start) {} catch {}
            if (act == 2) try autopilot.returnToGrid(account, Figures.REGION, start) {} catch {}
            if (act == 3) vm.warp(block.timestamp + ((seed >> 24) % 20 minutes));
        }
    }

    function testFuzz_NeverBelowTheReserveNorMoreThanHeld(
        uint256 seed,
        uint24 reserve,
        uint8 first,
        uint8 rest
    ) public {
        StandingInstruction memory i = _instruction(InstructedUse(first % 3), Leftover(rest % 2));
        if (i.first == InstructedUse.Sell) i.reserve = Tick.wrap(reserve);
        _give(i);
        uint256 session = _open();
        _tryEverything(seed, session);
        uint256 listed;
        for (uint32 index; index < surplus.sessionOf(session).lots; ++index) {
            (OrderWord lot, ) = surplus.lotOf(session, index);
            uint256 word = OrderWord.unwrap(lot);
            assertEq(address(uint160(word)), roof.addr);
            assertEq(uint24(word >> 200), reserve);
            listed += uint40(word >> 160);
        }
        assertLe(listed, EXPORTED);
        if (i.first != InstructedUse.Sell) assertEq(listed, 0);
        _assertOthersUntouched();
    }

    /// @dev What is returned brings at least the signed price, and the owner gets all of it.
    function testFuzz_NeverReturnedForLess(uint256 seed, uint64 least, uint8 first) public {
        StandingInstruction memory i = _instruction(InstructedUse(first % 3), Leftover.Return);
        i.feedIn = MicroPerKwh.wrap(least);
        _give(i);
        _tryEverything(seed, _open());
        uint256 returned = _returned();
        if (least > 415_300) assertEq(returned, 0);
        assertEq(_free(roof.addr), (returned * 415_300) / 1_000);
        _assertOthersUntouched();
    }

    function testFuzz_NothingAfterItsEnd(uint256 seed, uint8 first, uint8 rest, bool revoked) public {
        StandingInstruction memory i = _instruction(InstructedUse(first % 3), Leftover(rest % 2));
        _give(i);
        if (revoked) _revoke();
        else vm.warp(i.until + 1);
        _tryEverything(seed, _open());
        assertEq(_credit(roof.addr, _exported()), EXPORTED);
        _assertOthersUntouched();
    }

    function testFuzz_OnlyTheOwnersSignatureCounts(uint256 key, uint24 reserve) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(vm.addr(key) != roof.addr);
        StandingInstruction memory i = _instruction(InstructedUse.Sell, Leftover.Keep);
        i.reserve = Tick.wrap(reserve);
        bytes memory signature = _signed(key, i);
        vm.expectRevert();
        autopilot.give(i, signature);
    }

    function _returned() private view returns (uint256) {
        // The farm's is untouched, so all of it is the roof's.
        return Wh.unwrap(credits.fatesOf(_exported()).returned);
    }

    function _assertOthersUntouched() private view {
        assertEq(_credit(farm.addr, _exported()), EXPORTED);
        assertEq(_free(farm.addr), 0);
        address[] memory holders = new address[](2);
        (holders[0], holders[1]) = (roof.addr, farm.addr);
        _assertFates(_exported(), holders);
    }
}
