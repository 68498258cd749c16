// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISurplusMarket} from "../../contracts/src/interfaces/ISurplusMarket.sol";
import {AgreementProof, Order} from "../../contracts/src/types/Surplus.sol";

/// @notice An account that agrees to what it places, a hundred lots or bids in one transaction.
contract PlacingWallet {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return this.isValidSignature.selector;
    }

    function call(address target, bytes calldata message) external {
        (bool done, ) = target.call(message);
        require(done);
    }

    function bid(ISurplusMarket market, Order[] calldata orders) external {
        AgreementProof memory none;
        for (uint256 i; i < orders.length; ++i) {
            market.bid(orders[i], none, "");
        }
    }

    function list(ISurplusMarket market, Order[] calldata orders) external {
        AgreementProof memory none;
        for (uint256 i; i < orders.length; ++i) {
            market.list(orders[i], none, "");
        }
    }
}
