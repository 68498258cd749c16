// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms, TermsWords} from "../types/Agreement.sol";
import {TariffTable} from "../types/Billing.sol";
import {Dials, DialsAndTime, MeterFacts, Read, ReadWords} from "../types/Metering.sol";
import {Offer} from "../types/Offer.sol";
import {ReadWordsLib} from "./ReadWordsLib.sol";

/// @notice The names things have on chain: each is the hash of what it is. Mirrors lib/chain/intents.
library HashLib {
    using ReadWordsLib for DialsAndTime;

    bytes32 internal constant TERMS_TYPEHASH =
        keccak256(
            "Agreement(address consumer,bytes32 offerId,bytes32 meterId,uint40 start,uint64[12] contractedWh,bytes32 replaces,uint256 nonce,uint40 expiry)"
        );
    bytes32 internal constant READ_TYPEHASH =
        keccak256(
            "Read(bytes32 meterId,uint40 time,uint32 sequence,uint8 quality,uint64[5] importWh,uint64 exportWh,uint64 maxDemandW,bytes32 intervalRoot)"
        );

    /// @notice EIP-712 struct hash of an agreement's terms: its id.
    function hash(Terms calldata terms) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    TERMS_TYPEHASH,
                    terms.consumer,
                    terms.offerId,
                    terms.meterId,
                    terms.start,
                    keccak256(abi.encode(terms.contracted)),
                    terms.replaces,
                    terms.nonce,
                    terms.expiry
                )
            );
    }

    /// @notice The same id from the terms in few words.
    function hash(TermsWords calldata terms, bytes32 offerId) internal pure returns (bytes32) {
        uint256 parties = terms.parties;
        return
            keccak256(
                abi.encode(
                    TERMS_TYPEHASH,
                    uint160(parties),
                    offerId,
                    terms.meterId,
                    uint40(parties >> 160),
                    _months(terms.contracted),
                    terms.replaces,
                    terms.nonce,
                    uint40(parties >> 200)
                )
            );
    }

    /// @notice EIP-712 struct hash of a read.
    function hash(bytes32 meterId, ReadWords memory read, bytes32 intervalRoot) internal pure returns (bytes32) {
        uint256 four = Dials.unwrap(read.dials);
        DialsAndTime rest = read.rest;
        bytes32 registers = keccak256(
            abi.encode(uint64(four), uint64(four >> 64), uint64(four >> 128), four >> 192, rest.deepValley())
        );
        return
            keccak256(
                abi.encode(
                    READ_TYPEHASH,
                    meterId,
                    rest.time(),
                    rest.sequence(),
                    rest.quality(),
                    registers,
                    rest.exported(),
                    rest.maxDemand(),
                    intervalRoot
                )
            );
    }

    /// @notice What a meter is and what it last showed.
    function hash(MeterFacts facts, ReadWords memory last) internal pure returns (bytes32) {
        return keccak256(abi.encode(facts, last));
    }

    function hash(Offer calldata offer) internal pure returns (bytes32) {
        return keccak256(abi.encode(offer));
    }

    function hash(TariffTable calldata table) internal pure returns (bytes32) {
        return keccak256(abi.encode(table));
    }

    /// @dev The hash of twelve words, as EIP-712 hashes an array.
    function _months(uint256[3] calldata contracted) private pure returns (bytes32) {
        (uint256 a, uint256 b, uint256 c) = (contracted[0], contracted[1], contracted[2]);
        return
            keccak256(
                abi.encode(
                    uint64(a),
                    uint64(a >> 64),
                    uint64(a >> 128),
                    a >> 192,
                    uint64(b),
                    uint64(b >> 64),
                    uint64(b >> 128),
                    b >> 192,
                    uint64(c),
                    uint64(c >> 64),
                    uint64(c >> 128),
                    c >> 192
                )
            );
    }
}
