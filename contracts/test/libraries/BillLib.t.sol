// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BillLib} from "../../src/libraries/BillLib.sol";
import {DeviationLib} from "../../src/libraries/DeviationLib.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {RateLib} from "../../src/libraries/RateLib.sol";
import {BillLine, Component, LineKind, PAYEES, Rates, TariffTable} from "../../src/types/Billing.sol";
import {Offer, ReferenceBasis, SettlementModel} from "../../src/types/Offer.sol";
import {Bps, Micro, MicroPerKwh, Nano, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract BillLibTest is VectorTest {
    using LineLib for BillLine;

    /// @dev All that a bill is made of.
    struct Facts {
        Offer offer;
        TariffTable table;
        Wh contracted;
        Wh taken;
        Wh[5] registers;
        Nano cost;
        Micro exitFee;
    }

    function test_Vectors() public {
        _checkAll("bill.json");
    }

    function draft(
        Facts calldata f
    ) external pure returns (BillLine[] memory lines, Micro total, Micro[PAYEES] memory paid) {
        Rates memory rates = RateLib.ratesOf(f.offer, f.table);
        (lines, total) = BillLib.write(rates, f.contracted, f.taken, f.registers, f.cost, f.exitFee, paid);
    }

    function _factsOf(Case memory c) private pure returns (Facts memory f) {
        f.offer.model = SettlementModel(_in(c, "model"));
        f.offer.deviation.lower = Bps.wrap(uint16(_in(c, "lowerBps")));
        f.offer.deviation.upper = Bps.wrap(uint16(_in(c, "upperBps")));
        f.offer.deviation.excess = Bps.wrap(uint16(_in(c, "excessBps")));
        f.offer.deviation.shortfall = MicroPerKwh.wrap(uint64(_in(c, "shortfallMicroPerKwh")));
        f.offer.serviceFee = MicroPerKwh.wrap(uint64(_in(c, "serviceFeeMicroPerKwh")));
        f.offer.deviation.excessPayee = vm.parseJsonAddress(c.json, string.concat(c.path, ".in.excessPayee"));
        f.offer.deviation.shortfallPayee = vm.parseJsonAddress(c.json, string.concat(c.path, ".in.shortfallPayee"));
        f.table.agencyPrice = MicroPerKwh.wrap(uint64(_in(c, "agencyMicroPerKwh")));
        f.table.cataloguePrice = MicroPerKwh.wrap(uint64(_in(c, "catalogueMicroPerKwh")));
        f.offer.deviation.referenceBasis = ReferenceBasis(_in(c, "referenceBasis"));
        f.offer.priceCap = MicroPerKwh.wrap(uint64(_in(c, "priceCapMicroPerKwh")));
        uint256[] memory kinds = _inMany(c, "componentKinds");
        uint256[] memory prices = _inMany(c, "componentPricesMicroPerKwh");
        f.table.components = new Component[](kinds.length);
        for (uint256 i; i < kinds.length; ++i) {
            f.table.components[i].kind = LineKind(kinds[i]);
            for (uint256 r; r < 5; ++r) {
                f.table.components[i].prices[r] = uint32(prices[i * 5 + r]);
            }
        }
        f.contracted = Wh.wrap(uint64(_in(c, "contractedWh")));
        f.taken = Wh.wrap(uint64(_in(c, "takenWh")));
        f.registers = _inRegisters(c, "registersWh");
        f.cost = Nano.wrap(_in(c, "costNano"));
        f.exitFee = Micro.wrap(uint128(_in(c, "exitFee")));
    }

    function _check(Case memory c) internal view override {
        string memory refusal = _refusal(c);
        try this.draft(_factsOf(c)) returns (BillLine[] memory lines, Micro total, Micro[PAYEES] memory paid) {
            assertEq(refusal, "", c.name);
            _assertLines(c, lines);
            assertEq(Micro.unwrap(total), _out(c, "total"), c.name);
            uint256[] memory expected = _outMany(c, "paid");
            for (uint256 p; p < PAYEES; ++p) {
                assertEq(Micro.unwrap(paid[p]), expected[p], c.name);
            }
        } catch (bytes memory reason) {
            assertEq(refusal, "LineOverflow", c.name);
            _assertRefused(c, reason, LineLib.LineOverflow.selector);
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

    /// @dev P10 and P12: the lines add up to the total, and so does what the payees get.
    function testFuzz_P12_LinesAndPayeesAddUpToTheTotal(
        uint256 seed,
        uint64[5] memory registers,
        uint64 contracted
    ) public view {
        Facts memory f = _madeUp(seed, registers, contracted);
        f.taken = _someDirect(f, seed >> 4);
        (BillLine[] memory lines, Micro total, Micro[PAYEES] memory paid) = this.draft(f);
        uint256 charged;
        for (uint256 i; i < lines.length; ++i) {
            charged += Micro.unwrap(lines[i].amountOf());
            assertNotEq(Wh.unwrap(lines[i].quantityOf()), 0);
        }
        uint256 given;
        for (uint256 p; p < PAYEES; ++p) {
            given += Micro.unwrap(paid[p]);
        }
        assertEq(charged, Micro.unwrap(total));
        assertEq(given, Micro.unwrap(total));
    }

    /// @dev Credits for any part of the direct energy.
    function _someDirect(Facts memory f, uint256 seed) private pure returns (Wh) {
        Wh used = BillLib.sum(f.registers);
        Wh direct = DeviationLib.split(f.contracted, used, f.offer.deviation.lower, f.offer.deviation.upper).direct;
        return Wh.wrap(uint64(seed % (uint256(Wh.unwrap(direct)) + 1)));
    }

    /// @dev Any bill inside what a meter can measure and an offer can say.
    function _madeUp(
        uint256 seed,
        uint64[5] memory registers,
        uint64 contracted
    ) private pure returns (Facts memory f) {
        f.offer.model = SettlementModel(seed % 3);
        f.offer.serviceFee = MicroPerKwh.wrap(uint32(seed >> 8));
        f.offer.deviation.lower = Bps.wrap(uint16(seed >> 40) % 10_001);
        f.offer.deviation.upper = Bps.wrap(10_000 + (uint16(seed >> 56) % 10_001));
        f.offer.deviation.excess = Bps.wrap(uint16(seed >> 72) % 30_001);
        f.offer.deviation.shortfall = MicroPerKwh.wrap(uint32(seed >> 88));
        f.offer.deviation.excessPayee = address(uint160((seed >> 120) & 1));
        f.offer.deviation.shortfallPayee = address(uint160((seed >> 121) & 1));
        f.contracted = Wh.wrap(contracted % 1e15);
        uint256 used;
        for (uint256 i; i < 5; ++i) {
            f.registers[i] = Wh.wrap(registers[i] % 1e15);
            used += Wh.unwrap(f.registers[i]);
        }
        f.cost = Nano.wrap(used * uint32(seed >> 124));
        f.table.agencyPrice = MicroPerKwh.wrap(uint32(seed >> 156));
        f.offer.priceCap = MicroPerKwh.wrap(uint32(seed >> 130) % 2 == 0 ? 0 : uint32(seed >> 131));
        f.table.components = new Component[](uint8(seed >> 188) % 9);
        for (uint256 i; i < f.table.components.length; ++i) {
            uint256 own = uint256(keccak256(abi.encode(seed, i)));
            f.table.components[i].kind = LineKind(uint8(LineKind.Network) + (own % 5));
            for (uint256 r; r < 5; ++r) {
                f.table.components[i].prices[r] = uint32(own >> (r * 32));
            }
        }
    }
}
