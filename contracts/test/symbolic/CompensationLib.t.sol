// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CompensationLib} from "../../src/libraries/CompensationLib.sol";
import {Bps, MicroPerKwh, Wh} from "../../src/types/Units.sol";

/// @notice For every energy of 32 bits, of which 90 percent must be delivered. Without prices: a solver does not end on their product.
contract CompensationLibSymbolic {
    function check_NoMoreIsMissingThanWasAgreed(uint32 agreed, uint32 delivered) external pure {
        MicroPerKwh none = MicroPerKwh.wrap(0);
        (Wh short, ) = CompensationLib.compensation(
            CompensationLib.Delivery(Wh.wrap(agreed), Wh.wrap(delivered), Bps.wrap(9000), none, none)
        );
        assert(Wh.unwrap(short) <= agreed);
        if (delivered >= agreed) assert(Wh.unwrap(short) == 0);
        assert((uint256(Wh.unwrap(short)) + delivered) * 10_000 <= uint256(agreed) * 9000 || Wh.unwrap(short) == 0);
    }
}
