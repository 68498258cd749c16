// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BillLine, Component, LineKind, PackedComponent, Payee, Rates, TariffTable} from "../types/Billing.sol";
import {DeviationClause, Offer, ReferenceBasis, SettlementModel} from "../types/Offer.sol";
import {MicroPerKwh, Nano, Wh} from "../types/Units.sol";
import {LineLib} from "./LineLib.sol";

/// @notice Offer and tariff table reduced to the words a bill needs, so that a batch reads them once.
library RateLib {
    /// @dev Set when the prices of a component differ.
    uint256 private constant FLOATS = 1 << 175;
    uint256 private constant KIND_AND_PAYEE = 0xffff << 240;

    function ratesOf(Offer calldata offer, TariffTable calldata table) internal pure returns (Rates memory rates) {
        rates = ratesOf(offer.model, offer.deviation, table);
        rates.serviceFee = offer.serviceFee;
        rates.priceCap = offer.priceCap;
    }

    /// @notice The same for an agreement at a plain price: without a service fee or a cap.
    function ratesOf(
        SettlementModel model,
        DeviationClause calldata clause,
        TariffTable calldata table
    ) internal pure returns (Rates memory rates) {
        rates.model = model;
        rates.deviation = clause;
        rates.referencePrice = clause.referenceBasis == ReferenceBasis.Agency
            ? table.agencyPrice
            : table.cataloguePrice;
        rates.components = new PackedComponent[](table.components.length);
        for (uint256 i; i < rates.components.length; ++i) {
            rates.components[i] = pack(table.components[i]);
        }
    }

    /// @notice One component with its payee (SPEC section 7: the same in every settlement model).
    function pack(Component memory c) internal pure returns (PackedComponent) {
        Payee payee = c.kind == LineKind.GovernmentFund
            ? Payee.Government
            : c.kind == LineKind.CrossSubsidy
                ? Payee.SubsidyPool
                : Payee.Grid;
        uint256 word = (uint256(c.kind) << 248) | (uint256(payee) << 240);
        for (uint256 i; i < 5; ++i) {
            word |= uint256(c.prices[i]) << (32 * i);
            if (c.prices[i] != c.prices[0]) word |= FLOATS;
        }
        return PackedComponent.wrap(word);
    }

    function payeeOf(PackedComponent c) internal pure returns (uint256) {
        return uint8(PackedComponent.unwrap(c) >> 240);
    }

    /// @notice Exact cost of all used energy.
    /// @param used The sum of the registers.
    function costOf(PackedComponent c, Wh[5] memory registers, Wh used) internal pure returns (Nano) {
        uint256 word = PackedComponent.unwrap(c);
        // Prices of 32 bits times five energies of 64 bits cannot overflow.
        unchecked {
            if (word & FLOATS == 0) return Nano.wrap(uint256(uint32(word)) * Wh.unwrap(used));
            uint256 nano;
            for (uint256 i; i < 5; ++i) {
                nano += uint256(uint32(word >> (32 * i))) * Wh.unwrap(registers[i]);
            }
            return Nano.wrap(nano);
        }
    }

    /// @notice The component's line without its amount. A price that floats over registers is written as zero.
    function lineOf(PackedComponent c, Wh quantity) internal pure returns (BillLine) {
        uint256 word = PackedComponent.unwrap(c);
        MicroPerKwh price = MicroPerKwh.wrap(word & FLOATS == 0 ? uint32(word) : 0);
        return LineLib.priced(word & KIND_AND_PAYEE, quantity, price);
    }
}
