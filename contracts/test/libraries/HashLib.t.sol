// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {HashLib} from "../../src/libraries/HashLib.sol";
import {Terms, TermsWords} from "../../src/types/Agreement.sol";
import {Component, LineKind, TariffTable} from "../../src/types/Billing.sol";
import {Dials, DialsAndTime, MeterFacts, Read, ReadQuality, ReadWords} from "../../src/types/Metering.sol";
import {Offer} from "../../src/types/Offer.sol";
import {Watt, Wh} from "../../src/types/Units.sol";
import {Words} from "../market/Words.sol";

/// @notice Every field counts: two things with the same name are the same thing.
contract HashLibTest is Test {
    function hashOfTerms(Terms calldata terms) external pure returns (bytes32) {
        return HashLib.hash(terms);
    }

    function hashOfWords(TermsWords calldata terms, bytes32 offerId) external pure returns (bytes32) {
        return HashLib.hash(terms, offerId);
    }

    function hashOfOffer(Offer calldata offer) external pure returns (bytes32) {
        return HashLib.hash(offer);
    }

    function hashOfTable(TariffTable calldata table) external pure returns (bytes32) {
        return HashLib.hash(table);
    }

    /// @dev Hashes of the types as wallets and meters have them, worked out with @noble/hashes.
    function test_TheTypesAreThoseOfWalletsAndMeters() public pure {
        assertEq(HashLib.TERMS_TYPEHASH, 0x58701e4adbc9f9bb36d4aa241fb9adf0a3ec625da5480cfba3ce632cb0f57914);
        assertEq(HashLib.READ_TYPEHASH, 0x3c5f07e4420a676b626b1e17df4057029a11b9fc8b1648054e4ae8ee21d9fa1d);
    }

    /// @dev EIP-712 says: the type hash, then every member as one word, an array as the hash of its words.
    function testFuzz_TermsAreHashedAsEip712Says(Terms memory t) public view {
        bytes memory months;
        for (uint256 i; i < 12; ++i) {
            months = bytes.concat(months, bytes32(uint256(Wh.unwrap(t.contracted[i]))));
        }
        bytes memory members = bytes.concat(
            bytes32(uint256(uint160(t.consumer))),
            t.offerId,
            t.meterId,
            bytes32(uint256(t.start)),
            keccak256(months)
        );
        bytes memory rest = bytes.concat(t.replaces, bytes32(t.nonce), bytes32(uint256(t.expiry)));
        bytes32 expected = keccak256(bytes.concat(HashLib.TERMS_TYPEHASH, members, rest));
        assertEq(this.hashOfTerms(t), expected);
        // What travels in few words has the same name.
        assertEq(this.hashOfWords(Words.pack(t), t.offerId), expected);
    }

    /// @dev Every bit of the words that travel is a bit of the terms, or of nothing: the top sixteen of the parties.
    function testFuzz_EveryBitOfTheWordsCounts(Terms memory t, uint8 word, uint8 bit) public view {
        TermsWords memory words = Words.pack(t);
        bytes32 before = this.hashOfWords(words, t.offerId);
        uint256 flip = 1 << bit;
        word %= 7;
        if (word == 0) words.meterId ^= bytes32(flip);
        if (word == 1) words.parties ^= flip;
        if (word == 2) words.replaces ^= bytes32(flip);
        if (word == 3) words.nonce ^= flip;
        if (word > 3) words.contracted[word - 4] ^= flip;
        if (word == 1 && bit >= 240) assertEq(this.hashOfWords(words, t.offerId), before);
        else assertNotEq(this.hashOfWords(words, t.offerId), before);
    }

    function testFuzz_ReadsAreHashedAsEip712Says(bytes32[3] memory words, uint64[8] memory numbers) public view {
        Read memory r;
        (r.meterId, r.intervalRoot) = (words[0], words[1]);
        (r.time, r.sequence) = (uint40(numbers[0]), uint32(numbers[0] >> 32));
        r.quality = ReadQuality(uint256(words[2]) % 3);
        bytes memory registers;
        for (uint256 i; i < 5; ++i) {
            r.importWh[i] = Wh.wrap(numbers[i + 1]);
            registers = bytes.concat(registers, bytes32(uint256(numbers[i + 1])));
        }
        numbers[7] %= 2 ** 48;
        (r.exportWh, r.maxDemand) = (Wh.wrap(numbers[6]), Watt.wrap(numbers[7]));
        bytes memory members = bytes.concat(
            r.meterId,
            bytes32(uint256(r.time)),
            bytes32(uint256(r.sequence)),
            bytes32(uint256(r.quality))
        );
        bytes memory rest = abi.encode(keccak256(registers), numbers[6], numbers[7], r.intervalRoot);
        bytes32 expected = keccak256(bytes.concat(HashLib.READ_TYPEHASH, members, rest));
        assertEq(HashLib.hash(r.meterId, Words.pack(r), r.intervalRoot), expected);
    }

    function testFuzz_OffersAreHashedWhole(address retailer, bytes memory params, uint64 capacity) public view {
        Offer memory offer;
        (offer.retailer, offer.formulaParams, offer.capacity) = (retailer, params, Wh.wrap(capacity));
        assertEq(this.hashOfOffer(offer), keccak256(abi.encode(offer)));
    }

    /// @dev The registry's word for a meter: its facts and both words of its last read.
    function testFuzz_AMeterIsHashedWithItsLastRead(uint256 facts, uint256 dials, uint256 rest) public pure {
        ReadWords memory last = ReadWords(Dials.wrap(dials), DialsAndTime.wrap(rest));
        assertEq(HashLib.hash(MeterFacts.wrap(facts), last), keccak256(abi.encodePacked(facts, dials, rest)));
    }

    function test_TablesAreHashedWhole() public view {
        TariffTable memory table;
        table.components = new Component[](2);
        table.components[1].kind = LineKind.GovernmentFund;
        assertEq(this.hashOfTable(table), keccak256(abi.encode(table)));
    }
}
