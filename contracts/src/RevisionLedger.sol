// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEscrow} from "./interfaces/IEscrow.sol";
import {ArrearsLib} from "./libraries/ArrearsLib.sol";
import {DebtLib} from "./libraries/DebtLib.sol";
import {PAYEES} from "./types/Billing.sol";
import {Micro} from "./types/Units.sol";

/// @notice The money of revisions: only the difference between two runs moves.
abstract contract RevisionLedger {
    /* IMMUTABLES */

    IEscrow public immutable ESCROW;

    /* CONSTRUCTOR */

    constructor(IEscrow escrow) {
        ESCROW = escrow;
    }

    /* INTERNAL */

    /// @dev What payees give back goes to those who get more; the rest is the consumer's, or comes from it. Whoever has too little
    /// owes what is missing: payees the consumer, the consumer the payees.
    function _move(
        bytes32 agreementId,
        address consumer,
        address[PAYEES] memory payees,
        Micro[PAYEES] memory before,
        Micro[PAYEES] memory next
    ) internal {
        (Micro back, Micro[PAYEES] memory more, Micro wanted) = _difference(
            agreementId,
            consumer,
            payees,
            before,
            next
        );
        if (back < wanted) {
            Micro missing = ESCROW.collect(consumer, wanted - back);
            if (Micro.unwrap(missing) != 0) {
                Micro[PAYEES] memory shares = ArrearsLib.owed(more, wanted, missing);
                DebtLib.owe(ESCROW, agreementId, consumer, payees, more, shares);
            }
            back = wanted;
        }
        ESCROW.refund(consumer, back - wanted);
        ESCROW.credit(payees, more);
    }

    /// @dev Takes back from each payee what it got too much, and says what the others get more.
    function _difference(
        bytes32 agreementId,
        address consumer,
        address[PAYEES] memory payees,
        Micro[PAYEES] memory before,
        Micro[PAYEES] memory next
    ) private returns (Micro back, Micro[PAYEES] memory more, Micro wanted) {
        for (uint256 p; p < PAYEES; ++p) {
            if (next[p] < before[p]) {
                Micro tooMuch = before[p] - next[p];
                Micro missing = ESCROW.collect(payees[p], tooMuch);
                ESCROW.owe(payees[p], consumer, missing, agreementId);
                back = back + tooMuch - missing;
            } else {
                more[p] = next[p] - before[p];
                wanted = wanted + more[p];
            }
        }
    }
}
