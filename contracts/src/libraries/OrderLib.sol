// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Order, OrderWithdrawal, OrderWord, Tick} from "../types/Surplus.sol";
import {Micro, Wh} from "../types/Units.sol";

/// @notice Lots and bids in one word each, and what their owners sign. Mirrors lib/chain/coding/order.ts.
library OrderLib {
    bytes32 internal constant LOT_TYPEHASH =
        keccak256(
            "Lot(uint256 sessionId,address account,uint40 energyWh,uint24 reserve,bytes32 subject,uint256 nonce,uint40 expiry)"
        );
    bytes32 internal constant BID_TYPEHASH =
        keccak256(
            "Bid(uint256 sessionId,address account,uint40 energyWh,uint24 limit,bytes32 subject,uint256 nonce,uint40 expiry)"
        );
    bytes32 internal constant WITHDRAWAL_TYPEHASH =
        keccak256(
            "OrderWithdrawal(uint256 sessionId,address account,bool isLot,uint32 index,uint256 nonce,uint40 expiry)"
        );

    uint256 private constant ENERGY = 160;
    uint256 private constant PRICE = 200;
    uint256 private constant SALT = 224;

    /// @notice EIP-712 struct hash of a lot or a bid.
    function hash(Order calldata o, bytes32 typehash) internal pure returns (bytes32) {
        return keccak256(abi.encode(typehash, o.sessionId, o.account, o.energy, o.price, o.subject, o.nonce, o.expiry));
    }

    function hash(OrderWithdrawal calldata w) internal pure returns (bytes32) {
        return keccak256(abi.encode(WITHDRAWAL_TYPEHASH, w.sessionId, w.account, w.isLot, w.index, w.nonce, w.expiry));
    }

    /// @param structHash Its end tells apart what an account signed twice for the same energy and price.
    function pack(Order calldata o, bytes32 structHash) internal pure returns (OrderWord) {
        return
            OrderWord.wrap(
                uint160(o.account) |
                    (uint256(o.energy) << ENERGY) |
                    (uint256(Tick.unwrap(o.price)) << PRICE) |
                    (uint256(structHash) << SALT)
            );
    }

    function accountOf(OrderWord word) internal pure returns (address) {
        return address(uint160(OrderWord.unwrap(word)));
    }

    function energyOf(OrderWord word) internal pure returns (Wh) {
        return Wh.wrap(uint40(OrderWord.unwrap(word) >> ENERGY));
    }

    function priceOf(OrderWord word) internal pure returns (Tick) {
        return Tick.wrap(uint24(OrderWord.unwrap(word) >> PRICE));
    }

    /// @notice What decides between equal remainders: it does not know the order of placing.
    function idOf(OrderWord word) internal pure returns (bytes32) {
        return keccak256(abi.encode(word));
    }

    /// @notice Exact: a tick is a whole Micro per Wh.
    function costOf(Wh energy, Tick price) internal pure returns (Micro) {
        return Micro.wrap(uint128(uint256(Wh.unwrap(energy)) * Tick.unwrap(price)));
    }
}
