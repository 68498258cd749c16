// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {IPriceFormula} from "../../src/interfaces/IPriceFormula.sol";
import {ParamsLib} from "../../src/libraries/ParamsLib.sol";

/// @notice Each limit at its last good and its first bad word.
contract ParamsLibTest is Test {
    function requireWords(bytes calldata params, uint256 words) external pure {
        ParamsLib.requireWords(params, words);
    }

    function uintAt(bytes calldata params, uint256 index, uint256 most) external pure returns (uint256) {
        return ParamsLib.uintAt(params, index, most);
    }

    function int64At(bytes calldata params, uint256 index) external pure returns (int64) {
        return ParamsLib.int64At(params, index);
    }

    function requireWord(bytes calldata params, uint256 index, uint256 expected) external pure {
        ParamsLib.requireWord(params, index, expected);
    }

    function test_TheLengthMustBeExact() public {
        this.requireWords(new bytes(96), 3);
        this.requireWords("", 0);
        uint8[4] memory others = [95, 97, 64, 128];
        for (uint256 i; i < others.length; ++i) {
            vm.expectRevert(IPriceFormula.FormulaParamsInvalid.selector);
            this.requireWords(new bytes(others[i]), 3);
        }
    }

    function testFuzz_AWordIsReadWhereItIs(uint256[3] memory words, uint256 index) public view {
        index %= 3;
        assertEq(this.uintAt(abi.encode(words), index, type(uint256).max), words[index]);
        assertEq(this.uintAt(abi.encode(words), index, words[index]), words[index]);
    }

    function testFuzz_RevertGiven_AWordAboveTheMost(uint256 word, uint256 most) public {
        most = bound(most, 0, type(uint256).max - 1);
        word = bound(word, most + 1, type(uint256).max);
        vm.expectRevert(IPriceFormula.FormulaParamsInvalid.selector);
        this.uintAt(abi.encode(uint256(0), word), 1, most);
    }

    function testFuzz_ASignedWordIsRead(int64 value) public view {
        assertEq(this.int64At(abi.encode(uint256(7), int256(value)), 1), value);
    }

    function testFuzz_RevertGiven_AWordThatIsNoInt64(int256 value) public {
        if (value == int64(value)) value += int256(1) << 64;
        vm.expectRevert(IPriceFormula.FormulaParamsInvalid.selector);
        this.int64At(abi.encode(uint256(7), value), 1);
    }

    function testFuzz_OnlyTheExpectedWord(uint256 expected, uint256 other) public {
        vm.assume(other != expected);
        this.requireWord(abi.encode(other, expected), 1, expected);
        vm.expectRevert(IPriceFormula.FormulaParamsInvalid.selector);
        this.requireWord(abi.encode(expected, other), 1, expected);
    }

    /// @dev Bits where padding belongs may all be expected.
    function test_AnyWordMayBeExpected() public view {
        this.requireWord(abi.encode(type(uint256).max), 0, type(uint256).max);
    }
}
