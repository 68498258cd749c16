// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SettlementItem} from "../../contracts/src/types/Billing.sol";
import {FloorBilling} from "./FloorBilling.sol";

/// @notice Customer-months from signed reads, and the payees once a batch.
contract FloorSettlement is FloorBilling {
    /// @notice What signing and the read before would have left behind.
    function prepare(SettlementItem calldata item, uint256 money) external {
        _prepare(item, money);
    }

    /// @param prices Micro per kWh of the energy and of each component, and of excess.
    function settle(
        SettlementItem[] calldata items,
        address[3] calldata payees,
        uint256[LINES] calldata prices
    ) external {
        unchecked {
            uint256[3] memory paid;
            for (uint256 i; i < items.length; ++i) {
                uint256 total = _settle(items[i], prices);
                paid[0] += total / 2;
                paid[1] += total / 4;
                paid[2] += total - total / 2 - total / 4;
            }
            for (uint256 p; p < 3; ++p) {
                _free[payees[p]] += paid[p];
            }
        }
    }
}
