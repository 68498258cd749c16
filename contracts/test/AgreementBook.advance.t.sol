// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {AgreementState, SettledPeriod, ENDED} from "../src/types/Agreement.sol";
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

    /// @dev A month of the calendar as the settlement would report it, the bill 1.000000.
    function _month(uint256 period, uint8 index) private view returns (SettledPeriod memory p) {
        p.from = boundaries[period];
        (p.to, p.periodEnd) = (boundaries[period + 1], boundaries[period + 1]);
        p.index = index;
        p.total = Micro.wrap(1_000_000);
    }

    function _advance(SettledPeriod memory p) private {
        vm.prank(address(settlement));
        agreements.advance(agreementId, mill.consumer.addr, mill.meterId, p);
    }

    function _refuses(SettledPeriod memory p, bytes memory refusal) private {
        vm.prank(address(settlement));
        vm.expectRevert(refusal);
        agreements.advance(agreementId, mill.consumer.addr, mill.meterId, p);
    }

    function test_AdvancesToTheEndOfThePeriod() public {
        _advance(_month(1, 0));
        AgreementState memory state = agreements.stateOf(agreementId);
        assertEq(state.settledUntil, boundaries[2]);
        assertEq(state.periods, 1);
        assertEq(state.flags, 0);
        assertEq(state.averageBill, 1_000);
        assertEq(_locked(mill.consumer.addr), 5_000_000_000);
    }

    function test_TheLastPeriodEndsItAndReturnsTheDeposit() public {
        _advance(_month(1, 0));
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementEnded(agreementId, boundaries[3], Micro.wrap(5_000_000_000));
        vm.expectEmit(address(escrow));
        emit IEscrow.Unlocked(mill.consumer.addr, Micro.wrap(5_000_000_000));
        _advance(_month(2, 1));
        assertEq(agreements.stateOf(agreementId).flags, ENDED);
        assertEq(agreements.stateOf(agreementId).deposit, 0);
        assertEq(agreements.agreementOf(mill.meterId), 0);
        assertEq(_locked(mill.consumer.addr), 0);
        assertEq(_free(mill.consumer.addr), 10_000_000_000);
    }

    function test_AnEndedAgreementLeavesTheMeterFreeForTheNext() public {
        _advance(_month(1, 0));
        _advance(_month(2, 1));
        vm.warp(boundaries[3]);
        Offer memory next = _flatOffer();
        _publish(next);
        boundaries[1] = boundaries[4];
        (, bytes32 nextId) = _sign(mill, next);
        assertEq(agreements.agreementOf(mill.meterId), nextId);
    }

    function test_RevertGiven_AgreementIsEnded() public {
        _advance(_month(1, 0));
        _advance(_month(2, 1));
        _refuses(_month(3, 2), abi.encodeWithSelector(IAgreementBook.AgreementIsEnded.selector, agreementId));
    }

    function test_RevertGiven_PeriodNotNext() public {
        _advance(_month(1, 0));
        uint256[2] memory wrong = [uint256(1), 3];
        for (uint256 i; i < wrong.length; ++i) {
            SettledPeriod memory p = _month(wrong[i], 1);
            _refuses(
                p,
                abi.encodeWithSelector(IAgreementBook.PeriodNotNext.selector, agreementId, boundaries[2], p.from)
            );
        }
    }

    /// @dev The right months under the wrong number would take another month's contracted energy.
    function test_RevertGiven_WrongNumberOfThePeriod() public {
        _advance(_month(1, 0));
        bytes memory refusal = abi.encodeWithSelector(
            IAgreementBook.PeriodNotNext.selector,
            agreementId,
            boundaries[2],
            boundaries[2]
        );
        _refuses(_month(2, 0), refusal);
        _refuses(_month(2, 2), refusal);
    }

    function test_RevertGiven_PeriodEndMismatch() public {
        for (uint256 i; i < 2; ++i) {
            SettledPeriod memory p = _month(1, 0);
            p.to = i == 0 ? p.to - 1 : p.to + 1;
            _refuses(
                p,
                abi.encodeWithSelector(IAgreementBook.PeriodEndMismatch.selector, agreementId, boundaries[2], p.to)
            );
        }
    }

    function test_RevertGiven_AnExitFeeThatIsNotDue() public {
        SettledPeriod memory p = _month(1, 0);
        p.exit = true;
        _refuses(p, abi.encodeWithSelector(IAgreementBook.ExitFeeMismatch.selector, agreementId, false));
    }

    /// @dev Up to what is there, and what is drawn does not come back at the end.
    function test_DrawsTheDeposit() public {
        vm.startPrank(address(settlement));
        vm.expectEmit(address(agreements));
        emit IAgreementBook.DepositDrawn(agreementId, Micro.wrap(1), Micro.wrap(4_999_999_999));
        assertEq(Micro.unwrap(agreements.drawDeposit(agreementId, Micro.wrap(1))), 1);
        assertEq(agreements.stateOf(agreementId).deposit, 4_999_999_999);
        assertEq(Micro.unwrap(agreements.drawDeposit(agreementId, Micro.wrap(5_000_000_000))), 4_999_999_999);
        assertEq(Micro.unwrap(agreements.drawDeposit(agreementId, Micro.wrap(1))), 0);
        assertEq(Micro.unwrap(agreements.drawDeposit("none", Micro.wrap(1))), 0);
    }

    function test_RevertGiven_AgreementUnknown() public {
        vm.prank(address(settlement));
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.AgreementUnknown.selector, bytes32("none")));
        agreements.advance("none", mill.consumer.addr, mill.meterId, _month(1, 0));
    }

    function test_RevertGiven_CallerIsNotModule() public {
        bytes memory refusal = abi.encodeWithSelector(IModular.NotModule.selector, mill.consumer.addr);
        vm.startPrank(mill.consumer.addr);
        vm.expectRevert(refusal);
        agreements.advance(agreementId, mill.consumer.addr, mill.meterId, _month(1, 0));
        vm.expectRevert(refusal);
        agreements.drawDeposit(agreementId, Micro.wrap(1));
        vm.expectRevert(refusal);
        agreements.markFrozen(agreementId);
    }
}
