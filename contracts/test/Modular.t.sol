// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {Modular} from "../src/Modular.sol";
import {MarketTest} from "./market/MarketTest.sol";

/// @notice Naming a module is the strongest power in the market: it is delayed and everyone sees it coming.
contract ModularTest is MarketTest {
    address private module = makeAddr("a module to come");
    bytes private change = abi.encodeCall(Modular.setModule, (module, true));

    function test_DeploymentNamesExactlyTheModulesItNeeds() public view {
        assertTrue(escrow.isModule(address(agreements)));
        assertTrue(escrow.isModule(address(settlement)));
        assertTrue(meters.isModule(address(settlement)));
        assertTrue(agreements.isModule(address(settlement)));
        assertTrue(offers.isModule(address(agreements)));
        assertTrue(breaker.isModule(address(settlement)));
        assertEq(address(breaker.book()), address(agreements));
        assertFalse(escrow.isModule(address(this)));
    }

    function test_AdministratorChangesModulesAfterTheDelay() public {
        vm.prank(administrator);
        authority.schedule(address(escrow), change, uint48(block.timestamp + POWER_DELAY));
        vm.warp(block.timestamp + POWER_DELAY);
        vm.expectEmit(address(escrow));
        emit IModular.ModuleSet(module, true);
        vm.prank(administrator);
        escrow.setModule(module, true);
        assertTrue(escrow.isModule(module));
    }

    function test_RevertGiven_TheDelayIsNotOver() public {
        vm.startPrank(administrator);
        (bytes32 operation, ) = authority.schedule(address(escrow), change, uint48(block.timestamp + POWER_DELAY));
        vm.warp(block.timestamp + POWER_DELAY - 1);
        vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotReady.selector, operation));
        escrow.setModule(module, true);
    }

    function test_RevertGiven_NothingWasScheduled() public {
        bytes32 operation = authority.hashOperation(administrator, address(escrow), change);
        vm.prank(administrator);
        vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, operation));
        escrow.setModule(module, true);
    }

    function test_RevertGiven_TheDeployerGaveItsPowerAway() public {
        Modular[5] memory modular = [
            Modular(escrow),
            Modular(meters),
            Modular(agreements),
            Modular(offers),
            Modular(breaker)
        ];
        for (uint256 i; i < modular.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(this)));
            modular[i].setModule(module, true);
        }
    }
}
