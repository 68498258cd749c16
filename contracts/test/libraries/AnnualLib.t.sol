// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AnnualLib} from "../../src/libraries/AnnualLib.sol";
import {DeviationLib} from "../../src/libraries/DeviationLib.sol";
import {RateLib} from "../../src/libraries/RateLib.sol";
import {ContractYear} from "../../src/types/Agreement.sol";
import {Rates, TariffTable} from "../../src/types/Billing.sol";
import {DeviationClause, Offer} from "../../src/types/Offer.sol";
import {Bps, Micro, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract AnnualLibTest is VectorTest {
    function testFuzz_AYearIsReadAsItWasKept(uint64 contracted, uint64 used, uint88 charged) public pure {
        AnnualLib.Year memory year = AnnualLib.yearOf(ContractYear(contracted, used, charged, 1));
        assertEq(Wh.unwrap(year.contracted), contracted);
        assertEq(Wh.unwrap(year.used), used);
        assertEq(Micro.unwrap(year.charged), charged);
    }

    function test_Vectors() public {
        _checkAll("annual.json");
    }

    function ratesOf(Offer calldata offer, TariffTable calldata table) external pure returns (Rates memory) {
        return RateLib.ratesOf(offer, table);
    }

    /// @dev Rates are made of calldata.
    function _trueUp(
        AnnualLib.Year memory year,
        DeviationClause memory clause,
        uint64 price
    ) private view returns (AnnualLib.TrueUp memory) {
        Offer memory offer;
        TariffTable memory table;
        (offer.deviation, table.agencyPrice) = (clause, MicroPerKwh.wrap(price));
        Rates memory rates = this.ratesOf(offer, table);
        return AnnualLib.trueUp(year, rates.rule, rates.prices);
    }

    function _check(Case memory c) internal view override {
        DeviationClause memory clause;
        clause.lower = Bps.wrap(uint16(_in(c, "lowerBps")));
        clause.upper = Bps.wrap(uint16(_in(c, "upperBps")));
        clause.excess = Bps.wrap(uint16(_in(c, "excessBps")));
        clause.shortfall = MicroPerKwh.wrap(uint64(_in(c, "shortfallMicroPerKwh")));
        AnnualLib.Year memory year = AnnualLib.Year(
            Wh.wrap(uint64(_in(c, "contractedWh"))),
            Wh.wrap(uint64(_in(c, "usedWh"))),
            Micro.wrap(uint128(_in(c, "charged")))
        );
        AnnualLib.TrueUp memory t = _trueUp(year, clause, uint64(_in(c, "referenceMicroPerKwh")));
        assertEq(Wh.unwrap(t.excess), _out(c, "excessWh"), c.name);
        assertEq(Wh.unwrap(t.shortfall), _out(c, "shortfallWh"), c.name);
        assertEq(Micro.unwrap(t.amount), _out(c, "amount"), c.name);
    }

    /// @dev Whatever the year, its excess energy has cost its all-in price in the end, or what was charged if that is more.
    function testFuzz_ExcessCostsItsAllInPriceInTheEnd(
        uint64 contracted,
        uint64 used,
        uint64 price,
        uint128 charged
    ) public view {
        AnnualLib.Year memory year = AnnualLib.Year(
            Wh.wrap(uint64(bound(contracted, 0, type(uint64).max / 2))),
            Wh.wrap(uint64(bound(used, 1, type(uint64).max))),
            Micro.wrap(uint128(bound(charged, 0, type(uint112).max)))
        );
        DeviationClause memory clause;
        (clause.lower, clause.upper, clause.excess) = (Bps.wrap(9_500), Bps.wrap(10_500), Bps.wrap(11_000));
        AnnualLib.TrueUp memory t = _trueUp(year, clause, price);
        uint256 excess = Wh.unwrap(t.excess);
        if (excess == 0) return;
        uint256 share = (Micro.unwrap(year.charged) * excess) / Wh.unwrap(year.used);
        uint256 allIn = Micro.unwrap(DeviationLib.excessCharge(t.excess, MicroPerKwh.wrap(price), clause.excess));
        if (Micro.unwrap(t.amount) == 0) {
            assertGe(share + 1, allIn);
        } else {
            assertLe(share + Micro.unwrap(t.amount), allIn);
            assertGe(share + Micro.unwrap(t.amount) + 1, allIn);
        }
    }
}
