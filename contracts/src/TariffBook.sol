// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMemberRegistry, Role} from "./interfaces/IMemberRegistry.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {LineKind, TariffTable} from "./types/Billing.sol";

/// @notice See ITariffBook.
contract TariffBook is ITariffBook {
    uint40 private constant LONGEST_PERIOD = 32 days;

    /* IMMUTABLES */

    IMemberRegistry public immutable MEMBERS;

    /* STORAGE */

    /// @inheritdoc ITariffBook
    mapping(uint40 start => uint40) public periodEnd;

    mapping(uint32 region => mapping(uint8 voltageClass => mapping(uint40 start => bytes32))) private _tables;

    /* CONSTRUCTOR */

    constructor(IMemberRegistry members) {
        MEMBERS = members;
    }

    /* EXTERNAL */

    /// @inheritdoc ITariffBook
    function publishPeriods(uint40[] calldata boundaries) external {
        MEMBERS.requireRole(msg.sender, Role.Exchange);
        for (uint256 i; i + 1 < boundaries.length; ++i) {
            (uint40 start, uint40 end) = (boundaries[i], boundaries[i + 1]);
            if (end <= start || end - start > LONGEST_PERIOD || periodEnd[start] != 0) {
                revert PeriodInvalid(start, end);
            }
            periodEnd[start] = end;
            emit PeriodPublished(start, end);
        }
    }

    /// @inheritdoc ITariffBook
    function publish(TariffTable calldata table) external {
        MEMBERS.requireRole(msg.sender, Role.Exchange);
        if (table.end == 0 || periodEnd[table.start] != table.end) revert PeriodUnknown(table.start);
        if (_tables[table.region][table.voltageClass][table.start] != 0) {
            revert TariffAlreadyPublished(table.region, table.voltageClass, table.start);
        }
        if (table.grid == address(0) || table.government == address(0) || table.subsidyPool == address(0)) {
            revert PayeeZero();
        }
        for (uint256 i; i < table.components.length; ++i) {
            LineKind kind = table.components[i].kind;
            if (kind < LineKind.Network || kind > LineKind.CrossSubsidy) revert ComponentInvalid(i);
        }
        _tables[table.region][table.voltageClass][table.start] = HashLib.hash(table);
        emit TariffPublished(table.region, table.voltageClass, table.start, table);
    }

    /// @inheritdoc ITariffBook
    function requirePublished(TariffTable calldata table) external view {
        bytes32 published = _tables[table.region][table.voltageClass][table.start];
        if (published == 0) revert TariffUnknown(table.region, table.voltageClass, table.start);
        bytes32 given = HashLib.hash(table);
        if (published != given) revert TariffMismatch(published, given);
    }
}
