// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AgreementProof, CreditId, Order, Session, SurplusFacts, Traded} from "../types/Surplus.sol";
import {Wh} from "../types/Units.sol";

/// @title What surplus does to bills
/// @notice Contracted energy that an agreement sold or bought moves its band in the delivery period. Credits that are put on an
/// agreement are due to it: they lower the energy charge of its next bills, Wh by Wh, and no other line. A bill that may still be
/// made again, because a read of it is estimated, takes nothing of what is due and credits no exports; the one made from the true
/// reads does both (docs/decisions/034).
interface ISurplusBook {
    /// @dev Credits of an account became due to an agreement.
    event DuePut(address indexed account, bytes32 indexed agreementId, Wh energy);
    /// @dev From an agreement that has ended to another of its consumer.
    event DueMoved(bytes32 indexed from, bytes32 indexed to, Wh energy);
    /// @dev Comes before the bill (or revision) of the agreement for the delivery period that starts at `start`: contracted energy
    /// it bought and sold there, and what the bill takes of what was due.
    event SurplusSettled(bytes32 indexed agreementId, uint40 indexed start, Wh bought, Wh sold, Wh used);

    error EnergyZero();
    error CreditKindWrong(CreditId creditId);
    error CreditsShort(address account, CreditId creditId, Wh needed, Wh held);
    error PeriodUnknown(uint40 start);
    error SessionOutOfReach(uint256 sessionId, bytes32 subject);
    error AgreementUnknown(bytes32 agreementId);
    error AgreementIsEnded(bytes32 agreementId);
    error AgreementNotEnded(bytes32 agreementId);
    error NotAgreementConsumer(bytes32 agreementId, address account);
    /// @dev Energy of one region lowers no bill in another.
    error DueOutOfReach(uint32 region, bytes32 agreementId);
    /// @dev The agreement does not supply in this period any more, or not yet, or the period is settled.
    error PeriodNotSupplied(bytes32 agreementId, uint40 start);
    error LotAboveContracted(bytes32 agreementId, Wh contracted, Wh asked);
    error ContractedTooMuch(uint256 month, Wh contracted, Wh possible);
    /// @dev Contracted energy of the period is in lots or bids that nobody has claimed: the bill would not be final.
    error SurplusUnclaimed(bytes32 agreementId, uint40 start, Wh listed, Wh wanted);

    /// @notice Contracted energy is listed for sale: no more than the agreement has. Modules only: the market.
    function list(Session calldata session, Order calldata lot, AgreementProof calldata proof) external;

    /// @notice A bid names an agreement: for contracted energy, no more than the connection can carry; for credits, the agreement
    /// whose bills they are to lower. Modules only: the market.
    function bid(Session calldata session, Order calldata order, AgreementProof calldata proof) external;

    /// @notice A lot of contracted energy leaves its session. Modules only: the market.
    function endLot(bytes32 agreementId, uint40 start, Wh energy, Wh sold) external;

    /// @notice A bid that named an agreement leaves its session. What it won of credits is due to the agreement. Modules only: the
    /// market.
    function endBid(Session calldata session, address account, bytes32 agreementId, Wh energy, Wh won) external;

    /// @notice Puts usable credits of the caller on an agreement of its own in their region: they are used, and due to it.
    function put(CreditId creditId, Wh energy, AgreementProof calldata proof) external;

    /// @notice Moves what is due to an agreement that has ended to another of the same consumer in the same region. Anyone may call:
    /// it stays the consumer's.
    function moveDue(AgreementProof calldata from, AgreementProof calldata to) external returns (Wh energy);

    /// @notice What surplus does to a bill. Credits the consumer with what was exported, too. Modules only.
    /// @return contracted Contracted energy with what was bought and without what was sold.
    /// @return used What the bill takes of what is due: at most its direct energy.
    function settle(SurplusFacts calldata facts) external returns (Wh contracted, Wh used);

    /// @notice Credits that are due to an agreement and not used by a bill yet.
    function dueOf(bytes32 agreementId) external view returns (Wh);

    /// @notice Contracted energy of an agreement that changed hands in a delivery period. Final when nothing of it is listed or
    /// wanted: settlement waits for that.
    function tradedOf(bytes32 agreementId, uint40 start) external view returns (Traded memory);
}
