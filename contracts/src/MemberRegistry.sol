// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IMemberRegistry, Role} from "./interfaces/IMemberRegistry.sol";

/// @notice See IMemberRegistry.
contract MemberRegistry is IMemberRegistry, AccessManaged {
    struct Member {
        uint248 roles;
        bool suspended;
    }

    /* STORAGE */

    mapping(address account => Member) private _members;

    /// @inheritdoc IMemberRegistry
    mapping(address account => uint32) public groupOf;

    /* CONSTRUCTOR */

    constructor(address authority) AccessManaged(authority) {}

    /* EXTERNAL */

    /// @inheritdoc IMemberRegistry
    function admit(address account, uint256 roles) external restricted {
        if (roles == 0) revert RolesEmpty();
        _members[account].roles = SafeCast.toUint248(roles);
        emit MemberAdmitted(account, roles);
    }

    /// @inheritdoc IMemberRegistry
    function suspend(address account) external restricted {
        _known(account).suspended = true;
        emit MemberSuspended(account);
    }

    /// @inheritdoc IMemberRegistry
    function reinstate(address account) external restricted {
        _known(account).suspended = false;
        emit MemberReinstated(account);
    }

    /// @inheritdoc IMemberRegistry
    function setGroup(address account, uint32 group) external restricted {
        groupOf[account] = group;
        emit MemberGrouped(account, group);
    }

    /// @inheritdoc IMemberRegistry
    function requireRole(address account, Role role) external view {
        if (!hasRole(account, role)) revert NotMember(account, role);
    }

    /// @inheritdoc IMemberRegistry
    function hasRole(address account, Role role) public view returns (bool) {
        Member storage member = _members[account];
        return !member.suspended && (member.roles >> uint8(role)) & 1 == 1;
    }

    /* INTERNAL */

    function _known(address account) private view returns (Member storage member) {
        member = _members[account];
        if (member.roles == 0) revert MemberUnknown(account);
    }
}
