// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A contract that lets named market contracts ("modules") act on it
/// @notice Adding a module is the strongest power in the market, so the authority delays it and everyone sees it coming.
interface IModular {
    event ModuleSet(address indexed module, bool allowed);

    error NotModule(address caller);

    function setModule(address module, bool allowed) external;

    function isModule(address module) external view returns (bool);
}
