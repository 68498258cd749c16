// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {IRevisions} from "./interfaces/IRevisions.sol";
import {AnnualLib} from "./libraries/AnnualLib.sol";
import {BillLib} from "./libraries/BillLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {Modular} from "./Modular.sol";
import {AgreementState, ContractYear, YearTotals} from "./types/Agreement.sol";
import {BillLine, BillPrices, BillRule} from "./types/Billing.sol";

/// @notice Totals of the contract years of agreements on annual basis: each month is counted once, and may be counted anew.
abstract contract ContractYears is IRevisions, Modular {
    using TermLib for AgreementState;

    uint256 internal constant MONTHS = 12;

    /* IMMUTABLES */

    IAgreementBook public immutable AGREEMENTS;

    /* STORAGE */

    /// @inheritdoc IRevisions
    mapping(bytes32 agreementId => mapping(uint256 year => ContractYear)) public yearOf;

    /* CONSTRUCTOR */

    constructor(IAgreementBook agreements) {
        AGREEMENTS = agreements;
    }

    /* EXTERNAL */

    /// @inheritdoc IRevisions
    function addToYear(
        bytes32 agreementId,
        uint40 to,
        YearTotals calldata month,
        BillRule rule,
        BillPrices prices
    ) external onlyModule returns (BillLine closing) {
        AgreementState memory state = AGREEMENTS.stateOf(agreementId);
        ContractYear memory year = yearOf[agreementId][state.periods / MONTHS];
        // Twelve months of what the largest connection can carry fit.
        year.contracted += month.contracted;
        year.used += month.used;
        year.charged = SafeCast.toUint88(year.charged + month.charged);
        if (state.closesYear(to)) {
            year.closedAt = to;
            closing = BillLib.closing(rule, prices, AnnualLib.yearOf(year));
        }
        yearOf[agreementId][state.periods / MONTHS] = year;
    }

    /* INTERNAL */

    /// @dev Puts a month in another one's place, in a year that is open or closed. Its instants stay, and so does what is contracted.
    function _replaceInYear(
        bytes32 agreementId,
        uint8 index,
        YearTotals memory old,
        YearTotals memory next
    ) internal returns (ContractYear memory before, ContractYear memory year) {
        before = yearOf[agreementId][index / MONTHS];
        year = yearOf[agreementId][index / MONTHS];
        year.used = year.used - old.used + next.used;
        year.charged = SafeCast.toUint88(year.charged - old.charged + next.charged);
        yearOf[agreementId][index / MONTHS] = year;
    }
}
