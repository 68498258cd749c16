// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SettlementItem} from "../../contracts/src/types/Billing.sol";
import {Read} from "../../contracts/src/types/Metering.sol";
import {Wh} from "../../contracts/src/types/Units.sol";
import {Floor} from "./Floor.sol";

/// @notice Customer-months from signed reads: one signature, three words and one event each, the payees once a batch.
contract FloorSettlement is Floor {
    uint256 private constant LINES = 6;

    mapping(bytes32 agreementId => uint256) private _settledUntil;
    /// @dev keccak(last read, its signer): checks the key without a word of its own.
    mapping(bytes32 meterId => bytes32) private _lastReads;
    mapping(address account => uint256) private _free;

    event Settled(bytes32 indexed agreementId, uint256 start, uint256 end, uint256[LINES] lines);

    constructor() Floor("Switchyard Meter") {}

    /// @notice What signing and the read before would have left behind.
    function prepare(SettlementItem calldata item, address signer, uint256 money) external {
        _settledUntil[_hash(item.terms)] = item.opening.time;
        _lastReads[item.opening.meterId] = keccak256(abi.encode(_hash(item.opening), signer));
        _free[item.terms.consumer] = money;
    }

    /// @param prices Micro per kWh of the energy and of each component, and of excess.
    function settle(
        SettlementItem[] calldata items,
        address[3] calldata payees,
        uint256[LINES] calldata prices
    ) external {
        unchecked {
            uint256[3] memory paid;
            for (uint256 i; i < items.length; ++i) {
                uint256 total = _settle(items[i], prices);
                paid[0] += total / 2;
                paid[1] += total / 4;
                paid[2] += total - total / 2 - total / 4;
            }
            for (uint256 p; p < 3; ++p) {
                _free[payees[p]] += paid[p];
            }
        }
    }

    function _settle(SettlementItem calldata item, uint256[LINES] calldata prices) private returns (uint256 total) {
        unchecked {
            Read calldata opening = item.opening;
            Read calldata closing = item.closing;
            bytes32 closingHash = _hash(closing);
            address signer = _signer(closingHash, item.signature);
            require(_lastReads[closing.meterId] == keccak256(abi.encode(_hash(opening), signer)));
            _lastReads[closing.meterId] = keccak256(abi.encode(closingHash, signer));

            bytes32 agreementId = _hash(item.terms);
            require(_settledUntil[agreementId] == opening.time);
            _settledUntil[agreementId] = closing.time;

            uint256 used;
            for (uint256 i; i < 5; ++i) {
                used += Wh.unwrap(closing.importWh[i]) - Wh.unwrap(opening.importWh[i]);
            }
            uint256[LINES] memory lines;
            for (uint256 i; i < LINES; ++i) {
                uint256 amount = (used * prices[i]) / 1000;
                lines[i] = (used << 176) | (prices[i] << 112) | amount;
                total += amount;
            }
            uint256 free = _free[item.terms.consumer];
            require(free >= total);
            _free[item.terms.consumer] = free - total;
            emit Settled(agreementId, opening.time, closing.time, lines);
        }
    }
}
