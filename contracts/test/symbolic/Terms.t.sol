// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HashLib} from "../../src/libraries/HashLib.sol";
import {TermLib} from "../../src/libraries/TermLib.sol";
import {Terms, TermsWords} from "../../src/types/Agreement.sol";
import {Wh} from "../../src/types/Units.sol";

/// @notice For all terms: what travels in few words is what was signed.
contract TermsSymbolic {
    function hashOfTerms(Terms calldata terms) external pure returns (bytes32) {
        return HashLib.hash(terms);
    }

    function hashOfWords(TermsWords calldata terms, bytes32 offerId) external pure returns (bytes32) {
        return HashLib.hash(terms, offerId);
    }

    function check_TermsInFewWordsHaveTheSameName(
        address consumer,
        uint40 start,
        uint40 expiry,
        uint64[12] calldata contracted,
        bytes32[3] calldata names,
        uint256 nonce
    ) external view {
        Terms memory terms;
        TermsWords memory words;
        (terms.consumer, terms.start, terms.expiry, terms.nonce) = (consumer, start, expiry, nonce);
        (terms.offerId, terms.meterId, terms.replaces) = (names[0], names[1], names[2]);
        words.parties = uint256(uint160(consumer)) | (uint256(start) << 160) | (uint256(expiry) << 200);
        (words.meterId, words.replaces, words.nonce) = (names[1], names[2], nonce);
        for (uint256 i; i < 12; ++i) {
            terms.contracted[i] = Wh.wrap(contracted[i]);
            words.contracted[i / 4] |= uint256(contracted[i]) << (64 * (i % 4));
        }
        assert(this.hashOfTerms(terms) == this.hashOfWords(words, names[0]));
    }

    function contractedOf(uint256[3] calldata words, uint256 month) external pure returns (Wh) {
        return TermLib.contractedOf(words, month);
    }

    function check_AMonthIsFoundInItsWord(uint64[12] calldata contracted) external view {
        uint256[3] memory words;
        for (uint256 i; i < 12; ++i) {
            words[i / 4] |= uint256(contracted[i]) << (64 * (i % 4));
        }
        for (uint256 i; i < 12; ++i) {
            assert(Wh.unwrap(this.contractedOf(words, i)) == contracted[i]);
        }
    }
}
