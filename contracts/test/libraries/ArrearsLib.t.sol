// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ArrearsLib} from "../../src/libraries/ArrearsLib.sol";
import {PAYEES} from "../../src/types/Billing.sol";
import {Micro} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract ArrearsLibTest is VectorTest {
    function test_Vectors() public {
        _checkAll("arrears.json");
    }

    function _check(Case memory c) internal pure override {
        uint256[] memory values = _inMany(c, "parts");
        uint256[] memory expected = _outMany(c, "shares");
        Micro[PAYEES] memory parts;
        uint128 total;
        for (uint256 p; p < PAYEES; ++p) {
            parts[p] = Micro.wrap(uint128(values[p]));
            total += uint128(values[p]);
        }
        Micro[PAYEES] memory shares = ArrearsLib.owed(parts, Micro.wrap(total), Micro.wrap(uint128(_in(c, "missing"))));
        for (uint256 p; p < PAYEES; ++p) {
            assertEq(Micro.unwrap(shares[p]), expected[p], c.name);
        }
    }

    /// @dev P10: what the payees wait for is what is missing, and nobody waits for more than its part.
    function testFuzz_P10_SharesAddUpToWhatIsMissing(uint112[6] memory values, uint128 missing) public pure {
        Micro[PAYEES] memory parts;
        uint128 total;
        for (uint256 p; p < PAYEES; ++p) {
            parts[p] = Micro.wrap(values[p]);
            total += values[p];
        }
        vm.assume(total != 0);
        missing = uint128(bound(missing, 0, total));
        Micro[PAYEES] memory shares = ArrearsLib.owed(parts, Micro.wrap(total), Micro.wrap(missing));
        uint256 sum;
        for (uint256 p; p < PAYEES; ++p) {
            assertLe(Micro.unwrap(shares[p]), values[p]);
            // Within a unit of its exact share.
            uint256 exact = (uint256(values[p]) * missing) / total;
            assertGe(uint256(Micro.unwrap(shares[p])) + 1, exact);
            assertLe(Micro.unwrap(shares[p]), exact + 1);
            sum += Micro.unwrap(shares[p]);
        }
        assertEq(sum, missing);
    }
}
