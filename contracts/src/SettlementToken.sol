// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @notice Test money for the demo market and for tests, with 6 decimals. Production settles in a token of its own choice.
contract SettlementToken is ERC20, ERC20Permit, AccessManaged {
    constructor(
        address authority
    ) ERC20("Switchyard Test Yuan", "tCNY") ERC20Permit("Switchyard Test Yuan") AccessManaged(authority) {}

    /// @notice Makes test money out of nothing.
    function mint(address to, uint256 amount) external restricted {
        _mint(to, amount);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
