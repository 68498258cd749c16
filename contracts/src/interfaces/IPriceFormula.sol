// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Nano} from "../types/Units.sol";
import {Determinants} from "../types/Offer.sol";

/// @title One way to price energy
/// @notice Parameters are bytes that only the formula understands. A formula holds no state, so an agreement keeps its price for ever.
interface IPriceFormula {
    error FormulaParamsInvalid();
    /// @dev The price follows an interval index, and nobody attested what the period's energy costs at it.
    error IndexCostMissing();

    /// @notice Reverts unless the parameters can be priced.
    function check(bytes calldata params) external view;

    /// @notice Cost of all energy used in a period, rounded down to a Nano; the caller rounds once more, to a Micro.
    function cost(bytes calldata params, Determinants calldata usage) external view returns (Nano);
}
