// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Determinants} from "../types/Offer.sol";
import {MicroPerKwh, Wh} from "../types/Units.sol";

/// @notice Arithmetic on billing determinants that formulas share, wide enough for any of them.
/// Mirrors lib/domain/offers/usage.ts. Vectors: formulas/*.json.
library UsageLib {
    /// @notice Energy over all registers, in Wh. Wider than Wh: a cost is defined even where no bill could be written.
    function energyOf(Determinants calldata usage) internal pure returns (uint256 energy) {
        unchecked {
            for (uint256 i; i < 5; ++i) {
                energy += Wh.unwrap(usage.registers[i]);
            }
        }
    }

    /// @notice Exact cost, in Nano, of energy that has a price for each register.
    function registerCost(
        Determinants calldata usage,
        MicroPerKwh[5] memory prices
    ) internal pure returns (uint256 nano) {
        // Five products of 64 bits each.
        unchecked {
            for (uint256 i; i < 5; ++i) {
                nano += uint256(Wh.unwrap(usage.registers[i])) * MicroPerKwh.unwrap(prices[i]);
            }
        }
    }

    /// @notice The part of an amount of a whole period that falls on the time supplied, rounded down.
    /// @dev A period without a length is a whole one.
    /// @param amount Below 2^200.
    function prorated(uint256 amount, Determinants calldata usage) internal pure returns (uint256) {
        if (usage.elapsed == usage.whole || usage.whole == 0) return amount;
        return (amount * usage.elapsed) / usage.whole;
    }
}
