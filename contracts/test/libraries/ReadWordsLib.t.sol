// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Test} from "forge-std/Test.sol";
import {ReadWordsLib} from "../../src/libraries/ReadWordsLib.sol";
import {Dials, DialsAndTime, Read, ReadQuality, ReadWords} from "../../src/types/Metering.sol";
import {Watt, Wh} from "../../src/types/Units.sol";
import {Words} from "../market/Words.sol";

/// @notice A read in two words, against words written by hand.
contract ReadWordsLibTest is Test {
    using ReadWordsLib for DialsAndTime;

    function pack(Read memory r) external pure returns (ReadWords memory) {
        return ReadWordsLib.pack(r);
    }

    function qualityOf(ReadWords memory r) external pure returns (ReadQuality) {
        return r.rest.quality();
    }

    function testFuzz_AReadTravelsInTwoWords(
        uint64[6] memory dials,
        uint40 time,
        uint32 sequence,
        uint8 quality,
        uint48 demand
    ) public pure {
        Read memory r;
        for (uint256 i; i < 5; ++i) {
            r.importWh[i] = Wh.wrap(dials[i]);
        }
        (r.exportWh, r.time, r.sequence, r.maxDemand) = (Wh.wrap(dials[5]), time, sequence, Watt.wrap(demand));
        r.quality = ReadQuality(quality % 3);
        ReadWords memory words = Words.pack(r);
        ReadWords memory packed = ReadWordsLib.pack(r);
        assertEq(Dials.unwrap(packed.dials), Dials.unwrap(words.dials));
        assertEq(DialsAndTime.unwrap(packed.rest), DialsAndTime.unwrap(words.rest));
        _assertComesBack(words, r);
    }

    function _assertComesBack(ReadWords memory words, Read memory r) private pure {
        assertEq(words.rest.deepValley(), Wh.unwrap(r.importWh[4]));
        assertEq(words.rest.exported(), Wh.unwrap(r.exportWh));
        assertEq(words.rest.time(), r.time);
        assertEq(words.rest.sequence(), r.sequence);
        assertEq(uint8(words.rest.quality()), uint8(r.quality));
        assertEq(Watt.unwrap(words.rest.maxDemand()), Watt.unwrap(r.maxDemand));
    }

    function testFuzz_RevertGiven_DemandTooWide(uint64 demand) public {
        demand = uint64(bound(demand, 2 ** 48, type(uint64).max));
        Read memory r;
        r.maxDemand = Watt.wrap(demand);
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 48, demand));
        this.pack(r);
    }

    function testFuzz_RevertGiven_NoSuchQuality(uint8 quality) public {
        quality = uint8(bound(quality, 3, type(uint8).max));
        ReadWords memory words;
        words.rest = DialsAndTime.wrap(uint256(quality) << 200);
        vm.expectRevert();
        this.qualityOf(words);
    }
}
