// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

enum Role {
    None,
    Retailer,
    Generator,
    Grid,
    Exchange,
    /// @dev Keeps energy for others.
    Storage,
    /// @dev Charges vehicles against vouchers.
    ChargingPoint
}

/// @title Who takes part in the market, and as what
/// @notice The exchange admits accounts with one or more roles and can suspend them. Nothing personal is stored.
interface IMemberRegistry {
    event MemberAdmitted(address indexed account, uint256 roles);
    event MemberSuspended(address indexed account);
    event MemberReinstated(address indexed account);
    event MemberGrouped(address indexed account, uint32 indexed group);

    error NotMember(address account, Role role);
    error MemberUnknown(address account);
    error RolesEmpty();

    /// @notice Admits an account, or changes its roles.
    /// @param roles Bit `1 << uint8(Role)` for each role.
    function admit(address account, uint256 roles) external;

    /// @notice Takes all roles away until reinstated. Agreements already signed go on and are settled.
    function suspend(address account) external;

    function reinstate(address account) external;

    /// @notice Says which accounts belong together: they do not trade with each other. Any account may be in a group.
    /// @param group Zero takes the account out.
    function setGroup(address account, uint32 group) external;

    /// @notice The group of affiliates that an account belongs to; zero if none.
    function groupOf(address account) external view returns (uint32);

    /// @notice True if the account holds the role and is not suspended.
    function hasRole(address account, Role role) external view returns (bool);

    /// @notice Reverts with NotMember unless the account holds the role and is not suspended.
    function requireRole(address account, Role role) external view;
}
