// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../types/Agreement.sol";
import {Offer} from "../types/Offer.sol";
import {Read} from "../types/Metering.sol";
import {TariffTable} from "../types/Billing.sol";
import {Wh} from "../types/Units.sol";

/// @notice The names things have on chain: each is the hash of what it is. Mirrors lib/chain/intents.
library HashLib {
    bytes32 internal constant TERMS_TYPEHASH =
        keccak256(
            "Agreement(address consumer,bytes32 offerId,bytes32 meterId,uint40 start,uint64[12] contractedWh,uint256 nonce,uint40 expiry)"
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
                    terms.nonce,
                    terms.expiry
                )
            );
    }

    /// @notice EIP-712 struct hash of a read; the registry stores that of the last one.
    function hash(Read memory read) internal pure returns (bytes32) {
        Wh[5] memory r = read.importWh;
        return
            keccak256(
                abi.encode(
                    READ_TYPEHASH,
                    read.meterId,
                    read.time,
                    read.sequence,
                    read.quality,
                    keccak256(abi.encode(r[0], r[1], r[2], r[3], r[4])),
                    read.exportWh,
                    read.maxDemand,
                    read.intervalRoot
                )
            );
    }

    function hash(Offer calldata offer) internal pure returns (bytes32) {
        return keccak256(abi.encode(offer));
    }

    function hash(TariffTable calldata table) internal pure returns (bytes32) {
        return keccak256(abi.encode(table));
    }
}
