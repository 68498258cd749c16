// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HashLib} from "../../contracts/src/libraries/HashLib.sol";
import {Terms} from "../../contracts/src/types/Agreement.sol";
import {Floor} from "./Floor.sol";

/// @notice One signature, its terms in calldata and in one event, and the words that must change.
contract FloorSigning is Floor {
    struct Account {
        uint128 free;
        uint128 locked;
    }

    bytes32 private immutable DOMAIN = _domain("Switchyard");
    uint128 private constant DEPOSIT = 5_000_000_000;

    mapping(address consumer => uint256) private _nonces;
    mapping(bytes32 agreementId => uint256) private _agreements;
    mapping(bytes32 meterId => bytes32) private _agreementOf;
    mapping(address consumer => Account) private _accounts;
    mapping(bytes32 offerId => uint256) private _offers;
    mapping(bytes32 meterId => address) private _holders;

    event Signed(bytes32 indexed agreementId, address indexed consumer, Terms terms);

    /// @notice What registration, publishing and depositing would have left behind.
    function prepare(bytes32 offerId, bytes32 meterId, address consumer, uint128 money) external {
        _offers[offerId] = 1;
        _holders[meterId] = consumer;
        _accounts[consumer].free = money;
    }

    function sign(Terms calldata terms, bytes calldata signature) external {
        unchecked {
            bytes32 agreementId = HashLib.hash(terms);
            require(_signer(DOMAIN, agreementId, signature) == terms.consumer);
            require(_nonces[terms.consumer]++ == terms.nonce);
            require(_offers[terms.offerId] == 1);
            require(_holders[terms.meterId] == terms.consumer);
            require(_agreementOf[terms.meterId] == 0);
            _agreementOf[terms.meterId] = agreementId;
            _agreements[agreementId] = (uint256(terms.start) << 128) | DEPOSIT;
            Account memory account = _accounts[terms.consumer];
            require(account.free >= DEPOSIT);
            _accounts[terms.consumer] = Account(account.free - DEPOSIT, account.locked + DEPOSIT);
            emit Signed(agreementId, terms.consumer, terms);
        }
    }
}
