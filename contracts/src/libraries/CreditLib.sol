// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CreditId, CreditKind} from "../types/Surplus.sol";
import {Bps, BPS_ONE, Wh} from "../types/Units.sol";

/// @notice Names of energy credits, and what storing leaves of them. Mirrors lib/chain/coding/credit.ts.
library CreditLib {
    uint256 private constant REGION = 8;
    uint256 private constant START = 40;
    uint256 private constant EXPIRY = 80;
    uint256 private constant STORAGE = 120;
    /// @dev Stored energy of the same hour is one credit.
    uint256 private constant EXPIRY_STEP = 1 hours;

    function exported(uint32 region, uint40 start) internal pure returns (CreditId) {
        return _id(CreditKind.Exported, region, start);
    }

    function usable(uint32 region, uint40 start) internal pure returns (CreditId) {
        return _id(CreditKind.Usable, region, start);
    }

    function stored(uint32 region, uint40 start, uint40 expiry, uint32 storageId) internal pure returns (CreditId) {
        uint256 id = CreditId.unwrap(_id(CreditKind.Stored, region, start));
        return CreditId.wrap(id | (uint256(expiry) << EXPIRY) | (uint256(storageId) << STORAGE));
    }

    /// @notice None for a number that is no id.
    function kindOf(CreditId id) internal pure returns (CreditKind) {
        uint256 kind = uint8(CreditId.unwrap(id));
        return kind > uint8(CreditKind.Usable) ? CreditKind.None : CreditKind(kind);
    }

    function regionOf(CreditId id) internal pure returns (uint32) {
        return uint32(CreditId.unwrap(id) >> REGION);
    }

    function startOf(CreditId id) internal pure returns (uint40) {
        return uint40(CreditId.unwrap(id) >> START);
    }

    function expiryOf(CreditId id) internal pure returns (uint40) {
        return uint40(CreditId.unwrap(id) >> EXPIRY);
    }

    /// @notice When energy expires that is stored now. Rounded up to the hour: the owner gains.
    function expiryAfter(uint256 instant, uint32 lifetime) internal pure returns (uint40) {
        uint256 end = instant + lifetime;
        return uint40(((end + EXPIRY_STEP - 1) / EXPIRY_STEP) * EXPIRY_STEP);
    }

    /// @notice What comes out of a storage. Rounds down: the operator keeps the dust.
    function afterStorage(Wh energy, Bps efficiency) internal pure returns (Wh) {
        return Wh.wrap(uint64((uint256(Wh.unwrap(energy)) * Bps.unwrap(efficiency)) / BPS_ONE));
    }

    function _id(CreditKind kind, uint32 region, uint40 start) private pure returns (CreditId) {
        return CreditId.wrap(uint256(kind) | (uint256(region) << REGION) | (uint256(start) << START));
    }
}
