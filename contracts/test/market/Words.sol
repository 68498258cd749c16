// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms, TermsWords} from "../../src/types/Agreement.sol";
import {
    Dials,
    DialsAndTime,
    Meter,
    MeterFacts,
    Read,
    ReadWords,
    UsedFifth,
    UsedFour
} from "../../src/types/Metering.sol";
import {Watt, Wh} from "../../src/types/Units.sol";

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

    /// @dev Bytes side by side, the highest first.
    function pack(Read memory r) internal pure returns (ReadWords memory words) {
        words.dials = Dials.wrap(uint256(bytes32(_dials(r.importWh))));
        words.rest = DialsAndTime.wrap(
            uint256(
                bytes32(
                    abi.encodePacked(
                        uint48(Watt.unwrap(r.maxDemand)),
                        uint8(r.quality),
                        r.sequence,
                        r.time,
                        Wh.unwrap(r.exportWh),
                        Wh.unwrap(r.importWh[4])
                    )
                )
            )
        );
    }

    /// @dev Four registers in the first word, the fifth and the export in the second.
    function unpack(UsedFour four, UsedFifth fifth) internal pure returns (Wh[5] memory used, Wh exported) {
        bytes memory energies = abi.encodePacked(UsedFifth.unwrap(fifth), UsedFour.unwrap(four));
        for (uint256 i; i < 5; ++i) {
            used[i] = _energyAt(energies, 7 - i);
        }
        exported = _energyAt(energies, 2);
    }

    /// @dev The bytes of one of several energies side by side.
    function _energyAt(bytes memory energies, uint256 position) private pure returns (Wh) {
        bytes memory eight = new bytes(8);
        for (uint256 i; i < 8; ++i) {
            eight[i] = energies[8 * position + i];
        }
        return Wh.wrap(uint64(bytes8(eight)));
    }

    function _dials(Wh[5] memory dials) private pure returns (bytes memory) {
        return abi.encodePacked(Wh.unwrap(dials[3]), Wh.unwrap(dials[2]), Wh.unwrap(dials[1]), Wh.unwrap(dials[0]));
    }

    function pack(Meter memory m) internal pure returns (MeterFacts) {
        bool plain = m.signer.length == 20;
        bytes20 signer = plain ? bytes20(m.signer) : bytes20(keccak256(m.signer));
        uint8 keyBytes = plain ? 0 : uint8(m.signer.length);
        uint48 capacity = uint48(Watt.unwrap(m.capacity));
        return
            MeterFacts.wrap(
                uint256(bytes32(abi.encodePacked(uint16(0), keyBytes, m.digits, m.multiplier, capacity, signer)))
            );
    }

    /// @notice What the registry keeps of a meter: its facts and its last read, hashed.
    function state(Meter memory m, Read memory last) internal pure returns (bytes32) {
        ReadWords memory words = pack(last);
        return keccak256(abi.encode(MeterFacts.unwrap(pack(m)), Dials.unwrap(words.dials), words.rest));
    }
}
