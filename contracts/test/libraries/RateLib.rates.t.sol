// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {RateLib} from "../../src/libraries/RateLib.sol";
import {
    BillPrices,
    BillRule,
    Component,
    LineKind,
    PackedComponent,
    Payee,
    Rates,
    TariffTable,
    PAYEES
} from "../../src/types/Billing.sol";
import {DeviationClause, Offer, ReferenceBasis, RuleBasis, SettlementModel} from "../../src/types/Offer.sol";
import {Bps, MicroPerKwh} from "../../src/types/Units.sol";

/// @notice What an offer or a clause says is what the packed words say.
contract RateLibRatesTest is Test {
    using RateLib for BillRule;
    using RateLib for BillPrices;

    function ofOffer(Offer calldata offer, TariffTable calldata table) external pure returns (Rates memory) {
        return RateLib.ratesOf(offer, table);
    }

    function ofClause(
        SettlementModel model,
        DeviationClause calldata clause,
        TariffTable calldata table
    ) external pure returns (Rates memory) {
        return RateLib.ratesOf(model, clause, table);
    }

    function payeesOf(
        address seller,
        DeviationClause calldata clause,
        TariffTable calldata table
    ) external pure returns (address[PAYEES] memory) {
        return RateLib.payeesOf(seller, clause, table);
    }

    function testFuzz_EachPayeeHasItsAccount(address[PAYEES] memory accounts) public view {
        TariffTable memory table;
        DeviationClause memory clause;
        table.grid = accounts[uint256(Payee.Grid)];
        table.government = accounts[uint256(Payee.Government)];
        table.subsidyPool = accounts[uint256(Payee.SubsidyPool)];
        clause.excessPayee = accounts[uint256(Payee.ExcessPayee)];
        clause.shortfallPayee = accounts[uint256(Payee.ShortfallPayee)];
        address[PAYEES] memory payees = this.payeesOf(accounts[uint256(Payee.Seller)], clause, table);
        assertEq(abi.encode(payees), abi.encode(accounts));
    }

    function testFuzz_AnOfferAndAClauseComeBack(
        uint8[3] memory choices,
        uint16[3] memory ratios,
        address[2] memory payees,
        uint64[5] memory prices,
        uint32[5][2] memory components
    ) public view {
        Offer memory offer;
        (offer.model, offer.deviation) = (SettlementModel(choices[0] % 3), _clauseOf(choices, ratios, payees));
        offer.deviation.shortfall = MicroPerKwh.wrap(prices[4]);
        (offer.serviceFee, offer.priceCap) = (MicroPerKwh.wrap(prices[0]), MicroPerKwh.wrap(prices[1]));
        TariffTable memory table;
        (table.agencyPrice, table.cataloguePrice) = (MicroPerKwh.wrap(prices[2]), MicroPerKwh.wrap(prices[3]));
        table.components = new Component[](2);
        table.components[0] = Component(LineKind.Network, components[0]);
        table.components[1] = Component(LineKind.CrossSubsidy, components[1]);

        Rates memory rates = this.ofOffer(offer, table);
        assertEq(MicroPerKwh.unwrap(rates.prices.serviceFeeOf()), prices[0]);
        assertEq(MicroPerKwh.unwrap(rates.prices.capOf()), prices[1]);
        _assertClause(rates, offer, table);

        rates = this.ofClause(offer.model, offer.deviation, table);
        assertEq(MicroPerKwh.unwrap(rates.prices.serviceFeeOf()), 0);
        assertEq(MicroPerKwh.unwrap(rates.prices.capOf()), 0);
        _assertClause(rates, offer, table);
    }

    function _clauseOf(
        uint8[3] memory choices,
        uint16[3] memory ratios,
        address[2] memory payees
    ) private pure returns (DeviationClause memory clause) {
        clause.referenceBasis = ReferenceBasis(choices[1] % 2);
        clause.ruleBasis = RuleBasis(choices[2] % 2);
        (clause.lower, clause.upper, clause.excess) = (Bps.wrap(ratios[0]), Bps.wrap(ratios[1]), Bps.wrap(ratios[2]));
        (clause.excessPayee, clause.shortfallPayee) = (payees[0], payees[1]);
    }

    function _assertClause(Rates memory rates, Offer memory offer, TariffTable memory table) private pure {
        DeviationClause memory clause = offer.deviation;
        assertEq(uint8(rates.rule.modelOf()), uint8(offer.model));
        assertEq(uint8(rates.rule.ruleBasisOf()), uint8(clause.ruleBasis));
        assertEq(rates.rule.hasExcessPayee(), clause.excessPayee != address(0));
        assertEq(rates.rule.hasShortfallPayee(), clause.shortfallPayee != address(0));
        assertEq(Bps.unwrap(rates.rule.lowerOf()), Bps.unwrap(clause.lower));
        assertEq(Bps.unwrap(rates.rule.upperOf()), Bps.unwrap(clause.upper));
        assertEq(Bps.unwrap(rates.rule.excessOf()), Bps.unwrap(clause.excess));
        bool agency = clause.referenceBasis == ReferenceBasis.Agency;
        MicroPerKwh referencePrice = agency ? table.agencyPrice : table.cataloguePrice;
        assertEq(MicroPerKwh.unwrap(rates.prices.referenceOf()), MicroPerKwh.unwrap(referencePrice));
        assertEq(MicroPerKwh.unwrap(rates.prices.shortfallOf()), MicroPerKwh.unwrap(clause.shortfall));
        assertEq(rates.components.length, table.components.length);
        for (uint256 i; i < table.components.length; ++i) {
            bytes32 expected = bytes32(PackedComponent.unwrap(RateLib.pack(table.components[i])));
            assertEq(bytes32(PackedComponent.unwrap(rates.components[i])), expected);
        }
    }

    /// @dev No payee, one, the other, both: the flags do not touch each other.
    function test_EachPayeeHasItsFlag() public view {
        TariffTable memory table;
        for (uint160 i; i < 4; ++i) {
            DeviationClause memory clause;
            (clause.excessPayee, clause.shortfallPayee) = (address(i & 1), address(i >> 1));
            clause.ruleBasis = RuleBasis.Annual;
            Rates memory rates = this.ofClause(SettlementModel.RetailerLed, clause, table);
            assertEq(rates.rule.hasExcessPayee(), i & 1 != 0);
            assertEq(rates.rule.hasShortfallPayee(), i >> 1 != 0);
            assertEq(uint8(rates.rule.ruleBasisOf()), uint8(RuleBasis.Annual));
        }
    }
}
