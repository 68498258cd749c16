// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MeterFactsLib} from "../../src/libraries/MeterFactsLib.sol";
import {Meter, MeterFacts} from "../../src/types/Metering.sol";
import {Watt} from "../../src/types/Units.sol";

/// @notice For every meter whose signer is an account. Bound: a capacity below 2^48, as `pack` asks.
contract MeterFactsLibSymbolic {
    using MeterFactsLib for MeterFacts;

    function check_PackedFactsComeBack(
        address signer,
        address next,
        uint48 capacity,
        uint16 multiplier,
        uint8 digits
    ) external pure {
        Meter memory m;
        m.signer = abi.encodePacked(signer);
        (m.capacity, m.multiplier, m.digits) = (Watt.wrap(capacity), multiplier, digits);
        MeterFacts facts = MeterFactsLib.pack(m);
        assert(facts.signer() == signer);
        _assertMeter(facts, capacity, multiplier, digits);
        facts = facts.withSigner(abi.encodePacked(next));
        assert(facts.signer() == next);
        _assertMeter(facts, capacity, multiplier, digits);
    }

    function _assertMeter(MeterFacts facts, uint48 capacity, uint16 multiplier, uint8 digits) private pure {
        assert(Watt.unwrap(facts.capacity()) == capacity);
        assert(facts.multiplier() == multiplier);
        assert(facts.digits() == digits);
        assert(facts.keyBytes() == 0);
    }
}
