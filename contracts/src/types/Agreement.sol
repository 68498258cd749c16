// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wh, Micro} from "./Units.sol";

/// @dev What a consumer signs (EIP-712). Its struct hash is the agreement's id.
struct Terms {
    address consumer;
    bytes32 offerId;
    bytes32 meterId;
    /// @dev First instant of supply; the start of a published settlement period.
    uint40 start;
    /// @dev Contracted energy of each month, counted from `start` and repeated every twelve.
    Wh[12] contracted;
    uint256 nonce;
    uint40 expiry;
}

/// @dev All that is stored of an agreement: one word. The terms travel in calldata and are checked against the id.
struct AgreementState {
    uint40 start;
    uint40 settledUntil;
    uint16 periods;
    uint16 termPeriods;
    bool ended;
    Micro deposit;
}
