// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {MarketTest} from "./market/MarketTest.sol";

contract SettlementTokenTest is MarketTest {
    function test_HasSixDecimals() public view {
        assertEq(token.decimals(), 6);
    }

    function test_RevertGiven_CallerIsNotTheMinter() public {
        vm.prank(retailer);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, retailer));
        token.mint(retailer, 1);
    }
}
