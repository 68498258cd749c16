// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {CommonBase} from "forge-std/Base.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {SettlementToken} from "../../src/SettlementToken.sol";
import {Ending, Terms} from "../../src/types/Agreement.sol";
import {Read} from "../../src/types/Metering.sol";

/// @notice What wallets and meters sign, built here from the EIP-712 types as text, not from the contracts' own hashes.
contract Signatures is CommonBase {
    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant AGREEMENT_TYPEHASH =
        keccak256(
            "Agreement(address consumer,bytes32 offerId,bytes32 meterId,uint40 start,uint64[12] contractedWh,bytes32 replaces,uint256 nonce,uint40 expiry)"
        );
    bytes32 private constant READ_TYPEHASH =
        keccak256(
            "Read(bytes32 meterId,uint40 time,uint32 sequence,uint8 quality,uint64[5] importWh,uint64 exportWh,uint64 maxDemandW,bytes32 intervalRoot)"
        );
    bytes32 private constant ENDING_TYPEHASH =
        keccak256("Ending(bytes32 agreementId,uint40 endsAt,uint256 nonce,uint40 expiry)");
    bytes32 private constant INDEX_COST_TYPEHASH =
        keccak256("IndexCost(bytes32 meterId,uint40 from,uint40 to,bytes32 indexSeries,int256 nano)");
    bytes32 private constant WITHDRAWAL_TYPEHASH =
        keccak256("Withdrawal(address account,address to,uint128 amount,uint256 nonce,uint40 expiry)");
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    EIP712 private immutable AGREEMENTS;
    EIP712 private immutable METERS;
    EIP712 private immutable ESCROW;
    SettlementToken private immutable TOKEN;

    constructor(EIP712 agreements, EIP712 meters, EIP712 escrow, SettlementToken token) {
        AGREEMENTS = agreements;
        METERS = meters;
        ESCROW = escrow;
        TOKEN = token;
    }

    function terms(uint256 key, Terms memory t) external view returns (bytes memory) {
        return _signed(key, termsDigest(t));
    }

    function termsDigest(Terms memory t) public view returns (bytes32) {
        return _digest("Switchyard", address(AGREEMENTS), termsHash(t));
    }

    function termsHash(Terms memory t) public pure returns (bytes32) {
        bytes32 contracted = keccak256(abi.encode(t.contracted));
        return
            keccak256(
                abi.encode(
                    AGREEMENT_TYPEHASH,
                    t.consumer,
                    t.offerId,
                    t.meterId,
                    t.start,
                    contracted,
                    t.replaces,
                    t.nonce,
                    t.expiry
                )
            );
    }

    function ending(uint256 key, Ending memory e) external view returns (bytes memory) {
        bytes32 structHash = keccak256(abi.encode(ENDING_TYPEHASH, e.agreementId, e.endsAt, e.nonce, e.expiry));
        return _signed(key, _digest("Switchyard", address(AGREEMENTS), structHash));
    }

    /// @notice What a meter operator signs about a period at the published interval indexes.
    function indexCost(
        uint256 key,
        bytes32 meterId,
        uint40[2] memory fromTo,
        bytes32 indexSeries,
        int256 nano
    ) external view returns (bytes memory) {
        bytes32 structHash = keccak256(
            abi.encode(INDEX_COST_TYPEHASH, meterId, fromTo[0], fromTo[1], indexSeries, nano)
        );
        return _signed(key, _digest("Switchyard Meter", address(METERS), structHash));
    }

    function read(uint256 key, bool p256, Read memory r) external view returns (bytes memory) {
        bytes32 digest = _digest("Switchyard Meter", address(METERS), readHash(r));
        if (!p256) return _signed(key, digest);
        (bytes32 x, bytes32 s) = vm.signP256(key, digest);
        // A signature and its mirror image are both valid; contracts take only the lower one.
        if (uint256(s) > P256.N / 2) s = bytes32(P256.N - uint256(s));
        return abi.encodePacked(x, s);
    }

    function readHash(Read memory r) public pure returns (bytes32) {
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

    function withdrawal(uint256 key, IEscrow.Withdrawal memory w) external view returns (bytes memory) {
        bytes32 structHash = keccak256(abi.encode(WITHDRAWAL_TYPEHASH, w.account, w.to, w.amount, w.nonce, w.expiry));
        return _signed(key, _digest("Switchyard Escrow", address(ESCROW), structHash));
    }

    function permit(
        uint256 key,
        address owner,
        uint256 value,
        uint256 deadline
    ) external view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 structHash = keccak256(
            abi.encode(PERMIT_TYPEHASH, owner, address(ESCROW), value, TOKEN.nonces(owner), deadline)
        );
        return vm.sign(key, MessageHashUtils.toTypedDataHash(TOKEN.DOMAIN_SEPARATOR(), structHash));
    }

    function _signed(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _digest(string memory name, address target, bytes32 structHash) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256("1"), block.chainid, target)
        );
        return MessageHashUtils.toTypedDataHash(domain, structHash);
    }
}
