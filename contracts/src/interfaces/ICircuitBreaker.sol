// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev What can be paused. Withdrawing a free balance is not in this list, and never will be.
enum Activity {
    Publishing,
    Signing,
    Metering,
    Settling
}

/// @title A pause for one activity, for a limited time
interface ICircuitBreaker {
    event ActivityPausedUntil(Activity indexed activity, uint40 until, string reason);
    event ActivityResumed(Activity indexed activity);

    error ActivityPaused(Activity activity, uint40 until);
    error PauseTooLong(uint40 until, uint40 latest);

    /// @notice Pauses an activity until an instant at most MAX_PAUSE away; it resumes by itself.
    function pause(Activity activity, uint40 until, string calldata reason) external;

    function resume(Activity activity) external;

    /// @notice The instant at which the activity runs again; zero or past if it runs now.
    function pausedUntil(Activity activity) external view returns (uint40);

    /// @notice Reverts with ActivityPaused while the activity is paused.
    function requireRunning(Activity activity) external view;
}
