// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DepositLib} from "../../src/libraries/DepositLib.sol";
import {Micro, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract DepositLibTest is VectorTest {
    function test_Vectors() public {
        _checkAll("deposit.json");
    }

    function _check(Case memory c) internal pure override {
        uint256[] memory values = _inMany(c, "contractedWh");
        Wh[12] memory contracted;
        for (uint256 i; i < 12; ++i) {
            contracted[i] = Wh.wrap(uint64(values[i]));
        }
        (Wh yearly, Micro amount) = DepositLib.deposit(
            contracted,
            MicroPerKwh.wrap(uint64(_in(c, "depositMicroPerKwh")))
        );
        assertEq(Wh.unwrap(yearly), _out(c, "yearlyWh"), c.name);
        assertEq(Micro.unwrap(amount), _out(c, "deposit"), c.name);
    }

    function testFuzz_TwelveEqualMonthsAreOneAverageMonth(uint56 month, uint64 price) public pure {
        Wh[12] memory contracted;
        for (uint256 i; i < 12; ++i) {
            contracted[i] = Wh.wrap(month);
        }
        (Wh yearly, Micro amount) = DepositLib.deposit(contracted, MicroPerKwh.wrap(price));
        assertEq(Wh.unwrap(yearly), uint256(month) * 12);
        assertEq(Micro.unwrap(amount), (uint256(month) * price) / 1000);
    }
}
