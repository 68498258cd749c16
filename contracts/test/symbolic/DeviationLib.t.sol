// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DeviationLib} from "../../src/libraries/DeviationLib.sol";
import {Bps, MicroPerKwh, Nano, Wh} from "../../src/types/Units.sol";

/// @notice For every cost, cap and energy; and, for the band, every energy of 32 bits with a band of 90 to 110 percent.
contract DeviationLibSymbolic {
    function check_ACostIsCappedAndNeverRaised(uint256 cost, uint64 cap, uint64 used) external pure {
        uint256 capped = Nano.unwrap(DeviationLib.capped(Nano.wrap(cost), MicroPerKwh.wrap(cap), Wh.wrap(used)));
        assert(capped <= cost);
        uint256 most = uint256(used) * cap;
        if (cap == 0 || cost <= most) assert(capped == cost);
        else assert(capped == most);
    }

    function check_TheBandSplitsWhatWasUsed(uint32 contracted, uint32 used) external pure {
        DeviationLib.Split memory s = DeviationLib.split(
            Wh.wrap(contracted),
            Wh.wrap(used),
            Bps.wrap(9000),
            Bps.wrap(11_000)
        );
        assert(uint256(Wh.unwrap(s.direct)) + Wh.unwrap(s.excess) == used);
        assert(Wh.unwrap(s.excess) == 0 || Wh.unwrap(s.shortfall) == 0);
        assert(Wh.unwrap(s.direct) <= Wh.unwrap(s.upper));
        if (used >= contracted) assert(Wh.unwrap(s.shortfall) == 0);
        if (used <= contracted) assert(Wh.unwrap(s.excess) == 0);
    }
}
