// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Micro, Wh} from "./Units.sol";

/// @dev What a consumer signs (EIP-712). Its struct hash is the agreement's id.
struct Terms {
    address consumer;
    bytes32 offerId;
    bytes32 meterId;
    /// @dev First instant of supply: the start of a published settlement period, or the instant of a closing read.
    uint40 start;
    /// @dev Contracted energy of each month, counted from `start` and repeated every twelve.
    Wh[12] contracted;
    /// @dev The agreement that ends where this one starts; zero if the meter has none.
    bytes32 replaces;
    uint256 nonce;
    uint40 expiry;
}

/// @dev Terms as they travel to a settlement: without the offer, which the batch names, and in as few words as hold them.
struct TermsWords {
    bytes32 meterId;
    /// @dev Consumer 160 (lowest) | start 40 | expiry 40.
    uint256 parties;
    /// @dev Four months a word, 64 bits each, the first lowest.
    uint256[3] contracted;
    bytes32 replaces;
    uint256 nonce;
}

/// @dev AgreementState as it is stored: see StateLib.
type AgreementWord is uint256;

/// @dev All that is stored of an agreement: one word. The terms travel in calldata and are checked against the id.
struct AgreementState {
    uint40 signedAt;
    uint40 settledUntil;
    /// @dev Where a switch or a notice cuts the term; zero if nothing does.
    uint40 endsAt;
    uint8 periods;
    uint8 termPeriods;
    /// @dev Bits of AgreementFlags.
    uint8 flags;
    /// @dev Mean of the bills so far, in thousands of Micro.
    uint40 averageBill;
    /// @dev What is left of the deposit, in Micro.
    uint72 deposit;
}

/// @dev Bits of AgreementState.flags.
uint8 constant ENDED = 1;
uint8 constant FROZEN = 2;
uint8 constant EXIT_FEE = 4;
/// @dev Something of it was traded, or is due to it, once: its settlement asks the surplus book.
uint8 constant SURPLUS = 8;

/// @dev What a consumer signs (EIP-712) to end an agreement.
struct Ending {
    bytes32 agreementId;
    uint40 endsAt;
    uint256 nonce;
    uint40 expiry;
}

/// @dev A period that was billed, as the settlement took it to be.
struct SettledPeriod {
    uint40 from;
    uint40 to;
    /// @dev End of the settlement period that both are in.
    uint40 periodEnd;
    uint8 index;
    /// @dev Whether the bill has the exit fee in it.
    bool exit;
    /// @dev Whether the surplus book was asked for it.
    bool surplus;
    Micro total;
    /// @dev The bill may be this many times the mean of those before; zero means any.
    uint16 billFactor;
}

/// @dev What a month adds to its contract year where the band holds for the year.
struct YearTotals {
    uint64 contracted;
    uint64 used;
    /// @dev Energy and regulated lines, in Micro.
    uint128 charged;
}

/// @dev Totals of a contract year as they are kept, one word. They stay when the year has closed: a month that is made again from
/// its true reads changes them, and the true-up with them.
struct ContractYear {
    uint64 contracted;
    uint64 used;
    uint88 charged;
    /// @dev Where the bill ends that closed the year; zero while it is open.
    uint40 closedAt;
}
