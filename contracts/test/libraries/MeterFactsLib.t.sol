// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {MeterFactsLib} from "../../src/libraries/MeterFactsLib.sol";
import {Meter, MeterFacts} from "../../src/types/Metering.sol";
import {Watt} from "../../src/types/Units.sol";
import {Words} from "../market/Words.sol";

/// @notice A meter in one word, against words written by hand.
contract MeterFactsLibTest is Test {
    using MeterFactsLib for Meter;
    using MeterFactsLib for MeterFacts;

    function _meter(
        bytes memory signer,
        uint48 capacity,
        uint16 multiplier,
        uint8 digits
    ) private pure returns (Meter memory m) {
        (m.signer, m.capacity, m.multiplier, m.digits) = (signer, Watt.wrap(capacity), multiplier, digits);
    }

    function testFuzz_AMeterIsOneWord(address account, uint48 capacity, uint16 multiplier, uint8 digits) public pure {
        Meter memory m = _meter(abi.encodePacked(account), capacity, multiplier, digits);
        MeterFacts facts = m.pack();
        assertEq(MeterFacts.unwrap(facts), MeterFacts.unwrap(Words.pack(m)));
        assertEq(facts.signer(), account);
        assertEq(facts.keyBytes(), 0);
        assertEq(Watt.unwrap(facts.capacity()), capacity);
        assertEq(facts.multiplier(), multiplier);
        assertEq(facts.digits(), digits);
    }

    function testFuzz_AnAccountIsASignerWithoutAMeter(address account) public pure {
        MeterFacts facts = MeterFactsLib.ofAccount(account);
        assertEq(facts.signer(), account);
        assertEq(facts.keyBytes(), 0);
        assertEq(Watt.unwrap(facts.capacity()), 0);
    }

    function testFuzz_AKeyThatIsNotAnAccountIsNamedByItsHash(
        bytes memory tail,
        uint48 capacity,
        uint16 multiplier
    ) public pure {
        uint256 length = bound(tail.length, 1, 235);
        bytes memory key = bytes.concat(new bytes(20), _cut(tail, length));
        Meter memory m = _meter(key, capacity, multiplier, 18);
        MeterFacts facts = m.pack();
        assertEq(MeterFacts.unwrap(facts), MeterFacts.unwrap(Words.pack(m)));
        assertEq(facts.signer(), address(bytes20(keccak256(key))));
        assertEq(facts.keyBytes(), 20 + length);
        assertEq(Watt.unwrap(facts.capacity()), capacity);
        assertEq(facts.multiplier(), multiplier);
        assertEq(facts.digits(), 18);
    }

    function _cut(bytes memory tail, uint256 length) private pure returns (bytes memory cut) {
        cut = new bytes(length);
        for (uint256 i; i < length && i < tail.length; ++i) {
            cut[i] = tail[i];
        }
    }

    /// @dev Only the key changes, whatever kinds of key the old one and the new one are.
    function testFuzz_ANewKeyLeavesTheRest(uint256 word, address account, uint8 length) public pure {
        bytes memory key = length < 20 ? abi.encodePacked(account) : new bytes(length);
        MeterFacts old = MeterFacts.wrap(word);
        MeterFacts facts = old.withSigner(key);
        Meter memory m = _meter(key, uint48(Watt.unwrap(old.capacity())), old.multiplier(), old.digits());
        assertEq(MeterFacts.unwrap(facts), MeterFacts.unwrap(Words.pack(m)));
    }
}
