// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {CommonBase} from "forge-std/Base.sol";
import {Order, OrderWithdrawal, Returning, Storing, Voucher} from "../../src/types/Surplus.sol";

/// @notice What sellers, buyers and owners of credits sign, built here from the EIP-712 types as text.
contract SurplusSignatures is CommonBase {
    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant LOT_TYPEHASH =
        keccak256(
            "Lot(uint256 sessionId,address account,uint40 energyWh,uint24 reserve,bytes32 subject,uint256 nonce,uint40 expiry)"
        );
    bytes32 private constant BID_TYPEHASH =
        keccak256(
            "Bid(uint256 sessionId,address account,uint40 energyWh,uint24 limit,bytes32 subject,uint256 nonce,uint40 expiry)"
        );
    bytes32 private constant WITHDRAWAL_TYPEHASH =
        keccak256(
            "OrderWithdrawal(uint256 sessionId,address account,bool isLot,uint32 index,uint256 nonce,uint40 expiry)"
        );
    bytes32 private constant STORING_TYPEHASH =
        keccak256(
            "Storing(address account,uint256 creditId,uint32 storageId,uint64 energyWh,uint256 nonce,uint40 expiry)"
        );
    bytes32 private constant RETURNING_TYPEHASH =
        keccak256("Returning(address account,uint256 creditId,uint64 energyWh,uint256 nonce,uint40 expiry)");
    bytes32 private constant VOUCHER_TYPEHASH =
        keccak256(
            "Voucher(address account,uint256 creditId,uint64 mostWh,address station,uint256 nonce,uint40 expiry)"
        );

    address private immutable SURPLUS;
    address private immutable CREDITS;

    constructor(address surplus, address credits) {
        (SURPLUS, CREDITS) = (surplus, credits);
    }

    function lot(uint256 key, Order memory o) external view returns (bytes memory) {
        return _signed(key, SURPLUS, orderHash(true, o));
    }

    function bid(uint256 key, Order memory o) external view returns (bytes memory) {
        return _signed(key, SURPLUS, orderHash(false, o));
    }

    function orderHash(bool isLot, Order memory o) public pure returns (bytes32) {
        bytes32 typehash = isLot ? LOT_TYPEHASH : BID_TYPEHASH;
        return keccak256(abi.encode(typehash, o.sessionId, o.account, o.energy, o.price, o.subject, o.nonce, o.expiry));
    }

    /// @notice The word an order is kept as: what was signed, 32 | tick, 24 | energy, 40 | account, 160.
    function word(bool isLot, Order memory o) external pure returns (uint256) {
        return uint256(bytes32(abi.encodePacked(uint32(uint256(orderHash(isLot, o))), o.price, o.energy, o.account)));
    }

    function withdrawal(uint256 key, OrderWithdrawal memory w) external view returns (bytes memory) {
        bytes memory all = abi.encode(WITHDRAWAL_TYPEHASH, w.sessionId, w.account, w.isLot, w.index, w.nonce, w.expiry);
        return _signed(key, SURPLUS, keccak256(all));
    }

    function storing(uint256 key, Storing memory s) external view returns (bytes memory) {
        bytes memory all = abi.encode(
            STORING_TYPEHASH,
            s.account,
            s.creditId,
            s.storageId,
            s.energy,
            s.nonce,
            s.expiry
        );
        return _signed(key, CREDITS, keccak256(all));
    }

    function returning(uint256 key, Returning memory r) external view returns (bytes memory) {
        bytes memory all = abi.encode(RETURNING_TYPEHASH, r.account, r.creditId, r.energy, r.nonce, r.expiry);
        return _signed(key, CREDITS, keccak256(all));
    }

    function voucher(uint256 key, Voucher memory v) external view returns (bytes memory) {
        bytes memory all = abi.encode(VOUCHER_TYPEHASH, v.account, v.creditId, v.most, v.station, v.nonce, v.expiry);
        return _signed(key, CREDITS, keccak256(all));
    }

    function _signed(uint256 key, address target, bytes32 structHash) private view returns (bytes memory) {
        string memory name = target == SURPLUS ? "Switchyard Surplus" : "Switchyard Credits";
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256("1"), block.chainid, target)
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, MessageHashUtils.toTypedDataHash(domain, structHash));
        return abi.encodePacked(r, s, v);
    }
}
