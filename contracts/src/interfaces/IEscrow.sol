// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Micro} from "../types/Units.sol";

/// @title The only holder of tokens
/// @notice Every account has a free and a locked balance. P1: the token balance equals Σ free + Σ locked.
interface IEscrow {
    struct Account {
        Micro free;
        Micro locked;
    }

    struct Withdrawal {
        address account;
        address to;
        uint128 amount;
        uint256 nonce;
        uint40 expiry;
    }

    event Deposited(address indexed account, Micro amount);
    event Withdrawn(address indexed account, address to, Micro amount);
    event Locked(address indexed account, Micro amount);
    event Unlocked(address indexed account, Micro amount);
    /// @dev Once per payee and settlement batch. The debits of a batch are the totals of its BillSettled events.
    event Credited(address indexed account, Micro amount);

    error InsufficientFree(address account, Micro needed, Micro free);
    error InsufficientLocked(address account, Micro needed, Micro locked);
    error AmountZero();
    error WithdrawalTargetInvalid(address to);
    error IntentExpired(uint40 expiry);
    error SignatureInvalid(address account);
    error CreditsDiffer(Micro debited, Micro credited);

    /// @notice Moves tokens of the caller into its free balance. Credits what arrived.
    function deposit(uint128 amount) external;

    /// @notice The same with an ERC-2612 permit, so that anyone may pay the gas.
    function depositWithPermit(
        address account,
        uint128 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Pays out of the caller's free balance. Never pausable.
    function withdraw(address to, uint128 amount) external;

    /// @notice Pays out on the account's EIP-712 signature; anyone may submit it. Never pausable.
    function withdrawSigned(Withdrawal calldata withdrawal, bytes calldata signature) external;

    /// @notice Moves money of an account from free to locked. Modules only.
    function lock(address account, Micro amount) external;

    /// @notice Moves money of an account from locked to free. Modules only.
    function unlock(address account, Micro amount) external;

    /// @notice Takes money from an account; the caller must credit exactly as much in the same transaction. Modules only.
    function debit(address account, Micro amount) external;

    /// @notice Gives payees what was debited before, to the unit (P2), or reverts.
    function credit(address[] calldata payees, Micro[] calldata amounts) external;

    function accountOf(address account) external view returns (Account memory);
}
