// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HashLib} from "../../contracts/src/libraries/HashLib.sol";
import {Terms} from "../../contracts/src/types/Agreement.sol";
import {SettlementItem} from "../../contracts/src/types/Billing.sol";
import {FloorBilling} from "./FloorBilling.sol";

/// @notice The last bill of an agreement and the signature of the next: two signatures, one new word, and the words that must change.
contract FloorSwitching is FloorBilling {
    bytes32 private immutable DOMAIN = _domain("Switchyard");

    mapping(address consumer => uint256) private _nonces;
    mapping(bytes32 agreementId => uint256) private _agreements;
    mapping(bytes32 meterId => bytes32) private _agreementOf;
    mapping(bytes32 offerId => uint256) private _offers;
    mapping(bytes32 meterId => address) private _holders;

    event Signed(bytes32 indexed agreementId, address indexed consumer, Terms terms);

    /// @notice What registration, publishing, signing and the bills before would have left behind.
    function prepare(SettlementItem calldata item, Terms calldata next, uint256 money) external {
        _prepare(item, money);
        _nonces[next.consumer] = next.nonce;
        _offers[next.offerId] = 1;
        _holders[next.meterId] = next.consumer;
        _agreementOf[next.meterId] = next.replaces;
    }

    /// @notice The payees have received money before.
    function pay(address[3] calldata payees) external {
        for (uint256 p; p < 3; ++p) {
            _free[payees[p]] = 1;
        }
    }

    function switchNow(
        SettlementItem calldata item,
        Terms calldata next,
        bytes calldata signature,
        address[3] calldata payees,
        uint256[LINES] calldata prices
    ) external {
        unchecked {
            uint256 total = _settle(item, prices);
            _free[payees[0]] += total / 2;
            _free[payees[1]] += total / 4;
            _free[payees[2]] += total - total / 2 - total / 4;
        }
        _sign(next, signature);
    }

    function _sign(Terms calldata next, bytes calldata signature) private {
        unchecked {
            bytes32 agreementId = HashLib.hash(next);
            require(_signer(DOMAIN, agreementId, signature) == next.consumer);
            require(_nonces[next.consumer]++ == next.nonce);
            require(_offers[next.offerId] == 1);
            require(_holders[next.meterId] == next.consumer);
            require(_agreementOf[next.meterId] == next.replaces);
            _agreementOf[next.meterId] = agreementId;
            _agreements[agreementId] = uint256(next.start);
            emit Signed(agreementId, next.consumer, next);
        }
    }
}
