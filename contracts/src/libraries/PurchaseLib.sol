// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DeviationClause, RuleBasis} from "../types/Offer.sol";
import {PurchaseTerms} from "../types/Purchase.sol";
import {Wh} from "../types/Units.sol";

/// @notice A purchase's name, and what its terms say of a period. Mirrors lib/domain/purchases/terms.ts and
/// lib/chain/intents/purchase.ts.
library PurchaseLib {
    uint256 internal constant MONTHS = 12;

    bytes internal constant CLAUSE_TYPE =
        "DeviationClause(uint16 lower,uint16 upper,uint16 excess,uint64 shortfall,uint8 referenceBasis,uint8 ruleBasis,address excessPayee,address shortfallPayee)";
    bytes32 internal constant CLAUSE_TYPEHASH = keccak256(CLAUSE_TYPE);
    bytes32 internal constant PURCHASE_TYPEHASH =
        keccak256(
            bytes.concat(
                "Purchase(address generator,address buyer,address grid,bytes32 deliveryMeterId,bytes32 useMeterId,uint32 region,uint8 voltageClass,uint8 model,uint40 start,uint16 periods,uint64[12] agreedWh,uint64 price,uint16 lower,uint128 deposit,DeviationClause deviation,uint256 generatorNonce,uint256 buyerNonce,uint256 gridNonce,uint40 expiry)",
                CLAUSE_TYPE
            )
        );

    /// @notice EIP-712 struct hash of a purchase's terms: its id.
    function hash(PurchaseTerms calldata t) internal pure returns (bytes32) {
        bytes memory parties = abi.encode(
            PURCHASE_TYPEHASH,
            t.generator,
            t.buyer,
            t.grid,
            t.deliveryMeterId,
            t.useMeterId,
            t.region,
            t.voltageClass,
            t.model
        );
        bytes memory promises = abi.encode(
            t.start,
            t.periods,
            keccak256(abi.encode(t.agreed)),
            t.price,
            t.lower,
            t.deposit,
            _hash(t.deviation)
        );
        // Every member is one word, so the parts join without a seam.
        return
            keccak256(
                bytes.concat(parties, promises, abi.encode(t.generatorNonce, t.buyerNonce, t.gridNonce, t.expiry))
            );
    }

    function isDirect(PurchaseTerms calldata t) internal pure returns (bool) {
        return t.useMeterId != 0;
    }

    function isAnnual(PurchaseTerms calldata t) internal pure returns (bool) {
        return isDirect(t) && t.deviation.ruleBasis == RuleBasis.Annual;
    }

    /// @notice Whether a period, counted from zero, closes a contract year: each twelfth does, and the last one.
    function closesYear(PurchaseTerms calldata t, uint256 index) internal pure returns (bool) {
        return (index + 1) % MONTHS == 0 || index + 1 == t.periods;
    }

    /// @notice Contracted energy of the contract year that a period closes.
    function contractedOfYear(PurchaseTerms calldata t, uint256 index) internal pure returns (Wh contracted) {
        for (uint256 month; month <= index % MONTHS; ++month) {
            contracted = contracted + t.agreed[month];
        }
    }

    function _hash(DeviationClause calldata clause) private pure returns (bytes32) {
        return keccak256(abi.encode(CLAUSE_TYPEHASH, clause));
    }
}
