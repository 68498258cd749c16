// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {AgreementBook} from "../../src/AgreementBook.sol";
import {Escrow} from "../../src/Escrow.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {AgreementState, Terms, ENDED} from "../../src/types/Agreement.sol";
import {Micro} from "../../src/types/Units.sol";
import {Ledger} from "./Ledger.sol";
import {MarketHandler} from "./MarketHandler.sol";
import {SwitchingMarket} from "./SwitchingMarket.sol";

/// @notice The numbered sentences of README.md, after every step of a market that does anything it may.
contract MarketInvariantTest is Test {
    SwitchingMarket private handler;
    Ledger private ledger;
    Escrow private escrow;
    AgreementBook private agreements;

    function setUp() public {
        handler = new SwitchingMarket();
        ledger = handler.ledger();
        (escrow, agreements) = handler.books();
        // Time, signatures and bills more often than the rest, so that a market has a life.
        bytes4[18] memory selectors = [
            MarketHandler.topUp.selector,
            MarketHandler.withdraw.selector,
            MarketHandler.payDebts.selector,
            MarketHandler.sign.selector,
            MarketHandler.sign.selector,
            MarketHandler.nextMonth.selector,
            MarketHandler.nextMonth.selector,
            MarketHandler.wait.selector,
            MarketHandler.settle.selector,
            MarketHandler.settle.selector,
            MarketHandler.pause.selector,
            MarketHandler.resume.selector,
            MarketHandler.withdrawOffer.selector,
            SwitchingMarket.switchTo.selector,
            SwitchingMarket.switchNow.selector,
            SwitchingMarket.end.selector,
            SwitchingMarket.freeze.selector,
            SwitchingMarket.thaw.selector
        ];
        bytes4[] memory targeted = new bytes4[](selectors.length);
        for (uint256 i; i < selectors.length; ++i) {
            targeted[i] = selectors[i];
        }
        targetSelector(FuzzSelector(address(handler), targeted));
        targetContract(address(handler));
    }

    function invariant_P1_P2_P8_P10_P12_MoneyAddsUp() public {
        _checkP1();
        (uint256 received, uint256 open) = _ofPayees();
        assertEq(received, ledger.credited() + ledger.debtPaid(), "P2: what payees own was paid to them");
        assertEq(open, ledger.owed() - ledger.debtPaid(), "P10: what is owed waits until it is paid");
        assertEq(ledger.billed(), ledger.credited() + ledger.owed(), "P10: the payees' parts are the whole");
        assertEq(ledger.billed(), received + open, "P12: a bill is paid or owed, to the unit");
        _checkP8();
    }

    function invariant_P4_P6_AgreementsAndNonces() public view {
        assertEq(ledger.overlaps(), 0, "P4: no instant is billed twice");
        for (uint256 i; i < handler.CONSUMERS(); ++i) {
            _checkP4(i);
            _checkP6(i);
        }
    }

    /// @dev The bounds leave room for everything: nothing above holds because nothing ever happens.
    function test_TheHandlerGetsEverywhere() public {
        handler.sign(0, 2, 10_000_000);
        handler.end(0, false, 0);
        assertEq(handler.undone(), 1);
        handler.sign(0, 0, 10_000_000);
        handler.switchTo(0, 2, 10_000_000, 1);
        assertEq(handler.switched(), 1);
        handler.nextMonth();
        handler.nextMonth();
        handler.settle(0, 120_000_000, true);
        assertGt(ledger.owed(), 0);
        handler.topUp(0, 150_000_000_000);
        assertEq(ledger.debtPaid(), ledger.owed());
        handler.wait(10 days);
        handler.switchNow(0, 0, 10_000_000, 5_000_000);
        assertEq(handler.switchedAtOnce(), 1);
        handler.nextMonth();
        handler.freeze(0, 1 days);
        handler.settle(0, 1_000_000, false);
        assertEq(ledger.skips(), 1);
        handler.thaw(0);
        handler.settle(0, 1_000_000, false);
        assertEq(ledger.bills(), 3);
        invariant_P1_P2_P8_P10_P12_MoneyAddsUp();
        invariant_P4_P6_AgreementsAndNonces();
    }

    function _checkP1() private view {
        address[] memory accounts = handler.accounts();
        uint256 owned;
        for (uint256 i; i < accounts.length; ++i) {
            owned += ledger.ownedBy(escrow, accounts[i]);
        }
        assertEq(escrow.TOKEN().balanceOf(address(escrow)), owned, "P1: tokens are free or locked");
        assertEq(owned, ledger.held(), "P1: and all that came is there");
    }

    /// @dev What the payees own, and what the consumers owe them.
    function _ofPayees() private view returns (uint256 received, uint256 open) {
        address[] memory accounts = handler.accounts();
        for (uint256 i; i < accounts.length; ++i) {
            if (i >= handler.CONSUMERS()) received += ledger.ownedBy(escrow, accounts[i]);
            IEscrow.Debt[] memory debts = escrow.debtsOf(accounts[i]);
            for (uint256 d; d < debts.length; ++d) {
                open += debts[d].amount;
            }
        }
    }

    /// @dev The agreements of a meter, in the order in which they were signed: none begins before the one in front of it ends, the
    /// first that is open supplies, the next follows it at its end, and what is locked is their deposits.
    function _checkP4(uint256 index) private view {
        (address consumer, bytes32 meterId, Terms[] memory signed) = handler.supplyOf(index);
        (uint40 until, uint256 locked) = (0, 0);
        (bytes32 first, bytes32 last) = (0, 0);
        for (uint256 i; i < signed.length; ++i) {
            bytes32 agreementId = handler.hashOf(signed[i]);
            AgreementState memory state = agreements.stateOf(agreementId);
            locked += state.deposit;
            assertLe(state.periods, state.termPeriods);
            bool ended = state.flags & ENDED != 0;
            if (ended && state.periods == 0) continue;
            assertGe(signed[i].start, until, "P4: one supplier at every instant");
            until = ended
                ? state.settledUntil
                : state.endsAt != 0
                    ? state.endsAt
                    : type(uint40).max;
            if (ended) continue;
            if (first == 0) first = agreementId;
            else assertEq(agreements.successorOf(last), agreementId, "P4: who follows is known");
            last = agreementId;
        }
        assertEq(agreements.agreementOf(meterId), first, "P4: the first that is open supplies");
        if (last != 0) assertEq(agreements.successorOf(last), 0);
        assertEq(Micro.unwrap(escrow.accountOf(consumer).locked), locked, "what is locked is the deposits");
        assertEq(ledger.energy(meterId), handler.metered(index), "P4: every watt-hour is billed once");
    }

    function _checkP6(uint256 index) private view {
        (address consumer, , ) = handler.supplyOf(index);
        assertEq(agreements.nonces(consumer, 0), ledger.agreementNonces(consumer), "P6: one for each intent");
        assertEq(escrow.nonces(consumer, 0), ledger.escrowNonces(consumer), "P6: one for each intent");
    }

    /// @dev Tried on a copy of the state: everything is paused and frozen, then everybody takes all its free money out.
    function _checkP8() private {
        uint256 copy = vm.snapshotState();
        for (uint8 activity; activity < 4; ++activity) {
            handler.pause(activity, 7 days);
        }
        for (uint256 i; i < handler.CONSUMERS(); ++i) {
            handler.freeze(i, 7 days);
        }
        address[] memory accounts = handler.accounts();
        for (uint256 i; i < accounts.length; ++i) {
            escrow.payDebts(accounts[i], type(uint256).max);
            uint128 free = Micro.unwrap(escrow.accountOf(accounts[i]).free);
            if (free == 0) continue;
            vm.prank(accounts[i]);
            escrow.withdraw(accounts[i], free);
            assertEq(Micro.unwrap(escrow.accountOf(accounts[i]).free), 0, "P8: free money leaves");
        }
        vm.revertToState(copy);
    }
}
