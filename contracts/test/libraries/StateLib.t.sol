// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {StateLib} from "../../src/libraries/StateLib.sol";
import {AgreementState, AgreementWord} from "../../src/types/Agreement.sol";

/// @notice The word of an agreement, number by number from the highest bit.
contract StateLibTest is Test {
    using StateLib for AgreementState;
    using StateLib for AgreementWord;

    function _word(AgreementState memory s) private pure returns (bytes32) {
        bytes memory packed = abi.encodePacked(s.deposit, s.averageBill, s.flags, s.termPeriods, s.periods);
        return bytes32(abi.encodePacked(packed, s.endsAt, s.settledUntil, s.signedAt));
    }

    function testFuzz_AnAgreementInAWord(AgreementState memory state) public pure {
        assertEq(bytes32(AgreementWord.unwrap(state.pack())), _word(state));
    }

    function testFuzz_AndBack(AgreementState memory state) public pure {
        AgreementState memory found = AgreementWord.wrap(uint256(_word(state))).unpack();
        assertEq(keccak256(abi.encode(found)), keccak256(abi.encode(state)));
    }
}
