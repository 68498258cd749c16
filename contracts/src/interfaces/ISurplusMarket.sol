// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AgreementProof,
    Clearing,
    CreditId,
    Order,
    OrderWithdrawal,
    OrderWord,
    Session,
    SessionKind,
    SessionStatus,
    Tick
} from "../types/Surplus.sol";
import {Micro, Wh} from "../types/Units.sol";

/// @title Sessions in which left-over energy goes to the highest bids, at one price for all
/// @notice A session belongs to a region, a delivery period and a kind: credits for exported energy, or contracted energy that will
/// not be used. P9: allocated ≤ offered, every winner pays at most its limit, every seller gets at least its reserve.
/// @dev Anybody may clear: the price is found off chain and verified here by sums over all lots and bids, so that no order has to be
/// checked and nothing can be left out (docs/decisions/033). Everyone is paid by `claim`, which anybody may call for anybody.
interface ISurplusMarket {
    event SessionOpened(
        uint256 indexed sessionId,
        uint32 indexed region,
        uint40 indexed start,
        uint40 end,
        SessionKind kind,
        uint40 lockAt,
        uint40 closeAt
    );
    event LotListed(
        uint256 indexed sessionId,
        address indexed account,
        uint32 index,
        bytes32 lotId,
        Wh energy,
        Tick reserve,
        bytes32 subject
    );
    event BidPlaced(
        uint256 indexed sessionId,
        address indexed account,
        uint32 index,
        bytes32 bidId,
        Wh energy,
        Tick limit,
        bytes32 subject
    );
    event LotWithdrawn(uint256 indexed sessionId, address indexed account, uint32 index);
    event BidWithdrawn(uint256 indexed sessionId, address indexed account, uint32 index);
    event SessionCleared(uint256 indexed sessionId, Wh volume, Clearing clearing);
    /// @dev No bid reached any lot.
    event SessionUntraded(uint256 indexed sessionId);
    event SessionVoided(uint256 indexed sessionId);
    event BidClaimed(
        uint256 indexed sessionId,
        address indexed account,
        uint32 index,
        Wh awarded,
        Micro paid,
        Micro unlocked
    );
    event LotClaimed(
        uint256 indexed sessionId,
        address indexed account,
        uint32 index,
        Wh sold,
        Micro received,
        Wh unsold
    );

    error PeriodUnknown(uint40 start);
    error SessionTimesInvalid(uint40 lockAt, uint40 closeAt);
    error SessionUnknown(uint256 sessionId);
    error SessionNotOpen(uint256 sessionId, SessionStatus status);
    error SessionClosed(uint256 sessionId, uint40 closeAt);
    error SessionLocked(uint256 sessionId, uint40 lockAt);
    error SessionStillOpen(uint256 sessionId, uint40 closeAt);
    /// @dev Of contracted energy: the delivery period is over, and its session can only be voided.
    error SessionOverdue(uint256 sessionId, uint40 end);
    error SessionNotOverdue(uint256 sessionId);
    error SessionOutOfReach(uint256 sessionId, bytes32 subject);
    error EnergyZero();
    error SubjectInvalid(bytes32 subject);
    error StoredExpired(CreditId creditId, uint40 expiry);
    /// @dev The account, or one of its group, is on the other side of this session, or was.
    error AffiliateTrade(uint256 sessionId, address account, uint32 group);
    error OrderUnknown(uint256 sessionId, uint32 index);
    error ClearingWrong(uint256 sessionId, uint256 demand, uint256 supply);
    /// @dev Bids of the session have to be claimed before.
    error PotShort(uint256 sessionId, Micro needed, Micro held);
    error IntentExpired(uint40 expiry);
    error SignatureInvalid(address account);

    /// @dev What the exchange says of a session.
    struct Opening {
        uint32 region;
        /// @dev Of the delivery period.
        uint40 start;
        SessionKind kind;
        uint40 lockAt;
        uint40 closeAt;
    }

    /// @notice Opens a session. For the exchange. One of contracted energy closes before its delivery period ends.
    function open(Opening calldata opening) external returns (uint256 sessionId);

    /// @notice Offers energy for sale, on the seller's EIP-712 signature; anyone may submit it. Credits move into the market. A module
    /// of the credits needs no signature for a lot of credits.
    /// @param proof Of the seller's agreement, where contracted energy is sold.
    function list(
        Order calldata lot,
        AgreementProof calldata proof,
        bytes calldata signature
    ) external returns (uint32 index);

    /// @notice Bids for energy, on the buyer's signature. Locks what it costs at the limit.
    /// @param proof Of the agreement that the bid names.
    function bid(
        Order calldata order,
        AgreementProof calldata proof,
        bytes calldata signature
    ) external returns (uint32 index);

    /// @notice Takes a lot or bid back, before the session locks.
    function withdraw(OrderWithdrawal calldata withdrawal, bytes calldata signature) external;

    /// @notice Verifies how a closed session ends, `most` lots and bids at a time; the last call clears it. Anyone may call, with a
    /// clearing of its own: calls of others do not count for it and cannot disturb it.
    /// @param clearing Where nothing is traded only its price counts: it must show that no bid reaches any lot.
    /// @return done Whether the session is cleared.
    function clear(uint256 sessionId, Clearing calldata clearing, uint256 most) external returns (bool done);

    /// @notice Releases everything in a session of contracted energy that was not cleared before its delivery period ended. Anyone
    /// may call.
    function voidSession(uint256 sessionId) external;

    /// @notice Gives bids what they are awarded and the money they did not need, and lots their money and what was not sold. Anyone
    /// may call; what was claimed before is passed over.
    function claim(uint256 sessionId, uint32[] calldata bids, uint32[] calldata lots) external;

    function sessionOf(uint256 sessionId) external view returns (Session memory);

    /// @notice How many sessions there are; their ids count from one.
    function sessions() external view returns (uint256);

    function clearingOf(uint256 sessionId) external view returns (Clearing memory);

    function lotOf(uint256 sessionId, uint32 index) external view returns (OrderWord lot, bytes32 subject);

    function bidOf(uint256 sessionId, uint32 index) external view returns (OrderWord bid, bytes32 subject);

    /// @notice What buyers of a session have paid in and sellers have not taken out.
    function potOf(uint256 sessionId) external view returns (Micro);
}
