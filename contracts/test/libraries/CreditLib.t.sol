// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {CreditLib} from "../../src/libraries/CreditLib.sol";
import {CreditId, CreditKind} from "../../src/types/Surplus.sol";
import {Bps, Wh} from "../../src/types/Units.sol";

contract CreditLibTest is Test {
    using CreditLib for CreditId;

    function testFuzz_IdsComeApartAgain(uint32 region, uint40 start, uint40 expiry, uint32 storageId) public pure {
        CreditId id = CreditLib.stored(region, start, expiry, storageId);
        assertEq(uint8(id.kindOf()), uint8(CreditKind.Stored));
        assertEq(id.regionOf(), region);
        assertEq(id.startOf(), start);
        assertEq(id.expiryOf(), expiry);
        assertEq(uint32(CreditId.unwrap(id) >> 120), storageId);
        assertEq(CreditId.unwrap(id) >> 152, 0);
    }

    function test_EachKindIsAnIdOfItsOwn() public pure {
        assertEq(CreditId.unwrap(CreditLib.exported(7, 9)), 1 | (7 << 8) | (9 << 40));
        assertEq(CreditId.unwrap(CreditLib.usable(7, 9)), 3 | (7 << 8) | (9 << 40));
        assertEq(uint8(CreditLib.exported(7, 9).kindOf()), uint8(CreditKind.Exported));
        assertEq(uint8(CreditLib.usable(7, 9).kindOf()), uint8(CreditKind.Usable));
    }

    function test_OtherNumbersAreNoCredit() public pure {
        assertEq(uint8(CreditId.wrap(0).kindOf()), uint8(CreditKind.None));
        assertEq(uint8(CreditId.wrap(4).kindOf()), uint8(CreditKind.None));
        assertEq(uint8(CreditId.wrap(255).kindOf()), uint8(CreditKind.None));
    }

    function test_ExpiryRoundsUpToTheHour() public pure {
        assertEq(CreditLib.expiryAfter(7_200, 3_600), 10_800);
        assertEq(CreditLib.expiryAfter(7_200, 3_601), 14_400);
        assertEq(CreditLib.expiryAfter(7_199, 1), 7_200);
    }

    function test_TheOperatorKeepsTheDust() public pure {
        assertEq(Wh.unwrap(CreditLib.afterStorage(Wh.wrap(1_001), Bps.wrap(8_500))), 850);
        assertEq(Wh.unwrap(CreditLib.afterStorage(Wh.wrap(1), Bps.wrap(9_999))), 0);
        assertEq(Wh.unwrap(CreditLib.afterStorage(Wh.wrap(type(uint64).max), Bps.wrap(10_000))), type(uint64).max);
    }
}
