// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Micro, MicroPerKwh, Wh, WH_PER_KWH} from "../types/Units.sol";

/// @notice What a consumer locks when signing. Mirrors lib/domain/agreements/deposit.ts. Vectors: deposit.json.
library DepositLib {
    uint256 private constant MONTHS = 12;

    /// @notice Deposit of an average month's contracted energy, rounded down: the consumer keeps the dust.
    function deposit(Wh[12] memory contracted, MicroPerKwh price) internal pure returns (Wh yearly, Micro amount) {
        for (uint256 i; i < MONTHS; ++i) {
            yearly = yearly + contracted[i];
        }
        uint256 nano = uint256(Wh.unwrap(yearly)) * MicroPerKwh.unwrap(price);
        amount = Micro.wrap(uint128(nano / (MONTHS * WH_PER_KWH)));
    }
}
