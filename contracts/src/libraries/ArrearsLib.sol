// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Micro} from "../types/Units.sol";
import {PAYEES} from "../types/Billing.sol";

/// @notice Who waits for how much when a bill is not paid in full. Mirrors lib/domain/settlement/arrears.ts. Vectors: arrears.json.
library ArrearsLib {
    /// @notice Splits what is missing over the payees in proportion to their parts of the bill.
    /// @dev Each share is the step between two running totals, each rounded down: the shares add up to what is missing (P10), and
    /// no payee waits for more than its part.
    /// @param parts Add up to the bill, which is not zero and not less than `missing`.
    function owed(
        Micro[PAYEES] memory parts,
        Micro total,
        Micro missing
    ) internal pure returns (Micro[PAYEES] memory shares) {
        uint256 running;
        uint256 before;
        for (uint256 p; p < PAYEES; ++p) {
            running += Micro.unwrap(parts[p]);
            uint256 until = (running * Micro.unwrap(missing)) / Micro.unwrap(total);
            shares[p] = Micro.wrap(uint128(until - before));
            before = until;
        }
    }
}
