// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBillPreview} from "./interfaces/IBillPreview.sol";
import {IPriceFormula} from "./interfaces/IPriceFormula.sol";
import {BillLib} from "./libraries/BillLib.sol";
import {RateLib} from "./libraries/RateLib.sol";
import {BillLine, TariffTable, PAYEES} from "./types/Billing.sol";
import {Determinants, Offer} from "./types/Offer.sol";
import {Micro, Nano, Wh} from "./types/Units.sol";

/// @notice See IBillPreview.
contract BillPreview is IBillPreview {
    /* EXTERNAL */

    /// @inheritdoc IBillPreview
    function preview(
        TariffTable calldata table,
        Offer calldata offer,
        Wh contracted,
        Wh taken,
        Determinants calldata usage
    ) external view returns (BillLine[] memory, Micro) {
        Nano cost = IPriceFormula(offer.formula).cost(offer.formulaParams, usage);
        Micro[PAYEES] memory paid;
        return
            BillLib.write(RateLib.ratesOf(offer, table), contracted, taken, usage.registers, cost, Micro.wrap(0), paid);
    }
}
