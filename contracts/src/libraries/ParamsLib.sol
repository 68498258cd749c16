// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../interfaces/IPriceFormula.sol";

/// @notice Checks the bytes of a formula's parameters word by word, so that a wrong one is refused by name and one meaning has one encoding.
library ParamsLib {
    /// @notice Refuses any other length.
    function requireWords(bytes calldata params, uint256 words) internal pure {
        if (params.length != words * 32) revert IPriceFormula.FormulaParamsInvalid();
    }

    /// @notice Refuses a word above `most`: a value too large, or bits where padding belongs.
    /// @param index Within the bytes.
    function uintAt(bytes calldata params, uint256 index, uint256 most) internal pure returns (uint256 value) {
        value = uint256(bytes32(params[index * 32:index * 32 + 32]));
        if (value > most) revert IPriceFormula.FormulaParamsInvalid();
    }

    /// @notice Refuses a word that is not a sign-extended int64.
    function int64At(bytes calldata params, uint256 index) internal pure returns (int64) {
        int256 value = int256(uintAt(params, index, type(uint256).max));
        if (value != int64(value)) revert IPriceFormula.FormulaParamsInvalid();
        return int64(value);
    }

    /// @notice Refuses a word other than `expected`.
    function requireWord(bytes calldata params, uint256 index, uint256 expected) internal pure {
        if (uintAt(params, index, type(uint256).max) != expected) revert IPriceFormula.FormulaParamsInvalid();
    }
}
