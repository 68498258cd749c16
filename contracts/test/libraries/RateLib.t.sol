// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {RateLib} from "../../src/libraries/RateLib.sol";
import {BillLine, Component, LineKind, PackedComponent, Payee} from "../../src/types/Billing.sol";
import {MicroPerKwh, Nano, Wh} from "../../src/types/Units.sol";

contract RateLibTest is Test {
    using RateLib for PackedComponent;
    using LineLib for BillLine;

    function testFuzz_APackedComponentCostsTheSame(uint32[5] memory prices, uint64[5] memory registers) public pure {
        PackedComponent c = RateLib.pack(Component(LineKind.Network, prices));
        Wh[5] memory energy;
        uint256 expected;
        uint256 used;
        for (uint256 i; i < 5; ++i) {
            registers[i] /= 5;
            energy[i] = Wh.wrap(registers[i]);
            expected += uint256(registers[i]) * prices[i];
            used += registers[i];
        }
        assertEq(Nano.unwrap(c.costOf(energy, Wh.wrap(uint64(used)))), expected);
    }

    function testFuzz_OnePriceIsWrittenOnTheLine(uint32 price, uint64 quantity) public pure {
        PackedComponent c = RateLib.pack(Component(LineKind.LineLoss, [price, price, price, price, price]));
        BillLine line = c.lineOf(Wh.wrap(quantity));
        assertEq(uint8(line.kindOf()), uint8(LineKind.LineLoss));
        assertEq(Wh.unwrap(line.quantityOf()), quantity);
        assertEq(MicroPerKwh.unwrap(line.priceOf()), price);
        assertEq(
            Nano.unwrap(
                c.costOf([Wh.wrap(0), Wh.wrap(0), Wh.wrap(0), Wh.wrap(0), Wh.wrap(quantity)], Wh.wrap(quantity))
            ),
            uint256(price) * quantity
        );
    }

    function testFuzz_APriceThatFloatsIsWrittenAsZero(uint32 price, uint32 other, uint8 register) public pure {
        vm.assume(price != other);
        uint32[5] memory prices = [price, price, price, price, price];
        prices[register % 5] = other;
        BillLine line = RateLib.pack(Component(LineKind.Network, prices)).lineOf(Wh.wrap(1));
        assertEq(MicroPerKwh.unwrap(line.priceOf()), 0);
    }

    function test_EveryComponentHasItsPayee() public pure {
        Payee[5] memory payees = [Payee.Grid, Payee.Grid, Payee.Grid, Payee.Government, Payee.SubsidyPool];
        for (uint8 i; i < 5; ++i) {
            LineKind kind = LineKind(uint8(LineKind.Network) + i);
            PackedComponent c = RateLib.pack(Component(kind, [uint32(1), 1, 1, 1, 1]));
            assertEq(uint8(c.lineOf(Wh.wrap(1)).payeeOf()), uint8(payees[i]));
        }
    }
}
