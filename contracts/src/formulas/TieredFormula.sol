// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../interfaces/IPriceFormula.sol";
import {ParamsLib} from "../libraries/ParamsLib.sol";
import {UsageLib} from "../libraries/UsageLib.sol";
import {Determinants} from "../types/Offer.sol";
import {MicroPerKwh, Nano, Wh} from "../types/Units.sol";

/// @notice Energy up to each limit at the price of its tier, and what is above the last limit at the last price.
/// Params: abi.encode(uint64[] upTo, uint64[] prices). Mirrors lib/domain/offers/formulas/tiered.ts.
contract TieredFormula is IPriceFormula {
    using ParamsLib for bytes;
    using UsageLib for Determinants;
    using UsageLib for uint256;

    uint256 private constant MOST_PRICES = 8;
    /// @dev Two offsets and two lengths, and one price more than there are limits.
    uint256 private constant FEWEST_WORDS = 5;

    /// @inheritdoc IPriceFormula
    function check(bytes calldata params) external pure {
        uint256 words = params.length / 32;
        if (words < FEWEST_WORDS) revert FormulaParamsInvalid();
        uint256 limits = (words - FEWEST_WORDS) / 2;
        if (limits >= MOST_PRICES) revert FormulaParamsInvalid();
        params.requireWords(FEWEST_WORDS + 2 * limits);
        params.requireWord(0, 64);
        params.requireWord(1, 96 + 32 * limits);
        params.requireWord(2, limits);
        params.requireWord(3 + limits, limits + 1);
        uint256 previous;
        for (uint256 i; i < limits; ++i) {
            uint256 limit = params.uintAt(3 + i, type(uint64).max);
            if (limit <= previous) revert FormulaParamsInvalid();
            previous = limit;
        }
        for (uint256 i; i <= limits; ++i) {
            params.uintAt(4 + limits + i, type(uint64).max);
        }
    }

    /// @inheritdoc IPriceFormula
    /// @dev A limit is that of a whole period. In a part of one it is prorated and rounded down, which moves less than one
    /// Wh into the next tier: the seller gains where prices rise, the consumer where they fall.
    function cost(bytes calldata params, Determinants calldata usage) external pure returns (Nano) {
        (Wh[] memory upTo, MicroPerKwh[] memory prices) = abi.decode(params, (Wh[], MicroPerKwh[]));
        uint256 used = usage.energyOf();
        uint256 from;
        uint256 nano;
        for (uint256 i; i < upTo.length && from < used; ++i) {
            uint256 limit = uint256(Wh.unwrap(upTo[i])).prorated(usage);
            uint256 to = limit < used ? limit : used;
            nano += (to - from) * MicroPerKwh.unwrap(prices[i]);
            from = to;
        }
        return Nano.wrap(nano + (used - from) * MicroPerKwh.unwrap(prices[upTo.length]));
    }
}
