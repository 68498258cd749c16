// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../interfaces/IPriceFormula.sol";
import {ParamsLib} from "../libraries/ParamsLib.sol";
import {UsageLib} from "../libraries/UsageLib.sol";
import {Determinants} from "../types/Offer.sol";
import {MicroPerKw, MicroPerKwh, Nano, Watt} from "../types/Units.sol";

/// @notice Two parts: energy by register, and kW of demand or capacity, due also when nothing was used. Params:
/// abi.encode(uint64[5] prices, uint64 demandPrice, uint8 basis). Mirrors lib/domain/offers/formulas/demand.ts.
contract DemandFormula is IPriceFormula {
    using ParamsLib for bytes;
    using UsageLib for Determinants;
    using UsageLib for uint256;

    enum Basis {
        MaxDemand,
        Capacity
    }

    struct Params {
        MicroPerKwh[5] prices;
        MicroPerKw demandPrice;
        Basis basis;
    }

    /// @inheritdoc IPriceFormula
    function check(bytes calldata params) external pure {
        params.requireWords(7);
        for (uint256 i; i < 6; ++i) {
            params.uintAt(i, type(uint64).max);
        }
        params.uintAt(6, uint256(type(Basis).max));
    }

    /// @inheritdoc IPriceFormula
    /// @dev Watts times Micro per kW are Nano. In a part of a period the demand part is prorated and rounded down: the payer
    /// keeps the dust.
    function cost(bytes calldata params, Determinants calldata usage) external pure returns (Nano) {
        Params memory p = abi.decode(params, (Params));
        uint256 power = Watt.unwrap(p.basis == Basis.MaxDemand ? usage.maxDemand : usage.capacity);
        uint256 demand = (power * MicroPerKw.unwrap(p.demandPrice)).prorated(usage);
        return Nano.wrap(usage.registerCost(p.prices) + demand);
    }
}
