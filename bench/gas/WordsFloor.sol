// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The floor once more, below what an interface with types can reach: terms and reads are the bare words of their
/// encoding, hashed as they come. Nothing is decoded and no field is checked to be as wide as its type.
abstract contract WordsFloor {
    bytes32 private constant TERMS_TYPEHASH =
        keccak256(
            "Agreement(address consumer,bytes32 offerId,bytes32 meterId,uint40 start,uint64[12] contractedWh,uint256 nonce,uint40 expiry)"
        );
    bytes32 private constant READ_TYPEHASH =
        keccak256(
            "Read(bytes32 meterId,uint40 time,uint32 sequence,uint8 quality,uint64[5] importWh,uint64 exportWh,uint64 maxDemandW,bytes32 intervalRoot)"
        );

    bytes32 private immutable DOMAIN;

    struct TermsWords {
        uint256 consumer;
        bytes32 offerId;
        bytes32 meterId;
        uint256 start;
        uint256[12] contracted;
        uint256 nonce;
        uint256 expiry;
    }

    struct ReadWords {
        bytes32 meterId;
        uint256 time;
        uint256 sequence;
        uint256 quality;
        uint256[5] importWh;
        uint256 exportWh;
        uint256 maxDemand;
        bytes32 intervalRoot;
    }

    struct SignatureWords {
        bytes32 r;
        bytes32 s;
        uint256 v;
    }

    constructor(string memory name) {
        bytes32 domainTypeHash = keccak256(
            "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
        );
        DOMAIN = keccak256(
            abi.encode(domainTypeHash, keccak256(bytes(name)), keccak256("1"), block.chainid, address(this))
        );
    }

    function _hash(TermsWords calldata t) internal pure returns (bytes32) {
        bytes32 contracted = keccak256(abi.encode(t.contracted));
        return
            keccak256(
                abi.encode(TERMS_TYPEHASH, t.consumer, t.offerId, t.meterId, t.start, contracted, t.nonce, t.expiry)
            );
    }

    function _hash(ReadWords calldata r) internal pure returns (bytes32) {
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

    function _signer(bytes32 structHash, SignatureWords calldata signature) internal view returns (address) {
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", DOMAIN, structHash));
        return ecrecover(digest, uint8(signature.v), signature.r, signature.s);
    }
}
