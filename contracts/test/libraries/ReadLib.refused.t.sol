// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Test} from "forge-std/Test.sol";
import {ReadLib} from "../../src/libraries/ReadLib.sol";
import {Meter, Read, UsedFifth, UsedFour} from "../../src/types/Metering.sol";
import {Watt, Wh} from "../../src/types/Units.sol";
import {Words} from "../market/Words.sol";

/// @notice What a refusal says: the register, and the numbers that were read.
contract ReadLibRefusedTest is Test {
    uint8 private constant DIGITS = 6;
    Wh private constant POSSIBLE = Wh.wrap(1_000);

    function advance(
        Read calldata previous,
        Read calldata next,
        uint8 digits,
        uint16 multiplier,
        Wh possible
    ) external pure returns (Wh[5] memory used, Wh exported) {
        (UsedFour four, UsedFifth fifth) = ReadLib.advance(
            Words.pack(previous),
            Words.pack(next),
            digits,
            multiplier,
            possible
        );
        return Words.unpack(four, fifth);
    }

    function between(
        Meter calldata meter,
        Read calldata previous,
        Read calldata next
    ) external pure returns (Wh[5] memory used, Wh exported) {
        (UsedFour four, UsedFifth fifth) = ReadLib.between(Words.pack(meter), Words.pack(previous), Words.pack(next));
        return Words.unpack(four, fifth);
    }

    /// @dev 100 kW for an hour behind a transformer of 10:1 turn the dial by 10,000 at most. The dial of six digits rolls over once.
    function test_AMetersFactsSayHowFarItCanTurn() public {
        Meter memory meter;
        (meter.capacity, meter.multiplier, meter.digits) = (Watt.wrap(100_000), 10, DIGITS);
        meter.signer = abi.encodePacked(address(this));
        Read memory previous;
        Read memory next;
        (previous.time, next.time) = (7_200, 10_800);
        (previous.importWh[2], next.importWh[2]) = (Wh.wrap(995_000), Wh.wrap(5_000));
        (Wh[5] memory used, ) = this.between(meter, previous, next);
        assertEq(Wh.unwrap(used[2]), 100_000);
        next.importWh[0] = Wh.wrap(1);
        vm.expectRevert(abi.encodeWithSelector(ReadLib.ReadTooFast.selector, Wh.wrap(10_001), Wh.wrap(10_000)));
        this.between(meter, previous, next);
    }

    function _refuse(Read memory previous, Read memory next, bytes memory reason) private {
        vm.expectRevert(reason);
        this.advance(previous, next, DIGITS, 1, POSSIBLE);
    }

    function test_RevertGiven_AnImportRegisterThatWentBackwards() public {
        Read memory previous;
        Read memory next;
        (previous.importWh[3], next.importWh[3]) = (Wh.wrap(5_000), Wh.wrap(4_000));
        _refuse(
            previous,
            next,
            abi.encodeWithSelector(ReadLib.ReadBackwards.selector, 3, Wh.wrap(5_000), Wh.wrap(4_000))
        );
    }

    function test_RevertGiven_AnExportRegisterThatWentBackwards() public {
        Read memory previous;
        Read memory next;
        (previous.exportWh, next.exportWh) = (Wh.wrap(5_000), Wh.wrap(4_000));
        _refuse(
            previous,
            next,
            abi.encodeWithSelector(ReadLib.ReadBackwards.selector, 5, Wh.wrap(5_000), Wh.wrap(4_000))
        );
    }

    function test_RevertGiven_ARegisterOffItsDial() public {
        Read memory previous;
        Read memory next;
        next.exportWh = Wh.wrap(1_000_000);
        _refuse(previous, next, abi.encodeWithSelector(ReadLib.ReadTooWide.selector, 5, Wh.wrap(1_000_000), DIGITS));
    }

    function test_RevertGiven_MoreThanIsPossible() public {
        Read memory previous;
        Read memory next;
        (next.importWh[0], next.importWh[4]) = (Wh.wrap(600), Wh.wrap(401));
        _refuse(previous, next, abi.encodeWithSelector(ReadLib.ReadTooFast.selector, Wh.wrap(1_001), POSSIBLE));
        (next.importWh[0], next.exportWh) = (Wh.wrap(0), Wh.wrap(1_002));
        _refuse(previous, next, abi.encodeWithSelector(ReadLib.ReadTooFast.selector, Wh.wrap(1_002), POSSIBLE));
    }

    /// @dev Each register's energy fits in its 64 bits, but not their sum, which a bill would need.
    function test_RevertGiven_ASumThatDoesNotFit() public {
        Read memory previous;
        Read memory next;
        (next.importWh[0], next.importWh[1]) = (Wh.wrap(0.9e18), Wh.wrap(0.9e18));
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 64, 19.8e18));
        this.advance(previous, next, 18, 11, Wh.wrap(type(uint64).max));
    }
}
