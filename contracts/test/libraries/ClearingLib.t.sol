// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ClearingLib} from "../../src/libraries/ClearingLib.sol";
import {OrderLib} from "../../src/libraries/OrderLib.sol";
import {Clearing, OrderWord, Tick} from "../../src/types/Surplus.sol";
import {Wh} from "../../src/types/Units.sol";
import {SlowClearing} from "./SlowClearing.sol";
import {VectorTest} from "./VectorTest.sol";

contract ClearingLibTest is VectorTest {
    using ClearingLib for Clearing;
    using ClearingLib for ClearingLib.Tally;

    uint256 private constant DEAREST = 9;

    function test_Vectors() public {
        _checkAll("clearing.json");
    }

    function _check(Case memory c) internal view override {
        uint256[] memory lots = _inMany(c, "lotWords");
        uint256[] memory bids = _inMany(c, "bidWords");
        Clearing memory clearing = Clearing(
            Tick.wrap(uint24(_out(c, "price"))),
            _out(c, "lotsShare") == 1,
            uint72(_out(c, "offeredWh")),
            uint72(_out(c, "sharedWh")),
            uint72(_out(c, "lastRemainder")),
            vm.parseJsonBytes32(c.json, string.concat(c.path, ".out.lastId")),
            uint32(_out(c, "lastRow"))
        );
        (bool right, uint256 volume) = _judge(lots, bids, clearing);
        assertTrue(right, c.name);
        assertEq(volume, _out(c, "volumeWh"), c.name);
        if (volume == 0) return;
        uint256[] memory awarded = _outMany(c, "awardedWh");
        uint256[] memory sold = _outMany(c, "soldWh");
        _assertGiven(clearing, lots, bids, sold, awarded, c.name);
    }

    function _judge(
        uint256[] memory lots,
        uint256[] memory bids,
        Clearing memory c
    ) private pure returns (bool, uint256) {
        ClearingLib.Tally memory t;
        for (uint256 i; i < bids.length; ++i) {
            t.addBid(c, OrderWord.wrap(bids[i]));
        }
        for (uint256 i; i < lots.length; ++i) {
            t.addLot(c, OrderWord.wrap(lots[i]));
        }
        return t.judge(c);
    }

    function _assertGiven(
        Clearing memory c,
        uint256[] memory lots,
        uint256[] memory bids,
        uint256[] memory sold,
        uint256[] memory awarded,
        string memory name
    ) private pure {
        assertEq(bids.length, awarded.length, name);
        assertEq(lots.length, sold.length, name);
        for (uint32 i; i < bids.length; ++i) {
            assertEq(Wh.unwrap(c.awarded(OrderWord.wrap(bids[i]), i)), awarded[i], name);
        }
        for (uint32 i; i < lots.length; ++i) {
            assertEq(Wh.unwrap(c.sold(OrderWord.wrap(lots[i]), i)), sold[i], name);
        }
    }

    /* RANDOM BOOKS, AGAINST THE SLOW WAY */

    /// @dev Up to nine orders of few prices and energies, so that ties are many. Some are withdrawn, and some are alike.
    function _draw(uint256 seed) private pure returns (SlowClearing.Side memory side, uint256[] memory words) {
        uint256 count = seed % 10;
        side = SlowClearing.Side(new uint256[](count), new uint256[](count), new bytes32[](count));
        words = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            uint256 draw = uint256(keccak256(abi.encode(seed, i)));
            side.energies[i] = draw % 7;
            side.ticks[i] = (draw >> 32) % (DEAREST + 1);
            if ((draw >> 64) % 3 == 0) side.ticks[i] = 4;
            uint256 account = (draw >> 96) % 3;
            if (side.energies[i] != 0) words[i] = account | (side.energies[i] << 160) | (side.ticks[i] << 200);
            side.ids[i] = keccak256(abi.encode(words[i]));
        }
    }

    function testFuzz_P9_TheSlowWaySaysTheSame(uint256 lotSeed, uint256 bidSeed) public pure {
        (SlowClearing.Side memory lots, uint256[] memory lotWords) = _draw(lotSeed);
        (SlowClearing.Side memory bids, uint256[] memory bidWords) = _draw(bidSeed);
        SlowClearing.Result memory r = SlowClearing.clear(lots, bids, DEAREST);
        // The dearest tick of these books is not the dearest there is.
        if (r.volume == 0) return;
        (bool right, uint256 volume) = _judge(lotWords, bidWords, r.clearing);
        assertTrue(right);
        assertEq(volume, r.volume);
        _assertGiven(r.clearing, lotWords, bidWords, r.sold, r.awarded, "as the slow way");
        _assertP9(lots, bids, r);
    }

    /// @dev And no price moves more energy.
    function _assertP9(
        SlowClearing.Side memory lots,
        SlowClearing.Side memory bids,
        SlowClearing.Result memory r
    ) private pure {
        uint256 sum;
        for (uint256 i; i < r.awarded.length; ++i) {
            sum += r.awarded[i];
            assertLe(r.awarded[i], bids.energies[i]);
            if (r.awarded[i] != 0) assertGe(bids.ticks[i], r.price, "P9: no winner above its limit");
        }
        assertEq(sum, r.volume, "P9: what is awarded is what is sold");
        for (uint256 i; i < r.sold.length; ++i) {
            sum -= r.sold[i];
            assertLe(r.sold[i], lots.energies[i]);
            if (r.sold[i] != 0) assertLe(lots.ticks[i], r.price, "P9: no seller below its reserve");
        }
        assertEq(sum, 0);
        for (uint256 p; p <= DEAREST; ++p) {
            uint256 demand = SlowClearing.demand(bids, p);
            uint256 supply = SlowClearing.supply(lots, p);
            assertLe(demand < supply ? demand : supply, r.volume, "no price moves more");
        }
    }

    /// @dev Whatever else is proposed is refused, or gives everybody the same.
    function testFuzz_NothingElseIsAccepted(uint256 lotSeed, uint256 bidSeed, Clearing memory other) public pure {
        (SlowClearing.Side memory lots, uint256[] memory lotWords) = _draw(lotSeed);
        (SlowClearing.Side memory bids, uint256[] memory bidWords) = _draw(bidSeed);
        SlowClearing.Result memory r = SlowClearing.clear(lots, bids, DEAREST);
        // Near the right one, where mistakes are.
        uint256 draw = uint256(other.id);
        other.price = Tick.wrap(uint24(draw % 4 == 0 ? Tick.unwrap(other.price) % (DEAREST + 1) : r.price));
        if (draw & 16 != 0) other.lotsShare = r.clearing.lotsShare;
        other.offered = draw & 32 != 0 ? r.clearing.offered : other.offered % 40;
        other.shared = draw & 64 != 0 ? r.clearing.shared : other.shared % 40;
        other.remainder = other.remainder % (r.clearing.offered + 2);
        if (draw & 128 != 0) other.id = r.clearing.id;
        (bool right, uint256 volume) = _judge(lotWords, bidWords, other);
        if (!right) return;
        assertEq(volume, r.volume);
        if (volume != 0) _assertGiven(other, lotWords, bidWords, r.sold, r.awarded, "the same for everybody");
    }

    function testFuzz_NoTradeIsShownByAPrice(uint256 lotSeed, uint256 bidSeed, uint24 price) public pure {
        (SlowClearing.Side memory lots, uint256[] memory lotWords) = _draw(lotSeed);
        (SlowClearing.Side memory bids, uint256[] memory bidWords) = _draw(bidSeed);
        uint256 best;
        for (uint256 p; p <= DEAREST; ++p) {
            uint256 demand = SlowClearing.demand(bids, p);
            uint256 supply = SlowClearing.supply(lots, p);
            if (demand != 0 && supply != 0) best = 1;
        }
        Clearing memory c;
        c.price = Tick.wrap(price % 12);
        (bool right, uint256 volume) = _judge(lotWords, bidWords, c);
        if (right && volume == 0) assertEq(best, 0, "no tick has both");
        if (best != 0) return;
        // The highest bid shows it; without bids any price under the lots does.
        uint256 highest;
        for (uint256 i; i < bids.ticks.length; ++i) {
            if (bids.energies[i] != 0 && bids.ticks[i] > highest) highest = bids.ticks[i];
        }
        c.price = Tick.wrap(uint24(highest));
        (right, volume) = _judge(lotWords, bidWords, c);
        assertTrue(right);
        assertEq(volume, 0);
    }

    function test_CountsTheMostThereCanBe() public pure {
        uint256 most = (uint256(type(uint40).max) << 160) | (uint256(type(uint24).max) << 200);
        uint256[] memory bids = new uint256[](3);
        uint256[] memory lots = new uint256[](3);
        for (uint256 i; i < 3; ++i) {
            bids[i] = lots[i] = most | (i + 1);
        }
        Clearing memory c;
        c.price = Tick.wrap(type(uint24).max);
        c.offered = c.shared = c.remainder = 3 * uint72(type(uint40).max);
        (bool right, uint256 volume) = _judge(lots, bids, c);
        assertTrue(right);
        assertEq(volume, 3 * uint256(type(uint40).max));
        assertEq(Wh.unwrap(c.awarded(OrderWord.wrap(bids[0]), 0)), type(uint40).max);
    }

    function test_OrdersComeApartAgain() public pure {
        // salt 7 | tick 5 | energy 3 | account 9.
        OrderWord word = OrderWord.wrap((7 << 224) | (5 << 200) | (3 << 160) | 9);
        assertEq(OrderLib.accountOf(word), address(9));
        assertEq(Wh.unwrap(OrderLib.energyOf(word)), 3);
        assertEq(Tick.unwrap(OrderLib.priceOf(word)), 5);
    }
}
