// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Micro} from "../types/Units.sol";

/// @notice How a month's payment and compensation are met with the money there is (SPEC section 8): what cannot be paid is owed.
/// Mirrors lib/domain/purchases/payment.ts. Vectors: payment.json.
library PaymentLib {
    /// @dev The money there is.
    struct Purse {
        /// @dev Then payment and compensation are between the same two, and what both owe needs no money.
        bool payerIsGrid;
        Micro payerFree;
        Micro generatorFree;
        Micro deposit;
    }

    /// @dev payment = setOff + received + paymentOwed; compensation = setOff + fromFree + fromDeposit + compensationOwed.
    struct Split {
        Micro setOff;
        Micro received;
        Micro paymentOwed;
        Micro fromFree;
        Micro fromDeposit;
        Micro compensationOwed;
    }

    /// @notice Compensation comes out of the payment first, then out of the generator's free balance, then out of its deposit.
    /// @dev Nothing is rounded: the parts add up to the two sums (P10).
    function split(Micro payment, Micro compensation, Purse memory purse) internal pure returns (Split memory s) {
        Micro funded = _least(payment, purse.payerFree);
        s.setOff = _least(purse.payerIsGrid ? payment : funded, compensation);
        s.received = purse.payerIsGrid ? _least(payment - s.setOff, purse.payerFree) : funded - s.setOff;
        s.paymentOwed = payment - s.setOff - s.received;
        Micro rest = compensation - s.setOff;
        s.fromFree = _least(rest, purse.generatorFree);
        s.fromDeposit = _least(rest - s.fromFree, purse.deposit);
        s.compensationOwed = rest - s.fromFree - s.fromDeposit;
    }

    function _least(Micro a, Micro b) private pure returns (Micro) {
        return a < b ? a : b;
    }
}
