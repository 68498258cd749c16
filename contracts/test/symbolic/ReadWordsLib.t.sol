// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReadWordsLib} from "../../src/libraries/ReadWordsLib.sol";
import {Dials, DialsAndTime, Read, ReadQuality, ReadWords} from "../../src/types/Metering.sol";
import {Watt, Wh} from "../../src/types/Units.sol";

/// @notice For every read: a check that passes has no counterexample at all. Bound: a maximum demand below 2^48, as `pack` asks.
contract ReadWordsLibSymbolic {
    using ReadWordsLib for DialsAndTime;

    function check_APackedReadComesBack(
        uint64[5] calldata registers,
        uint64 exported,
        uint40 time,
        uint32 sequence,
        uint8 quality,
        uint48 demand
    ) external pure {
        if (quality > uint8(type(ReadQuality).max)) return;
        Read memory r;
        for (uint256 i; i < 5; ++i) {
            r.importWh[i] = Wh.wrap(registers[i]);
        }
        (r.exportWh, r.time, r.sequence) = (Wh.wrap(exported), time, sequence);
        (r.quality, r.maxDemand) = (ReadQuality(quality), Watt.wrap(demand));
        ReadWords memory words = ReadWordsLib.pack(r);
        uint256 four = Dials.unwrap(words.dials);
        for (uint256 i; i < 4; ++i) {
            assert(uint64(four >> (64 * i)) == registers[i]);
        }
        assert(words.rest.deepValley() == registers[4]);
        assert(words.rest.exported() == exported);
        assert(words.rest.time() == time);
        assert(words.rest.sequence() == sequence);
        assert(uint8(words.rest.quality()) == quality);
        assert(Watt.unwrap(words.rest.maxDemand()) == demand);
    }
}
