// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../../contracts/src/types/Agreement.sol";
import {Read} from "../../contracts/src/types/Metering.sol";

/// @notice The least that signing and settling on signed facts can cost behind the same interface. No members, no offers, no rules,
/// no safety: never to be deployed for anything but measuring. bench/gas/README.md says what is in it and why.
abstract contract Floor {
    bytes32 private constant TERMS_TYPEHASH =
        keccak256(
            "Agreement(address consumer,bytes32 offerId,bytes32 meterId,uint40 start,uint64[12] contractedWh,uint256 nonce,uint40 expiry)"
        );
    bytes32 private constant READ_TYPEHASH =
        keccak256(
            "Read(bytes32 meterId,uint40 time,uint32 sequence,uint8 quality,uint64[5] importWh,uint64 exportWh,uint64 maxDemandW,bytes32 intervalRoot)"
        );

    bytes32 private immutable DOMAIN;

    constructor(string memory name) {
        bytes32 domainTypeHash = keccak256(
            "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
        );
        DOMAIN = keccak256(
            abi.encode(domainTypeHash, keccak256(bytes(name)), keccak256("1"), block.chainid, address(this))
        );
    }

    function _hash(Terms calldata t) internal pure returns (bytes32) {
        bytes32 contracted = keccak256(abi.encode(t.contracted));
        return
            keccak256(
                abi.encode(TERMS_TYPEHASH, t.consumer, t.offerId, t.meterId, t.start, contracted, t.nonce, t.expiry)
            );
    }

    function _hash(Read calldata r) internal pure returns (bytes32) {
        bytes32 registers = keccak256(abi.encode(r.importWh));
        return
            keccak256(
                abi.encode(
                    READ_TYPEHASH,
                    r.meterId,
                    r.time,
                    r.sequence,
                    r.quality,
                    registers,
                    r.exportWh,
                    r.maxDemand,
                    r.intervalRoot
                )
            );
    }

    function _signer(bytes32 structHash, bytes calldata signature) internal view returns (address) {
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", DOMAIN, structHash));
        return ecrecover(digest, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));
    }
}
