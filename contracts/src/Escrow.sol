// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {Modular} from "./Modular.sol";
import {PAYEES} from "./types/Billing.sol";
import {Micro} from "./types/Units.sol";

/// @notice See IEscrow.
/// @dev Above 250 lines: all that can move money is in one file, so that it can be read in one go.
contract Escrow is IEscrow, Modular, EIP712, NoncesKeyed, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    bytes32 private constant WITHDRAWAL_TYPEHASH =
        keccak256("Withdrawal(address account,address to,uint128 amount,uint256 nonce,uint40 expiry)");

    /// @dev Debts that are paid in one go when money comes; more wait for the next, or for anybody's payDebts.
    uint256 private constant DEBTS_AT_ONCE = 12;

    /* IMMUTABLES */

    IERC20 public immutable TOKEN;

    /* STORAGE */

    /// @dev One word. `owes` says that the account has open debts.
    struct Balance {
        uint120 free;
        uint120 locked;
        bool owes;
    }

    /// @dev First come, first paid.
    struct Debts {
        uint128 next;
        uint128 count;
        mapping(uint256 position => Debt) queue;
    }

    mapping(address account => Balance) private _balances;

    mapping(address account => Debts) private _debts;

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
    function payDebts(address account, uint256 most) external nonReentrant {
        _payDebts(account, _balances[account], most);
    }

    /// @inheritdoc IEscrow
    function lock(address account, Micro amount) external onlyModule {
        Balance storage b = _balances[account];
        _takeFree(b, account, amount);
        b.locked += SafeCast.toUint120(Micro.unwrap(amount));
        emit Locked(account, amount);
    }

    /// @inheritdoc IEscrow
    function unlock(address account, Micro amount) external onlyModule {
        Balance storage b = _balances[account];
        _takeLocked(b, account, amount);
        emit Unlocked(account, amount);
        _receive(account, b, Micro.unwrap(amount));
    }

    /// @inheritdoc IEscrow
    function debit(address account, Micro amount) external onlyModule returns (Micro short) {
        Balance storage b = _balances[account];
        uint256 free = b.free;
        uint256 wanted = Micro.unwrap(amount);
        if (wanted <= free) {
            // It was free, so it fits.
            unchecked {
                b.free = uint120(free - wanted);
                _inFlight += wanted;
            }
            return Micro.wrap(0);
        }
        short = Micro.wrap(uint128(wanted - free));
        b.free = 0;
        _inFlight += free;
        emit DebitedShort(account, amount, Micro.wrap(uint128(free)));
    }

    /// @inheritdoc IEscrow
    function debitLocked(address account, Micro amount) external onlyModule {
        _takeLocked(_balances[account], account, amount);
        _inFlight += Micro.unwrap(amount);
        emit DebitedLocked(account, amount);
    }

    /// @inheritdoc IEscrow
    function collect(address account, Micro amount) external onlyModule returns (Micro short) {
        Balance storage b = _balances[account];
        uint256 taken = Math.min(b.free, Micro.unwrap(amount));
        if (taken == 0) return amount;
        b.free -= uint120(taken);
        _inFlight += taken;
        emit Collected(account, Micro.wrap(uint128(taken)));
        return amount - Micro.wrap(uint128(taken));
    }

    /// @inheritdoc IEscrow
    function refund(address account, Micro amount) external onlyModule {
        if (Micro.unwrap(amount) == 0) return;
        _inFlight -= Micro.unwrap(amount);
        emit Refunded(account, amount);
        _receive(account, _balances[account], Micro.unwrap(amount));
    }

    /// @inheritdoc IEscrow
    function owe(address debtor, address creditor, Micro amount, bytes32 cause) external onlyModule {
        if (Micro.unwrap(amount) == 0) return;
        Debts storage debts = _debts[debtor];
        debts.queue[debts.count++] = Debt(creditor, SafeCast.toUint96(Micro.unwrap(amount)), cause);
        _balances[debtor].owes = true;
        emit Owed(debtor, creditor, cause, amount);
    }

    /// @inheritdoc IEscrow
    function credit(
        address[PAYEES] calldata payees,
        Micro[PAYEES] calldata amounts
    ) external onlyModule returns (Micro credited) {
        for (uint256 p; p < PAYEES; ++p) {
            Micro amount = amounts[p];
            if (Micro.unwrap(amount) == 0) continue;
            credited = credited + amount;
            emit Credited(payees[p], amount);
            _receive(payees[p], _balances[payees[p]], Micro.unwrap(amount));
        }
        if (Micro.unwrap(credited) != _inFlight) {
            revert CreditsDiffer(Micro.wrap(SafeCast.toUint128(_inFlight)), credited);
        }
        _inFlight = 0;
    }

    /// @inheritdoc IEscrow
    function accountOf(address account) external view returns (Account memory) {
        Balance memory b = _balances[account];
        return Account(Micro.wrap(b.free), Micro.wrap(b.locked));
    }

    /// @inheritdoc IEscrow
    function debtsOf(address account) external view returns (Debt[] memory open) {
        Debts storage debts = _debts[account];
        open = new Debt[](debts.count - debts.next);
        for (uint256 i; i < open.length; ++i) {
            open[i] = debts.queue[debts.next + i];
        }
    }

    /* INTERNAL */

    function _deposit(address account, uint128 amount) private {
        uint256 before = TOKEN.balanceOf(address(this));
        TOKEN.safeTransferFrom(account, address(this), amount);
        uint256 arrived = TOKEN.balanceOf(address(this)) - before;
        if (arrived == 0) revert AmountZero();
        emit Deposited(account, Micro.wrap(SafeCast.toUint128(arrived)));
        _receive(account, _balances[account], arrived);
    }

    function _withdraw(address account, address to, uint128 amount) private {
        if (amount == 0) revert AmountZero();
        // Tokens sent to the escrow itself would belong to nobody.
        if (to == address(this)) revert WithdrawalTargetInvalid(to);
        Balance storage b = _balances[account];
        if (b.owes) _payDebts(account, b, DEBTS_AT_ONCE);
        _takeFree(b, account, Micro.wrap(amount));
        emit Withdrawn(account, to, Micro.wrap(amount));
        TOKEN.safeTransfer(to, amount);
    }

    /// @dev Money that comes pays what is owed before it is free.
    function _receive(address account, Balance storage b, uint256 amount) private {
        b.free = SafeCast.toUint120(b.free + amount);
        if (b.owes) _payDebts(account, b, DEBTS_AT_ONCE);
    }

    /// @dev Moves free money to creditors. It does not go on from there to what the creditors owe: no chain of calls to follow.
    function _payDebts(address account, Balance storage b, uint256 most) private {
        Debts storage debts = _debts[account];
        uint256 free = b.free;
        uint256 last = Math.min(debts.count, Math.saturatingAdd(debts.next, most));
        uint256 next = debts.next;
        while (next < last && free != 0) {
            Debt storage debt = debts.queue[next];
            uint256 paid = Math.min(free, debt.amount);
            free -= paid;
            b.free = uint120(free);
            Balance storage creditor = _balances[debt.creditor];
            creditor.free = SafeCast.toUint120(creditor.free + paid);
            // A debt to oneself pays itself.
            free = b.free;
            emit DebtPaid(account, debt.creditor, debt.cause, Micro.wrap(uint128(paid)));
            if (paid == debt.amount) delete debts.queue[next++];
            else debt.amount -= uint96(paid);
        }
        debts.next = uint128(next);
        if (next == debts.count) b.owes = false;
    }

    function _takeFree(Balance storage b, address account, Micro amount) private {
        Micro free = Micro.wrap(b.free);
        if (free < amount) revert InsufficientFree(account, amount, free);
        b.free = uint120(Micro.unwrap(free - amount));
    }

    function _takeLocked(Balance storage b, address account, Micro amount) private {
        Micro locked = Micro.wrap(b.locked);
        if (locked < amount) revert InsufficientLocked(account, amount, locked);
        b.locked = uint120(Micro.unwrap(locked - amount));
    }
}
