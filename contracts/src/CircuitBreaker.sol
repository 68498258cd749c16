// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {ICircuitBreaker, Activity, Rule} from "./interfaces/ICircuitBreaker.sol";
import {IFreezable} from "./interfaces/IFreezable.sol";
import {ReadLib} from "./libraries/ReadLib.sol";
import {Modular} from "./Modular.sol";
import {Micro, Wh} from "./types/Units.sol";

/// @notice See ICircuitBreaker.
contract CircuitBreaker is ICircuitBreaker, Modular {
    using RateLimiter for RateLimiter.RefillingBucket;

    uint40 public constant MAX_PAUSE = 7 days;

    /// @dev The one bucket of the limiter.
    bytes32 private constant SETTLING = 0;

    /* STORAGE */

    /// @inheritdoc ICircuitBreaker
    mapping(Activity activity => uint40) public pausedUntil;

    /// @inheritdoc ICircuitBreaker
    mapping(bytes32 agreementId => uint40) public frozenUntil;

    /// @inheritdoc ICircuitBreaker
    Rules public rules;

    IFreezable public book;

    RateLimiter.RefillingBucket private _outflow;

    /* CONSTRUCTOR */

    constructor(address authority) Modular(authority) {}

    /* EXTERNAL */

    /// @inheritdoc ICircuitBreaker
    function setBook(IFreezable newBook) external restricted {
        if (address(book) != address(0)) revert BookAlreadySet(address(book));
        book = newBook;
    }

    /// @inheritdoc ICircuitBreaker
    function setRules(Rules calldata newRules) external restricted {
        if (newRules.freezeSeconds > MAX_PAUSE) revert PauseTooLong(newRules.freezeSeconds, MAX_PAUSE);
        rules = newRules;
        _outflow.updateSettings(newRules.outflowWindow, uint208(Micro.unwrap(newRules.outflowLimit)));
        emit RulesSet(newRules);
    }

    /// @inheritdoc ICircuitBreaker
    function pause(Activity activity, uint40 until, string calldata reason) external restricted {
        _checkLength(until);
        pausedUntil[activity] = until;
        emit ActivityPausedUntil(activity, until, reason);
    }

    /// @inheritdoc ICircuitBreaker
    function resume(Activity activity) external restricted {
        pausedUntil[activity] = 0;
        emit ActivityResumed(activity);
    }

    /// @inheritdoc ICircuitBreaker
    function freeze(bytes32 agreementId, uint40 until, string calldata reason) external restricted {
        _checkLength(until);
        frozenUntil[agreementId] = until;
        emit AgreementFrozenUntil(agreementId, until, reason);
        book.markFrozen(agreementId);
    }

    /// @inheritdoc ICircuitBreaker
    function thaw(bytes32 agreementId) external restricted {
        frozenUntil[agreementId] = 0;
        emit AgreementThawed(agreementId);
    }

    /// @inheritdoc ICircuitBreaker
    function trip(bytes32 agreementId, bytes calldata refusal) external onlyModule {
        bytes4 name = bytes4(refusal);
        if (name == IAgreementBook.BillAboveAverage.selector) {
            (, Micro bill, Micro limit) = abi.decode(refusal[4:], (bytes32, Micro, Micro));
            _trip(Rule.BillAboveAverage, agreementId, Micro.unwrap(bill), Micro.unwrap(limit));
        } else if (name == ReadLib.ReadTooFast.selector) {
            (Wh advance, Wh possible) = abi.decode(refusal[4:], (Wh, Wh));
            _trip(Rule.ReadAboveCapacity, agreementId, Wh.unwrap(advance), Wh.unwrap(possible));
        }
    }

    /// @inheritdoc ICircuitBreaker
    function countOutflow(Micro amount) external onlyModule {
        Micro limit = rules.outflowLimit;
        if (Micro.unwrap(limit) == 0 || _outflow.tryConsume(SETTLING, Micro.unwrap(amount))) return;
        uint40 until = uint40(block.timestamp) + rules.freezeSeconds;
        pausedUntil[Activity.Settling] = until;
        emit Tripped(Rule.OutflowAboveLimit, 0, Micro.unwrap(amount), Micro.unwrap(limit), until);
    }

    /// @inheritdoc ICircuitBreaker
    function requireRunning(Activity activity) external view {
        uint40 until = pausedUntil[activity];
        if (block.timestamp < until) revert ActivityPaused(activity, until);
    }

    /// @inheritdoc ICircuitBreaker
    function requireThawed(bytes32 agreementId) external view {
        uint40 until = frozenUntil[agreementId];
        if (block.timestamp < until) revert AgreementFrozen(agreementId, until);
    }

    /* INTERNAL */

    function _trip(Rule rule, bytes32 agreementId, uint256 value, uint256 limit) private {
        // What the guardian holds longer stays held.
        uint40 until = uint40(Math.max(block.timestamp + rules.freezeSeconds, frozenUntil[agreementId]));
        frozenUntil[agreementId] = until;
        emit Tripped(rule, agreementId, value, limit, until);
        book.markFrozen(agreementId);
    }

    function _checkLength(uint40 until) private view {
        uint40 latest = uint40(block.timestamp) + MAX_PAUSE;
        if (until > latest) revert PauseTooLong(until, latest);
    }
}
