// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {EnergyCredits} from "../../src/EnergyCredits.sol";
import {Escrow} from "../../src/Escrow.sol";
import {OrderLib} from "../../src/libraries/OrderLib.sol";
import {SurplusMarket} from "../../src/SurplusMarket.sol";
import {CreditId, Fates, OrderWord, Session} from "../../src/types/Surplus.sol";
import {Micro, Wh} from "../../src/types/Units.sol";
import {SurplusHandler} from "./SurplusHandler.sol";

/// @notice The numbered sentences of README.md for surplus, after every step.
contract SurplusInvariantTest is Test {
    using OrderLib for OrderWord;

    SurplusHandler private handler;
    Escrow private escrow;
    EnergyCredits private credits;
    SurplusMarket private surplus;

    function setUp() public {
        handler = new SurplusHandler();
        (address e, address c, address s) = handler.contracts();
        (escrow, credits, surplus) = (Escrow(e), EnergyCredits(c), SurplusMarket(s));
        bytes4[] memory selectors = new bytes4[](14);
        selectors[0] = SurplusHandler.exportEnergy.selector;
        selectors[1] = SurplusHandler.fundGrid.selector;
        selectors[2] = SurplusHandler.openSession.selector;
        selectors[3] = SurplusHandler.place.selector;
        selectors[4] = SurplusHandler.withdrawOrder.selector;
        selectors[5] = SurplusHandler.letTimePass.selector;
        selectors[6] = SurplusHandler.clearSession.selector;
        selectors[7] = SurplusHandler.claimBoth.selector;
        selectors[8] = SurplusHandler.spend.selector;
        selectors[9] = SurplusHandler.lowerBill.selector;
        // More often, so that sessions fill, close and are claimed.
        selectors[10] = SurplusHandler.place.selector;
        selectors[11] = SurplusHandler.place.selector;
        selectors[12] = SurplusHandler.clearSession.selector;
        selectors[13] = SurplusHandler.claimBoth.selector;
        targetSelector(FuzzSelector(address(handler), selectors));
        targetContract(address(handler));
    }

    function invariant_P1_MoneyIsFreeLockedOrInAPot() public view {
        address[] memory accounts = handler.accounts();
        (uint256 owned, uint256 locked) = (0, 0);
        for (uint256 i; i < accounts.length; ++i) {
            owned += Micro.unwrap(escrow.accountOf(accounts[i]).free);
            locked += Micro.unwrap(escrow.accountOf(accounts[i]).locked);
        }
        assertEq(escrow.TOKEN().balanceOf(address(escrow)), owned + locked, "P1: tokens are free or locked");
        (uint256 pots, uint256 bound) = (0, 0);
        for (uint256 id = 1; id <= surplus.sessions(); ++id) {
            pots += Micro.unwrap(surplus.potOf(id));
            Session memory s = surplus.sessionOf(id);
            for (uint32 i; i < s.bids; ++i) {
                (OrderWord word, ) = surplus.bidOf(id, i);
                bound += Micro.unwrap(OrderLib.costOf(word.energyOf(), word.priceOf()));
            }
        }
        assertEq(Micro.unwrap(escrow.accountOf(address(surplus)).free), pots, "what the market holds is in pots");
        assertEq(locked, bound, "what is locked is in bids");
    }

    function invariant_P9_EveryExportedWhHasOneFate() public view {
        CreditId[] memory ids = handler.ids();
        address[] memory accounts = handler.accounts();
        for (uint256 i; i < ids.length; ++i) {
            Fates memory f = credits.fatesOf(ids[i]);
            uint256 sum = Wh.unwrap(f.sold + f.stored + f.returned + f.redeemed + f.used);
            for (uint256 a; a < accounts.length; ++a) {
                sum += credits.balanceOf(accounts[a], CreditId.unwrap(ids[i]));
            }
            assertEq(Wh.unwrap(f.minted), sum, "the fates add up to the export");
        }
        uint256 listed;
        for (uint256 id = 1; id <= surplus.sessions(); ++id) {
            for (uint32 i; i < surplus.sessionOf(id).lots; ++i) {
                (OrderWord word, ) = surplus.lotOf(id, i);
                listed += Wh.unwrap(word.energyOf());
            }
        }
        assertEq(
            credits.balanceOf(address(surplus), CreditId.unwrap(ids[0])),
            listed,
            "what the market has is in lots"
        );
    }

    function invariant_P9_NoMoreIsAwardedThanTraded() public view {
        for (uint256 id = 1; id <= surplus.sessions(); ++id) {
            assertLe(handler.awarded(id), handler.volume(id));
            assertLe(handler.sold(id), handler.volume(id));
            Session memory s = surplus.sessionOf(id);
            (bool bidsLeft, bool lotsLeft) = (false, false);
            for (uint32 i; i < s.bids; ++i) {
                (OrderWord word, ) = surplus.bidOf(id, i);
                if (OrderWord.unwrap(word) != 0) bidsLeft = true;
            }
            for (uint32 i; i < s.lots; ++i) {
                (OrderWord word, ) = surplus.lotOf(id, i);
                if (OrderWord.unwrap(word) != 0) lotsLeft = true;
            }
            if (!bidsLeft) assertEq(handler.awarded(id), handler.volume(id), "and in the end not less");
            if (!lotsLeft) assertEq(handler.sold(id), handler.volume(id), "and in the end not less");
            if (!bidsLeft && !lotsLeft) assertEq(Micro.unwrap(surplus.potOf(id)), 0, "and the pot is empty");
        }
    }
}
