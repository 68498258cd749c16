// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICircuitBreaker} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IPurchaseBook} from "./interfaces/IPurchaseBook.sol";
import {ArrearsLib} from "./libraries/ArrearsLib.sol";
import {DebtLib} from "./libraries/DebtLib.sol";
import {PaymentLib} from "./libraries/PaymentLib.sol";
import {RateLib} from "./libraries/RateLib.sol";
import {Payee, TariffTable, PAYEES} from "./types/Billing.sol";
import {Delivery, PurchaseTerms} from "./types/Purchase.sol";
import {Micro} from "./types/Units.sol";

/// @notice The money of purchases: what there is is paid, the rest is a debt in the escrow.
abstract contract PurchaseLedger is IPurchaseBook {
    /* IMMUTABLES */

    ICircuitBreaker public immutable BREAKER;
    IEscrow public immutable ESCROW;

    /* CONSTRUCTOR */

    constructor(ICircuitBreaker breaker, IEscrow escrow) {
        BREAKER = breaker;
        ESCROW = escrow;
    }

    /* INTERNAL */

    /// @dev Pays the payees as far as the consumer's money goes, and owes each its share of the rest, as any other bill does.
    function _collect(
        bytes32 purchaseId,
        TariffTable calldata table,
        PurchaseTerms calldata terms,
        Micro charge,
        Micro[PAYEES] memory paid
    ) internal returns (Micro unpaid) {
        address[PAYEES] memory payees = RateLib.payeesOf(terms.generator, terms.deviation, table);
        // The grid is the one that signed.
        payees[uint256(Payee.Grid)] = terms.grid;
        Micro free = _freeOf(terms.buyer);
        if (free < charge) {
            unpaid = charge - free;
            Micro[PAYEES] memory shares = ArrearsLib.owed(paid, charge, unpaid);
            DebtLib.owe(ESCROW, purchaseId, terms.buyer, payees, paid, shares);
        }
        _debit(terms.buyer, charge - unpaid);
        _credit(payees, paid);
    }

    /// @dev How payment and compensation are met.
    function _meet(PurchaseTerms calldata terms, address payer, Micro deposit, Delivery memory d) internal view {
        PaymentLib.Purse memory purse = PaymentLib.Purse({
            payerIsGrid: payer == terms.grid,
            payerFree: _freeOf(payer),
            generatorFree: _freeOf(terms.generator),
            deposit: deposit
        });
        PaymentLib.Split memory s = PaymentLib.split(d.payment, d.compensation, purse);
        (d.setOff, d.received, d.paymentOwed) = (s.setOff, s.received, s.paymentOwed);
        (d.fromFree, d.fromDeposit, d.compensationOwed) = (s.fromFree, s.fromDeposit, s.compensationOwed);
    }

    function _move(bytes32 purchaseId, PurchaseTerms calldata terms, address payer, Delivery memory d) internal {
        _owe(purchaseId, payer, terms.generator, d.paymentOwed);
        _owe(purchaseId, terms.generator, terms.grid, d.compensationOwed);
        // What the grid sets off against its own payment does not move.
        Micro fromPayment = payer == terms.grid ? Micro.wrap(0) : d.setOff;
        _debit(payer, d.received + fromPayment);
        _debit(terms.generator, d.fromFree);
        // Straight out of the deposit: once free, it would first pay whatever else the generator owes.
        if (Micro.unwrap(d.fromDeposit) != 0) ESCROW.debitLocked(terms.generator, d.fromDeposit);
        address[PAYEES] memory payees;
        Micro[PAYEES] memory amounts;
        (payees[0], amounts[0]) = (terms.generator, d.received);
        (payees[1], amounts[1]) = (terms.grid, fromPayment + d.fromFree + d.fromDeposit);
        _credit(payees, amounts);
    }

    /* ONE PLACE EACH for calls of other contracts, which are large in code. */

    function _freeOf(address account) private view returns (Micro) {
        return ESCROW.accountOf(account).free;
    }

    function _owe(bytes32 purchaseId, address debtor, address creditor, Micro amount) private {
        ESCROW.owe(debtor, creditor, amount, purchaseId);
    }

    /// @dev Never more than is free: what was missing would be nobody's.
    function _debit(address account, Micro amount) private {
        if (Micro.unwrap(amount) != 0) ESCROW.debit(account, amount);
    }

    function _unlock(address account, Micro amount) internal {
        if (Micro.unwrap(amount) != 0) ESCROW.unlock(account, amount);
    }

    function _credit(address[PAYEES] memory payees, Micro[PAYEES] memory paid) private {
        BREAKER.countOutflow(ESCROW.credit(payees, paid));
    }
}
