// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    BillLine,
    BillPrices,
    BillRule,
    Component,
    LineKind,
    PackedComponent,
    Payee,
    Rates,
    TariffTable,
    PAYEES
} from "../types/Billing.sol";
import {DeviationClause, Offer, ReferenceBasis, RuleBasis, SettlementModel} from "../types/Offer.sol";
import {Bps, MicroPerKwh, Nano, Wh} from "../types/Units.sol";
import {LineLib} from "./LineLib.sol";

/// @notice Offer and tariff table reduced to the words a bill needs, so that a batch reads them once.
library RateLib {
    /// @dev Set when the prices of a component differ.
    uint256 private constant FLOATS = 1 << 175;
    uint256 private constant KIND_AND_PAYEE = 0xffff << 240;

    function ratesOf(Offer calldata offer, TariffTable calldata table) internal pure returns (Rates memory rates) {
        rates.rule = _ruleOf(offer.model, offer.deviation);
        rates.prices = _pricesOf(offer.serviceFee, offer.priceCap, offer.deviation, table);
        rates.components = _componentsOf(table);
    }

    /// @notice The same for an agreement at a plain price: without a service fee or a cap.
    function ratesOf(
        SettlementModel model,
        DeviationClause calldata clause,
        TariffTable calldata table
    ) internal pure returns (Rates memory rates) {
        rates.rule = _ruleOf(model, clause);
        rates.prices = _pricesOf(MicroPerKwh.wrap(0), MicroPerKwh.wrap(0), clause, table);
        rates.components = _componentsOf(table);
    }

    /// @notice The account behind each payee of a bill. Mirrors lib/domain/settlement/payees.ts.
    function payeesOf(
        address seller,
        DeviationClause calldata clause,
        TariffTable calldata table
    ) internal pure returns (address[PAYEES] memory payees) {
        payees[uint256(Payee.Grid)] = table.grid;
        payees[uint256(Payee.Seller)] = seller;
        payees[uint256(Payee.Government)] = table.government;
        payees[uint256(Payee.SubsidyPool)] = table.subsidyPool;
        payees[uint256(Payee.ExcessPayee)] = clause.excessPayee;
        payees[uint256(Payee.ShortfallPayee)] = clause.shortfallPayee;
    }

    function _componentsOf(TariffTable calldata table) private pure returns (PackedComponent[] memory components) {
        components = new PackedComponent[](table.components.length);
        for (uint256 i; i < components.length; ++i) {
            components[i] = pack(table.components[i]);
        }
    }

    function _ruleOf(SettlementModel model, DeviationClause calldata d) private pure returns (BillRule) {
        uint256 word = uint256(model) | (uint256(d.ruleBasis) << 8);
        if (d.excessPayee != address(0)) word |= 1 << 16;
        if (d.shortfallPayee != address(0)) word |= 1 << 24;
        word |= (uint256(Bps.unwrap(d.lower)) << 32) | (uint256(Bps.unwrap(d.upper)) << 48);
        return BillRule.wrap(word | (uint256(Bps.unwrap(d.excess)) << 64));
    }

    function _pricesOf(
        MicroPerKwh serviceFee,
        MicroPerKwh cap,
        DeviationClause calldata clause,
        TariffTable calldata table
    ) private pure returns (BillPrices) {
        MicroPerKwh referencePrice = clause.referenceBasis == ReferenceBasis.Agency
            ? table.agencyPrice
            : table.cataloguePrice;
        return
            BillPrices.wrap(
                uint256(MicroPerKwh.unwrap(serviceFee)) |
                    (uint256(MicroPerKwh.unwrap(referencePrice)) << 64) |
                    (uint256(MicroPerKwh.unwrap(cap)) << 128) |
                    (uint256(MicroPerKwh.unwrap(clause.shortfall)) << 192)
            );
    }

    function modelOf(BillRule r) internal pure returns (SettlementModel) {
        return SettlementModel(uint8(BillRule.unwrap(r)));
    }

    function ruleBasisOf(BillRule r) internal pure returns (RuleBasis) {
        return RuleBasis(uint8(BillRule.unwrap(r) >> 8));
    }

    function hasExcessPayee(BillRule r) internal pure returns (bool) {
        return uint8(BillRule.unwrap(r) >> 16) != 0;
    }

    function hasShortfallPayee(BillRule r) internal pure returns (bool) {
        return uint8(BillRule.unwrap(r) >> 24) != 0;
    }

    function lowerOf(BillRule r) internal pure returns (Bps) {
        return Bps.wrap(uint16(BillRule.unwrap(r) >> 32));
    }

    function upperOf(BillRule r) internal pure returns (Bps) {
        return Bps.wrap(uint16(BillRule.unwrap(r) >> 48));
    }

    function excessOf(BillRule r) internal pure returns (Bps) {
        return Bps.wrap(uint16(BillRule.unwrap(r) >> 64));
    }

    function serviceFeeOf(BillPrices p) internal pure returns (MicroPerKwh) {
        return MicroPerKwh.wrap(uint64(BillPrices.unwrap(p)));
    }

    function referenceOf(BillPrices p) internal pure returns (MicroPerKwh) {
        return MicroPerKwh.wrap(uint64(BillPrices.unwrap(p) >> 64));
    }

    function capOf(BillPrices p) internal pure returns (MicroPerKwh) {
        return MicroPerKwh.wrap(uint64(BillPrices.unwrap(p) >> 128));
    }

    function shortfallOf(BillPrices p) internal pure returns (MicroPerKwh) {
        return MicroPerKwh.wrap(uint64(BillPrices.unwrap(p) >> 192));
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
