// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Wh, Watt} from "../types/Units.sol";
import {Dials, DialsAndTime, MeterFacts, ReadWords, UsedFifth, UsedFour} from "../types/Metering.sol";
import {MeterFactsLib} from "./MeterFactsLib.sol";
import {ReadWordsLib} from "./ReadWordsLib.sol";

/// @notice From two register reads to the energy between them. Mirrors lib/domain/metering/advance.ts. Vectors: advance.json.
library ReadLib {
    using MeterFactsLib for MeterFacts;
    using ReadWordsLib for DialsAndTime;

    error ReadBackwards(uint256 register, Wh previous, Wh next);
    error ReadTooFast(Wh advance, Wh possible);
    error ReadTooWide(uint256 register, Wh value, uint8 digits);

    /// @dev Index that stands for the export register in errors.
    uint256 internal constant EXPORT = 5;

    /// @notice Energy between two reads of a meter, per import register and exported.
    function between(
        MeterFacts facts,
        ReadWords memory previous,
        ReadWords memory next
    ) internal pure returns (UsedFour, UsedFifth) {
        uint16 multiplier = facts.multiplier();
        Wh possible = possibleAdvance(facts.capacity(), next.rest.time() - previous.rest.time(), multiplier);
        return advance(previous, next, facts.digits(), multiplier, possible);
    }

    /// @notice The same from a meter's dial and the most it can advance.
    /// @dev A register that rolled over its dial counts on; one that could only have got there faster than the connection
    /// allows went backwards.
    /// @param possible The most energy the connection can carry between the reads (capacity × time × 1/multiplier, in register units).
    function advance(
        ReadWords memory previous,
        ReadWords memory next,
        uint8 digits,
        uint16 multiplier,
        Wh possible
    ) internal pure returns (UsedFour four, UsedFifth fifth) {
        uint256 dial = _dialOf(digits);
        uint256 limit = Wh.unwrap(possible);
        // A step is below 10^18 and a multiplier below 2^16: five of them cannot overflow.
        unchecked {
            (uint256 packed, uint256 total) = _fourSteps(previous.dials, next.dials, dial, limit);
            uint256 last = _step(4, previous.rest.deepValley(), next.rest.deepValley(), dial, limit);
            total += last;
            if (total > limit) revert ReadTooFast(Wh.wrap(uint64(total)), possible);
            // No part is larger than the whole, and the whole fits: so each product stays in its own 64 bits.
            SafeCast.toUint64(total * multiplier);
            four = UsedFour.wrap(packed * multiplier);
            uint256 out = _step(EXPORT, previous.rest.exported(), next.rest.exported(), dial, limit);
            if (out > limit) revert ReadTooFast(Wh.wrap(uint64(out)), possible);
            fifth = UsedFifth.wrap((last * multiplier) | (uint256(SafeCast.toUint64(out * multiplier)) << 64));
        }
    }

    /// @notice The most a register can advance in a time, rounded up.
    function possibleAdvance(Watt capacity, uint40 secondsBetween, uint16 multiplier) internal pure returns (Wh) {
        // A capacity is below 2^64 and a time below 2^40.
        unchecked {
            uint256 divisor = 3600 * uint256(multiplier);
            uint256 most = (uint256(Watt.unwrap(capacity)) * secondsBetween + divisor - 1) / divisor;
            return Wh.wrap(most > type(uint64).max ? type(uint64).max : uint64(most));
        }
    }

    /// @dev A meter has at most 18 digits.
    function _dialOf(uint8 digits) private pure returns (uint256) {
        unchecked {
            return 10 ** uint256(digits);
        }
    }

    /// @dev How far four registers went, side by side and in all.
    function _fourSteps(
        Dials previous,
        Dials next,
        uint256 dial,
        uint256 limit
    ) private pure returns (uint256 packed, uint256 total) {
        unchecked {
            for (uint256 i; i < 4; ++i) {
                uint256 shift = 64 * i;
                uint64 from = uint64(Dials.unwrap(previous) >> shift);
                uint256 step = _step(i, from, uint64(Dials.unwrap(next) >> shift), dial, limit);
                packed |= step << shift;
                total += step;
            }
        }
    }

    /// @dev The dial holds ten to the power of its digits.
    function _step(
        uint256 register,
        uint256 previous,
        uint256 next,
        uint256 dial,
        uint256 limit
    ) private pure returns (uint256) {
        if (next >= dial) revert ReadTooWide(register, _wh(next), uint8(Math.log10(dial)));
        unchecked {
            if (next >= previous) return next - previous;
            uint256 rolled = next + dial - previous;
            if (rolled > limit) revert ReadBackwards(register, _wh(previous), _wh(next));
            return rolled;
        }
    }

    /// @dev A register has 64 bits.
    function _wh(uint256 value) private pure returns (Wh) {
        return Wh.wrap(uint64(value));
    }
}
