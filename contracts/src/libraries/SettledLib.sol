// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UsedFour, UsedRest} from "../types/Billing.sol";
import {Wh} from "../types/Units.sol";

/// @notice What a bill says of its period, in two words. Mirrors lib/chain/coding/billing.ts.
library SettledLib {
    function four(Wh[5] memory used) internal pure returns (UsedFour) {
        return
            UsedFour.wrap(
                uint256(Wh.unwrap(used[0])) |
                    (uint256(Wh.unwrap(used[1])) << 64) |
                    (uint256(Wh.unwrap(used[2])) << 128) |
                    (uint256(Wh.unwrap(used[3])) << 192)
            );
    }

    function rest(
        Wh[5] memory used,
        Wh contracted,
        uint40 from,
        uint40 to,
        uint8 index
    ) internal pure returns (UsedRest) {
        return
            UsedRest.wrap(
                uint256(Wh.unwrap(used[4])) |
                    (uint256(Wh.unwrap(contracted)) << 64) |
                    (uint256(from) << 128) |
                    (uint256(to) << 168) |
                    (uint256(index) << 208)
            );
    }
}
