// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AgreementState} from "../types/Agreement.sol";
import {Offer} from "../types/Offer.sol";
import {Micro, Wh} from "../types/Units.sol";

/// @notice Rules about the life of an agreement: periods, cooling-off, the mean of its bills.
library TermLib {
    /// @dev The tariff book's longest period is 32 days.
    uint256 private constant LONGEST_PERIOD_HOURS = 32 * 24;
    uint256 private constant AVERAGE_UNIT = 1000;
    /// @dev A mean of fewer bills says nothing.
    uint256 private constant LEAST_BILLS = 3;

    /// @notice Where the bill ends that ends in a settlement period: with it, or where the term is cut before.
    function endOfPeriod(AgreementState memory state, uint40 periodEnd) internal pure returns (uint40) {
        return state.endsAt != 0 && state.endsAt < periodEnd ? state.endsAt : periodEnd;
    }

    /// @notice One more bill: time, count and mean. The mean rounds down.
    function settle(AgreementState memory state, uint40 to, Micro total) internal pure {
        uint256 bills = state.periods;
        uint256 mean = (state.averageBill * bills + Micro.unwrap(total) / AVERAGE_UNIT) / (bills + 1);
        state.averageBill = uint40(Math.min(mean, type(uint40).max));
        state.settledUntil = to;
        // A term has at most 60 periods.
        state.periods = uint8(bills + 1);
    }

    /// @notice Whether a bill is more than `factor` times the mean of at least three before it; a factor of zero lets all pass.
    function isAbove(
        AgreementState memory state,
        Micro total,
        uint16 factor
    ) internal pure returns (bool above, Micro limit) {
        if (factor == 0 || state.periods < LEAST_BILLS) return (false, limit);
        limit = Micro.wrap(uint128((uint256(state.averageBill) + 1) * AVERAGE_UNIT * factor));
        above = limit < total;
    }

    /// @notice Whether the bill that ends at an instant closes a contract year: each twelfth does, and an agreement's last.
    /// @dev Mirrors lib/domain/agreements/terms.ts. Vectors: closes-year.json.
    function closesYear(AgreementState memory state, uint40 to) internal pure returns (bool) {
        uint256 bills = uint256(state.periods) + 1;
        return bills % 12 == 0 || bills == state.termPeriods || to == state.endsAt;
    }

    /// @notice Whether the consumer may still go back without a fee.
    function isCoolingOff(AgreementState memory state, Offer calldata offer) internal view returns (bool) {
        return block.timestamp < uint256(state.signedAt) + uint256(offer.coolingOffDays) * 1 days;
    }

    /// @notice Whether the agreement can be undone as if it had never been signed: in the cooling-off days, before supply.
    function isUndoable(AgreementState memory state, Offer calldata offer, uint40 start) internal view returns (bool) {
        return state.periods == 0 && block.timestamp < start && isCoolingOff(state, offer);
    }

    /// @notice The most energy that a connection can carry in a settlement period.
    function possibleMonth(uint48 capacity) internal pure returns (Wh) {
        // 48 bits of watts times 768 hours fit in 64 bits.
        return Wh.wrap(uint64(uint256(capacity) * LONGEST_PERIOD_HOURS));
    }

    /// @notice Contracted energy of twelve months that travel in three words.
    function yearly(uint256[3] calldata contracted) internal pure returns (Wh sum) {
        for (uint256 month; month < 12; ++month) {
            sum = sum + contractedOf(contracted, month);
        }
    }

    /// @notice Contracted energy of a month, 0 to 11.
    function contractedOf(uint256[3] calldata contracted, uint256 month) internal pure returns (Wh) {
        return Wh.wrap(uint64(contracted[month / 4] >> (64 * (month % 4))));
    }

    /// @notice The part of a month's contracted energy that falls on the seconds billed, rounded down.
    function prorated(Wh contracted, uint256 elapsed, uint256 whole) internal pure returns (Wh) {
        if (elapsed == whole) return contracted;
        return Wh.wrap(uint64((Wh.unwrap(contracted) * elapsed) / whole));
    }
}
