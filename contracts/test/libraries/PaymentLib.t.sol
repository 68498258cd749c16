// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PaymentLib} from "../../src/libraries/PaymentLib.sol";
import {Micro} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract PaymentLibTest is VectorTest {
    function test_Vectors() public {
        _checkAll("payment.json");
    }

    function _money(Case memory c, string memory key) private pure returns (Micro) {
        return Micro.wrap(uint128(_in(c, key)));
    }

    function _check(Case memory c) internal pure override {
        PaymentLib.Purse memory purse = PaymentLib.Purse({
            payerIsGrid: _in(c, "payerIsGrid") == 1,
            payerFree: _money(c, "payerFree"),
            generatorFree: _money(c, "generatorFree"),
            deposit: _money(c, "deposit")
        });
        PaymentLib.Split memory s = PaymentLib.split(_money(c, "payment"), _money(c, "compensation"), purse);
        assertEq(Micro.unwrap(s.setOff), _out(c, "setOff"), c.name);
        assertEq(Micro.unwrap(s.received), _out(c, "received"), c.name);
        assertEq(Micro.unwrap(s.paymentOwed), _out(c, "paymentOwed"), c.name);
        assertEq(Micro.unwrap(s.fromFree), _out(c, "fromFree"), c.name);
        assertEq(Micro.unwrap(s.fromDeposit), _out(c, "fromDeposit"), c.name);
        assertEq(Micro.unwrap(s.compensationOwed), _out(c, "compensationOwed"), c.name);
    }

    function testFuzz_P10_ThePartsAreTheWhole(
        uint128 payment,
        uint128 compensation,
        bool payerIsGrid,
        uint128[3] memory money
    ) public pure {
        PaymentLib.Purse memory purse = PaymentLib.Purse(
            payerIsGrid,
            Micro.wrap(money[0]),
            Micro.wrap(money[1]),
            Micro.wrap(money[2])
        );
        PaymentLib.Split memory s = PaymentLib.split(Micro.wrap(payment), Micro.wrap(compensation), purse);
        assertEq(Micro.unwrap(s.setOff + s.received + s.paymentOwed), payment);
        assertEq(Micro.unwrap(s.setOff + s.fromFree + s.fromDeposit + s.compensationOwed), compensation);
        // Nobody gives more than it has.
        Micro paid = payerIsGrid ? s.received : s.received + s.setOff;
        assertLe(Micro.unwrap(paid), money[0]);
        assertLe(Micro.unwrap(s.fromFree), money[1]);
        assertLe(Micro.unwrap(s.fromDeposit), money[2]);
        // What is owed is owed only by someone who has nothing left.
        if (Micro.unwrap(s.paymentOwed) != 0) assertEq(Micro.unwrap(paid), money[0]);
        if (Micro.unwrap(s.compensationOwed) != 0) {
            assertEq(Micro.unwrap(s.received), 0);
            assertEq(Micro.unwrap(s.fromFree), money[1]);
            assertEq(Micro.unwrap(s.fromDeposit), money[2]);
        }
        // The deposit is the last resort.
        if (Micro.unwrap(s.fromDeposit) != 0) assertEq(Micro.unwrap(s.fromFree), money[1]);
    }
}
