// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TermLib} from "../../src/libraries/TermLib.sol";
import {AgreementState} from "../../src/types/Agreement.sol";
import {VectorTest} from "./VectorTest.sol";

contract TermLibYearTest is VectorTest {
    function test_Vectors() public {
        _checkAll("closes-year.json");
    }

    function _check(Case memory c) internal pure override {
        AgreementState memory state;
        (state.periods, state.termPeriods) = (uint8(_in(c, "index")), uint8(_in(c, "termPeriods")));
        state.endsAt = uint40(_in(c, "endsAt"));
        assertEq(TermLib.closesYear(state, uint40(_in(c, "end"))) ? 1 : 0, _out(c, "closes"), c.name);
    }
}
