// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEnergyCredits} from "./interfaces/IEnergyCredits.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMemberRegistry, Role} from "./interfaces/IMemberRegistry.sol";
import {IModular} from "./interfaces/IModular.sol";
import {ISurplusBook} from "./interfaces/ISurplusBook.sol";
import {ISurplusMarket} from "./interfaces/ISurplusMarket.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {CreditLib} from "./libraries/CreditLib.sol";
import {OrderLib} from "./libraries/OrderLib.sol";
import {
    AgreementProof,
    CreditId,
    CreditKind,
    Order,
    OrderWithdrawal,
    OrderWord,
    Session,
    SessionKind,
    SessionStatus,
    Side
} from "./types/Surplus.sol";
import {Micro, Wh} from "./types/Units.sol";

/// @notice What comes into a session: it is opened, and lots and bids are placed and withdrawn.
abstract contract SurplusSessions is ISurplusMarket, EIP712, NoncesKeyed {
    using CreditLib for CreditId;
    using OrderLib for Order;
    using OrderLib for OrderWord;

    /// @dev The contracts the market leans on.
    struct Market {
        IMemberRegistry members;
        ICircuitBreaker breaker;
        ITariffBook tariffs;
        IEscrow escrow;
        IEnergyCredits credits;
        ISurplusBook book;
    }

    /// @dev An account of a group stands for the group.
    uint256 private constant GROUP = 1 << 160;

    /* IMMUTABLES */

    IMemberRegistry public immutable MEMBERS;
    ICircuitBreaker public immutable BREAKER;
    ITariffBook public immutable TARIFFS;
    IEscrow public immutable ESCROW;
    IEnergyCredits public immutable CREDITS;
    ISurplusBook public immutable BOOK;

    /* STORAGE */

    /// @inheritdoc ISurplusMarket
    uint256 public sessions;

    mapping(uint256 sessionId => Session) internal _sessions;

    mapping(uint256 sessionId => mapping(uint256 index => OrderWord)) internal _lots;

    mapping(uint256 sessionId => mapping(uint256 index => OrderWord)) internal _bids;

    mapping(uint256 sessionId => mapping(uint256 index => bytes32)) private _lotSubjects;

    mapping(uint256 sessionId => mapping(uint256 index => bytes32)) private _bidSubjects;

    /// @dev By account or group. It stays when a lot or bid is withdrawn.
    mapping(uint256 sessionId => mapping(uint256 party => Side)) private _sides;

    /* CONSTRUCTOR */

    constructor(Market memory m) EIP712("Switchyard Surplus", "1") {
        MEMBERS = m.members;
        BREAKER = m.breaker;
        TARIFFS = m.tariffs;
        ESCROW = m.escrow;
        CREDITS = m.credits;
        BOOK = m.book;
    }

    /* EXTERNAL */

    /// @inheritdoc ISurplusMarket
    function open(Opening calldata o) external returns (uint256 sessionId) {
        MEMBERS.requireRole(msg.sender, Role.Exchange);
        uint40 end = TARIFFS.periodEnd(o.start);
        if (end == 0) revert PeriodUnknown(o.start);
        bool late = o.kind == SessionKind.Contracted && o.closeAt >= end;
        if (o.closeAt <= block.timestamp || o.lockAt > o.closeAt || late) {
            revert SessionTimesInvalid(o.lockAt, o.closeAt);
        }
        sessionId = ++sessions;
        _sessions[sessionId] = Session(o.region, o.start, o.lockAt, o.closeAt, o.kind, SessionStatus.Open, 0, 0);
        emit SessionOpened(sessionId, o.region, o.start, end, o.kind, o.lockAt, o.closeAt);
    }

    /// @inheritdoc ISurplusMarket
    function list(
        Order calldata lot,
        AgreementProof calldata proof,
        bytes calldata signature
    ) external returns (uint32 index) {
        (Session memory s, OrderWord word) = _place(lot, OrderLib.LOT_TYPEHASH, Side.Lots, signature);
        index = s.lots;
        _sessions[lot.sessionId].lots = index + 1;
        _lots[lot.sessionId][index] = word;
        _lotSubjects[lot.sessionId][index] = lot.subject;
        emit LotListed(lot.sessionId, lot.account, index, word.idOf(), word.energyOf(), lot.price, lot.subject);
        if (s.kind == SessionKind.Contracted) {
            BOOK.list(s, lot, proof);
        } else {
            CreditId creditId = CreditId.wrap(uint256(lot.subject));
            _checkCredits(s, lot.sessionId, creditId);
            CREDITS.take(lot.account, creditId, word.energyOf());
        }
    }

    /// @inheritdoc ISurplusMarket
    function bid(
        Order calldata order,
        AgreementProof calldata proof,
        bytes calldata signature
    ) external returns (uint32 index) {
        (Session memory s, OrderWord word) = _place(order, OrderLib.BID_TYPEHASH, Side.Bids, signature);
        index = s.bids;
        _sessions[order.sessionId].bids = index + 1;
        _bids[order.sessionId][index] = word;
        if (s.kind == SessionKind.Contracted || order.subject != 0) {
            _bidSubjects[order.sessionId][index] = order.subject;
            BOOK.bid(s, order, proof);
        }
        emit BidPlaced(order.sessionId, order.account, index, word.idOf(), word.energyOf(), order.price, order.subject);
        Micro cost = OrderLib.costOf(word.energyOf(), order.price);
        if (Micro.unwrap(cost) != 0) ESCROW.lock(order.account, cost);
    }

    /// @inheritdoc ISurplusMarket
    function withdraw(OrderWithdrawal calldata w, bytes calldata signature) external {
        Session memory s = _open(w.sessionId);
        if (block.timestamp >= s.lockAt) revert SessionLocked(w.sessionId, s.lockAt);
        _useSignature(w.account, w.nonce, w.expiry, OrderLib.hash(w), signature);
        OrderWord word = (w.isLot ? _lots : _bids)[w.sessionId][w.index];
        if (word.accountOf() != w.account || w.account == address(0)) revert OrderUnknown(w.sessionId, w.index);
        if (w.isLot) {
            emit LotWithdrawn(w.sessionId, w.account, w.index);
            _endLot(s, w.sessionId, w.index, word, Wh.wrap(0));
        } else {
            emit BidWithdrawn(w.sessionId, w.account, w.index);
            _endBid(s, w.sessionId, w.index, word, Wh.wrap(0));
            _unlock(w.account, OrderLib.costOf(word.energyOf(), word.priceOf()));
        }
    }

    /// @inheritdoc ISurplusMarket
    function sessionOf(uint256 sessionId) external view returns (Session memory) {
        return _sessions[sessionId];
    }

    /// @inheritdoc ISurplusMarket
    function lotOf(uint256 sessionId, uint32 index) external view returns (OrderWord, bytes32) {
        return (_lots[sessionId][index], _lotSubjects[sessionId][index]);
    }

    /// @inheritdoc ISurplusMarket
    function bidOf(uint256 sessionId, uint32 index) external view returns (OrderWord, bytes32) {
        return (_bids[sessionId][index], _bidSubjects[sessionId][index]);
    }

    /* INTERNAL */

    function _open(uint256 sessionId) internal view returns (Session memory s) {
        s = _sessions[sessionId];
        if (s.status == SessionStatus.Unknown) revert SessionUnknown(sessionId);
        if (s.status != SessionStatus.Open) revert SessionNotOpen(sessionId, s.status);
    }

    /// @dev Takes a lot out of the session. What it did not sell goes back; what it sold stays for the buyers.
    function _endLot(Session memory s, uint256 sessionId, uint32 index, OrderWord lot, Wh sold) internal {
        bytes32 subject = _lotSubjects[sessionId][index];
        Wh energy = lot.energyOf();
        _lots[sessionId][index] = OrderWord.wrap(0);
        delete _lotSubjects[sessionId][index];
        if (s.kind == SessionKind.Contracted) {
            BOOK.endLot(subject, s.start, energy, sold);
        } else {
            CREDITS.sell(lot.accountOf(), CreditId.wrap(uint256(subject)), energy, sold);
        }
    }

    /// @dev Takes a bid out of the session, with what it won.
    function _endBid(Session memory s, uint256 sessionId, uint32 index, OrderWord word, Wh won) internal {
        bytes32 subject = _bidSubjects[sessionId][index];
        _bids[sessionId][index] = OrderWord.wrap(0);
        delete _bidSubjects[sessionId][index];
        if (s.kind == SessionKind.Contracted || subject != 0) {
            BOOK.endBid(s, word.accountOf(), subject, word.energyOf(), won);
        } else if (Wh.unwrap(won) != 0) {
            CREDITS.grant(word.accountOf(), s.region, s.start, won);
        }
    }

    function _unlock(address account, Micro amount) internal {
        if (Micro.unwrap(amount) != 0) ESCROW.unlock(account, amount);
    }

    /// @dev Everything that lots and bids have in common.
    function _place(
        Order calldata o,
        bytes32 typehash,
        Side side,
        bytes calldata signature
    ) private returns (Session memory s, OrderWord word) {
        BREAKER.requireRunning(Activity.Bidding);
        s = _open(o.sessionId);
        if (block.timestamp >= s.closeAt) revert SessionClosed(o.sessionId, s.closeAt);
        if (o.energy == 0) revert EnergyZero();
        bytes32 structHash = o.hash(typehash);
        // Lots of credits come from a module of the credits too: standing instructions, which checked what was signed.
        bool instructed = signature.length == 0 && side == Side.Lots && s.kind == SessionKind.Exported;
        if (!instructed || !IModular(address(CREDITS)).isModule(msg.sender)) {
            _useSignature(o.account, o.nonce, o.expiry, structHash, signature);
        }
        uint32 group = MEMBERS.groupOf(o.account);
        uint256 party = group == 0 ? uint160(o.account) : GROUP | group;
        Side taken = _sides[o.sessionId][party];
        if (taken == Side.None) _sides[o.sessionId][party] = side;
        else if (taken != side) revert AffiliateTrade(o.sessionId, o.account, group);
        word = o.pack(structHash);
    }

    /// @dev Exported energy of the session's own period, or stored energy that does not expire before the session closes.
    function _checkCredits(Session memory s, uint256 sessionId, CreditId creditId) private pure {
        CreditKind kind = creditId.kindOf();
        bool own = kind == CreditKind.Exported && creditId.startOf() == s.start;
        if (!own && kind != CreditKind.Stored) revert SubjectInvalid(bytes32(CreditId.unwrap(creditId)));
        if (creditId.regionOf() != s.region) revert SessionOutOfReach(sessionId, bytes32(CreditId.unwrap(creditId)));
        if (kind == CreditKind.Stored && creditId.expiryOf() < s.closeAt) {
            revert StoredExpired(creditId, creditId.expiryOf());
        }
    }

    function _useSignature(
        address account,
        uint256 nonce,
        uint40 expiry,
        bytes32 structHash,
        bytes calldata signature
    ) private {
        if (block.timestamp > expiry) revert IntentExpired(expiry);
        _useCheckedNonce(account, nonce);
        if (!SignatureChecker.isValidSignatureNowCalldata(account, _hashTypedDataV4(structHash), signature)) {
            revert SignatureInvalid(account);
        }
    }
}
