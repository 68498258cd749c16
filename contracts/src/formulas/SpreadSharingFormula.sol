// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../interfaces/IPriceFormula.sol";
import {ParamsLib} from "../libraries/ParamsLib.sol";
import {UsageLib} from "../libraries/UsageLib.sol";
import {Determinants} from "../types/Offer.sol";
import {BPS_ONE, MicroPerKwh, Nano, SignedMicroPerKwh} from "../types/Units.sol";

/// @notice The reference price less a share of what the index is below it, and at least less a guaranteed discount.
/// Params: abi.encode(uint16 share, uint64 floor). Mirrors lib/domain/offers/formulas/spread-sharing.ts.
contract SpreadSharingFormula is IPriceFormula {
    using ParamsLib for bytes;
    using UsageLib for Determinants;

    /// @inheritdoc IPriceFormula
    function check(bytes calldata params) external pure {
        params.requireWords(2);
        params.uintAt(0, BPS_ONE);
        params.uintAt(1, type(uint64).max);
    }

    /// @inheritdoc IPriceFormula
    /// @dev In ten-thousandths of a price until the one division, which rounds down: the payer keeps the dust. The discount is
    /// never negative, so nobody pays more than the reference price; one above that price makes the energy free.
    function cost(bytes calldata params, Determinants calldata usage) external pure returns (Nano) {
        (uint16 share, uint64 floor) = abi.decode(params, (uint16, uint64));
        int256 one = int256(BPS_ONE);
        int256 referencePrice = int256(uint256(MicroPerKwh.unwrap(usage.referencePrice)));
        int256 discount = (referencePrice - SignedMicroPerKwh.unwrap(usage.index)) * int256(uint256(share));
        int256 least = int256(uint256(floor)) * one;
        if (discount < least) discount = least;
        int256 price = referencePrice * one - discount;
        return Nano.wrap(price < 0 ? 0 : (usage.energyOf() * uint256(price)) / BPS_ONE);
    }
}
