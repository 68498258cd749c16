// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wh, Watt} from "./Units.sol";
import {CustomerClass} from "./Offer.sol";

enum ReadQuality {
    Measured,
    Estimated,
    Substituted
}

/// @dev Cumulative register values at an instant, signed by the meter (EIP-712).
struct Read {
    bytes32 meterId;
    uint40 time;
    uint32 sequence;
    ReadQuality quality;
    Wh[5] importWh;
    Wh exportWh;
    /// @dev Behind the transformers: already multiplied. Below 2^48.
    Watt maxDemand;
    /// @dev Merkle root of the salted interval data since the previous read.
    bytes32 intervalRoot;
}

/// @dev Four import registers, 64 bits each: sharp (lowest), peak, flat, valley.
type Dials is uint256;

/// @dev Deep valley 64 (lowest) | export 64 | time 40 | sequence 32 | quality 8 | maximum demand 48.
type DialsAndTime is uint256;

/// @dev A read as it travels and is kept, without its meter and its interval root (see ReadWords).
struct ReadWords {
    Dials dials;
    DialsAndTime rest;
}

/// @dev Energy used of four registers between two reads, 64 bits each: sharp (lowest), peak, flat, valley.
type UsedFour is uint256;

/// @dev Deep valley 64 (lowest) | exported 64.
type UsedFifth is uint256;

/// @dev What a meter's reads are checked against: signer 160 (lowest) | capacity W 48 | multiplier 16 | digits 8 | key bytes 8.
/// A meter with zero key bytes signs with the account that `signer` is; one with more has a key for an ERC-7913 verifier, whose
/// hash `signer` begins, and the key travels in front of each signature.
type MeterFacts is uint256;

/// @dev What an operator states about a meter when registering it.
struct Meter {
    address operator;
    /// @dev Digits of the register, counted in Wh; it rolls over at 10^digits.
    uint8 digits;
    /// @dev Transformer ratio: energy = register advance × multiplier.
    uint16 multiplier;
    /// @dev Of the connection. Below 2^48.
    Watt capacity;
    address holder;
    uint32 region;
    uint8 voltageClass;
    CustomerClass customerClass;
    /// @dev ERC-7913 signer: 20 bytes for secp256k1, verifier ++ public key for P-256.
    bytes signer;
}

/// @dev The last read of a meter that is taken down.
struct ClosingRead {
    ReadWords read;
    /// @dev Of the interval data since the read before it.
    bytes32 intervalRoot;
    /// @dev Empty if the meter cannot sign any more, or if the read is the one that is recorded already.
    bytes signature;
}

/// @dev What an operator states about the meter that takes the place of another at a supply point.
struct NextMeter {
    uint8 digits;
    uint16 multiplier;
    Watt capacity;
    bytes signer;
}

/// @dev A meter that was taken down: the facts of what was billed up to an instant.
struct FormerMeter {
    uint40 until;
    MeterFacts facts;
}

/// @dev Where a meter is and who may sign for it: what is stored of it besides the hash of its facts and last read.
struct SupplyPoint {
    address operator;
    uint32 region;
    uint8 voltageClass;
    CustomerClass customerClass;
    address holder;
    uint48 capacity;
}
