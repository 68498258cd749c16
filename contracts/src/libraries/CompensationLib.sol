// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wh, Micro, MicroPerKwh, Bps, WH_PER_KWH, BPS_ONE} from "../types/Units.sol";

/// @notice What a generator owes for energy it did not deliver (SPEC section 8).
/// Mirrors lib/domain/purchases/compensation.ts. Vectors: compensation.json.
library CompensationLib {
    /// @dev One month of a purchase agreement.
    struct Delivery {
        Wh agreed;
        Wh delivered;
        /// @dev Share of the agreed energy that must be delivered, never above one.
        Bps lower;
        MicroPerKwh referencePrice;
        MicroPerKwh directPrice;
    }

    /// @notice Missing energy at the difference between the reference price and the direct price.
    /// @dev The duty and the compensation both round down: the generator keeps the dust. Zero if the reference price is the lower one.
    function compensation(Delivery memory d) internal pure returns (Wh short, Micro amount) {
        uint256 duty = (uint256(Wh.unwrap(d.agreed)) * Bps.unwrap(d.lower)) / BPS_ONE;
        uint256 delivered = Wh.unwrap(d.delivered);
        uint256 missing = duty > delivered ? duty - delivered : 0;
        uint256 referencePrice = MicroPerKwh.unwrap(d.referencePrice);
        uint256 directPrice = MicroPerKwh.unwrap(d.directPrice);
        uint256 difference = referencePrice > directPrice ? referencePrice - directPrice : 0;
        short = Wh.wrap(uint64(missing));
        amount = Micro.wrap(uint128((missing * difference) / WH_PER_KWH));
    }
}
