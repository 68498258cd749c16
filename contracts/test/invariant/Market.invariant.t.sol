// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {AgreementBook} from "../../src/AgreementBook.sol";
import {Escrow} from "../../src/Escrow.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Activity} from "../../src/interfaces/ICircuitBreaker.sol";
import {AgreementState, Terms} from "../../src/types/Agreement.sol";
import {Micro} from "../../src/types/Units.sol";
import {Ledger} from "./Ledger.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @notice The numbered sentences of README.md, after every step of a market that does anything it may.
contract MarketInvariantTest is Test {
    MarketHandler private handler;
    Ledger private ledger;
    Escrow private escrow;
    AgreementBook private agreements;

    function setUp() public {
        handler = new MarketHandler();
        ledger = handler.ledger();
        (escrow, agreements) = handler.books();
        bytes4[] memory selectors = new bytes4[](11);
        selectors[0] = MarketHandler.topUp.selector;
        selectors[1] = MarketHandler.withdraw.selector;
        selectors[2] = MarketHandler.sign.selector;
        selectors[3] = MarketHandler.nextMonth.selector;
        selectors[4] = MarketHandler.settle.selector;
        selectors[5] = MarketHandler.pause.selector;
        selectors[6] = MarketHandler.resume.selector;
        selectors[7] = MarketHandler.withdrawOffer.selector;
        // Twice, so that time goes by and bills come due.
        selectors[8] = MarketHandler.settle.selector;
        selectors[9] = MarketHandler.sign.selector;
        selectors[10] = MarketHandler.nextMonth.selector;
        targetSelector(FuzzSelector(address(handler), selectors));
        targetContract(address(handler));
    }

    function invariant_P1_P2_P10_P12_MoneyAddsUp() public view {
        _checkP1();
        assertEq(ledger.paid(), ledger.credited(), "P2: debits are credits");
        assertEq(ledger.billed(), ledger.credited(), "P10: the payees' parts are the whole");
        assertEq(ledger.billed(), ledger.paid(), "P12: bills are the money that moved");
    }

    function invariant_P4_P6_AgreementsAndNonces() public view {
        for (uint256 i; i < handler.CONSUMERS(); ++i) {
            _checkP4(i);
            _checkP6(i);
        }
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

    /// @dev A meter's supplier is the agreement last signed for it, until that one ends; what is locked is its deposit.
    function _checkP4(uint256 index) private view {
        (address consumer, bytes32 meterId, Terms memory terms) = handler.supplyOf(index);
        bytes32 agreementId = agreements.agreementOf(meterId);
        bytes32 signed = handler.hashOf(terms);
        AgreementState memory state = agreements.stateOf(signed);
        bool supplying = terms.start != 0 && !state.ended;
        assertEq(agreementId, supplying ? signed : bytes32(0), "P4: one supplier");
        uint128 locked = Micro.unwrap(escrow.accountOf(consumer).locked);
        assertEq(locked, supplying ? Micro.unwrap(state.deposit) : 0, "what is locked is the deposit");
        assertLe(state.periods, state.termPeriods);
    }

    function _checkP6(uint256 index) private view {
        (address consumer, , ) = handler.supplyOf(index);
        assertEq(agreements.nonces(consumer, 0), ledger.agreementNonces(consumer), "P6: one for each intent");
        assertEq(escrow.nonces(consumer, 0), ledger.escrowNonces(consumer), "P6: one for each intent");
    }

    /// @dev Tried on a copy of the state: everything is paused, then everybody takes all its free money out.
    function invariant_P8_FreeMoneyLeavesWhileAllIsPaused() public {
        uint256 copy = vm.snapshotState();
        for (uint8 activity; activity < 4; ++activity) {
            handler.pause(activity, 7 days);
        }
        address[] memory accounts = handler.accounts();
        for (uint256 i; i < accounts.length; ++i) {
            uint128 free = Micro.unwrap(escrow.accountOf(accounts[i]).free);
            if (free == 0) continue;
            vm.prank(accounts[i]);
            escrow.withdraw(accounts[i], free);
            assertEq(Micro.unwrap(escrow.accountOf(accounts[i]).free), 0);
        }
        vm.revertToState(copy);
    }
}
