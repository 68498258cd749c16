// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {CommonBase} from "forge-std/Base.sol";
import {DeviationClause} from "../../src/types/Offer.sol";
import {PurchaseTerms} from "../../src/types/Purchase.sol";

/// @notice What the three parties of a purchase sign, built here from the EIP-712 types as text.
contract PurchaseSignatures is CommonBase {
    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    string private constant CLAUSE_TYPE =
        "DeviationClause(uint16 lower,uint16 upper,uint16 excess,uint64 shortfall,uint8 referenceBasis,uint8 ruleBasis,address excessPayee,address shortfallPayee)";
    string private constant PURCHASE_TYPE =
        "Purchase(address generator,address buyer,address grid,bytes32 deliveryMeterId,bytes32 useMeterId,uint32 region,uint8 voltageClass,uint8 model,uint40 start,uint16 periods,uint64[12] agreedWh,uint64 price,uint16 lower,uint128 deposit,DeviationClause deviation,uint256 generatorNonce,uint256 buyerNonce,uint256 gridNonce,uint40 expiry)";

    EIP712 private immutable PURCHASES;

    constructor(EIP712 purchases) {
        PURCHASES = purchases;
    }

    function sign(uint256 key, PurchaseTerms memory t) external view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                DOMAIN_TYPEHASH,
                keccak256("Switchyard Purchase"),
                keccak256("1"),
                block.chainid,
                address(PURCHASES)
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, MessageHashUtils.toTypedDataHash(domain, hash(t)));
        return abi.encodePacked(r, s, v);
    }

    /// @dev EIP-712 says: the type hash, then every member as one word, an array or a struct as its hash.
    function hash(PurchaseTerms memory t) public pure returns (bytes32) {
        bytes memory members = bytes.concat(
            keccak256(bytes(string.concat(PURCHASE_TYPE, CLAUSE_TYPE))),
            abi.encode(t.generator, t.buyer, t.grid, t.deliveryMeterId, t.useMeterId),
            abi.encode(t.region, t.voltageClass, t.model, t.start, t.periods),
            keccak256(abi.encode(t.agreed)),
            abi.encode(t.price, t.lower, t.deposit)
        );
        bytes memory rest = abi.encode(_hash(t.deviation), t.generatorNonce, t.buyerNonce, t.gridNonce, t.expiry);
        return keccak256(bytes.concat(members, rest));
    }

    function _hash(DeviationClause memory c) private pure returns (bytes32) {
        bytes memory numbers = abi.encode(c.lower, c.upper, c.excess, c.shortfall, c.referenceBasis, c.ruleBasis);
        bytes memory payees = abi.encode(c.excessPayee, c.shortfallPayee);
        return keccak256(bytes.concat(keccak256(bytes(CLAUSE_TYPE)), numbers, payees));
    }
}
