// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEscrow} from "../interfaces/IEscrow.sol";
import {PAYEES} from "../types/Billing.sol";
import {Micro} from "../types/Units.sol";

/// @notice Puts down in the escrow what payees wait for.
library DebtLib {
    /// @notice Takes from each payee's sum the share that is missing, and notes it as a debt to that payee.
    function owe(
        IEscrow escrow,
        bytes32 cause,
        address debtor,
        address[PAYEES] memory payees,
        Micro[PAYEES] memory sums,
        Micro[PAYEES] memory shares
    ) internal {
        for (uint256 p; p < PAYEES; ++p) {
            sums[p] = sums[p] - shares[p];
            escrow.owe(debtor, payees[p], shares[p], cause);
        }
    }
}
