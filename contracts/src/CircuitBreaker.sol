// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";

/// @notice See ICircuitBreaker.
contract CircuitBreaker is ICircuitBreaker, AccessManaged {
    uint40 public constant MAX_PAUSE = 7 days;

    /* STORAGE */

    /// @inheritdoc ICircuitBreaker
    mapping(Activity activity => uint40) public pausedUntil;

    /* CONSTRUCTOR */

    constructor(address authority) AccessManaged(authority) {}

    /* EXTERNAL */

    /// @inheritdoc ICircuitBreaker
    function pause(Activity activity, uint40 until, string calldata reason) external restricted {
        uint40 latest = uint40(block.timestamp) + MAX_PAUSE;
        if (until > latest) revert PauseTooLong(until, latest);
        pausedUntil[activity] = until;
        emit ActivityPausedUntil(activity, until, reason);
    }

    /// @inheritdoc ICircuitBreaker
    function resume(Activity activity) external restricted {
        pausedUntil[activity] = 0;
        emit ActivityResumed(activity);
    }

    /// @inheritdoc ICircuitBreaker
    function requireRunning(Activity activity) external view {
        uint40 until = pausedUntil[activity];
        if (block.timestamp < until) revert ActivityPaused(activity, until);
    }
}
