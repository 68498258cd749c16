// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TermLib} from "../../src/libraries/TermLib.sol";
import {AgreementState} from "../../src/types/Agreement.sol";
import {Micro, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract TermLibTest is VectorTest {
    using TermLib for AgreementState;

    function test_Vectors() public {
        _checkAll("proration.json");
    }

    function _check(Case memory c) internal pure override {
        Wh contracted = Wh.wrap(uint64(_in(c, "contractedWh")));
        Wh part = TermLib.prorated(contracted, _in(c, "elapsedSeconds"), _in(c, "wholeSeconds"));
        assertEq(Wh.unwrap(part), _out(c, "proratedWh"), c.name);
    }

    /// @dev A switch cuts a month in two: the parts are the month, or one watt-hour less, which nobody is held to.
    function testFuzz_TwoPartsAreTheWholeButForDust(uint64 contracted, uint32 whole, uint32 cut) public pure {
        whole = uint32(bound(whole, 1, 32 days));
        cut = uint32(bound(cut, 0, whole));
        uint256 before = Wh.unwrap(TermLib.prorated(Wh.wrap(contracted), cut, whole));
        uint256 rest = Wh.unwrap(TermLib.prorated(Wh.wrap(contracted), whole - cut, whole));
        assertLe(before + rest, contracted);
        assertLe(contracted - before - rest, 1);
    }

    function yearly(uint256[3] calldata words) external pure returns (Wh) {
        return TermLib.yearly(words);
    }

    function contractedOf(uint256[3] calldata words, uint256 month) external pure returns (Wh) {
        return TermLib.contractedOf(words, month);
    }

    function testFuzz_TwelveMonthsTravelInThreeWords(uint56[12] memory months) public view {
        uint256[3] memory words;
        uint256 sum;
        for (uint256 i; i < 12; ++i) {
            words[i / 4] += uint256(months[i]) << (64 * (i % 4));
            sum += months[i];
        }
        for (uint256 i; i < 12; ++i) {
            assertEq(Wh.unwrap(this.contractedOf(words, i)), months[i]);
        }
        assertEq(Wh.unwrap(this.yearly(words)), sum);
    }

    function testFuzz_AnEndCutsTheBill(uint40 endsAt, uint40 periodEnd) public pure {
        AgreementState memory state;
        state.endsAt = endsAt;
        uint40 cut = endsAt == 0 || endsAt > periodEnd ? periodEnd : endsAt;
        assertEq(state.endOfPeriod(periodEnd), cut);
    }

    /// @dev In thousands of a Micro, rounded down at each bill.
    function test_TheMeanOfTheBills() public pure {
        AgreementState memory state;
        uint64[4] memory bills = [uint64(10_000), 20_999, 33_000, 0];
        uint40[4] memory means = [uint40(10), 15, 21, 15];
        for (uint256 i; i < bills.length; ++i) {
            state.settle(uint40(i + 1), Micro.wrap(bills[i]));
            assertEq(state.averageBill, means[i]);
            assertEq(state.periods, i + 1);
            assertEq(state.settledUntil, i + 1);
        }
    }

    function test_TheMeanOfTheLargestBillsStaysInItsBits() public pure {
        AgreementState memory state;
        state.settle(1, Micro.wrap(type(uint128).max));
        assertEq(state.averageBill, type(uint40).max);
        state.settle(2, Micro.wrap(0));
        assertEq(state.averageBill, type(uint40).max / 2);
    }

    /// @dev Mean 21 thousand: up to (21 + 1) thousand times the factor passes, one unit more does not.
    function test_ABillAboveTheMeanAtItsEdge() public pure {
        AgreementState memory state;
        (state.averageBill, state.periods) = (21, 3);
        (bool above, Micro limit) = state.isAbove(Micro.wrap(66_000), 3);
        assertEq(Micro.unwrap(limit), 66_000);
        assertFalse(above);
        (above, ) = state.isAbove(Micro.wrap(66_001), 3);
        assertTrue(above);
        (above, ) = state.isAbove(Micro.wrap(type(uint128).max), 0);
        assertFalse(above);
        state.periods = 2;
        (above, ) = state.isAbove(Micro.wrap(66_001), 3);
        assertFalse(above);
    }
}
