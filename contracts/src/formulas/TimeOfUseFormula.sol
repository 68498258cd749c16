// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../interfaces/IPriceFormula.sol";
import {Determinants} from "../types/Offer.sol";
import {Nano, Wh} from "../types/Units.sol";

/// @notice A price per register: sharp, peak, flat, valley, deep valley. Params: abi.encode(uint64[5] microPerKwh).
/// Mirrors lib/domain/offers/formulas/time-of-use.ts.
contract TimeOfUseFormula is IPriceFormula {
    /// @inheritdoc IPriceFormula
    function check(bytes calldata params) external pure {
        if (params.length != 160) revert FormulaParamsInvalid();
        abi.decode(params, (uint64[5]));
    }

    /// @inheritdoc IPriceFormula
    function cost(bytes calldata params, Determinants calldata usage) external pure returns (Nano) {
        uint64[5] memory prices = abi.decode(params, (uint64[5]));
        uint256 nano;
        for (uint256 i; i < 5; ++i) {
            nano += uint256(Wh.unwrap(usage.registers[i])) * prices[i];
        }
        return Nano.wrap(nano);
    }
}
