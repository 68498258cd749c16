// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {TermLib} from "../../src/libraries/TermLib.sol";
import {AgreementState} from "../../src/types/Agreement.sol";
import {Offer} from "../../src/types/Offer.sol";
import {Wh} from "../../src/types/Units.sol";

/// @notice Going back on a signature, each limit at its last second.
contract TermLibUndoTest is Test {
    uint40 private constant SIGNED = 1_800_000_000;
    uint40 private constant START = SIGNED + 30 days;

    function isCoolingOff(AgreementState memory state, Offer calldata offer) external view returns (bool) {
        return TermLib.isCoolingOff(state, offer);
    }

    function isUndoable(AgreementState memory state, Offer calldata offer, uint40 start) external view returns (bool) {
        return TermLib.isUndoable(state, offer, start);
    }

    function _signed() private pure returns (AgreementState memory state, Offer memory offer) {
        state.signedAt = SIGNED;
        offer.coolingOffDays = 7;
    }

    function test_CoolingOffEndsAfterSevenDays() public {
        (AgreementState memory state, Offer memory offer) = _signed();
        vm.warp(SIGNED);
        assertTrue(this.isCoolingOff(state, offer));
        vm.warp(SIGNED + 604_799);
        assertTrue(this.isCoolingOff(state, offer));
        vm.warp(SIGNED + 604_800);
        assertFalse(this.isCoolingOff(state, offer));
    }

    function test_AnOfferWithoutCoolingOffHasNone() public {
        (AgreementState memory state, Offer memory offer) = _signed();
        offer.coolingOffDays = 0;
        vm.warp(SIGNED);
        assertFalse(this.isCoolingOff(state, offer));
    }

    function test_UndoneUntilTheCoolingOffEnds() public {
        (AgreementState memory state, Offer memory offer) = _signed();
        vm.warp(SIGNED + 604_799);
        assertTrue(this.isUndoable(state, offer, START));
        vm.warp(SIGNED + 604_800);
        assertFalse(this.isUndoable(state, offer, START));
    }

    function test_UndoneUntilSupplyStarts() public {
        (AgreementState memory state, Offer memory offer) = _signed();
        vm.warp(SIGNED + 1 days);
        assertTrue(this.isUndoable(state, offer, SIGNED + 1 days + 1));
        assertFalse(this.isUndoable(state, offer, SIGNED + 1 days));
    }

    function test_ABilledAgreementIsNotUndone() public {
        (AgreementState memory state, Offer memory offer) = _signed();
        state.periods = 1;
        vm.warp(SIGNED + 1 days);
        assertFalse(this.isUndoable(state, offer, START));
    }

    /// @dev 32 days of 24 hours.
    function test_TheMostOfTheLongestPeriod() public pure {
        assertEq(Wh.unwrap(TermLib.possibleMonth(1)), 768);
        assertEq(Wh.unwrap(TermLib.possibleMonth(type(uint48).max)), 768 * (2 ** 48 - 1));
    }
}
