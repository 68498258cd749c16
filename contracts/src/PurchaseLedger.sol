// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IPurchaseBook} from "./interfaces/IPurchaseBook.sol";
import {PaymentLib} from "./libraries/PaymentLib.sol";
import {Payee, TariffTable, PAYEES} from "./types/Billing.sol";
import {Delivery, PurchaseTerms} from "./types/Purchase.sol";
import {Micro} from "./types/Units.sol";

/// @notice The money of purchases: what there is is paid, the rest is owed until it is paid.
abstract contract PurchaseLedger is IPurchaseBook {
    /* IMMUTABLES */

    ICircuitBreaker public immutable BREAKER;
    IEscrow public immutable ESCROW;

    /* STORAGE */

    /// @inheritdoc IPurchaseBook
    mapping(bytes32 purchaseId => mapping(address debtor => mapping(address creditor => Micro))) public owed;

    /* CONSTRUCTOR */

    constructor(ICircuitBreaker breaker, IEscrow escrow) {
        BREAKER = breaker;
        ESCROW = escrow;
    }

    /* EXTERNAL */

    /// @inheritdoc IPurchaseBook
    function payOwed(bytes32 purchaseId, address debtor, address creditor) external returns (Micro paid) {
        BREAKER.requireRunning(Activity.Settling);
        Micro debt = owed[purchaseId][debtor][creditor];
        if (Micro.unwrap(debt) == 0) revert NothingOwed(purchaseId, debtor, creditor);
        Micro free = _freeOf(debtor);
        if (Micro.unwrap(free) == 0) revert DebtorHasNothing(debtor, debt);
        paid = free < debt ? free : debt;
        owed[purchaseId][debtor][creditor] = debt - paid;
        emit OwedPaid(purchaseId, debtor, creditor, paid, debt - paid);
        _debit(debtor, paid);
        address[] memory payees = new address[](1);
        Micro[] memory amounts = new Micro[](1);
        (payees[0], amounts[0]) = (creditor, paid);
        _credit(payees, amounts);
    }

    /* INTERNAL */

    /// @dev Pays the payees in their order as far as the consumer's money goes, and owes them the rest.
    function _collect(
        bytes32 purchaseId,
        TariffTable calldata table,
        PurchaseTerms calldata terms,
        Micro charge,
        Micro[PAYEES] memory charged
    ) internal returns (Micro unpaid) {
        Micro left = _freeOf(terms.buyer);
        if (charge < left) left = charge;
        unpaid = charge - left;
        _debit(terms.buyer, left);
        address[] memory payees = _payeesOf(table, terms);
        Micro[] memory amounts = new Micro[](PAYEES);
        for (uint256 p; p < PAYEES; ++p) {
            amounts[p] = charged[p] < left ? charged[p] : left;
            left = left - amounts[p];
            _owe(purchaseId, terms.buyer, payees[p], charged[p] - amounts[p]);
        }
        _credit(payees, amounts);
    }

    /// @dev The grid is the one that signed; the seller is the generator.
    function _payeesOf(
        TariffTable calldata table,
        PurchaseTerms calldata terms
    ) private pure returns (address[] memory payees) {
        payees = new address[](PAYEES);
        payees[uint256(Payee.Grid)] = terms.grid;
        payees[uint256(Payee.Seller)] = terms.generator;
        payees[uint256(Payee.Government)] = table.government;
        payees[uint256(Payee.SubsidyPool)] = table.subsidyPool;
        payees[uint256(Payee.ExcessPayee)] = terms.deviation.excessPayee;
        payees[uint256(Payee.ShortfallPayee)] = terms.deviation.shortfallPayee;
    }

    /// @dev How payment and compensation are met, and what stays owed.
    function _meet(
        bytes32 purchaseId,
        PurchaseTerms calldata terms,
        address payer,
        Micro deposit,
        Delivery memory d
    ) internal {
        PaymentLib.Purse memory purse = PaymentLib.Purse({
            payerIsGrid: payer == terms.grid,
            payerFree: _freeOf(payer),
            generatorFree: _freeOf(terms.generator),
            deposit: deposit
        });
        PaymentLib.Split memory s = PaymentLib.split(d.payment, d.compensation, purse);
        (d.setOff, d.received, d.paymentOwed) = (s.setOff, s.received, s.paymentOwed);
        (d.fromFree, d.fromDeposit, d.compensationOwed) = (s.fromFree, s.fromDeposit, s.compensationOwed);
        _owe(purchaseId, payer, terms.generator, s.paymentOwed);
        _owe(purchaseId, terms.generator, terms.grid, s.compensationOwed);
    }

    function _move(PurchaseTerms calldata terms, address payer, Delivery memory d) internal {
        // What the grid sets off against its own payment does not move.
        Micro fromPayment = payer == terms.grid ? Micro.wrap(0) : d.setOff;
        _debit(payer, d.received + fromPayment);
        _debit(terms.generator, d.fromFree);
        // Straight out of the deposit: once free, it would first pay whatever else the generator owes.
        if (Micro.unwrap(d.fromDeposit) != 0) ESCROW.debitLocked(terms.generator, d.fromDeposit);
        address[] memory payees = new address[](2);
        Micro[] memory amounts = new Micro[](2);
        (payees[0], amounts[0]) = (terms.generator, d.received);
        (payees[1], amounts[1]) = (terms.grid, fromPayment + d.fromFree + d.fromDeposit);
        _credit(payees, amounts);
    }

    function _owe(bytes32 purchaseId, address debtor, address creditor, Micro amount) private {
        if (Micro.unwrap(amount) == 0) return;
        owed[purchaseId][debtor][creditor] = owed[purchaseId][debtor][creditor] + amount;
        emit MoneyOwed(purchaseId, debtor, creditor, amount);
    }

    /* ONE PLACE EACH for the escrow's calls, which are large in code. */

    function _freeOf(address account) private view returns (Micro) {
        return ESCROW.accountOf(account).free;
    }

    /// @dev Never more than is free: what was missing would be nobody's.
    function _debit(address account, Micro amount) private {
        if (Micro.unwrap(amount) != 0) ESCROW.debit(account, amount);
    }

    function _unlock(address account, Micro amount) internal {
        if (Micro.unwrap(amount) != 0) ESCROW.unlock(account, amount);
    }

    function _credit(address[] memory payees, Micro[] memory amounts) private {
        ESCROW.credit(payees, amounts);
    }
}
