// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {SettledLib} from "../../src/libraries/SettledLib.sol";
import {UsedRest} from "../../src/types/Billing.sol";
import {UsedFifth, UsedFour} from "../../src/types/Metering.sol";
import {Wh} from "../../src/types/Units.sol";

/// @notice The event's two words, number by number from the highest bit.
contract SettledLibTest is Test {
    function testFuzz_FourRegistersInAWord(uint64[5] memory used) public pure {
        bytes memory expected = abi.encodePacked(used[3], used[2], used[1], used[0]);
        assertEq(bytes32(UsedFour.unwrap(SettledLib.four(_energies(used)))), bytes32(expected));
    }

    function testFuzz_FiveRegistersAndTheExportAgain(uint64[5] memory used, uint64 exported) public pure {
        UsedFour four = UsedFour.wrap(uint256(bytes32(abi.encodePacked(used[3], used[2], used[1], used[0]))));
        UsedFifth fifth = UsedFifth.wrap(uint256(bytes32(abi.encodePacked(uint128(0), exported, used[4]))));
        Wh[5] memory registers = SettledLib.registers(four, fifth);
        for (uint256 i; i < 5; ++i) {
            assertEq(Wh.unwrap(registers[i]), used[i]);
        }
        assertEq(Wh.unwrap(SettledLib.exported(fifth)), exported);
    }

    function testFuzz_TheRestInAnother(
        uint64[5] memory used,
        uint64 contracted,
        uint40 from,
        uint40 to,
        uint8 index
    ) public pure {
        bytes memory expected = abi.encodePacked(uint40(0), index, to, from, contracted, used[4]);
        UsedRest rest = SettledLib.rest(_energies(used), Wh.wrap(contracted), from, to, index);
        assertEq(bytes32(UsedRest.unwrap(rest)), bytes32(expected));
    }

    function _energies(uint64[5] memory used) private pure returns (Wh[5] memory energies) {
        for (uint256 i; i < 5; ++i) {
            energies[i] = Wh.wrap(used[i]);
        }
    }
}
