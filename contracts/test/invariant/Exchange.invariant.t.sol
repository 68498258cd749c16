// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SupplyTest} from "../market/SupplyTest.sol";
import {ExchangeHandler} from "./ExchangeHandler.sol";

/// @notice P5 over any number of meters: what is billed is what all of them counted.
contract ExchangeInvariantTest is SupplyTest {
    ExchangeHandler private handler;

    function setUp() public override {
        super.setUp();
        Supply memory s = _keysOf("supply point");
        handler = new ExchangeHandler(meters, signatures, grid, address(settlement), _meterOf(s));
        bytes4[] memory selectors = new bytes4[](5);
        selectors[0] = ExchangeHandler.count.selector;
        selectors[1] = ExchangeHandler.bill.selector;
        selectors[2] = ExchangeHandler.exchange.selector;
        selectors[3] = ExchangeHandler.rotate.selector;
        selectors[4] = ExchangeHandler.revoke.selector;
        targetSelector(FuzzSelector(address(handler), selectors));
        targetContract(address(handler));
    }

    /// forge-config: default.invariant.runs = 64
    function invariant_P5_WhatIsBilledIsWhatAllMetersCounted() public view {
        assertEq(meters.stateOf("supply point"), handler.stateNow());
        for (uint256 i; i < 6; ++i) {
            assertLe(handler.billed(i), handler.counted(i));
        }
    }

    /// @dev One more read at the end of every run: then all is billed.
    function afterInvariant() public {
        handler.bill();
        for (uint256 i; i < 6; ++i) {
            assertEq(handler.billed(i), handler.counted(i));
        }
    }

    function test_TheHandlerExchangesAndBills() public {
        handler.count(1, 15, 10);
        handler.exchange(9, 7, 5);
        handler.count(2, 15, 0);
        handler.revoke();
        handler.exchange(18, 12, 8);
        handler.bill();
        assertEq(handler.exchanges(), 2);
        assertEq(handler.reads(), 1);
        assertGt(handler.counted(1) + handler.counted(2), 100_000);
        assertEq(handler.billed(1), handler.counted(1));
    }
}
