// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The market calendar of the tests: local months of Asia/Shanghai (UTC+8, no summer time) in UTC seconds.
library ShanghaiMonths {
    uint256 private constant OFFSET = 8 hours;

    /// @notice The instant at which a local month begins.
    function startOf(uint256 year, uint256 month) internal pure returns (uint40) {
        // Days since 1970-01-01 of the proleptic Gregorian calendar, with years that begin in March.
        uint256 y = month > 2 ? year : year - 1;
        uint256 era = y / 400;
        uint256 yearOfEra = y - era * 400;
        uint256 dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
        uint256 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return uint40((era * 146_097 + dayOfEra - 719_468) * 1 days - OFFSET);
    }

    /// @notice `count` months in a row, as their `count + 1` boundaries.
    function boundaries(uint256 year, uint256 month, uint256 count) internal pure returns (uint40[] memory all) {
        all = new uint40[](count + 1);
        for (uint256 i; i <= count; ++i) {
            uint256 sinceJanuary = month - 1 + i;
            all[i] = startOf(year + sinceJanuary / 12, (sinceJanuary % 12) + 1);
        }
    }
}
