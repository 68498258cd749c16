// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

/// @notice Puts contracts on the test chain as they are deployed: from the artifacts of the profile `market`. MARKET_ARTIFACTS names
/// another folder of artifacts; empty, it stands for what the tests themselves were compiled with.
abstract contract Deployed is Test {
    /// @param name Of the contract and its file.
    /// @param arguments Of its constructor, encoded.
    function _deployed(string memory name, bytes memory arguments) internal returns (address) {
        string memory folder = vm.envOr("MARKET_ARTIFACTS", string("out/market"));
        if (bytes(folder).length == 0) return deployCode(string.concat(name, ".sol:", name), arguments);
        return deployCode(string.concat(folder, "/", name, ".sol/", name, ".json"), arguments);
    }

    function _deployed(string memory name) internal returns (address) {
        return _deployed(name, "");
    }
}
