// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {Modular} from "./Modular.sol";
import {Micro} from "./types/Units.sol";

/// @notice See IEscrow.
contract Escrow is IEscrow, Modular, EIP712, NoncesKeyed, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    bytes32 private constant WITHDRAWAL_TYPEHASH =
        keccak256("Withdrawal(address account,address to,uint128 amount,uint256 nonce,uint40 expiry)");

    /* IMMUTABLES */

    IERC20 public immutable TOKEN;

    /* STORAGE */

    mapping(address account => Account) private _accounts;

    /// @dev Debited and not yet credited in this transaction.
    uint256 private transient _inFlight;

    /* CONSTRUCTOR */

    constructor(address authority, IERC20 token) Modular(authority) EIP712("Switchyard Escrow", "1") {
        TOKEN = token;
    }

    /* EXTERNAL */

    /// @inheritdoc IEscrow
    function deposit(uint128 amount) external nonReentrant {
        _deposit(msg.sender, amount);
    }

    /// @inheritdoc IEscrow
    function depositWithPermit(
        address account,
        uint128 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant {
        // Someone may have used the permit already: then the allowance stands and the deposit goes on. The money can
        // only become the account's own free balance.
        try IERC20Permit(address(TOKEN)).permit(account, address(this), amount, deadline, v, r, s) {} catch {}
        _deposit(account, amount);
    }

    /// @inheritdoc IEscrow
    function withdraw(address to, uint128 amount) external nonReentrant {
        _withdraw(msg.sender, to, amount);
    }

    /// @inheritdoc IEscrow
    function withdrawSigned(Withdrawal calldata w, bytes calldata signature) external nonReentrant {
        if (block.timestamp > w.expiry) revert IntentExpired(w.expiry);
        _useCheckedNonce(w.account, w.nonce);
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(WITHDRAWAL_TYPEHASH, w.account, w.to, w.amount, w.nonce, w.expiry))
        );
        if (!SignatureChecker.isValidSignatureNowCalldata(w.account, digest, signature)) {
            revert SignatureInvalid(w.account);
        }
        _withdraw(w.account, w.to, w.amount);
    }

    /// @inheritdoc IEscrow
    function lock(address account, Micro amount) external onlyModule {
        Account storage a = _accounts[account];
        _takeFree(a, account, amount);
        a.locked = a.locked + amount;
        emit Locked(account, amount);
    }

    /// @inheritdoc IEscrow
    function unlock(address account, Micro amount) external onlyModule {
        Account storage a = _accounts[account];
        if (a.locked < amount) revert InsufficientLocked(account, amount, a.locked);
        a.locked = a.locked - amount;
        a.free = a.free + amount;
        emit Unlocked(account, amount);
    }

    /// @inheritdoc IEscrow
    function debit(address account, Micro amount) external onlyModule {
        _takeFree(_accounts[account], account, amount);
        _inFlight += Micro.unwrap(amount);
    }

    /// @inheritdoc IEscrow
    function credit(address[] calldata payees, Micro[] calldata amounts) external onlyModule {
        uint256 credited;
        for (uint256 i; i < payees.length; ++i) {
            if (Micro.unwrap(amounts[i]) == 0) continue;
            credited += Micro.unwrap(amounts[i]);
            Account storage a = _accounts[payees[i]];
            a.free = a.free + amounts[i];
            emit Credited(payees[i], amounts[i]);
        }
        if (credited != _inFlight) {
            revert CreditsDiffer(Micro.wrap(SafeCast.toUint128(_inFlight)), Micro.wrap(SafeCast.toUint128(credited)));
        }
        _inFlight = 0;
    }

    /// @inheritdoc IEscrow
    function accountOf(address account) external view returns (Account memory) {
        return _accounts[account];
    }

    /* INTERNAL */

    function _deposit(address account, uint128 amount) private {
        uint256 before = TOKEN.balanceOf(address(this));
        TOKEN.safeTransferFrom(account, address(this), amount);
        Micro arrived = Micro.wrap(SafeCast.toUint128(TOKEN.balanceOf(address(this)) - before));
        if (Micro.unwrap(arrived) == 0) revert AmountZero();
        Account storage a = _accounts[account];
        a.free = a.free + arrived;
        emit Deposited(account, arrived);
    }

    function _withdraw(address account, address to, uint128 amount) private {
        if (amount == 0) revert AmountZero();
        // Tokens sent to the escrow itself would belong to nobody.
        if (to == address(this)) revert WithdrawalTargetInvalid(to);
        _takeFree(_accounts[account], account, Micro.wrap(amount));
        emit Withdrawn(account, to, Micro.wrap(amount));
        TOKEN.safeTransfer(to, amount);
    }

    function _takeFree(Account storage a, address account, Micro amount) private {
        Micro free = a.free;
        if (free < amount) revert InsufficientFree(account, amount, free);
        a.free = free - amount;
    }
}
