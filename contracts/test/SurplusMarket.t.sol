// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISurplusMarket} from "../src/interfaces/ISurplusMarket.sol";
import {Clearing, Order, OrderWord, SessionStatus, Tick} from "../src/types/Surplus.sol";
import {Micro, Wh} from "../src/types/Units.sol";
import {SurplusTest} from "./market/SurplusTest.sol";

/// @notice A session from its first lot to the last claim.
contract SurplusMarketTest is SurplusTest {
    Account private roof;
    Account private farm;
    Account private mill;
    Account private shop;
    Account private home;
    uint256 private session;

    function setUp() public override {
        super.setUp();
        roof = _seller("roof", 10_000);
        farm = _seller("farm", 10_000);
        mill = _buyer("mill");
        shop = _buyer("shop");
        home = _buyer("home");
        session = _open();
    }

    /// @dev Lots: 600 at 300, 400 at 500. Bids: 700 at 600, 500 at 500, 100 at 499. D(500) = 1,200 ≥ S(500) = 1,000, and
    /// D(501) = 700 < 1,000: the price is 500, and the shop's 500 share the 300 that the mill leaves.
    function _placeAll() private {
        _list(session, roof, 600, 300);
        _list(session, farm, 400, 500);
        _bid(session, mill, 700, 600);
        _bid(session, shop, 500, 500);
        _bid(session, home, 100, 499);
    }

    function test_PlacingLocksMoneyAndCredits() public {
        _placeAll();
        assertEq(_locked(mill.addr), 420_000);
        assertEq(_free(mill.addr), MONEY - 420_000);
        assertEq(_credit(roof.addr, _exported()), 9_400);
        assertEq(_credit(address(surplus), _exported()), 1_000);
        assertEq(surplus.sessionOf(session).bids, 3);
        assertEq(surplus.sessionOf(session).lots, 2);
    }

    function test_SaysWhatWasPlaced() public {
        Order memory o = _order(session, mill.addr, 700, 600);
        uint256 word = surplusSignatures.word(false, o);
        vm.expectEmit(address(surplus));
        emit ISurplusMarket.BidPlaced(session, mill.addr, 0, keccak256(abi.encode(word)), Wh.wrap(700), o.price, 0);
        _bidOrder(o, noProof, mill.key);
        (OrderWord kept, ) = surplus.bidOf(session, 0);
        assertEq(OrderWord.unwrap(kept), word);
    }

    function test_TheHighestBidsWinAtOnePrice() public {
        _placeAll();
        _close(session);
        _clear(session, _bidsShare(500, 500, 300));
        _claimAll(session);
        assertEq(_credit(mill.addr, _usable()), 700);
        assertEq(_credit(shop.addr, _usable()), 300);
        assertEq(_credit(home.addr, _usable()), 0);
        assertEq(_free(mill.addr), MONEY - 350_000, "the price, not its limit");
        assertEq(_free(shop.addr), MONEY - 150_000);
        assertEq(_free(home.addr), MONEY);
        assertEq(_free(roof.addr), 300_000);
        assertEq(_free(farm.addr), 200_000);
        assertEq(_locked(mill.addr) + _locked(shop.addr) + _locked(home.addr), 0);
        assertEq(_pot(session), 0);
        assertEq(_free(address(surplus)), 0);
        assertEq(Wh.unwrap(credits.fatesOf(_exported()).sold), 1_000);
        assertEq(_credit(roof.addr, _exported()), 9_400);
    }

    /// @dev Lots: 600 at 300, 700 at 500. Bids: 1,000 at 500 or more. One tick less would leave only 600.
    function test_LotsShareWhereThereIsTooMuch() public {
        _list(session, roof, 600, 300);
        _list(session, farm, 700, 500);
        _bid(session, mill, 1_000, 800);
        _close(session);
        _clear(session, _lotsShare(500, 700, 400));
        _claimAll(session);
        assertEq(_credit(mill.addr, _usable()), 1_000);
        assertEq(_free(farm.addr), 200_000);
        assertEq(_credit(farm.addr, _exported()), 9_600, "300 came back");
        assertEq(_credit(address(surplus), _exported()), 0);
    }

    /// @dev 100 Wh for three bids of 50, 50 and 51 at one price: 33.1, 33.1 and 33.8, so the third gets one more.
    function test_TiesShareByLargestRemainder() public {
        _list(session, roof, 100, 100);
        _bid(session, mill, 50, 100);
        _bid(session, shop, 50, 100);
        _bid(session, home, 51, 100);
        _close(session);
        Clearing memory c = _bidsShare(100, 151, 100);
        // 51 × 100 mod 151.
        c.remainder = 117;
        c.id = bytes32(type(uint256).max);
        _clear(session, c);
        _claimAll(session);
        assertEq(_credit(mill.addr, _usable()), 33);
        assertEq(_credit(shop.addr, _usable()), 33);
        assertEq(_credit(home.addr, _usable()), 34);
        assertEq(_free(roof.addr), 10_000);
    }

    function test_ASessionWithoutTradeReleasesEverything() public {
        _list(session, roof, 600, 300);
        _bid(session, mill, 700, 200);
        _close(session);
        _clear(session, _bidsShare(200, 0, 0));
        assertEq(uint8(surplus.sessionOf(session).status), uint8(SessionStatus.Untraded));
        _claimAll(session);
        assertEq(_free(mill.addr), MONEY);
        assertEq(_credit(roof.addr, _exported()), 10_000);
        assertEq(_credit(mill.addr, _usable()), 0);
    }

    function test_AnEmptySessionCloses() public {
        _close(session);
        _clear(session, _bidsShare(0, 0, 0));
        assertEq(uint8(surplus.sessionOf(session).status), uint8(SessionStatus.Untraded));
    }

    function test_ALotForNothingWithoutABidCloses() public {
        _list(session, roof, 600, 0);
        _close(session);
        _clear(session, _bidsShare(0, 0, 0));
        assertEq(uint8(surplus.sessionOf(session).status), uint8(SessionStatus.Untraded));
    }

    function test_WhatCostsNothingIsGivenAway() public {
        _list(session, roof, 600, 0);
        _bid(session, mill, 700, 0);
        _close(session);
        _clear(session, _bidsShare(0, 700, 600));
        _claimAll(session);
        assertEq(_credit(mill.addr, _usable()), 600);
        assertEq(_free(mill.addr), MONEY);
    }

    function test_WithdrawsBeforeTheLock() public {
        _placeAll();
        _withdraw(session, roof, true, 0);
        _withdraw(session, mill, false, 0);
        assertEq(_credit(roof.addr, _exported()), 10_000);
        assertEq(_free(mill.addr), MONEY);
        assertEq(_locked(mill.addr), 0);
        // What is left: 400 at 500 for 500 at 500.
        _close(session);
        _clear(session, _bidsShare(500, 500, 400));
        _claimAll(session);
        assertEq(_credit(shop.addr, _usable()), 400);
        assertEq(_credit(mill.addr, _usable()), 0);
    }

    function test_ClearsInChunksOfAnySize() public {
        _placeAll();
        _close(session);
        Clearing memory c = _bidsShare(500, 500, 300);
        vm.startPrank(relayer);
        for (uint256 i; i < 4; ++i) {
            assertFalse(surplus.clear(session, c, 1));
        }
        assertTrue(surplus.clear(session, c, 1));
        assertEq(uint8(surplus.sessionOf(session).status), uint8(SessionStatus.Cleared));
        assertEq(Tick.unwrap(surplus.clearingOf(session).price), 500);
    }

    /// @dev A wrong clearing that others count to the end, or begin, changes nothing for the right one.
    function test_NobodyDisturbsAnothersClearing() public {
        _placeAll();
        _close(session);
        Clearing memory right = _bidsShare(500, 500, 300);
        Clearing memory wrong = _bidsShare(499, 500, 300);
        vm.prank(relayer);
        surplus.clear(session, right, 3);
        vm.startPrank(rival);
        surplus.clear(session, wrong, 4);
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.ClearingWrong.selector, session, 1_300, 600));
        surplus.clear(session, wrong, 1);
        // Its own right one begins again.
        assertFalse(surplus.clear(session, right, 4));
        vm.stopPrank();
        vm.prank(relayer);
        assertTrue(surplus.clear(session, right, 2));
    }

    function test_AnybodyClaimsForAnybodyAndNothingTwice() public {
        _placeAll();
        _close(session);
        _clear(session, _bidsShare(500, 500, 300));
        vm.expectRevert(
            abi.encodeWithSelector(ISurplusMarket.PotShort.selector, session, Micro.wrap(300_000), Micro.wrap(0))
        );
        surplus.claim(session, none, _only(0));
        surplus.claim(session, _only(0), none);
        assertEq(_pot(session), 350_000);
        assertEq(_free(address(surplus)), 350_000, "P1: the pot is a balance in the escrow");
        surplus.claim(session, _only(0), _only(0));
        assertEq(_pot(session), 50_000);
        assertEq(_free(mill.addr), MONEY - 350_000);
        _claimAll(session);
        _claimAll(session);
        assertEq(_free(roof.addr), 300_000);
        assertEq(_free(farm.addr), 200_000);
        assertEq(_free(shop.addr), MONEY - 150_000);
        assertEq(_credit(shop.addr, _usable()), 300);
    }

    /// @dev Each session has its own pot: one cannot be paid with another's money.
    function test_PotsAreKeptApart() public {
        uint256 other = _open();
        _list(session, roof, 100, 100);
        _bid(session, mill, 100, 100);
        _list(other, farm, 100, 100);
        _bid(other, shop, 100, 100);
        _close(other);
        _clear(session, _bidsShare(100, 100, 100));
        _clear(other, _bidsShare(100, 100, 100));
        surplus.claim(session, _only(0), none);
        vm.expectRevert(
            abi.encodeWithSelector(ISurplusMarket.PotShort.selector, other, Micro.wrap(10_000), Micro.wrap(0))
        );
        surplus.claim(other, none, _only(0));
    }
}
