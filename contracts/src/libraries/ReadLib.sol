// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wh, Watt} from "../types/Units.sol";
import {Read} from "../types/Metering.sol";

/// @notice From two register reads to the energy between them. Mirrors lib/domain/metering/advance.ts. Vectors: advance.json.
library ReadLib {
    error ReadBackwards(uint256 register, Wh previous, Wh next);
    error ReadTooFast(Wh advance, Wh possible);
    error ReadTooWide(uint256 register, Wh value, uint8 digits);

    /// @dev Index that stands for the export register in errors.
    uint256 internal constant EXPORT = 5;

    /// @notice Energy between two reads, per import register and exported.
    /// @dev A register that rolled over its dial counts on; one that could only have got there faster than the connection
    /// allows went backwards.
    /// @param possible The most energy the connection can carry between the reads (capacity × time × 1/multiplier, in register units).
    function advance(Read memory previous, Read memory next, uint8 digits, uint16 multiplier, Wh possible)
        internal
        pure
        returns (Wh[5] memory used, Wh exported)
    {
        uint256 dial = 10 ** digits;
        uint256 limit = Wh.unwrap(possible);
        uint256 total;
        for (uint256 i; i < 5; ++i) {
            uint256 step = _step(i, Wh.unwrap(previous.importWh[i]), Wh.unwrap(next.importWh[i]), dial, digits, limit);
            total += step;
            used[i] = Wh.wrap(uint64(step * multiplier));
        }
        if (total > limit) revert ReadTooFast(Wh.wrap(uint64(total)), possible);
        uint256 out = _step(EXPORT, Wh.unwrap(previous.exportWh), Wh.unwrap(next.exportWh), dial, digits, limit);
        if (out > limit) revert ReadTooFast(Wh.wrap(uint64(out)), possible);
        exported = Wh.wrap(uint64(out * multiplier));
    }

    /// @notice The most a register can advance in a time, rounded up.
    function possibleAdvance(Watt capacity, uint256 secondsBetween, uint16 multiplier) internal pure returns (Wh) {
        uint256 divisor = 3600 * uint256(multiplier);
        uint256 most = (uint256(Watt.unwrap(capacity)) * secondsBetween + divisor - 1) / divisor;
        return Wh.wrap(most > type(uint64).max ? type(uint64).max : uint64(most));
    }

    function _step(uint256 register, uint256 previous, uint256 next, uint256 dial, uint8 digits, uint256 limit)
        private
        pure
        returns (uint256)
    {
        if (next >= dial) revert ReadTooWide(register, Wh.wrap(uint64(next)), digits);
        if (next >= previous) return next - previous;
        uint256 rolled = next + dial - previous;
        if (rolled > limit) revert ReadBackwards(register, Wh.wrap(uint64(previous)), Wh.wrap(uint64(next)));
        return rolled;
    }
}
