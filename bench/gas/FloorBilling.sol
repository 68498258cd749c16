// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HashLib} from "../../contracts/src/libraries/HashLib.sol";
import {MeterFactsLib} from "../../contracts/src/libraries/MeterFactsLib.sol";
import {ReadWordsLib} from "../../contracts/src/libraries/ReadWordsLib.sol";
import {SettlementItem} from "../../contracts/src/types/Billing.sol";
import {Dials, DialsAndTime, MeterFacts, ReadWords} from "../../contracts/src/types/Metering.sol";
import {Floor} from "./Floor.sol";

/// @notice One customer-month from a signed read: one signature, three words and one event.
abstract contract FloorBilling is Floor {
    using MeterFactsLib for MeterFacts;
    using ReadWordsLib for DialsAndTime;

    uint256 internal constant LINES = 6;
    bytes32 private immutable METER_DOMAIN = _domain("Switchyard Meter");
    bytes32 internal constant OFFER = bytes32((type(uint256).max / 255) * 0xa7);

    mapping(bytes32 agreementId => uint256) private _settledUntil;
    /// @dev keccak(the meter's facts, its last read): checks the key without a word of its own.
    mapping(bytes32 meterId => bytes32) private _meters;
    mapping(address account => uint256) internal _free;

    event Settled(bytes32 indexed agreementId, uint256 period, uint256[LINES] lines);

    function _prepare(SettlementItem calldata item, uint256 money) internal {
        _settledUntil[HashLib.hash(item.terms, OFFER)] = item.opening.rest.time();
        _meters[item.terms.meterId] = HashLib.hash(item.facts, item.opening);
        _free[address(uint160(item.terms.parties))] = money;
    }

    function _settle(SettlementItem calldata item, uint256[LINES] calldata prices) internal returns (uint256 total) {
        unchecked {
            uint256 used = _record(item);
            bytes32 agreementId = HashLib.hash(item.terms, OFFER);
            require(_settledUntil[agreementId] == item.opening.rest.time());
            _settledUntil[agreementId] = item.closing.rest.time();

            uint256[LINES] memory lines;
            for (uint256 i; i < LINES; ++i) {
                uint256 amount = (used * prices[i]) / 1000;
                lines[i] = (used << 176) | (prices[i] << 112) | amount;
                total += amount;
            }
            address consumer = address(uint160(item.terms.parties));
            uint256 free = _free[consumer];
            require(free >= total);
            _free[consumer] = free - total;
            emit Settled(agreementId, used, lines);
        }
    }

    function _record(SettlementItem calldata item) private returns (uint256 used) {
        unchecked {
            bytes32 meterId = item.terms.meterId;
            ReadWords memory opening = item.opening;
            ReadWords memory closing = item.closing;
            require(_meters[meterId] == HashLib.hash(item.facts, opening));
            require(
                _signer(METER_DOMAIN, HashLib.hash(meterId, closing, item.intervalRoot), item.signature) ==
                    item.facts.signer()
            );
            _meters[meterId] = HashLib.hash(item.facts, closing);
            (uint256 from, uint256 to) = (Dials.unwrap(opening.dials), Dials.unwrap(closing.dials));
            used = closing.rest.deepValley() - opening.rest.deepValley();
            for (uint256 i; i < 4; ++i) {
                used += uint64(to) - uint64(from);
                (from, to) = (from >> 64, to >> 64);
            }
        }
    }
}
