// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms, TermsWords} from "../../src/types/Agreement.sol";
import {Wh} from "../../src/types/Units.sol";

/// @notice Things as they travel, written here by hand and not with the contracts' own libraries.
library Words {
    function pack(Terms memory t) internal pure returns (TermsWords memory words) {
        words.meterId = t.meterId;
        words.parties = uint256(uint160(t.consumer)) | (uint256(t.start) << 160) | (uint256(t.expiry) << 200);
        for (uint256 month; month < 12; ++month) {
            words.contracted[month / 4] += uint256(Wh.unwrap(t.contracted[month])) << (64 * (month % 4));
        }
        words.replaces = t.replaces;
        words.nonce = t.nonce;
    }
}
