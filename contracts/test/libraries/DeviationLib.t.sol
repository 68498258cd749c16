// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DeviationLib} from "../../src/libraries/DeviationLib.sol";
import {DeviationClause} from "../../src/types/Offer.sol";
import {Bps, Micro, MicroPerKwh, Nano, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract DeviationLibTest is VectorTest {
    uint64 private constant MOST_WH = type(uint64).max / 2;

    function test_Vectors() public {
        _checkAll("deviation.json");
    }

    function _check(Case memory c) internal pure override {
        DeviationClause memory clause = _clause(uint16(_in(c, "lowerBps")), uint16(_in(c, "upperBps")));
        clause.excess = Bps.wrap(uint16(_in(c, "excessBps")));
        clause.shortfall = MicroPerKwh.wrap(uint64(_in(c, "shortfallMicroPerKwh")));
        Wh used = Wh.wrap(uint64(_in(c, "usedWh")));
        DeviationLib.Split memory s = DeviationLib.split(
            Wh.wrap(uint64(_in(c, "contractedWh"))),
            used,
            clause.lower,
            clause.upper
        );
        assertEq(Wh.unwrap(s.upper), _out(c, "upperWh"), c.name);
        assertEq(Wh.unwrap(s.lower), _out(c, "lowerWh"), c.name);
        assertEq(Wh.unwrap(s.direct), _out(c, "directWh"), c.name);
        assertEq(Wh.unwrap(s.excess), _out(c, "excessWh"), c.name);
        assertEq(Wh.unwrap(s.shortfall), _out(c, "shortfallWh"), c.name);

        Nano cost = Nano.wrap(Wh.unwrap(used) * _in(c, "microPerKwh"));
        MicroPerKwh price = MicroPerKwh.wrap(uint64(_in(c, "referenceMicroPerKwh")));
        _assertMoney(DeviationLib.directCharge(cost, s.direct, used), _out(c, "energyCharge"), c.name);
        _assertMoney(DeviationLib.excessCharge(s.excess, price, clause.excess), _out(c, "excessCharge"), c.name);
        _assertMoney(DeviationLib.chargeAt(s.shortfall, clause.shortfall), _out(c, "shortfallPenalty"), c.name);
    }

    function _assertMoney(Micro got, uint256 expected, string memory name) private pure {
        assertEq(Micro.unwrap(got), expected, name);
    }

    function _clause(uint16 lower, uint16 upper) private pure returns (DeviationClause memory clause) {
        (clause.lower, clause.upper) = (Bps.wrap(lower), Bps.wrap(upper));
    }

    function testFuzz_DirectAndExcessAreAllThatWasUsed(
        uint64 contracted,
        uint64 used,
        uint16 lower,
        uint16 upper
    ) public pure {
        contracted = uint64(bound(contracted, 0, MOST_WH));
        DeviationClause memory clause = _clause(uint16(bound(lower, 0, 10_000)), uint16(bound(upper, 10_000, 20_000)));
        DeviationLib.Split memory s = DeviationLib.split(
            Wh.wrap(contracted),
            Wh.wrap(used),
            clause.lower,
            clause.upper
        );
        assertEq(Wh.unwrap(s.direct + s.excess), used);
        assertLe(Wh.unwrap(s.lower), contracted);
        assertGe(Wh.unwrap(s.upper), contracted);
        // Never both at once.
        assertTrue(Wh.unwrap(s.excess) == 0 || Wh.unwrap(s.shortfall) == 0);
        if (used < Wh.unwrap(s.lower)) assertEq(Wh.unwrap(s.shortfall), Wh.unwrap(s.lower) - used);
        else assertEq(Wh.unwrap(s.shortfall), 0);
    }

    function testFuzz_TheEdgesOfTheBandCostNothing(uint64 contracted, uint16 lower, uint16 upper) public pure {
        contracted = uint64(bound(contracted, 1, MOST_WH));
        DeviationClause memory clause = _clause(uint16(bound(lower, 1, 10_000)), uint16(bound(upper, 10_000, 20_000)));
        DeviationLib.Split memory edges = DeviationLib.split(
            Wh.wrap(contracted),
            Wh.wrap(contracted),
            clause.lower,
            clause.upper
        );
        DeviationLib.Split memory s = DeviationLib.split(Wh.wrap(contracted), edges.upper, clause.lower, clause.upper);
        assertEq(Wh.unwrap(s.excess), 0);
        s = DeviationLib.split(Wh.wrap(contracted), edges.upper + Wh.wrap(1), clause.lower, clause.upper);
        assertEq(Wh.unwrap(s.excess), 1);
        s = DeviationLib.split(Wh.wrap(contracted), edges.lower, clause.lower, clause.upper);
        assertEq(Wh.unwrap(s.shortfall), 0);
        if (Wh.unwrap(edges.lower) == 0) return;
        s = DeviationLib.split(Wh.wrap(contracted), edges.lower - Wh.wrap(1), clause.lower, clause.upper);
        assertEq(Wh.unwrap(s.shortfall), 1);
    }

    /// @dev Both parts rounded down are at most the whole, and less than two Micro below it.
    function testFuzz_TheDirectPartIsNeverMoreThanTheWhole(uint64 price, uint64 used, uint64 direct) public pure {
        used = uint64(bound(used, 1, type(uint64).max));
        direct = uint64(bound(direct, 0, used));
        Nano cost = Nano.wrap(uint256(price) * used);
        uint256 whole = Micro.unwrap(DeviationLib.directCharge(cost, Wh.wrap(used), Wh.wrap(used)));
        uint256 part = Micro.unwrap(DeviationLib.directCharge(cost, Wh.wrap(direct), Wh.wrap(used)));
        uint256 rest = Micro.unwrap(DeviationLib.directCharge(cost, Wh.wrap(used - direct), Wh.wrap(used)));
        assertLe(part + rest, whole);
        assertLe(whole - part - rest, 1);
        assertEq(part, (uint256(price) * direct) / 1000);
    }

    /// @dev 1 Wh of 100.01 percent is one ten-thousandth of a Wh more than 1 Wh: rounded up, 2 Wh.
    function test_TheUpperEdgeRoundsUpTheSmallestPart() public pure {
        DeviationLib.Split memory s = DeviationLib.split(Wh.wrap(1), Wh.wrap(3), Bps.wrap(0), Bps.wrap(10_001));
        assertEq(Wh.unwrap(s.upper), 2);
        assertEq(Wh.unwrap(s.direct), 2);
        assertEq(Wh.unwrap(s.excess), 1);
    }
}
