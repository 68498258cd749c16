// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SettledLib} from "../../src/libraries/SettledLib.sol";
import {UsedRest} from "../../src/types/Billing.sol";
import {UsedFour} from "../../src/types/Metering.sol";
import {Wh} from "../../src/types/Units.sol";

/// @notice For every period: each number can be read from the words again, so no two periods have the same.
contract SettledLibSymbolic {
    function check_TheWordsOfAPeriodComeBack(
        uint64[5] calldata used,
        uint64 contracted,
        uint40 from,
        uint40 to,
        uint8 index
    ) external pure {
        Wh[5] memory energies;
        for (uint256 i; i < 5; ++i) {
            energies[i] = Wh.wrap(used[i]);
        }
        uint256 four = UsedFour.unwrap(SettledLib.four(energies));
        for (uint256 i; i < 4; ++i) {
            assert(uint64(four >> (64 * i)) == used[i]);
        }
        uint256 rest = UsedRest.unwrap(SettledLib.rest(energies, Wh.wrap(contracted), from, to, index));
        assert(uint64(rest) == used[4]);
        assert(uint64(rest >> 64) == contracted);
        assert(uint40(rest >> 128) == from);
        assert(uint40(rest >> 168) == to);
        assert(rest >> 208 == index);
    }
}
