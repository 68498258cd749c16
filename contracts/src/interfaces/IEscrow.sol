// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PAYEES} from "../types/Billing.sol";
import {Micro} from "../types/Units.sol";

/// @title The only holder of tokens
/// @notice Every account has a free and a locked balance. P1: the token balance equals Σ free + Σ locked.
interface IEscrow {
    struct Account {
        Micro free;
        Micro locked;
    }

    /// @dev Money owed for a cause (a bill's agreement, or a purchase), in the order in which it became due.
    struct Debt {
        address creditor;
        uint96 amount;
        bytes32 cause;
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
    /// @dev A debit that found less than it wanted: `taken` left the free balance.
    event DebitedShort(address indexed account, Micro wanted, Micro taken);
    event Collected(address indexed account, Micro amount);
    event Refunded(address indexed account, Micro amount);
    event DebitedLocked(address indexed account, Micro amount);
    event Owed(address indexed debtor, address indexed creditor, bytes32 indexed cause, Micro amount);
    /// @dev Out of the debtor's free balance into the creditor's.
    event DebtPaid(address indexed debtor, address indexed creditor, bytes32 indexed cause, Micro amount);
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

    /// @notice Pays out of the caller's free balance, after what it owes. Never pausable.
    function withdraw(address to, uint128 amount) external;

    /// @notice Pays out on the account's EIP-712 signature; anyone may submit it. Never pausable.
    function withdrawSigned(Withdrawal calldata withdrawal, bytes calldata signature) external;

    /// @notice Moves money of an account from free to locked. Modules only.
    function lock(address account, Micro amount) external;

    /// @notice Moves money of an account from locked to free. Modules only.
    function unlock(address account, Micro amount) external;

    /// @notice Takes money from an account's free balance, as much as there is; the caller must credit exactly what was taken in
    /// the same transaction. Modules only.
    /// @return short What was missing.
    function debit(address account, Micro amount) external returns (Micro short);

    /// @notice The same from the locked balance, all or nothing. Modules only.
    function debitLocked(address account, Micro amount) external;

    /// @notice Takes money from a free balance for a revision, as much as there is. Modules only; see `debit`.
    /// @return short What was missing.
    function collect(address account, Micro amount) external returns (Micro short);

    /// @notice Gives back to a consumer out of what was collected in the same transaction. Modules only.
    function refund(address account, Micro amount) external;

    /// @notice Notes a debt. Money that comes to the debtor from then on pays it first. Modules only.
    function owe(address debtor, address creditor, Micro amount, bytes32 cause) external;

    /// @notice Pays up to `most` of an account's debts out of its free balance. Anyone may call.
    function payDebts(address account, uint256 most) external;

    /// @notice Gives payees what was debited before, to the unit (P2), or reverts. What they owe is paid out of it.
    /// @return credited The sum of the amounts.
    function credit(address[PAYEES] calldata payees, Micro[PAYEES] calldata amounts) external returns (Micro credited);

    /// @notice Open debts, the next to be paid first.
    function debtsOf(address account) external view returns (Debt[] memory);

    function accountOf(address account) external view returns (Account memory);
}
