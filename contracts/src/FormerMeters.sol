// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {FormerMeter, MeterFacts} from "./types/Metering.sol";

/// @notice The meters that were there before an exchange: what they measured is billed, corrected and revised by their facts, never
/// by those of the meter that came after.
abstract contract FormerMeters is IMeterRegistry {
    /* STORAGE */

    /// @dev In the order of their going.
    mapping(bytes32 meterId => FormerMeter[]) private _former;

    /* PUBLIC */

    /// @inheritdoc IMeterRegistry
    function isCarried(bytes32 meterId, uint40 time) public view returns (bool) {
        FormerMeter[] storage former = _former[meterId];
        for (uint256 i; i < former.length; ++i) {
            if (former[i].until == time) return true;
        }
        return false;
    }

    /* INTERNAL */

    /// @dev Of two meters that go between the same two reads, nothing was billed by the second one alone.
    function _retire(bytes32 meterId, MeterFacts facts, uint40 until) internal {
        if (!isCarried(meterId, until)) _former[meterId].push(FormerMeter(until, facts));
    }

    /// @return Whether an instant belongs to a meter that is gone. Reverts if it does and these are not its facts.
    function _isFormer(bytes32 meterId, MeterFacts facts, uint40 time) internal view returns (bool) {
        FormerMeter[] storage former = _former[meterId];
        for (uint256 i; i < former.length; ++i) {
            uint40 until = former[i].until;
            if (time > until) continue;
            if (MeterFacts.unwrap(former[i].facts) != MeterFacts.unwrap(facts))
                revert ReadOfFormerMeter(meterId, until);
            return true;
        }
        return false;
    }
}
