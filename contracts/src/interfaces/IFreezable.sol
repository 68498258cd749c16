// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Holds agreements that the circuit breaker can freeze
interface IFreezable {
    /// @notice Marks an agreement, so that its next settlement asks the breaker. Reverts if there is no such agreement.
    function markFrozen(bytes32 agreementId) external;
}
