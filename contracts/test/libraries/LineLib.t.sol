// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LineLib} from "../../src/libraries/LineLib.sol";
import {BillLine, LineKind, Payee} from "../../src/types/Billing.sol";
import {Micro, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract LineLibTest is VectorTest {
    using LineLib for BillLine;

    function test_Vectors() public {
        _checkAll("bill-line.json");
    }

    function pack(
        LineKind kind,
        Payee payee,
        Wh quantity,
        MicroPerKwh price,
        Micro amount
    ) external pure returns (BillLine) {
        return LineLib.pack(kind, payee, quantity, price, amount);
    }

    function _check(Case memory c) internal view override {
        LineKind kind = LineKind(_in(c, "kind"));
        Payee payee = Payee(_in(c, "payee"));
        Wh quantity = Wh.wrap(uint64(_in(c, "quantityWh")));
        MicroPerKwh price = MicroPerKwh.wrap(uint64(_in(c, "priceMicroPerKwh")));
        Micro amount = Micro.wrap(uint128(_in(c, "amount")));
        string memory refusal = _refusal(c);
        try this.pack(kind, payee, quantity, price, amount) returns (BillLine line) {
            assertEq(refusal, "", c.name);
            assertEq(BillLine.unwrap(line), _out(c, "word"), c.name);
        } catch (bytes memory reason) {
            assertEq(refusal, "LineOverflow", c.name);
            _assertRefused(c, reason, LineLib.LineOverflow.selector);
        }
    }

    function testFuzz_WhatIsPackedComesBack(
        uint8 kind,
        uint8 payee,
        uint64 quantity,
        uint64 price,
        uint112 amount
    ) public pure {
        LineKind k = LineKind(bound(kind, 0, uint8(type(LineKind).max)));
        Payee p = Payee(bound(payee, 0, uint8(type(Payee).max)));
        BillLine line = LineLib.pack(k, p, Wh.wrap(quantity), MicroPerKwh.wrap(price), Micro.wrap(amount));
        assertEq(uint8(line.kindOf()), uint8(k));
        assertEq(uint8(line.payeeOf()), uint8(p));
        assertEq(Wh.unwrap(line.quantityOf()), quantity);
        assertEq(MicroPerKwh.unwrap(line.priceOf()), price);
        assertEq(Micro.unwrap(line.amountOf()), amount);
    }

    function testFuzz_RevertGiven_LineOverflow(uint128 amount) public {
        amount = uint128(bound(amount, uint256(type(uint112).max) + 1, type(uint128).max));
        vm.expectRevert(abi.encodeWithSelector(LineLib.LineOverflow.selector, LineKind.Energy, Micro.wrap(amount)));
        this.pack(LineKind.Energy, Payee.Grid, Wh.wrap(1), MicroPerKwh.wrap(1), Micro.wrap(amount));
    }
}
