// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Test} from "forge-std/Test.sol";
import {ReadLib} from "../../src/libraries/ReadLib.sol";
import {Read} from "../../src/types/Metering.sol";
import {Wh} from "../../src/types/Units.sol";
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
        return ReadLib.advance(Words.pack(previous), Words.pack(next), digits, multiplier, possible);
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
