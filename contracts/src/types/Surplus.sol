// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TermsWords} from "./Agreement.sol";
import {BillRule} from "./Billing.sol";
import {Bps, MicroPerKwh, Wh} from "./Units.sol";

/// @dev Price, Micro per Wh: a thousandth of the currency per kWh. A Wh costs whole Micro, so trading never rounds.
type Tick is uint24;

/// @dev A lot or a bid as it is stored: account 160 (lowest) | energy Wh 40 | price tick 24 | salt 32, the end of what was signed.
/// Zero when it was withdrawn or claimed. Its hash is its id.
type OrderWord is uint256;

/// @dev Kind 8 (lowest) | region 32 | start of the delivery period 40 | expiry 40 | storage 32; the last two of stored energy only.
type CreditId is uint256;

/// @dev What a session trades: credits for exported energy, or contracted energy that will not be used.
enum SessionKind {
    Exported,
    Contracted
}

enum SessionStatus {
    Unknown,
    Open,
    Cleared,
    /// @dev No bid reached any lot.
    Untraded,
    /// @dev Not cleared in time; everything is released.
    Voided
}

/// @dev Which side of a session an account and its affiliates are on.
enum Side {
    None,
    Lots,
    Bids
}

/// @dev One word.
struct Session {
    uint32 region;
    /// @dev Of the delivery period.
    uint40 start;
    /// @dev From here on what was placed cannot be withdrawn.
    uint40 lockAt;
    uint40 closeAt;
    SessionKind kind;
    SessionStatus status;
    uint32 lots;
    uint32 bids;
}

/// @dev What a seller or a buyer signs (EIP-712, as a Lot or a Bid).
struct Order {
    uint256 sessionId;
    address account;
    uint40 energy;
    /// @dev Of a lot the least, of a bid the most per Wh.
    Tick price;
    /// @dev A lot of credits: their id. Contracted energy: the agreement's id. A bid for credits: the agreement whose bills
    /// they are to lower, or zero to keep them.
    bytes32 subject;
    uint256 nonce;
    uint40 expiry;
}

/// @dev What an account signs to take a lot or bid back.
struct OrderWithdrawal {
    uint256 sessionId;
    address account;
    bool isLot;
    uint32 index;
    uint256 nonce;
    uint40 expiry;
}

/// @dev An agreement as its parties know it, and the start of the settlement period that it is settled into.
struct AgreementProof {
    bytes32 offerId;
    TermsWords terms;
    uint40 period;
}

/// @dev How a session ends: all that tells what any lot or bid gets. Bids above the price get all, and lots below it sell all. Of
/// the side that has too much at the price, the lots or bids at the price itself share what is left.
struct Clearing {
    Tick price;
    /// @dev Whether lots share; bids otherwise.
    bool lotsShare;
    /// @dev Energy of those that share, and how much of it is traded.
    uint72 offered;
    uint72 shared;
    /// @dev The last that gets one Wh more than its share rounded down: remainder (the larger first), id (the lower first), and place
    /// among an account's own orders that are alike in everything. A remainder equal to `offered` says that none does.
    uint72 remainder;
    bytes32 id;
    uint32 index;
}

/// @dev Contracted energy of one agreement and delivery period that changed hands. One word.
struct Traded {
    /// @dev In lots and bids that are not claimed yet.
    Wh listed;
    Wh wanted;
    Wh sold;
    Wh bought;
}

/// @dev What a bill says to the surplus book before it is written.
struct SurplusFacts {
    bytes32 agreementId;
    address consumer;
    uint32 region;
    /// @dev Of the delivery period.
    uint40 start;
    Wh contracted;
    Wh used;
    Wh exported;
    BillRule rule;
    /// @dev Whether the agreement has something traded or due.
    bool marked;
    /// @dev Whether both reads of the bill are measured: it will not be made again.
    bool measured;
}

enum CreditKind {
    None,
    /// @dev Energy that a meter exported in the period.
    Exported,
    /// @dev Energy that a storage operator keeps until the expiry.
    Stored,
    /// @dev Lowers the energy charge of its holder, and nothing else.
    Usable
}

/// @dev Every credit has one fate: minted = Σ balances + sold + stored + returned + redeemed + used, of each id.
struct Fates {
    Wh minted;
    Wh sold;
    Wh stored;
    Wh returned;
    Wh redeemed;
    Wh used;
}

/// @dev What a storage operator offers. It never changes: other terms are another offer.
struct StorageTerms {
    /// @dev What of each Wh comes out again.
    Bps efficiency;
    /// @dev Seconds that stored energy is kept.
    uint32 lifetime;
    /// @dev How much the operator takes in all.
    Wh capacity;
}

/// @dev What is paid for energy returned to the grid in a region and delivery period.
struct FeedIn {
    address payer;
    MicroPerKwh price;
}

/// @dev What an owner signs (EIP-712) to store credits.
struct Storing {
    address account;
    CreditId creditId;
    uint32 storageId;
    Wh energy;
    uint256 nonce;
    uint40 expiry;
}

/// @dev What an owner signs to return credits to the grid at the feed-in price.
struct Returning {
    address account;
    CreditId creditId;
    Wh energy;
    uint256 nonce;
    uint40 expiry;
}

/// @dev What an owner signs for a charging point, which may present it later, without having been online. A nonce key of its own for
/// each voucher lets them be presented in any order.
struct Voucher {
    address account;
    CreditId creditId;
    Wh most;
    /// @dev The only station that may present it; zero if any may.
    address station;
    uint256 nonce;
    uint40 expiry;
}

/// @dev What a standing instruction does first with exported energy.
enum InstructedUse {
    Sell,
    Store,
    Return
}

/// @dev What happens with what was not sold, or did not fit into the storage. What is kept may be listed in the next session.
enum Leftover {
    Keep,
    Return
}

/// @dev What an account signs once (EIP-712), for the energy it exports in a region from a delivery period on.
struct StandingInstruction {
    address account;
    uint32 region;
    InstructedUse first;
    /// @dev The least price of a lot, where it sells.
    Tick reserve;
    /// @dev Where it stores, and the least that comes out of it again.
    uint32 storageId;
    Bps efficiency;
    Leftover rest;
    /// @dev The least feed-in price at which anything is returned.
    MicroPerKwh feedIn;
    /// @dev Start of the first delivery period.
    uint40 from;
    /// @dev The last second at which it counts.
    uint40 until;
    uint256 nonce;
}

/// @dev What an account signs to end its instruction.
struct InstructionRevocation {
    address account;
    uint32 region;
    uint256 nonce;
    uint40 expiry;
}
