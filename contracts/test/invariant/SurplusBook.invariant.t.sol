// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {BillRule} from "../../src/types/Billing.sol";
import {Fates, Session, SessionKind, SessionStatus, SurplusFacts} from "../../src/types/Surplus.sol";
import {Wh} from "../../src/types/Units.sol";
import {Figures} from "../market/Figures.sol";
import {SurplusBillTest} from "../market/SurplusBillTest.sol";

/// @notice A shop that wins credits, gets some and puts them on its agreement, and is billed on true and on estimated reads.
contract SurplusBookHandler is SurplusBillTest {
    /// @dev Basis points at 64 and 80: a band of 95 % to 105 %. See RateLib.
    uint256 private constant BAND = (uint256(9_500) << 32) | (uint256(10_500) << 48);

    /// @dev What bills took.
    uint256 public taken;

    constructor() {
        setUp();
    }

    function setUp() public override {
        if (address(surplusBook) == address(0)) super.setUp();
    }

    function win(uint64 energy) external {
        Session memory s = Session(
            Figures.REGION,
            boundaries[0],
            0,
            0,
            SessionKind.Exported,
            SessionStatus.Cleared,
            0,
            1
        );
        vm.prank(address(surplus));
        surplusBook.endBid(s, shop.consumer.addr, shopId, Wh.wrap(energy % 1_000), Wh.wrap(energy % 1_000));
    }

    function receiveCredits(uint64 energy) external {
        vm.prank(meterReader);
        credits.grant(shop.consumer.addr, Figures.REGION, boundaries[0], Wh.wrap(energy % 1_000));
    }

    function put(uint64 energy) external {
        uint64 held = uint64(_credit(shop.consumer.addr, _usable()));
        if (held == 0) return;
        vm.prank(shop.consumer.addr);
        surplusBook.put(_usable(), Wh.wrap(1 + (energy % held)), _proof(shopTerms));
    }

    function bill(uint64 contracted, uint64 used, bool measured) external {
        SurplusFacts memory f;
        (f.agreementId, f.consumer, f.region, f.start) = (shopId, shop.consumer.addr, Figures.REGION, boundaries[1]);
        (f.contracted, f.used) = (Wh.wrap(contracted % 2_000), Wh.wrap(used % 2_000));
        (f.rule, f.marked, f.measured) = (BillRule.wrap(BAND), true, measured);
        vm.prank(address(settlement));
        (, Wh some) = surplusBook.settle(f);
        assertLe(Wh.unwrap(some), Wh.unwrap(f.used), "no more than was used");
        if (!measured) assertEq(Wh.unwrap(some), 0, "an estimated bill takes nothing");
        taken += Wh.unwrap(some);
    }

    function due() external view returns (uint256) {
        return _due(shopId);
    }

    function held() external view returns (uint256) {
        return _credit(shop.consumer.addr, _usable());
    }

    function fates() external view returns (Fates memory) {
        return credits.fatesOf(_usable());
    }
}

/// @notice P9 beyond the credits themselves: what was put on agreements is due to them or was taken by a bill, once.
contract SurplusBookInvariantTest is Test {
    SurplusBookHandler private handler;

    function setUp() public {
        handler = new SurplusBookHandler();
        bytes4[] memory selectors = new bytes4[](4);
        selectors[0] = SurplusBookHandler.win.selector;
        selectors[1] = SurplusBookHandler.receiveCredits.selector;
        selectors[2] = SurplusBookHandler.put.selector;
        selectors[3] = SurplusBookHandler.bill.selector;
        targetSelector(FuzzSelector(address(handler), selectors));
        targetContract(address(handler));
    }

    function invariant_P9_WhatIsUsedIsDueOrWasTaken() public view {
        Fates memory f = handler.fates();
        assertEq(Wh.unwrap(f.used), handler.due() + handler.taken(), "used is due or taken");
        assertEq(Wh.unwrap(f.minted), handler.held() + Wh.unwrap(f.used), "minted is held or used");
    }
}
