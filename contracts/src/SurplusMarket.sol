// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISurplusMarket} from "./interfaces/ISurplusMarket.sol";
import {ClearingLib} from "./libraries/ClearingLib.sol";
import {OrderLib} from "./libraries/OrderLib.sol";
import {SurplusSessions} from "./SurplusSessions.sol";
import {PAYEES} from "./types/Billing.sol";
import {Clearing, OrderWord, Session, SessionKind, SessionStatus} from "./types/Surplus.sol";
import {Micro, Wh} from "./types/Units.sol";

/// @notice See ISurplusMarket.
/// @dev Between a buyer's claim and a seller's, the money is the free balance of this contract's own account in the escrow, and of
/// each session's pot here: P1 and P2 hold at every step.
contract SurplusMarket is SurplusSessions {
    using ClearingLib for Clearing;
    using ClearingLib for ClearingLib.Tally;
    using OrderLib for OrderWord;

    /// @dev How far a proposer has come with one clearing.
    struct Progress {
        bytes32 clearing;
        ClearingLib.Tally tally;
    }

    /* STORAGE */

    mapping(uint256 sessionId => Clearing) private _clearings;

    mapping(uint256 sessionId => mapping(address proposer => Progress)) private _progress;

    /// @inheritdoc ISurplusMarket
    mapping(uint256 sessionId => Micro) public potOf;

    /* CONSTRUCTOR */

    constructor(Market memory market) SurplusSessions(market) {}

    /* EXTERNAL */

    /// @inheritdoc ISurplusMarket
    function clear(uint256 sessionId, Clearing calldata clearing, uint256 most) external returns (bool) {
        Session memory s = _open(sessionId);
        if (block.timestamp < s.closeAt) revert SessionStillOpen(sessionId, s.closeAt);
        if (s.kind == SessionKind.Contracted) {
            uint40 end = TARIFFS.periodEnd(s.start);
            if (block.timestamp >= end) revert SessionOverdue(sessionId, end);
        }
        Progress storage progress = _progress[sessionId][msg.sender];
        bytes32 hash = keccak256(abi.encode(clearing));
        ClearingLib.Tally memory t;
        bool begun = progress.clearing == hash;
        if (begun) t = progress.tally;
        Clearing memory c = clearing;
        _count(sessionId, s, c, t, most);
        if (t.bids < s.bids || t.lots < s.lots) {
            if (!begun) progress.clearing = hash;
            progress.tally = t;
            return false;
        }
        if (begun) delete _progress[sessionId][msg.sender];
        _end(sessionId, c, t);
        return true;
    }

    /// @inheritdoc ISurplusMarket
    function voidSession(uint256 sessionId) external {
        Session memory s = _open(sessionId);
        if (s.kind != SessionKind.Contracted || block.timestamp < TARIFFS.periodEnd(s.start)) {
            revert SessionNotOverdue(sessionId);
        }
        _sessions[sessionId].status = SessionStatus.Voided;
        emit SessionVoided(sessionId);
    }

    /// @inheritdoc ISurplusMarket
    function claim(uint256 sessionId, uint32[] calldata bids, uint32[] calldata lots) external {
        Session memory s = _sessions[sessionId];
        if (s.status == SessionStatus.Unknown) revert SessionUnknown(sessionId);
        if (s.status == SessionStatus.Open) revert SessionStillOpen(sessionId, s.closeAt);
        Clearing memory c;
        if (s.status == SessionStatus.Cleared) c = _clearings[sessionId];
        Micro paid;
        for (uint256 i; i < bids.length; ++i) {
            paid = paid + _claimBid(s, sessionId, c, bids[i]);
        }
        if (Micro.unwrap(paid) != 0) {
            potOf[sessionId] = potOf[sessionId] + paid;
            _credit(address(this), paid);
        }
        for (uint256 i; i < lots.length; ++i) {
            _claimLot(s, sessionId, c, lots[i]);
        }
    }

    /// @inheritdoc ISurplusMarket
    function clearingOf(uint256 sessionId) external view returns (Clearing memory) {
        return _clearings[sessionId];
    }

    /* INTERNAL */

    /// @dev Bids first, then lots, up to `most` of them.
    function _count(
        uint256 sessionId,
        Session memory s,
        Clearing memory c,
        ClearingLib.Tally memory t,
        uint256 most
    ) private view {
        mapping(uint256 => OrderWord) storage orders = _bids[sessionId];
        while (t.bids < s.bids && most != 0) {
            t.addBid(c, orders[t.bids]);
            --most;
        }
        orders = _lots[sessionId];
        while (t.lots < s.lots && most != 0) {
            t.addLot(c, orders[t.lots]);
            --most;
        }
    }

    function _end(uint256 sessionId, Clearing memory c, ClearingLib.Tally memory t) private {
        (bool right, uint256 volume) = t.judge(c);
        if (!right) revert ClearingWrong(sessionId, t.demand, t.supply);
        if (volume == 0) {
            _sessions[sessionId].status = SessionStatus.Untraded;
            emit SessionUntraded(sessionId);
        } else {
            _sessions[sessionId].status = SessionStatus.Cleared;
            _clearings[sessionId] = c;
            emit SessionCleared(sessionId, Wh.wrap(uint64(volume)), c);
        }
    }

    /// @dev P9: awarded at or above the price only, so what is paid is never more than what was locked.
    function _claimBid(
        Session memory s,
        uint256 sessionId,
        Clearing memory c,
        uint32 index
    ) private returns (Micro paid) {
        OrderWord word = _bids[sessionId][index];
        if (OrderWord.unwrap(word) == 0) return paid;
        address account = word.accountOf();
        Wh won = s.status == SessionStatus.Cleared ? c.awarded(word, index) : Wh.wrap(0);
        paid = OrderLib.costOf(won, c.price);
        Micro rest = OrderLib.costOf(word.energyOf(), word.priceOf()) - paid;
        _endBid(s, sessionId, index, word, won);
        emit BidClaimed(sessionId, account, index, won, paid, rest);
        if (Micro.unwrap(paid) != 0) ESCROW.debitLocked(account, paid);
        _unlock(account, rest);
    }

    function _claimLot(Session memory s, uint256 sessionId, Clearing memory c, uint32 index) private {
        OrderWord lot = _lots[sessionId][index];
        if (OrderWord.unwrap(lot) == 0) return;
        address account = lot.accountOf();
        Wh sold = s.status == SessionStatus.Cleared ? c.sold(lot, index) : Wh.wrap(0);
        Micro due = OrderLib.costOf(sold, c.price);
        Micro held = potOf[sessionId];
        if (held < due) revert PotShort(sessionId, due, held);
        _endLot(s, sessionId, index, lot, sold);
        emit LotClaimed(sessionId, account, index, sold, due, lot.energyOf() - sold);
        if (Micro.unwrap(due) == 0) return;
        potOf[sessionId] = held - due;
        ESCROW.debit(address(this), due);
        _credit(account, due);
    }

    function _credit(address account, Micro amount) private {
        address[PAYEES] memory payees;
        Micro[PAYEES] memory amounts;
        (payees[0], amounts[0]) = (account, amount);
        ESCROW.credit(payees, amounts);
    }
}
