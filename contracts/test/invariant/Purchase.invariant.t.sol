// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {Escrow} from "../../src/Escrow.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {PurchaseBook} from "../../src/PurchaseBook.sol";
import {PurchaseState, PurchaseTerms} from "../../src/types/Purchase.sol";
import {Micro} from "../../src/types/Units.sol";
import {PurchaseHandler} from "./PurchaseHandler.sol";
import {PurchaseLedgerBooks} from "./PurchaseLedgerBooks.sol";

/// @notice The numbered sentences of README.md for purchases, after every step of parties that do anything they may.
contract PurchaseInvariantTest is Test {
    PurchaseHandler private handler;
    PurchaseLedgerBooks private books;
    Escrow private escrow;
    PurchaseBook private purchases;

    function setUp() public {
        handler = new PurchaseHandler();
        books = handler.books();
        (escrow, purchases) = handler.contracts();
        bytes4[] memory selectors = new bytes4[](11);
        selectors[0] = PurchaseHandler.topUp.selector;
        selectors[1] = PurchaseHandler.withdraw.selector;
        selectors[2] = PurchaseHandler.sign.selector;
        selectors[3] = PurchaseHandler.nextMonth.selector;
        selectors[4] = PurchaseHandler.settle.selector;
        selectors[5] = PurchaseHandler.payDebts.selector;
        selectors[6] = PurchaseHandler.suspend.selector;
        selectors[7] = PurchaseHandler.pause.selector;
        // Twice, so that time goes by and months come due.
        selectors[8] = PurchaseHandler.settle.selector;
        selectors[9] = PurchaseHandler.sign.selector;
        selectors[10] = PurchaseHandler.nextMonth.selector;
        targetSelector(FuzzSelector(address(handler), selectors));
        targetContract(address(handler));
    }

    function invariant_P1_P2_P10_P12_PurchaseMoneyAddsUp() public view {
        address[] memory accounts = handler.accounts();
        uint256 owned;
        for (uint256 i; i < accounts.length; ++i) {
            IEscrow.Account memory a = escrow.accountOf(accounts[i]);
            owned += uint256(Micro.unwrap(a.free)) + Micro.unwrap(a.locked);
        }
        assertEq(escrow.TOKEN().balanceOf(address(escrow)), owned, "P1: tokens are free or locked");
        assertEq(owned, books.held(), "P1: and all that came is there");
        assertEq(books.debited(), books.credited(), "P2: debits are credits");
        assertEq(books.due(), books.met() + books.owedTotal(), "P10, P12: what was due is met or owed");
    }

    /// @dev What is owed on chain is what the events said, between any two, and nobody else owes anything.
    function invariant_P11_DebtsAreWhatTheEventsSay() public view {
        address[] memory accounts = handler.accounts();
        uint256 open;
        for (uint256 i; i < accounts.length; ++i) {
            open += handler.debtsOf(accounts[i]);
        }
        assertEq(open, books.owedTotal());
        for (uint256 deal; deal < handler.DEALS(); ++deal) {
            (, bytes32 purchaseId) = handler.dealOf(deal);
            for (uint256 i; i < accounts.length; ++i) {
                for (uint256 j; j < accounts.length; ++j) {
                    assertEq(
                        handler.owedUnder(purchaseId, accounts[i], accounts[j]),
                        books.owed(purchaseId, accounts[i], accounts[j])
                    );
                }
            }
        }
    }

    /// @dev What the generator has locked is the deposits of its running purchases, and no purchase settles a period twice.
    function invariant_P3_P6_DepositsPeriodsAndNonces() public view {
        uint256 deposits;
        for (uint256 deal; deal < handler.DEALS(); ++deal) {
            (PurchaseTerms memory terms, bytes32 purchaseId) = handler.dealOf(deal);
            PurchaseState memory state = purchases.stateOf(purchaseId);
            deposits += Micro.unwrap(state.deposit);
            assertLe(state.periods, terms.periods, "P3: one settlement for each period");
            assertEq(state.ended, terms.start != 0 && state.periods == terms.periods);
            if (state.ended) assertEq(Micro.unwrap(state.deposit), 0);
        }
        address[] memory accounts = handler.accounts();
        assertEq(Micro.unwrap(escrow.accountOf(accounts[0]).locked), deposits);
        for (uint256 i; i < accounts.length; ++i) {
            assertEq(purchases.nonces(accounts[i], 0), books.nonces(accounts[i]), "P6: one for each signature");
        }
    }
}
