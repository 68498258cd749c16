// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HashLib} from "../../contracts/src/libraries/HashLib.sol";
import {TariffTable} from "../../contracts/src/types/Billing.sol";

/// @notice A tariff table in one event and one word.
contract FloorTariffs {
    mapping(uint256 regionClassAndStart => bytes32) private _tables;

    event Published(uint32 indexed region, uint8 indexed voltageClass, uint40 indexed start, TariffTable table);

    function publish(TariffTable calldata table) external {
        uint256 key = (uint256(table.region) << 48) | (uint256(table.voltageClass) << 40) | table.start;
        _tables[key] = HashLib.hash(table);
        emit Published(table.region, table.voltageClass, table.start, table);
    }
}
