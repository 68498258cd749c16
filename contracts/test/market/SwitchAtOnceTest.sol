// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Terms} from "../../src/types/Agreement.sol";
import {SettlementItem} from "../../src/types/Billing.sol";
import {SwitchTest} from "./SwitchTest.sol";

/// @notice An hour after the tenth of January ended, the mill is about to change supplier at that instant.
abstract contract SwitchAtOnceTest is SwitchTest {
    /// @dev Ten of January's 31 days from the old supplier: 32,258,064 Wh of 100,000,000 contracted, rounded down.
    uint64 internal constant TEN_DAYS = 32_258_000;

    uint40 internal cut;
    Terms internal terms;

    function setUp() public override {
        super.setUp();
        _supplyMill();
        cut = boundaries[1] + 10 days;
        vm.warp(cut + 1 hours);
        terms = _successor(oldId, cut);
    }

    /// @dev The last bill of the old agreement, with its exit fee.
    function _lastBill() internal returns (SettlementItem memory item) {
        item = _bill(oldTerms, cut, TEN_DAYS);
        item.exit = true;
    }

    function _next() internal view returns (ISettlement.NewAgreement memory) {
        return ISettlement.NewAgreement(fresh, terms, _consent(terms));
    }
}
