// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UsedRest} from "../types/Billing.sol";
import {UsedFifth, UsedFour} from "../types/Metering.sol";
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

    /// @notice The five registers again.
    function registers(UsedFour packed, UsedFifth fifth) internal pure returns (Wh[5] memory used) {
        uint256 word = UsedFour.unwrap(packed);
        used[0] = Wh.wrap(uint64(word));
        used[1] = Wh.wrap(uint64(word >> 64));
        used[2] = Wh.wrap(uint64(word >> 128));
        used[3] = Wh.wrap(uint64(word >> 192));
        used[4] = Wh.wrap(uint64(UsedFifth.unwrap(fifth)));
    }

    function exported(UsedFifth fifth) internal pure returns (Wh) {
        return Wh.wrap(uint64(UsedFifth.unwrap(fifth) >> 64));
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
