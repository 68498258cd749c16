// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IFreezable} from "./IFreezable.sol";
import {Micro} from "../types/Units.sol";

/// @dev What can be paused. Withdrawing a free balance is not in this list, and never will be.
enum Activity {
    Publishing,
    Signing,
    Metering,
    Settling,
    /// @dev Placing lots and bids. Withdrawing, clearing and claiming go on.
    Bidding
}

/// @dev Why the breaker trips by itself.
enum Rule {
    /// @dev A bill is more than `billFactor` times the mean of the agreement's bills before it.
    BillAboveAverage,
    /// @dev A meter advanced faster than its connection can carry.
    ReadAboveCapacity,
    /// @dev Settlement moved more money in `outflowWindow` than `outflowLimit`.
    OutflowAboveLimit
}

/// @title Pauses for one activity or one agreement, for a limited time, by the guardian or by rule
interface ICircuitBreaker {
    /// @dev What the exchange sets. Zero switches a rule off.
    struct Rules {
        uint16 billFactor;
        /// @dev Seconds that a tripped rule freezes its agreement or pauses its activity, at most MAX_PAUSE.
        uint32 freezeSeconds;
        uint32 outflowWindow;
        Micro outflowLimit;
    }

    event ActivityPausedUntil(Activity indexed activity, uint40 until, string reason);
    event ActivityResumed(Activity indexed activity);
    event RulesSet(Rules rules);
    /// @dev Which rule, the fact and the limit it broke, what is frozen, until when. `agreementId` is zero where a rule pauses
    /// settling as a whole. `value` and `limit` are Micro for bills and outflow, Wh for reads.
    event Tripped(Rule indexed rule, bytes32 indexed agreementId, uint256 value, uint256 limit, uint40 until);
    event AgreementFrozenUntil(bytes32 indexed agreementId, uint40 until, string reason);
    event AgreementThawed(bytes32 indexed agreementId);

    error ActivityPaused(Activity activity, uint40 until);
    error PauseTooLong(uint40 until, uint40 latest);
    error AgreementFrozen(bytes32 agreementId, uint40 until);
    error BookAlreadySet(address book);

    /// @notice Pauses an activity until an instant at most MAX_PAUSE away; it resumes by itself.
    function pause(Activity activity, uint40 until, string calldata reason) external;

    function resume(Activity activity) external;

    /// @notice The instant at which the activity runs again; zero or past if it runs now.
    function pausedUntil(Activity activity) external view returns (uint40);

    /// @notice Reverts with ActivityPaused while the activity is paused.
    function requireRunning(Activity activity) external view;

    /// @notice Sets the rules by which the breaker trips by itself. For the exchange, after a delay.
    function setRules(Rules calldata rules) external;

    /// @notice The book whose agreements can be frozen. Once.
    function setBook(IFreezable book) external;

    /// @notice Keeps one agreement from being settled until an instant at most MAX_PAUSE away. For the guardian.
    function freeze(bytes32 agreementId, uint40 until, string calldata reason) external;

    /// @notice Ends a freeze early: the agreement's next bill passes unasked. For the guardian.
    function thaw(bytes32 agreementId) external;

    /// @notice Freezes an agreement by rule if what its bill was refused for is an alarm: BillAboveAverage or ReadTooFast. Modules
    /// only.
    function trip(bytes32 agreementId, bytes calldata refusal) external;

    /// @notice Counts money that settlement or a purchase moved, and pauses settling when there was too much of it. Modules only.
    function countOutflow(Micro amount) external;

    function rules()
        external
        view
        returns (uint16 billFactor, uint32 freezeSeconds, uint32 outflowWindow, Micro outflowLimit);

    /// @notice The instant until which an agreement is frozen; zero or past if it is not.
    function frozenUntil(bytes32 agreementId) external view returns (uint40);

    /// @notice Reverts with AgreementFrozen while the agreement is frozen.
    function requireThawed(bytes32 agreementId) external view;
}
