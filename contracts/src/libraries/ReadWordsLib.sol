// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Dials, DialsAndTime, Read, ReadQuality, ReadWords} from "../types/Metering.sol";
import {Watt, Wh} from "../types/Units.sol";

/// @notice A read in two words, and what is in them. Mirrors lib/chain/coding/read-words.ts.
library ReadWordsLib {
    /// @notice Reverts if the maximum demand takes more than 48 bits.
    function pack(Read memory r) internal pure returns (ReadWords memory words) {
        uint256 dials;
        for (uint256 i; i < 4; ++i) {
            dials |= uint256(Wh.unwrap(r.importWh[i])) << (64 * i);
        }
        words.dials = Dials.wrap(dials);
        words.rest = DialsAndTime.wrap(
            uint256(Wh.unwrap(r.importWh[4])) |
                (uint256(Wh.unwrap(r.exportWh)) << 64) |
                (uint256(r.time) << 128) |
                (uint256(r.sequence) << 168) |
                (uint256(r.quality) << 200) |
                (uint256(SafeCast.toUint48(Watt.unwrap(r.maxDemand))) << 208)
        );
    }

    function deepValley(DialsAndTime rest) internal pure returns (uint256) {
        return uint64(DialsAndTime.unwrap(rest));
    }

    function exported(DialsAndTime rest) internal pure returns (uint256) {
        return uint64(DialsAndTime.unwrap(rest) >> 64);
    }

    function time(DialsAndTime rest) internal pure returns (uint40) {
        return uint40(DialsAndTime.unwrap(rest) >> 128);
    }

    function sequence(DialsAndTime rest) internal pure returns (uint32) {
        return uint32(DialsAndTime.unwrap(rest) >> 168);
    }

    /// @notice Reverts (enum conversion) if the read has no such quality.
    function quality(DialsAndTime rest) internal pure returns (ReadQuality) {
        return ReadQuality(uint8(DialsAndTime.unwrap(rest) >> 200));
    }

    function maxDemand(DialsAndTime rest) internal pure returns (Watt) {
        return Watt.wrap(uint48(DialsAndTime.unwrap(rest) >> 208));
    }
}
