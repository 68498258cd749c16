// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {AgreementState} from "../src/types/Agreement.sol";
import {Offer} from "../src/types/Offer.sol";
import {Micro} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice How an agreement moves from period to period, and how it ends.
contract AgreementBookAdvanceTest is SupplyTest {
    Offer private offer;
    Supply private mill;
    bytes32 private agreementId;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        offer.termPeriods = 2;
        _publish(offer);
        mill = _supply("mill", 10_000_000_000);
        (, agreementId) = _sign(mill, offer);
    }

    function _advance(uint256 period) private returns (uint16) {
        vm.prank(address(settlement));
        return
            agreements.advance(
                agreementId,
                mill.consumer.addr,
                mill.meterId,
                boundaries[period],
                boundaries[period + 1]
            );
    }

    function test_AdvancesToTheEndOfThePeriod() public {
        assertEq(_advance(1), 0);
        AgreementState memory state = agreements.stateOf(agreementId);
        assertEq(state.settledUntil, boundaries[2]);
        assertEq(state.periods, 1);
        assertFalse(state.ended);
        assertEq(_locked(mill.consumer.addr), 5_000_000_000);
    }

    function test_TheLastPeriodEndsItAndReturnsTheDeposit() public {
        _advance(1);
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementEnded(agreementId, boundaries[3], Micro.wrap(5_000_000_000));
        vm.expectEmit(address(escrow));
        emit IEscrow.Unlocked(mill.consumer.addr, Micro.wrap(5_000_000_000));
        assertEq(_advance(2), 1);
        assertTrue(agreements.stateOf(agreementId).ended);
        assertEq(agreements.agreementOf(mill.meterId), 0);
        assertEq(_locked(mill.consumer.addr), 0);
        assertEq(_free(mill.consumer.addr), 10_000_000_000);
    }

    function test_AnEndedAgreementLeavesTheMeterFreeForTheNext() public {
        _advance(1);
        _advance(2);
        vm.warp(boundaries[3]);
        Offer memory next = _flatOffer();
        _publish(next);
        boundaries[1] = boundaries[4];
        (, bytes32 nextId) = _sign(mill, next);
        assertEq(agreements.agreementOf(mill.meterId), nextId);
    }

    function test_RevertGiven_AgreementIsEnded() public {
        _advance(1);
        _advance(2);
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.AgreementIsEnded.selector, agreementId));
        vm.prank(address(settlement));
        agreements.advance(agreementId, mill.consumer.addr, mill.meterId, boundaries[3], boundaries[4]);
    }

    function test_RevertGiven_PeriodNotNext() public {
        _advance(1);
        uint256[2] memory wrong = [uint256(1), 3];
        for (uint256 i; i < wrong.length; ++i) {
            uint40 from = boundaries[wrong[i]];
            vm.expectRevert(
                abi.encodeWithSelector(IAgreementBook.PeriodNotNext.selector, agreementId, boundaries[2], from)
            );
            vm.prank(address(settlement));
            agreements.advance(agreementId, mill.consumer.addr, mill.meterId, from, from + 28 days);
        }
    }

    function test_RevertGiven_AgreementUnknown() public {
        vm.prank(address(settlement));
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.AgreementUnknown.selector, bytes32("none")));
        agreements.advance("none", mill.consumer.addr, mill.meterId, boundaries[1], boundaries[2]);
    }

    function test_RevertGiven_CallerIsNotModule() public {
        vm.prank(mill.consumer.addr);
        vm.expectRevert(abi.encodeWithSelector(IModular.NotModule.selector, mill.consumer.addr));
        agreements.advance(agreementId, mill.consumer.addr, mill.meterId, boundaries[1], boundaries[2]);
    }
}
