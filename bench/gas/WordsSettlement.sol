// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {WordsFloor} from "./WordsFloor.sol";

/// @notice FloorSettlement on bare words.
contract WordsSettlement is WordsFloor {
    uint256 private constant LINES = 6;

    struct ItemWords {
        TermsWords terms;
        ReadWords opening;
        ReadWords closing;
        SignatureWords signature;
    }

    mapping(bytes32 agreementId => uint256) private _settledUntil;
    /// @dev keccak(last read, its signer): checks the key without a word of its own.
    mapping(bytes32 meterId => bytes32) private _lastReads;
    mapping(uint256 account => uint256) private _free;

    event Settled(bytes32 indexed agreementId, uint256 start, uint256 end, uint256[LINES] lines);

    constructor() WordsFloor("Switchyard Meter") {}

    /// @notice What signing and the read before would have left behind.
    function prepare(ItemWords calldata item, address signer, uint256 money) external {
        _settledUntil[_hash(item.terms)] = item.opening.time;
        _lastReads[item.opening.meterId] = keccak256(abi.encode(_hash(item.opening), signer));
        _free[item.terms.consumer] = money;
    }

    /// @param prices Micro per kWh of the energy and of each component, and of excess.
    function settle(ItemWords[] calldata items, uint256[3] calldata payees, uint256[LINES] calldata prices) external {
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

    function _settle(ItemWords calldata item, uint256[LINES] calldata prices) private returns (uint256 total) {
        unchecked {
            ReadWords calldata opening = item.opening;
            ReadWords calldata closing = item.closing;
            bytes32 closingHash = _hash(closing);
            address signer = _signer(closingHash, item.signature);
            require(_lastReads[closing.meterId] == keccak256(abi.encode(_hash(opening), signer)));
            _lastReads[closing.meterId] = keccak256(abi.encode(closingHash, signer));

            bytes32 agreementId = _hash(item.terms);
            require(_settledUntil[agreementId] == opening.time);
            _settledUntil[agreementId] = closing.time;

            uint256 used;
            for (uint256 i; i < 5; ++i) {
                used += closing.importWh[i] - opening.importWh[i];
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
