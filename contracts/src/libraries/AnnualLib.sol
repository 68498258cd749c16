// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Bps, Micro, MicroPerKwh, Wh, BPS_ONE, WH_PER_KWH} from "../types/Units.sol";
import {ContractYear} from "../types/Agreement.sol";
import {BillPrices, BillRule} from "../types/Billing.sol";
import {DeviationLib} from "./DeviationLib.sol";
import {RateLib} from "./RateLib.sol";

/// @notice The band applied to a contract year at once (SPEC section 7, basis Annual).
/// Mirrors lib/domain/billing/annual.ts. Vectors: annual.json.
library AnnualLib {
    using RateLib for BillRule;
    using RateLib for BillPrices;

    /// @dev Totals of a contract year.
    struct Year {
        Wh contracted;
        Wh used;
        /// @dev Energy and regulated lines of the year's months, without any deviation.
        Micro charged;
    }

    /// @dev At most one of excess and shortfall is not zero.
    struct TrueUp {
        Wh excess;
        Wh shortfall;
        Micro amount;
    }

    /// @notice The totals of a year as Revisions keeps them.
    function yearOf(ContractYear memory kept) internal pure returns (Year memory) {
        return Year(Wh.wrap(kept.contracted), Wh.wrap(kept.used), Micro.wrap(kept.charged));
    }

    /// @notice What the year's deviation costs beyond what its months have been charged.
    /// @dev Excess energy is repriced: its all-in price less its share of what was charged, never below zero. One exact
    /// expression, rounded down once: the payer keeps the dust.
    /// @param prices Of the period that closes the year.
    function trueUp(Year memory year, BillRule rule, BillPrices prices) internal pure returns (TrueUp memory t) {
        DeviationLib.Split memory s = DeviationLib.split(year.contracted, year.used, rule.lowerOf(), rule.upperOf());
        (t.excess, t.shortfall) = (s.excess, s.shortfall);
        if (Wh.unwrap(s.excess) != 0) t.amount = _repriced(s.excess, year, prices.referenceOf(), rule.excessOf());
        else t.amount = DeviationLib.chargeAt(s.shortfall, prices.shortfallOf());
    }

    /// @dev excess × price × multiplier − charged × excess ÷ used, over the common divisor. 64 + 64 + 64 + 16 bits at most.
    function _repriced(
        Wh excess,
        Year memory year,
        MicroPerKwh referencePrice,
        Bps multiplier
    ) private pure returns (Micro) {
        uint256 unit = WH_PER_KWH * BPS_ONE;
        uint256 used = Wh.unwrap(year.used);
        uint256 due = uint256(MicroPerKwh.unwrap(referencePrice)) * Bps.unwrap(multiplier) * used;
        uint256 charged = Micro.unwrap(year.charged) * unit;
        if (due <= charged) return Micro.wrap(0);
        return Micro.wrap(uint128((Wh.unwrap(excess) * (due - charged)) / (unit * used)));
    }
}
