// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../interfaces/IPriceFormula.sol";
import {ParamsLib} from "../libraries/ParamsLib.sol";
import {UsageLib} from "../libraries/UsageLib.sol";
import {Determinants, NOT_ATTESTED} from "../types/Offer.sol";
import {BPS_ONE, MicroPerKwh, Nano, SignedMicroPerKwh, SignedNano, divDown} from "../types/Units.sol";

/// @notice A published index times a factor, plus an adder, between a floor and a cap. Params: abi.encode(uint8 source,
/// uint32 factor, int64 adder, uint64 floor, uint64 cap). Mirrors lib/domain/offers/formulas/index-linked.ts.
contract IndexLinkedFormula is IPriceFormula {
    using ParamsLib for bytes;
    using UsageLib for Determinants;

    /// @dev The index of the month, or those of the intervals weighted by what was used in each.
    enum Source {
        Monthly,
        Interval
    }

    struct Params {
        Source source;
        /// @dev Basis points.
        uint32 factor;
        SignedMicroPerKwh adder;
        MicroPerKwh floor;
        /// @dev Zero means none.
        MicroPerKwh cap;
    }

    /// @inheritdoc IPriceFormula
    function check(bytes calldata params) external pure {
        params.requireWords(5);
        params.uintAt(0, uint256(type(Source).max));
        params.uintAt(1, type(uint32).max);
        params.int64At(2);
        uint256 floor = params.uintAt(3, type(uint64).max);
        uint256 cap = params.uintAt(4, type(uint64).max);
        if (cap != 0 && cap < floor) revert FormulaParamsInvalid();
    }

    /// @inheritdoc IPriceFormula
    /// @dev The quotient rounds toward minus infinity: the payer keeps the dust, also where an index is negative. The floor
    /// is never negative, so the cost is not. Energy below 2^67, an index below 2^63 and a factor below 2^32 fit easily.
    function cost(bytes calldata params, Determinants calldata usage) external pure returns (Nano) {
        Params memory p = abi.decode(params, (Params));
        int256 used = int256(usage.energyOf());
        int256 base = p.source == Source.Monthly
            ? used * SignedMicroPerKwh.unwrap(usage.index)
            : _possible(usage.indexCost, used);
        int256 nano = divDown(base * int256(uint256(p.factor)), int256(BPS_ONE));
        nano += used * SignedMicroPerKwh.unwrap(p.adder);
        int256 least = used * int256(uint256(MicroPerKwh.unwrap(p.floor)));
        if (nano < least) nano = least;
        int256 most = used * int256(uint256(MicroPerKwh.unwrap(p.cap)));
        if (MicroPerKwh.unwrap(p.cap) != 0 && nano > most) nano = most;
        return Nano.wrap(uint256(nano));
    }

    /// @dev No intervals of this energy cost more, or less, than all of it at the highest or the lowest index there can be.
    function _possible(SignedNano attested, int256 used) private pure returns (int256) {
        int256 indexCost = SignedNano.unwrap(attested);
        if (indexCost == SignedNano.unwrap(NOT_ATTESTED)) revert IndexCostMissing();
        int256 most = used * type(int64).max;
        int256 least = used * type(int64).min;
        return
            indexCost > most
                ? most
                : indexCost < least
                    ? least
                    : indexCost;
    }
}
