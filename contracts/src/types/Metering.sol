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
    Watt maxDemand;
    /// @dev Merkle root of the salted interval data since the previous read.
    bytes32 intervalRoot;
}

/// @dev What an operator states about a meter when registering it.
struct Meter {
    address operator;
    /// @dev Digits of the register, counted in Wh; it rolls over at 10^digits.
    uint8 digits;
    /// @dev Transformer ratio: energy = register advance × multiplier.
    uint16 multiplier;
    Watt capacity;
    address holder;
    uint32 region;
    uint8 voltageClass;
    CustomerClass customerClass;
    /// @dev ERC-7913 signer: 20 bytes for secp256k1, verifier ++ public key for P-256.
    bytes signer;
}
