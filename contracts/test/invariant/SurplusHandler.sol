// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ClearingLib} from "../../src/libraries/ClearingLib.sol";
import {OrderLib} from "../../src/libraries/OrderLib.sol";
import {
    Clearing,
    CreditId,
    FeedIn,
    Order,
    OrderWord,
    Returning,
    Session,
    SessionStatus,
    StorageTerms,
    Storing,
    Tick,
    Voucher
} from "../../src/types/Surplus.sol";
import {Bps, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {SlowClearing} from "../libraries/SlowClearing.sol";
import {Figures} from "../market/Figures.sol";
import {SurplusTest} from "../market/SurplusTest.sol";

/// @notice Sellers, buyers, a battery and a charging point that do anything they may, in any order.
contract SurplusHandler is SurplusTest {
    using ClearingLib for Clearing;
    using OrderLib for OrderWord;

    uint256 private constant DEAREST = 9;

    Account[] private _sellers;
    Account[] private _buyers;
    address[] private _accounts;
    CreditId[] private _ids;
    uint32 private _storage;
    uint256 private _vouchers;
    /// @dev What claims gave so far, in the cleared sessions.
    mapping(uint256 sessionId => uint256) public awarded;
    mapping(uint256 sessionId => uint256) public sold;
    mapping(uint256 sessionId => uint256) public volume;

    constructor() {
        setUp();
    }

    function setUp() public override {
        if (address(surplus) != address(0)) return;
        super.setUp();
        string[3] memory names = ["roof", "farm", "school"];
        for (uint256 i; i < 3; ++i) {
            _sellers.push(_seller(names[i], 500));
            _accounts.push(_sellers[i].addr);
        }
        names = ["mill", "shop", "home"];
        for (uint256 i; i < 3; ++i) {
            _buyers.push(_buyer(names[i]));
            _accounts.push(_buyers[i].addr);
        }
        _accounts.push(grid);
        _accounts.push(station);
        _accounts.push(address(surplus));
        _ids.push(_exported());
        _ids.push(_usable());
        vm.prank(battery);
        _storage = credits.offerStorage(StorageTerms(Bps.wrap(9_000), 1 days, Wh.wrap(type(uint64).max)));
        vm.prank(exchange);
        credits.publishFeedIn(Figures.REGION, boundaries[0], FeedIn(grid, MicroPerKwh.wrap(400_000)));
        _open();
    }

    function accounts() external view returns (address[] memory) {
        return _accounts;
    }

    function ids() external view returns (CreditId[] memory) {
        return _ids;
    }

    function contracts() external view returns (address, address, address) {
        return (address(escrow), address(credits), address(surplus));
    }

    /* WHAT THEY DO */

    function exportEnergy(uint256 who, uint64 energy) external {
        vm.prank(meterReader);
        credits.mint(_sellers[who % 3].addr, Figures.REGION, boundaries[0], Wh.wrap(energy % 200));
    }

    function fundGrid(uint256 amount) external {
        _fund(makeAccount("grid"), uint128(amount % 100_000) + 1);
    }

    function openSession() external {
        if (surplus.sessions() < 5) _open();
    }

    function place(uint256 which, uint256 who, uint40 energy, uint24 price, bool isLot) external {
        uint256 sessionId = _sessionOf(which);
        Session memory s = surplus.sessionOf(sessionId);
        if (s.status != SessionStatus.Open || block.timestamp >= s.closeAt) return;
        if (s.lots + s.bids > 16) return;
        energy = (energy % 20) + 1;
        price = uint24(price % (DEAREST + 1));
        if (!isLot) {
            _bid(sessionId, _buyers[who % 3], energy, price);
        } else if (_credit(_sellers[who % 3].addr, _exported()) >= energy) {
            _list(sessionId, _sellers[who % 3], energy, price);
        }
    }

    function withdrawOrder(uint256 which, uint32 index, bool isLot) external {
        uint256 sessionId = _sessionOf(which);
        Session memory s = surplus.sessionOf(sessionId);
        uint32 count = isLot ? s.lots : s.bids;
        if (s.status != SessionStatus.Open || block.timestamp >= s.lockAt || count == 0) return;
        index %= count;
        (OrderWord word, ) = isLot ? surplus.lotOf(sessionId, index) : surplus.bidOf(sessionId, index);
        Account[] storage all = isLot ? _sellers : _buyers;
        for (uint256 i; i < 3; ++i) {
            if (all[i].addr == word.accountOf()) _withdraw(sessionId, all[i], isLot, index);
        }
    }

    function letTimePass(uint256 minutes_) external {
        vm.warp(block.timestamp + (minutes_ % 90) * 1 minutes);
    }

    function clearSession(uint256 which, uint256 most) external {
        uint256 sessionId = _sessionOf(which);
        Session memory s = surplus.sessionOf(sessionId);
        if (s.status != SessionStatus.Open || block.timestamp < s.closeAt) return;
        SlowClearing.Side memory bids = _sideOf(sessionId, s.bids, false);
        SlowClearing.Side memory lots = _sideOf(sessionId, s.lots, true);
        SlowClearing.Result memory r = SlowClearing.clear(lots, bids, DEAREST);
        Clearing memory c = r.clearing;
        if (r.volume == 0) {
            uint256 highest;
            for (uint256 i; i < bids.ticks.length; ++i) {
                if (bids.energies[i] != 0 && bids.ticks[i] > highest) highest = bids.ticks[i];
            }
            c = _bidsShare(uint24(highest), 0, 0);
        }
        if (surplus.clear(sessionId, c, most % 20)) volume[sessionId] = r.volume;
    }

    /// @dev P9, for the bid and the lot that are claimed.
    function claimBoth(uint256 which, uint32 bidIndex, uint32 lotIndex) external {
        uint256 sessionId = _sessionOf(which);
        Session memory s = surplus.sessionOf(sessionId);
        if (s.status == SessionStatus.Open) return;
        if (s.bids != 0) _claimOneBid(sessionId, bidIndex % s.bids);
        if (s.lots != 0) _claimOneLot(sessionId, lotIndex % s.lots);
    }

    function spend(uint256 who, uint256 how, uint64 energy) external {
        Account memory owner = _sellers[who % 3];
        uint256 held = _credit(owner.addr, _exported());
        energy = (energy % 50) + 2;
        if (held < energy) return;
        if (how % 3 == 0) _store(owner, energy);
        else if (how % 3 == 1) _return(owner, energy);
        else _redeem(owner, energy);
    }

    function lowerBill(uint256 who, uint64 most) external {
        vm.prank(meterReader);
        credits.use(_buyers[who % 3].addr, _usable(), Wh.wrap(most % 50));
    }

    /* HOW */

    function _sessionOf(uint256 which) private view returns (uint256) {
        return 1 + (which % surplus.sessions());
    }

    function _sideOf(
        uint256 sessionId,
        uint32 count,
        bool isLots
    ) private view returns (SlowClearing.Side memory side) {
        side = SlowClearing.Side(new uint256[](count), new uint256[](count), new bytes32[](count));
        for (uint32 i; i < count; ++i) {
            (OrderWord word, ) = isLots ? surplus.lotOf(sessionId, i) : surplus.bidOf(sessionId, i);
            side.energies[i] = Wh.unwrap(word.energyOf());
            side.ticks[i] = Tick.unwrap(word.priceOf());
            side.ids[i] = keccak256(abi.encode(word));
        }
    }

    function _claimOneBid(uint256 sessionId, uint32 index) private {
        (OrderWord word, ) = surplus.bidOf(sessionId, index);
        address account = word.accountOf();
        (uint256 money, uint256 usable) = (_free(account) + _locked(account), _credit(account, _usable()));
        surplus.claim(sessionId, _only(index), none);
        uint256 won = _credit(account, _usable()) - usable;
        uint256 paid = money - (_free(account) + _locked(account));
        awarded[sessionId] += won;
        assertLe(won, Wh.unwrap(word.energyOf()), "P9: no more than it bid for");
        assertLe(paid, won * Tick.unwrap(word.priceOf()), "P9: no winner pays above its limit");
        assertEq(paid, won * Tick.unwrap(surplus.clearingOf(sessionId).price), "P9: one price for all");
    }

    function _claimOneLot(uint256 sessionId, uint32 index) private {
        (OrderWord word, ) = surplus.lotOf(sessionId, index);
        address account = word.accountOf();
        Clearing memory c = surplus.clearingOf(sessionId);
        Wh due = c.sold(word, index);
        bool cleared = surplus.sessionOf(sessionId).status == SessionStatus.Cleared;
        if (cleared && _pot(sessionId) < Wh.unwrap(due) * Tick.unwrap(c.price)) return;
        (uint256 money, uint256 held) = (_free(account), _credit(account, _exported()));
        surplus.claim(sessionId, none, _only(index));
        uint256 gone = Wh.unwrap(word.energyOf()) - (_credit(account, _exported()) - held);
        sold[sessionId] += gone;
        assertGe(_free(account) - money, gone * Tick.unwrap(word.priceOf()), "P9: no seller below its reserve");
        assertEq(_free(account) - money, gone * Tick.unwrap(c.price), "P9: one price for all");
    }

    function _store(Account memory owner, uint64 energy) private {
        Storing memory s = Storing(
            owner.addr,
            _exported(),
            _storage,
            Wh.wrap(energy),
            credits.nonces(owner.addr, 0),
            uint40(block.timestamp)
        );
        (CreditId id, ) = credits.store(s, surplusSignatures.storing(owner.key, s));
        for (uint256 i; i < _ids.length; ++i) {
            if (CreditId.unwrap(_ids[i]) == CreditId.unwrap(id)) return;
        }
        _ids.push(id);
    }

    function _return(Account memory owner, uint64 energy) private {
        uint256 nonce = credits.nonces(owner.addr, 0);
        Returning memory r = Returning(owner.addr, _exported(), Wh.wrap(energy), nonce, uint40(block.timestamp));
        credits.returnToGrid(r, surplusSignatures.returning(owner.key, r));
    }

    function _redeem(Account memory owner, uint64 energy) private {
        uint256 nonce = ++_vouchers << 64;
        Voucher memory v = Voucher(owner.addr, _exported(), Wh.wrap(energy), station, nonce, uint40(block.timestamp));
        bytes memory signature = surplusSignatures.voucher(owner.key, v);
        vm.prank(station);
        credits.redeem(v, Wh.wrap(energy - 1), signature);
    }
}
