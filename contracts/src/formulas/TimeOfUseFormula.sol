// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../interfaces/IPriceFormula.sol";
import {ParamsLib} from "../libraries/ParamsLib.sol";
import {UsageLib} from "../libraries/UsageLib.sol";
import {Determinants} from "../types/Offer.sol";
import {MicroPerKwh, Nano} from "../types/Units.sol";

/// @notice A price per register: sharp, peak, flat, valley, deep valley. Params: abi.encode(uint64[5] prices).
/// Mirrors lib/domain/offers/formulas/time-of-use.ts.
contract TimeOfUseFormula is IPriceFormula {
    using ParamsLib for bytes;
    using UsageLib for Determinants;

    /// @inheritdoc IPriceFormula
    function check(bytes calldata params) external pure {
        params.requireWords(5);
        for (uint256 i; i < 5; ++i) {
            params.uintAt(i, type(uint64).max);
        }
    }

    /// @inheritdoc IPriceFormula
    function cost(bytes calldata params, Determinants calldata usage) external pure returns (Nano) {
        return Nano.wrap(usage.registerCost(abi.decode(params, (MicroPerKwh[5]))));
    }
}
