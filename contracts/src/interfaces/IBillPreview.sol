// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BillLine, TariffTable} from "../types/Billing.sol";
import {Determinants, Offer} from "../types/Offer.sol";
import {Micro, Wh} from "../types/Units.sol";

/// @title Bills that are only asked about
interface IBillPreview {
    /// @notice The bill that settling would write for these determinants: the same lines, nothing recorded and nothing paid.
    /// @dev Checks neither that the table is published nor that anyone signed: it answers for any table, offer and usage.
    /// @param contracted With what was bought in sessions, and without what was sold.
    /// @param taken Credits that the bill uses.
    function preview(
        TariffTable calldata table,
        Offer calldata offer,
        Wh contracted,
        Wh taken,
        Determinants calldata usage
    ) external view returns (BillLine[] memory lines, Micro total);
}
