// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {MarketTest} from "./market/MarketTest.sol";

contract MemberRegistryTest is MarketTest {
    address private newcomer = makeAddr("newcomer");

    function _bit(Role role) private pure returns (uint256) {
        return 1 << uint8(role);
    }

    function test_AdmitsWithSeveralRoles() public {
        uint256 roles = _bit(Role.Retailer) | _bit(Role.Generator);
        vm.expectEmit(address(members));
        emit IMemberRegistry.MemberAdmitted(newcomer, roles);
        vm.prank(exchange);
        members.admit(newcomer, roles);
        assertTrue(members.hasRole(newcomer, Role.Retailer));
        assertTrue(members.hasRole(newcomer, Role.Generator));
        assertFalse(members.hasRole(newcomer, Role.Grid));
        members.requireRole(newcomer, Role.Generator);
    }

    function test_AdmittingAgainChangesRoles() public {
        vm.startPrank(exchange);
        members.admit(newcomer, _bit(Role.Retailer));
        members.admit(newcomer, _bit(Role.Grid));
        assertFalse(members.hasRole(newcomer, Role.Retailer));
        assertTrue(members.hasRole(newcomer, Role.Grid));
    }

    function test_SuspendedMemberHasNoRoleUntilReinstated() public {
        vm.startPrank(exchange);
        vm.expectEmit(address(members));
        emit IMemberRegistry.MemberSuspended(retailer);
        members.suspend(retailer);
        assertFalse(members.hasRole(retailer, Role.Retailer));
        vm.expectEmit(address(members));
        emit IMemberRegistry.MemberReinstated(retailer);
        members.reinstate(retailer);
        assertTrue(members.hasRole(retailer, Role.Retailer));
    }

    function test_ChangingRolesDoesNotEndASuspension() public {
        vm.startPrank(exchange);
        members.suspend(retailer);
        members.admit(retailer, _bit(Role.Retailer) | _bit(Role.Generator));
        assertFalse(members.hasRole(retailer, Role.Retailer));
    }

    function test_RevertGiven_NotMember() public {
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, newcomer, Role.Retailer));
        members.requireRole(newcomer, Role.Retailer);
    }

    function test_RevertGiven_MemberUnknown() public {
        vm.startPrank(exchange);
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.MemberUnknown.selector, newcomer));
        members.suspend(newcomer);
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.MemberUnknown.selector, newcomer));
        members.reinstate(newcomer);
    }

    function test_RevertGiven_RolesEmpty() public {
        vm.prank(exchange);
        vm.expectRevert(IMemberRegistry.RolesEmpty.selector);
        members.admit(newcomer, 0);
    }

    function test_RevertGiven_CallerIsNotTheExchange() public {
        address[3] memory others = [retailer, guardian, address(this)];
        for (uint256 i; i < others.length; ++i) {
            bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, others[i]);
            vm.startPrank(others[i]);
            vm.expectRevert(refusal);
            members.admit(newcomer, 2);
            vm.expectRevert(refusal);
            members.suspend(retailer);
            vm.expectRevert(refusal);
            members.reinstate(retailer);
            vm.expectRevert(refusal);
            members.setGroup(retailer, 1);
            vm.stopPrank();
        }
    }

    function testFuzz_EveryRoleIsItsOwnBit(uint8 bits) public {
        vm.assume(bits != 0);
        vm.prank(exchange);
        members.admit(newcomer, bits);
        for (uint8 role; role <= uint8(type(Role).max); ++role) {
            assertEq(members.hasRole(newcomer, Role(role)), (bits >> role) & 1 == 1);
        }
    }

    function test_AnyAccountCanBeInAGroup() public {
        assertEq(members.groupOf(newcomer), 0);
        vm.startPrank(exchange);
        vm.expectEmit(address(members));
        emit IMemberRegistry.MemberGrouped(newcomer, 3);
        members.setGroup(newcomer, 3);
        assertEq(members.groupOf(newcomer), 3);
        members.setGroup(newcomer, 0);
        assertEq(members.groupOf(newcomer), 0);
    }
}
