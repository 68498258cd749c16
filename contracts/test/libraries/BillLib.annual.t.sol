// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AnnualLib} from "../../src/libraries/AnnualLib.sol";
import {BillLib} from "../../src/libraries/BillLib.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {RateLib} from "../../src/libraries/RateLib.sol";
import {BillLine, Component, LineKind, PAYEES, Rates, TariffTable} from "../../src/types/Billing.sol";
import {Offer, RuleBasis, SettlementModel} from "../../src/types/Offer.sol";
import {Bps, Micro, MicroPerKwh, Nano, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

/// @notice Months on annual basis, and the bill that closes their year.
contract BillLibAnnualTest is VectorTest {
    using LineLib for BillLine;

    function test_Vectors() public {
        _checkAll("annual-bill.json");
    }

    function ratesOf(Offer calldata offer, TariffTable calldata table) external pure returns (Rates memory) {
        return RateLib.ratesOf(offer, table);
    }

    /// @dev Rates are made of calldata.
    function _ratesOf(Case memory c) private view returns (Rates memory) {
        Offer memory offer;
        offer.model = SettlementModel(_in(c, "model"));
        offer.deviation.ruleBasis = RuleBasis.Annual;
        offer.deviation.lower = Bps.wrap(uint16(_in(c, "lowerBps")));
        offer.deviation.upper = Bps.wrap(uint16(_in(c, "upperBps")));
        offer.deviation.excess = Bps.wrap(uint16(_in(c, "excessBps")));
        offer.deviation.shortfall = MicroPerKwh.wrap(uint64(_in(c, "shortfallMicroPerKwh")));
        offer.deviation.excessPayee = vm.parseJsonAddress(c.json, string.concat(c.path, ".in.excessPayee"));
        offer.deviation.shortfallPayee = vm.parseJsonAddress(c.json, string.concat(c.path, ".in.shortfallPayee"));
        TariffTable memory table;
        table.agencyPrice = MicroPerKwh.wrap(uint64(_in(c, "referenceMicroPerKwh")));
        uint32 network = uint32(_in(c, "networkMicroPerKwh"));
        table.components = new Component[](1);
        table.components[0] = Component(LineKind.Network, [network, network, network, network, network]);
        return this.ratesOf(offer, table);
    }

    function _check(Case memory c) internal view override {
        Rates memory rates = _ratesOf(c);
        Wh contracted = Wh.wrap(uint64(_in(c, "contractedWh")));
        Wh[5] memory registers;
        registers[2] = Wh.wrap(uint64(_in(c, "usedWh")));
        Nano cost = Nano.wrap(_in(c, "usedWh") * _in(c, "energyMicroPerKwh"));
        (BillLine[] memory lines, Micro total, Micro[PAYEES] memory paid) = BillLib.draft(
            rates,
            contracted,
            registers,
            cost,
            Micro.wrap(0)
        );
        if (_in(c, "closes") == 1) {
            AnnualLib.Year memory year = AnnualLib.Year(
                contracted + Wh.wrap(uint64(_in(c, "earlierContractedWh"))),
                registers[2] + Wh.wrap(uint64(_in(c, "earlierUsedWh"))),
                total + Micro.wrap(uint128(_in(c, "earlierCharged")))
            );
            (lines, total, paid) = BillLib.close(rates, year, lines, total, paid);
        }
        _assertLines(c, lines);
        assertEq(Micro.unwrap(total), _out(c, "total"), c.name);
        uint256[] memory expected = _outMany(c, "paid");
        for (uint256 p; p < PAYEES; ++p) {
            assertEq(Micro.unwrap(paid[p]), expected[p], c.name);
        }
    }

    function _assertLines(Case memory c, BillLine[] memory lines) private pure {
        uint256[] memory kinds = _outMany(c, "kinds");
        uint256[] memory payees = _outMany(c, "payees");
        uint256[] memory quantities = _outMany(c, "quantitiesWh");
        uint256[] memory prices = _outMany(c, "pricesMicroPerKwh");
        uint256[] memory amounts = _outMany(c, "amounts");
        assertEq(lines.length, kinds.length, c.name);
        for (uint256 i; i < lines.length; ++i) {
            assertEq(uint8(lines[i].kindOf()), kinds[i], c.name);
            assertEq(uint8(lines[i].payeeOf()), payees[i], c.name);
            assertEq(Wh.unwrap(lines[i].quantityOf()), quantities[i], c.name);
            assertEq(MicroPerKwh.unwrap(lines[i].priceOf()), prices[i], c.name);
            assertEq(Micro.unwrap(lines[i].amountOf()), amounts[i], c.name);
        }
    }
}
