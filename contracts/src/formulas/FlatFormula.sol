// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../interfaces/IPriceFormula.sol";
import {ParamsLib} from "../libraries/ParamsLib.sol";
import {UsageLib} from "../libraries/UsageLib.sol";
import {Determinants} from "../types/Offer.sol";
import {Nano} from "../types/Units.sol";

/// @notice One price for every kWh. Params: abi.encode(uint64 price). Mirrors lib/domain/offers/formulas/flat.ts.
contract FlatFormula is IPriceFormula {
    using ParamsLib for bytes;
    using UsageLib for Determinants;

    /// @inheritdoc IPriceFormula
    function check(bytes calldata params) external pure {
        params.requireWords(1);
        params.uintAt(0, type(uint64).max);
    }

    /// @inheritdoc IPriceFormula
    function cost(bytes calldata params, Determinants calldata usage) external pure returns (Nano) {
        return Nano.wrap(usage.energyOf() * abi.decode(params, (uint64)));
    }
}
