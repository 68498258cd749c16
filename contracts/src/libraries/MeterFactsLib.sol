// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Meter, MeterFacts} from "../types/Metering.sol";
import {Watt} from "../types/Units.sol";

/// @notice A meter's key, dial and capacity in one word. Mirrors lib/chain/coding/meter-facts.ts.
library MeterFactsLib {
    uint256 private constant PLAIN_KEY = 20;

    /// @dev The caller has checked the widths: a capacity below 2^48 and a signer of 20 to 255 bytes.
    function pack(Meter memory m) internal pure returns (MeterFacts) {
        return
            MeterFacts.wrap(
                _signer(m.signer) |
                    (uint256(Watt.unwrap(m.capacity)) << 160) |
                    (uint256(m.multiplier) << 208) |
                    (uint256(m.digits) << 224)
            );
    }

    /// @notice The same meter with another key.
    function withSigner(MeterFacts facts, bytes memory key) internal pure returns (MeterFacts) {
        return MeterFacts.wrap((MeterFacts.unwrap(facts) & (((1 << 72) - 1) << 160)) | _signer(key));
    }

    /// @notice An account as a signer, without a meter.
    function ofAccount(address account) internal pure returns (MeterFacts) {
        return MeterFacts.wrap(uint160(account));
    }

    /// @notice The same meter without a key: nobody can sign for it.
    function withoutSigner(MeterFacts facts) internal pure returns (MeterFacts) {
        return withSigner(facts, new bytes(PLAIN_KEY));
    }

    /// @notice Whether the meter has no key.
    function isRevoked(MeterFacts facts) internal pure returns (bool) {
        return signer(facts) == address(0) && keyBytes(facts) == 0;
    }

    /// @notice Whether two meters have the same key.
    function hasKeyOf(MeterFacts facts, MeterFacts other) internal pure returns (bool) {
        return signer(facts) == signer(other) && keyBytes(facts) == keyBytes(other);
    }

    function signer(MeterFacts facts) internal pure returns (address) {
        return address(uint160(MeterFacts.unwrap(facts)));
    }

    function capacity(MeterFacts facts) internal pure returns (Watt) {
        return Watt.wrap(uint48(MeterFacts.unwrap(facts) >> 160));
    }

    function multiplier(MeterFacts facts) internal pure returns (uint16) {
        return uint16(MeterFacts.unwrap(facts) >> 208);
    }

    function digits(MeterFacts facts) internal pure returns (uint8) {
        return uint8(MeterFacts.unwrap(facts) >> 224);
    }

    /// @notice How many bytes in front of a signature are the key; zero if the signer is an account.
    function keyBytes(MeterFacts facts) internal pure returns (uint256) {
        return MeterFacts.unwrap(facts) >> 232;
    }

    function _signer(bytes memory key) private pure returns (uint256) {
        if (key.length == PLAIN_KEY) return uint160(bytes20(key));
        return uint160(bytes20(keccak256(key))) | (key.length << 232);
    }
}
