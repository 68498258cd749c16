// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IModular} from "./interfaces/IModular.sol";

/// @notice See IModular.
abstract contract Modular is IModular, AccessManaged {
    /* STORAGE */

    /// @inheritdoc IModular
    mapping(address module => bool) public isModule;

    modifier onlyModule() {
        if (!isModule[msg.sender]) revert NotModule(msg.sender);
        _;
    }

    /* CONSTRUCTOR */

    constructor(address authority) AccessManaged(authority) {}

    /* EXTERNAL */

    /// @inheritdoc IModular
    function setModule(address module, bool allowed) external restricted {
        isModule[module] = allowed;
        emit ModuleSet(module, allowed);
    }
}
