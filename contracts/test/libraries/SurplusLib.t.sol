// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DeviationLib} from "../../src/libraries/DeviationLib.sol";
import {RateLib} from "../../src/libraries/RateLib.sol";
import {SurplusLib} from "../../src/libraries/SurplusLib.sol";
import {BillRule, TariffTable} from "../../src/types/Billing.sol";
import {Offer, RuleBasis} from "../../src/types/Offer.sol";
import {Bps, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract SurplusLibTest is VectorTest {
    function test_Vectors() public {
        _checkAll("surplus.json");
    }

    /// @dev Rates are made of calldata.
    function ruleOf(Offer calldata offer, TariffTable calldata table) external pure returns (BillRule) {
        return RateLib.ratesOf(offer, table).rule;
    }

    function _rule(uint16 lower, uint16 upper, bool annual) private view returns (BillRule) {
        Offer memory offer;
        TariffTable memory table;
        (offer.deviation.lower, offer.deviation.upper) = (Bps.wrap(lower), Bps.wrap(upper));
        offer.deviation.ruleBasis = annual ? RuleBasis.Annual : RuleBasis.Monthly;
        return this.ruleOf(offer, table);
    }

    function _check(Case memory c) internal view override {
        BillRule rule = _rule(uint16(_in(c, "lowerBps")), uint16(_in(c, "upperBps")), _in(c, "annual") == 1);
        Wh contracted = SurplusLib.moved(
            Wh.wrap(uint64(_in(c, "contractedWh"))),
            Wh.wrap(uint64(_in(c, "boughtWh"))),
            Wh.wrap(uint64(_in(c, "soldWh")))
        );
        Wh due = Wh.wrap(uint64(_in(c, "dueWh")));
        Wh taken = SurplusLib.usable(due, contracted, Wh.wrap(uint64(_in(c, "usedWh"))), rule);
        assertEq(Wh.unwrap(contracted), _out(c, "contractedWh"), c.name);
        assertEq(Wh.unwrap(taken), _out(c, "takenWh"), c.name);
    }

    /// @dev What a bill takes is due, and is direct: BillLib may take it off.
    function testFuzz_TakesWhatIsDueAndDirect(uint64 due, uint64 contracted, uint64 used) public view {
        contracted = uint64(bound(contracted, 0, type(uint64).max / 2));
        Wh taken = SurplusLib.usable(Wh.wrap(due), Wh.wrap(contracted), Wh.wrap(used), _rule(9_500, 10_500, false));
        DeviationLib.Split memory s = DeviationLib.split(
            Wh.wrap(contracted),
            Wh.wrap(used),
            Bps.wrap(9_500),
            Bps.wrap(10_500)
        );
        assertLe(Wh.unwrap(taken), due);
        assertLe(Wh.unwrap(taken), Wh.unwrap(s.direct));
        if (due <= Wh.unwrap(s.direct)) assertEq(Wh.unwrap(taken), due);
    }
}
