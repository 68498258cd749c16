// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Wh, Micro, MicroPerKwh, Nano, Bps, WH_PER_KWH, BPS_ONE} from "../types/Units.sol";

/// @notice The deviation rule of SPEC section 7. Mirrors lib/domain/billing/deviation.ts. Vectors: deviation.json.
library DeviationLib {
    /// @dev Used energy split by the tolerance band. direct + excess = used.
    struct Split {
        Wh upper;
        Wh lower;
        Wh direct;
        Wh excess;
        Wh shortfall;
    }

    /// @notice Splits used energy by the band around contracted energy.
    /// @dev The upper edge rounds up and the lower edge down: both in the payer's favour.
    function split(Wh contracted, Wh used, Bps lower, Bps upper) internal pure returns (Split memory s) {
        uint256 c = Wh.unwrap(contracted);
        // 64 bits times 16, and no part is larger than what it is taken from.
        unchecked {
            s.upper = Wh.wrap(SafeCast.toUint64((c * Bps.unwrap(upper) + BPS_ONE - 1) / BPS_ONE));
            s.lower = Wh.wrap(uint64((c * Bps.unwrap(lower)) / BPS_ONE));
            s.direct = s.upper < used ? s.upper : used;
            s.excess = Wh.wrap(Wh.unwrap(used) - Wh.unwrap(s.direct));
            if (used < s.lower) s.shortfall = Wh.wrap(Wh.unwrap(s.lower) - Wh.unwrap(used));
        }
    }

    /// @notice Cost under an average-price cap: never more than the cap for each kWh used.
    /// @param cap Zero means no cap.
    function capped(Nano cost, MicroPerKwh cap, Wh used) internal pure returns (Nano) {
        if (MicroPerKwh.unwrap(cap) == 0) return cost;
        uint256 most = uint256(Wh.unwrap(used)) * MicroPerKwh.unwrap(cap);
        return Nano.unwrap(cost) > most ? Nano.wrap(most) : cost;
    }

    /// @notice The part of a cost that falls on direct energy, rounded down once: the payer keeps the dust.
    /// @dev A cost without energy (a demand charge) is due in full.
    /// @param cost Cost of all used energy.
    function directCharge(Nano cost, Wh direct, Wh used) internal pure returns (Micro) {
        if (Wh.unwrap(used) == 0) return Micro.wrap(SafeCast.toUint128(Nano.unwrap(cost) / WH_PER_KWH));
        uint256 nano = Nano.unwrap(cost) * Wh.unwrap(direct);
        unchecked {
            return Micro.wrap(SafeCast.toUint128(nano / (Wh.unwrap(used) * WH_PER_KWH)));
        }
    }

    /// @notice The same of a regulated component, whose cost is below 2^99 (see RateLib): nothing in it can overflow.
    /// @param used Not zero.
    function directPart(Nano cost, Wh direct, Wh used) internal pure returns (Micro) {
        unchecked {
            uint256 nano = Nano.unwrap(cost) * Wh.unwrap(direct);
            return Micro.wrap(uint128(nano / (Wh.unwrap(used) * WH_PER_KWH)));
        }
    }

    /// @notice All-in price of excess energy: reference price × multiplier, rounded down.
    function excessCharge(Wh excess, MicroPerKwh referencePrice, Bps multiplier) internal pure returns (Micro) {
        // 64 bits times 64 times 16.
        unchecked {
            uint256 nano = uint256(Wh.unwrap(excess)) * MicroPerKwh.unwrap(referencePrice) * Bps.unwrap(multiplier);
            return Micro.wrap(uint128(nano / (WH_PER_KWH * BPS_ONE)));
        }
    }

    /// @notice Energy at a single price, rounded down. The shortfall penalty and the service fee.
    function chargeAt(Wh energy, MicroPerKwh price) internal pure returns (Micro) {
        unchecked {
            return Micro.wrap(uint128((uint256(Wh.unwrap(energy)) * MicroPerKwh.unwrap(price)) / WH_PER_KWH));
        }
    }
}
