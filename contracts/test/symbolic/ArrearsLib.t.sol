// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ArrearsLib} from "../../src/libraries/ArrearsLib.sol";
import {PAYEES} from "../../src/types/Billing.sol";
import {Micro} from "../../src/types/Units.sol";

/// @notice Shares of what is missing. Bound: parts of 112 bits, which is what a line holds.
contract ArrearsLibSymbolic {
    function check_TheSharesAddUpToWhatIsMissing(uint112[6] calldata parts, uint128 missing) external pure {
        Micro[PAYEES] memory paid;
        uint256 total;
        for (uint256 p; p < PAYEES; ++p) {
            paid[p] = Micro.wrap(parts[p]);
            total += parts[p];
        }
        if (total == 0 || missing > total) return;
        Micro[PAYEES] memory shares = ArrearsLib.owed(paid, Micro.wrap(uint128(total)), Micro.wrap(missing));
        uint256 sum;
        for (uint256 p; p < PAYEES; ++p) {
            sum += Micro.unwrap(shares[p]);
        }
        assert(sum == missing);
    }
}
