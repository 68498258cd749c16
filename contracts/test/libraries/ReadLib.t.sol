// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReadLib} from "../../src/libraries/ReadLib.sol";
import {Read, UsedFifth, UsedFour} from "../../src/types/Metering.sol";
import {Watt, Wh} from "../../src/types/Units.sol";
import {Words} from "../market/Words.sol";
import {VectorTest} from "./VectorTest.sol";

contract ReadLibTest is VectorTest {
    /// @dev The two reads and the meter of a case.
    struct Step {
        Read previous;
        Read next;
        uint8 digits;
        uint16 multiplier;
        Wh possible;
    }

    function test_Vectors() public {
        _checkAll("advance.json");
    }

    function advance(Step calldata s) external pure returns (Wh[5] memory used, Wh exported) {
        (UsedFour four, UsedFifth fifth) = ReadLib.advance(
            Words.pack(s.previous),
            Words.pack(s.next),
            s.digits,
            s.multiplier,
            s.possible
        );
        return Words.unpack(four, fifth);
    }

    function _stepOf(Case memory c) private pure returns (Step memory s) {
        s.previous.importWh = _inRegisters(c, "previousWh");
        s.next.importWh = _inRegisters(c, "nextWh");
        s.previous.exportWh = Wh.wrap(uint64(_in(c, "previousExportWh")));
        s.next.exportWh = Wh.wrap(uint64(_in(c, "nextExportWh")));
        s.digits = uint8(_in(c, "digits"));
        s.multiplier = uint16(_in(c, "multiplier"));
        s.possible = ReadLib.possibleAdvance(
            Watt.wrap(uint64(_in(c, "capacityW"))),
            uint40(_in(c, "secondsBetween")),
            s.multiplier
        );
    }

    function _check(Case memory c) internal view override {
        Step memory s = _stepOf(c);
        string memory refusal = _refusal(c);
        try this.advance(s) returns (Wh[5] memory used, Wh exported) {
            assertEq(refusal, "", c.name);
            assertEq(Wh.unwrap(s.possible), _out(c, "possibleWh"), c.name);
            uint256[] memory expected = _outMany(c, "usedWh");
            for (uint256 i; i < 5; ++i) {
                assertEq(Wh.unwrap(used[i]), expected[i], c.name);
            }
            assertEq(Wh.unwrap(exported), _out(c, "exportedWh"), c.name);
        } catch (bytes memory reason) {
            assertNotEq(refusal, "", c.name);
            _assertRefused(c, reason, _selectorOf(refusal));
        }
    }

    function _selectorOf(string memory refusal) private pure returns (bytes4) {
        bytes32 name = keccak256(bytes(refusal));
        if (name == keccak256("ReadBackwards")) return ReadLib.ReadBackwards.selector;
        if (name == keccak256("ReadTooWide")) return ReadLib.ReadTooWide.selector;
        return name == keccak256("ReadTooFast") ? ReadLib.ReadTooFast.selector : bytes4(0);
    }

    /// @dev P5 on one read: what the registers moved, dial or no dial, is what was used.
    function testFuzz_P5_AdvanceRoundTrip(
        uint64[5] memory starts,
        uint32[5] memory moves,
        uint8 digits,
        uint16 ratio
    ) public view {
        digits = uint8(bound(digits, 11, 18));
        ratio = uint16(bound(ratio, 1, type(uint16).max));
        uint64 dial = uint64(10 ** digits);
        Step memory s;
        (s.digits, s.multiplier, s.possible) = (digits, ratio, Wh.wrap(5 * uint64(type(uint32).max)));
        for (uint256 i; i < 5; ++i) {
            uint64 start = starts[i] % dial;
            s.previous.importWh[i] = Wh.wrap(start);
            s.next.importWh[i] = Wh.wrap((start + moves[i]) % dial);
        }
        (Wh[5] memory used, Wh exported) = this.advance(s);
        for (uint256 i; i < 5; ++i) {
            assertEq(Wh.unwrap(used[i]), uint256(moves[i]) * ratio);
        }
        assertEq(Wh.unwrap(exported), 0);
    }
}
