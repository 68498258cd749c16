// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TariffTable} from "../types/Billing.sol";

/// @title The market calendar and the regulated prices
/// @notice The exchange publishes settlement periods (local calendar months, in UTC seconds) and, for each region, voltage class
/// and period, one table. Tables travel in calldata and are checked against their hash.
interface ITariffBook {
    event PeriodPublished(uint40 indexed start, uint40 end);
    event TariffPublished(uint32 indexed region, uint8 indexed voltageClass, uint40 indexed start, TariffTable table);

    error PeriodUnknown(uint40 start);
    error PeriodInvalid(uint40 start, uint40 end);
    error TariffAlreadyPublished(uint32 region, uint8 voltageClass, uint40 start);
    error TariffUnknown(uint32 region, uint8 voltageClass, uint40 start);
    error TariffMismatch(bytes32 published, bytes32 given);
    error ComponentInvalid(uint256 index);
    error PayeeZero();

    /// @notice Publishes consecutive periods: boundaries[i] to boundaries[i + 1].
    function publishPeriods(uint40[] calldata boundaries) external;

    /// @notice Publishes a table, once and for ever.
    function publish(TariffTable calldata table) external;

    /// @notice End of the period that starts at an instant; zero if there is none.
    function periodEnd(uint40 start) external view returns (uint40);

    /// @notice Reverts unless this very table was published.
    function requirePublished(TariffTable calldata table) external view;
}
