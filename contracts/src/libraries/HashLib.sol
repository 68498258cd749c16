// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms, TermsWords} from "../types/Agreement.sol";
import {TariffTable} from "../types/Billing.sol";
import {MeterFacts, Read, ReadWords} from "../types/Metering.sol";
import {Offer} from "../types/Offer.sol";
import {ReadWordsLib} from "./ReadWordsLib.sol";

/// @notice The names things have on chain: each is the hash of what it is. Mirrors lib/chain/intents.
library HashLib {
    using ReadWordsLib for ReadWords;

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
        bytes32 registers = keccak256(abi.encode(read.dial(0), read.dial(1), read.dial(2), read.dial(3), read.dial(4)));
        return
            keccak256(
                abi.encode(
                    READ_TYPEHASH,
                    meterId,
                    read.time(),
                    read.sequence(),
                    read.quality(),
                    registers,
                    read.exported(),
                    read.maxDemand(),
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
        uint256[12] memory months;
        for (uint256 word; word < 3; ++word) {
            uint256 four = contracted[word];
            months[4 * word] = uint64(four);
            months[4 * word + 1] = uint64(four >> 64);
            months[4 * word + 2] = uint64(four >> 128);
            months[4 * word + 3] = four >> 192;
        }
        return keccak256(abi.encode(months));
    }
}
