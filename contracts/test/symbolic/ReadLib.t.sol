// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReadLib} from "../../src/libraries/ReadLib.sol";
import {ReadWords, Dials, DialsAndTime, UsedFour} from "../../src/types/Metering.sol";
import {Wh} from "../../src/types/Units.sol";

/// @notice One register of a dial of six digits, rolling over or not. Bound: the other registers stand still; multiplier one.
contract ReadLibSymbolic {
    uint256 private constant DIAL = 1e6;

    function advance(uint64 previous, uint64 next, uint64 possible) external pure returns (uint64) {
        ReadWords memory before = ReadWords(Dials.wrap(previous), DialsAndTime.wrap(0));
        ReadWords memory after_ = ReadWords(Dials.wrap(next), DialsAndTime.wrap(0));
        (UsedFour four, ) = ReadLib.advance(before, after_, 6, 1, Wh.wrap(possible));
        return uint64(UsedFour.unwrap(four));
    }

    function check_ARegisterEndsWhereItWasRead(uint64 previous, uint64 next, uint64 possible) external view {
        if (previous >= DIAL) return;
        try this.advance(previous, next, possible) returns (uint64 used) {
            assert(used <= possible);
            assert(next < DIAL);
            assert(used < DIAL);
            assert(previous + used == next || previous + used == next + DIAL);
        } catch {
            // Refused: off the dial, or further than the connection allows.
            uint256 step = next >= previous ? next - previous : next + DIAL - previous;
            assert(next >= DIAL || step > possible);
        }
    }
}
