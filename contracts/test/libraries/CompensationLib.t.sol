// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CompensationLib} from "../../src/libraries/CompensationLib.sol";
import {Bps, Micro, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract CompensationLibTest is VectorTest {
    function test_Vectors() public {
        _checkAll("compensation.json");
    }

    function _check(Case memory c) internal pure override {
        CompensationLib.Delivery memory d = CompensationLib.Delivery(
            Wh.wrap(uint64(_in(c, "agreedWh"))),
            Wh.wrap(uint64(_in(c, "deliveredWh"))),
            Bps.wrap(uint16(_in(c, "lowerBps"))),
            MicroPerKwh.wrap(uint64(_in(c, "referenceMicroPerKwh"))),
            MicroPerKwh.wrap(uint64(_in(c, "directMicroPerKwh")))
        );
        (Wh short, Micro amount) = CompensationLib.compensation(d);
        assertEq(Wh.unwrap(short), _out(c, "shortWh"), c.name);
        assertEq(Micro.unwrap(amount), _out(c, "compensation"), c.name);
    }

    function testFuzz_NothingIsDueWhenTheReferencePriceIsTheLowerOne(
        uint64 agreed,
        uint64 delivered,
        uint64 referencePrice,
        uint64 directPrice
    ) public pure {
        referencePrice = uint64(bound(referencePrice, 0, directPrice));
        (, Micro amount) = CompensationLib.compensation(
            CompensationLib.Delivery(
                Wh.wrap(agreed),
                Wh.wrap(delivered),
                Bps.wrap(9_500),
                MicroPerKwh.wrap(referencePrice),
                MicroPerKwh.wrap(directPrice)
            )
        );
        assertEq(Micro.unwrap(amount), 0);
    }
}
