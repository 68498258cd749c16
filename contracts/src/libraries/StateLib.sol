// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AgreementState, AgreementWord} from "../types/Agreement.sol";

/// @notice What is stored of an agreement, in one word: a struct in storage would be written field by field.
library StateLib {
    /// @dev Lowest first, in the order of the struct.
    uint256 private constant SETTLED_UNTIL = 40;
    uint256 private constant ENDS_AT = 80;
    uint256 private constant PERIODS = 120;
    uint256 private constant TERM_PERIODS = 128;
    uint256 private constant FLAGS = 136;
    uint256 private constant AVERAGE_BILL = 144;
    uint256 private constant DEPOSIT = 184;

    function pack(AgreementState memory state) internal pure returns (AgreementWord) {
        return
            AgreementWord.wrap(
                uint256(state.signedAt) |
                    (uint256(state.settledUntil) << SETTLED_UNTIL) |
                    (uint256(state.endsAt) << ENDS_AT) |
                    (uint256(state.periods) << PERIODS) |
                    (uint256(state.termPeriods) << TERM_PERIODS) |
                    (uint256(state.flags) << FLAGS) |
                    (uint256(state.averageBill) << AVERAGE_BILL) |
                    (uint256(state.deposit) << DEPOSIT)
            );
    }

    function unpack(AgreementWord packed) internal pure returns (AgreementState memory state) {
        uint256 word = AgreementWord.unwrap(packed);
        state.signedAt = uint40(word);
        state.settledUntil = uint40(word >> SETTLED_UNTIL);
        state.endsAt = uint40(word >> ENDS_AT);
        state.periods = uint8(word >> PERIODS);
        state.termPeriods = uint8(word >> TERM_PERIODS);
        state.flags = uint8(word >> FLAGS);
        state.averageBill = uint40(word >> AVERAGE_BILL);
        state.deposit = uint72(word >> DEPOSIT);
    }
}
