// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BillRule} from "../types/Billing.sol";
import {RuleBasis} from "../types/Offer.sol";
import {Wh} from "../types/Units.sol";
import {DeviationLib} from "./DeviationLib.sol";
import {RateLib} from "./RateLib.sol";

/// @notice What surplus does to a bill. Mirrors lib/domain/billing/surplus.ts. Vectors: surplus.json.
library SurplusLib {
    using RateLib for BillRule;

    /// @notice Contracted energy after what was bought and sold of it.
    /// @dev Never below zero: a term that is cut within the period after a sale has less contracted than it sold, and still its bill
    /// must come.
    function moved(Wh contracted, Wh bought, Wh sold) internal pure returns (Wh) {
        Wh most = contracted + bought;
        return most < sold ? Wh.wrap(0) : most - sold;
    }

    /// @notice How much of what is due a bill takes: at most its direct energy. On annual basis all energy of a month is direct.
    function usable(Wh due, Wh contracted, Wh used, BillRule rule) internal pure returns (Wh) {
        Wh direct = used;
        if (rule.ruleBasisOf() == RuleBasis.Monthly) {
            direct = DeviationLib.split(contracted, used, rule.lowerOf(), rule.upperOf()).direct;
        }
        return due < direct ? due : direct;
    }
}
