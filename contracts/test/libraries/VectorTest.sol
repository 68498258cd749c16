// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {Wh} from "../../src/types/Units.sol";

/// @notice Reads the vectors that TypeScript reads too. A case is a sentence, what goes in, and what comes out or is refused.
abstract contract VectorTest is Test {
    /// @dev One case of a vector file.
    struct Case {
        string json;
        string path;
        string name;
    }

    /// @dev Loads a file and hands every case to `_check`. A file without cases is a mistake.
    function _checkAll(string memory file) internal {
        string memory json = vm.readFile(string.concat(vm.projectRoot(), "/vectors/", file));
        uint256 count;
        while (vm.keyExistsJson(json, string.concat("$[", vm.toString(count), "].name"))) {
            string memory path = string.concat("$[", vm.toString(count++), "]");
            _check(Case(json, path, vm.parseJsonString(json, string.concat(path, ".name"))));
        }
        assertGt(count, 0, file);
    }

    function _check(Case memory c) internal virtual;

    function _refusal(Case memory c) internal view returns (string memory) {
        string memory key = string.concat(c.path, ".out.refusal");
        return vm.keyExistsJson(c.json, key) ? vm.parseJsonString(c.json, key) : "";
    }

    function _in(Case memory c, string memory key) internal pure returns (uint256) {
        return vm.parseJsonUint(c.json, string.concat(c.path, ".in.", key));
    }

    function _out(Case memory c, string memory key) internal pure returns (uint256) {
        return vm.parseJsonUint(c.json, string.concat(c.path, ".out.", key));
    }

    function _inMany(Case memory c, string memory key) internal pure returns (uint256[] memory) {
        return vm.parseJsonUintArray(c.json, string.concat(c.path, ".in.", key));
    }

    function _outMany(Case memory c, string memory key) internal pure returns (uint256[] memory) {
        return vm.parseJsonUintArray(c.json, string.concat(c.path, ".out.", key));
    }

    function _inRegisters(Case memory c, string memory key) internal pure returns (Wh[5] memory registers) {
        uint256[] memory values = _inMany(c, key);
        for (uint256 i; i < 5; ++i) {
            registers[i] = Wh.wrap(uint64(values[i]));
        }
    }

    /// @dev The error a vector names must be the one that was thrown, whatever facts it carries.
    function _assertRefused(Case memory c, bytes memory reason, bytes4 selector) internal pure {
        assertGe(reason.length, 4, c.name);
        assertEq(bytes4(reason), selector, c.name);
    }
}
