// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clearing, OrderWord, Tick} from "../types/Surplus.sol";
import {Wh} from "../types/Units.sol";
import {OrderLib} from "./OrderLib.sol";

/// @notice Whether a clearing is the right one, without sorting, and what a lot or bid gets out of it. Mirrors lib/domain/surplus.
/// Vectors: clearing.json. Why these sums are enough: docs/decisions/033.
/// @dev D(p) is the energy of all bids at p or more, S(p) that of all lots at p or less. Below 2^32 orders of below 2^40 Wh each: no
/// sum reaches 2^72.
library ClearingLib {
    using OrderLib for OrderWord;

    uint256 private constant DEAREST = type(uint24).max;

    /// @dev What has been counted so far. Two words.
    struct Tally {
        /// @dev D(price) and D(price + 1).
        uint72 demand;
        uint72 demandAbove;
        /// @dev What those that share get.
        uint72 given;
        uint32 bids;
        /// @dev S(price), S(price − 1) and S(price + 1).
        uint72 supply;
        uint72 supplyBelow;
        uint72 supplyNext;
        uint32 lots;
    }

    /// @notice Counts the next bid. One that was withdrawn has no energy.
    function addBid(Tally memory t, Clearing memory c, OrderWord bid) internal pure {
        uint256 limit = Tick.unwrap(bid.priceOf());
        uint256 price = Tick.unwrap(c.price);
        uint256 energy = Wh.unwrap(bid.energyOf());
        unchecked {
            if (limit >= price && energy != 0) {
                t.demand += uint72(energy);
                if (limit > price) t.demandAbove += uint72(energy);
                else if (!c.lotsShare) t.given += uint72(_part(c, bid, energy, t.bids));
            }
            ++t.bids;
        }
    }

    /// @notice Counts the next lot.
    function addLot(Tally memory t, Clearing memory c, OrderWord lot) internal pure {
        uint256 reserve = Tick.unwrap(lot.priceOf());
        uint256 price = Tick.unwrap(c.price);
        uint256 energy = Wh.unwrap(lot.energyOf());
        unchecked {
            if (reserve <= price + 1 && energy != 0) {
                t.supplyNext += uint72(energy);
                if (reserve <= price) t.supply += uint72(energy);
                if (reserve < price) t.supplyBelow += uint72(energy);
                else if (reserve == price && c.lotsShare) t.given += uint72(_part(c, lot, energy, t.lots));
            }
            ++t.lots;
        }
    }

    /// @notice Judges a clearing when everything has been counted.
    /// @return right Whether it is the one that the rule gives; without trade, whether its price shows that no bid reaches a lot.
    /// @return volume The energy traded.
    function judge(Tally memory t, Clearing memory c) internal pure returns (bool right, uint256 volume) {
        // No lot up to a tick and no bid from the next one on: no bid reaches any lot.
        if (t.supply == 0 && t.demandAbove == 0) return (true, 0);
        if (t.supplyBelow == 0 && t.demand == 0) return (true, 0);
        (uint256 offered, uint256 shared) = (c.offered, c.shared);
        if (c.lotsShare) {
            // One tick less would leave bids without energy that lots at the price have.
            right = t.supplyBelow < t.demand && t.demand < t.supply;
            right = right && offered == t.supply - t.supplyBelow && shared == t.demand - t.supplyBelow;
            volume = t.demand;
        } else {
            // Demand still covers supply, and one tick more it would not.
            right = t.demandAbove <= t.supply && t.supply <= t.demand;
            right = right && (Tick.unwrap(c.price) == DEAREST || t.demandAbove < t.supplyNext);
            right = right && offered == t.demand - t.demandAbove && shared == t.supply - t.demandAbove;
            volume = t.supply;
        }
        right = right && t.given == shared;
    }

    /// @notice The energy that a bid is awarded.
    function awarded(Clearing memory c, OrderWord bid, uint32 index) internal pure returns (Wh) {
        return _whole(c, bid, index, Tick.unwrap(bid.priceOf()), Tick.unwrap(c.price), !c.lotsShare);
    }

    /// @notice The energy of a lot that is sold.
    function sold(Clearing memory c, OrderWord lot, uint32 index) internal pure returns (Wh) {
        return _whole(c, lot, index, Tick.unwrap(c.price), Tick.unwrap(lot.priceOf()), c.lotsShare);
    }

    /// @dev All if one tick is above the other, nothing if it is below; at the price itself a part if its side shares.
    function _whole(
        Clearing memory c,
        OrderWord order,
        uint32 index,
        uint24 tick,
        uint24 other,
        bool shares
    ) private pure returns (Wh) {
        Wh energy = order.energyOf();
        if (tick < other) return Wh.wrap(0);
        if (tick > other || !shares) return energy;
        return Wh.wrap(uint64(_part(c, order, Wh.unwrap(energy), index)));
    }

    /// @dev The share rounded down, and one Wh more for the largest remainders.
    function _part(Clearing memory c, OrderWord order, uint256 energy, uint32 index) private pure returns (uint256) {
        uint256 offered = c.offered;
        // Somebody shares: so this clearing is wrong, and will be found to be.
        if (offered == 0) return 0;
        // 40 bits by 72.
        uint256 product;
        unchecked {
            product = energy * c.shared;
        }
        uint256 remainder = product % offered;
        bool more = remainder > c.remainder || (remainder == c.remainder && _isUpTo(c, order, index));
        return product / offered + (more ? 1 : 0);
    }

    function _isUpTo(Clearing memory c, OrderWord order, uint32 index) private pure returns (bool) {
        bytes32 id = order.idOf();
        return id < c.id || (id == c.id && index <= c.index);
    }
}
