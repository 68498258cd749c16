// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clearing, Tick} from "../../src/types/Surplus.sol";

/// @notice Clears a small book the slow way: tries every tick, and hands out what is left over one Wh after the other.
library SlowClearing {
    /// @dev One side. Withdrawn orders have no energy.
    struct Side {
        uint256[] energies;
        uint256[] ticks;
        bytes32[] ids;
    }

    struct Result {
        uint256 price;
        uint256 volume;
        uint256[] awarded;
        uint256[] sold;
        /// @dev What the chain is told.
        Clearing clearing;
    }

    function demand(Side memory bids, uint256 price) internal pure returns (uint256 sum) {
        for (uint256 i; i < bids.ticks.length; ++i) {
            if (bids.ticks[i] >= price) sum += bids.energies[i];
        }
    }

    function supply(Side memory lots, uint256 price) internal pure returns (uint256 sum) {
        for (uint256 i; i < lots.ticks.length; ++i) {
            if (lots.ticks[i] <= price) sum += lots.energies[i];
        }
    }

    /// @param dearest No tick of the book is above it.
    function clear(Side memory lots, Side memory bids, uint256 dearest) internal pure returns (Result memory r) {
        r.awarded = new uint256[](bids.ticks.length);
        r.sold = new uint256[](lots.ticks.length);
        // The greatest tick at which demand covers supply; one more than it, so that −1 is zero.
        uint256 next;
        for (uint256 p; p <= dearest; ++p) {
            if (demand(bids, p) >= supply(lots, p)) next = p + 1;
        }
        uint256 below = next == 0 ? 0 : supply(lots, next - 1);
        bool lower = below >= demand(bids, next);
        if (lower && next == 0) return r;
        r.price = lower ? next - 1 : next;
        (uint256 wanted, uint256 offered) = (demand(bids, r.price), supply(lots, r.price));
        r.volume = wanted < offered ? wanted : offered;
        r.clearing.price = Tick.wrap(uint24(r.price));
        if (r.volume == 0) return r;
        r.clearing.lotsShare = !lower;
        _fill(r.clearing, bids, r.awarded, r.price, r.volume, false);
        _fill(r.clearing, lots, r.sold, r.price, r.volume, true);
    }

    /// @dev The better ones whole, and what is left to those at the price.
    function _fill(
        Clearing memory c,
        Side memory side,
        uint256[] memory given,
        uint256 price,
        uint256 volume,
        bool isLots
    ) private pure {
        uint256 left = volume;
        uint256 equal;
        for (uint256 i; i < given.length; ++i) {
            bool better = isLots ? side.ticks[i] < price : side.ticks[i] > price;
            if (better) (given[i], left) = (side.energies[i], left - side.energies[i]);
            else if (side.ticks[i] == price) equal += side.energies[i];
        }
        if (equal == 0) return;
        uint256 rest = left;
        for (uint256 i; i < given.length; ++i) {
            if (side.ticks[i] != price) continue;
            given[i] = (side.energies[i] * left) / equal;
            rest -= given[i];
        }
        bool shares = c.lotsShare == isLots;
        if (shares) (c.offered, c.shared, c.remainder) = (uint72(equal), uint72(left), uint72(equal));
        bool[] memory got = new bool[](given.length);
        for (; rest != 0; --rest) {
            uint256 best = _best(side, got, price, left, equal);
            got[best] = true;
            ++given[best];
            if (shares) {
                c.remainder = uint72((side.energies[best] * left) % equal);
                c.id = side.ids[best];
                c.index = uint32(best);
            }
        }
    }

    /// @dev Who is next: the largest remainder, then the lowest id, then the first.
    function _best(
        Side memory side,
        bool[] memory got,
        uint256 price,
        uint256 left,
        uint256 equal
    ) private pure returns (uint256 best) {
        best = type(uint256).max;
        uint256 most;
        for (uint256 i; i < got.length; ++i) {
            if (got[i] || side.ticks[i] != price) continue;
            uint256 remainder = (side.energies[i] * left) % equal;
            bool first = best == type(uint256).max || remainder > most;
            if (first || (remainder == most && side.ids[i] < side.ids[best])) (best, most) = (i, remainder);
        }
    }
}
