// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../interfaces/IPriceFormula.sol";
import {BillLib} from "../libraries/BillLib.sol";
import {Determinants} from "../types/Offer.sol";
import {Nano, Wh} from "../types/Units.sol";

/// @notice One price for every kWh. Params: abi.encode(uint64 microPerKwh). Mirrors lib/domain/offers/formulas/flat.ts.
contract FlatFormula is IPriceFormula {
    /// @inheritdoc IPriceFormula
    function check(bytes calldata params) external pure {
        if (params.length != 32) revert FormulaParamsInvalid();
        abi.decode(params, (uint64));
    }

    /// @inheritdoc IPriceFormula
    function cost(bytes calldata params, Determinants calldata usage) external pure returns (Nano) {
        uint256 used = Wh.unwrap(BillLib.sum(usage.registers));
        return Nano.wrap(used * abi.decode(params, (uint64)));
    }
}
