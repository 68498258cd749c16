// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../../src/interfaces/IPriceFormula.sol";
import {UsageLib} from "../../src/libraries/UsageLib.sol";
import {Determinants, NOT_ATTESTED} from "../../src/types/Offer.sol";
import {MicroPerKwh, Nano, SignedNano, Wh} from "../../src/types/Units.sol";
import {Deployed} from "../market/Deployed.sol";

/// @notice What the formulas promise each other and the consumer, whatever the usage and the parameters.
contract FormulaPropertiesTest is Deployed {
    IPriceFormula private immutable FLAT = IPriceFormula(_deployed("FlatFormula"));
    IPriceFormula private immutable TIME_OF_USE = IPriceFormula(_deployed("TimeOfUseFormula"));
    IPriceFormula private immutable TIERED = IPriceFormula(_deployed("TieredFormula"));
    IPriceFormula private immutable INDEX_LINKED = IPriceFormula(_deployed("IndexLinkedFormula"));
    IPriceFormula private immutable SPREAD_SHARING = IPriceFormula(_deployed("SpreadSharingFormula"));
    IPriceFormula private immutable DEMAND = IPriceFormula(_deployed("DemandFormula"));

    function energyOf(Determinants calldata usage) external pure returns (uint256) {
        return UsageLib.energyOf(usage);
    }

    function _cost(
        IPriceFormula formula,
        bytes memory params,
        Determinants memory usage
    ) private view returns (uint256) {
        formula.check(params);
        return Nano.unwrap(formula.cost(params, usage));
    }

    function testFuzz_OnePriceIsOnePriceInEveryFormula(
        Determinants memory usage,
        uint64 price,
        uint64 limit
    ) public view {
        limit = uint64(bound(limit, 1, type(uint64).max));
        uint64[5] memory prices = [price, price, price, price, price];
        uint64[] memory upTo = new uint64[](1);
        uint64[] memory tiers = new uint64[](2);
        (upTo[0], tiers[0], tiers[1]) = (limit, price, price);
        uint256 flat = _cost(FLAT, abi.encode(price), usage);
        assertEq(_cost(TIME_OF_USE, abi.encode(prices), usage), flat);
        assertEq(_cost(TIERED, abi.encode(upTo, tiers), usage), flat);
        assertEq(_cost(DEMAND, abi.encode(prices, uint64(0), uint8(0)), usage), flat);
        assertEq(_cost(INDEX_LINKED, abi.encode(0, 0, 0, price, price), usage), flat);
    }

    function testFuzz_AnIndexStaysBetweenItsFloorAndItsCap(
        Determinants memory usage,
        bool interval,
        uint32 factor,
        int64 adder,
        uint64 floor,
        uint64 cap
    ) public view {
        vm.assume(SignedNano.unwrap(usage.indexCost) != SignedNano.unwrap(NOT_ATTESTED));
        (floor, cap) = floor < cap ? (floor, cap) : (cap, floor);
        bytes memory params = abi.encode(interval, factor, adder, floor, cap);
        uint256 cost = _cost(INDEX_LINKED, params, usage);
        uint256 energy = this.energyOf(usage);
        assertGe(cost, energy * floor);
        if (cap != 0) assertLe(cost, energy * cap);
    }

    function testFuzz_RevertGiven_IndexCostMissing(Determinants memory usage, uint32 factor, uint64 floor) public {
        usage.indexCost = NOT_ATTESTED;
        bytes memory params = abi.encode(true, factor, int64(0), floor, uint64(0));
        vm.expectRevert(IPriceFormula.IndexCostMissing.selector);
        INDEX_LINKED.cost(params, usage);
        // A monthly index needs no attestation.
        _cost(INDEX_LINKED, abi.encode(false, factor, int64(0), floor, uint64(0)), usage);
    }

    /// @dev Two languages could both divide toward zero and agree; this says which way is meant.
    function testFuzz_TheIndexRoundsDownAlsoBelowZero(uint32 energy, int32 indexCost, uint32 factor) public view {
        Determinants memory usage;
        usage.indexCost = SignedNano.wrap(indexCost);
        usage.registers[0] = Wh.wrap(uint64(bound(energy, 1, type(uint32).max)));
        int64 adder = type(int64).max;
        uint256 cost = _cost(INDEX_LINKED, abi.encode(1, factor, adder, 0, 0), usage);
        int256 scaled = int256(cost) - int256(this.energyOf(usage)) * adder;
        int256 rest = int256(indexCost) * int256(uint256(factor)) - scaled * 10_000;
        assertGe(rest, 0);
        assertLt(rest, 10_000);
    }

    function testFuzz_NobodyPaysMoreThanTheReferencePriceLessTheGuarantee(
        Determinants memory usage,
        uint16 share,
        uint64 floor
    ) public view {
        share = uint16(bound(share, 0, 10_000));
        uint256 cost = _cost(SPREAD_SHARING, abi.encode(share, floor), usage);
        uint256 referencePrice = MicroPerKwh.unwrap(usage.referencePrice);
        uint256 most = floor < referencePrice ? referencePrice - floor : 0;
        assertLe(cost, this.energyOf(usage) * most);
    }

    /// @dev Progressive: a tier's price holds for the energy in it, so using more never costs less.
    function testFuzz_OneMoreWhCostsThePriceOfItsTier(uint32 used, uint32 limit, uint64 low, uint64 high) public view {
        limit = uint32(bound(limit, 1, type(uint32).max));
        uint64[] memory upTo = new uint64[](1);
        uint64[] memory prices = new uint64[](2);
        (upTo[0], prices[0], prices[1]) = (limit, low, high);
        Determinants memory usage;
        (usage.elapsed, usage.whole) = (1, 1);
        usage.registers[4] = Wh.wrap(used);
        uint256 before = _cost(TIERED, abi.encode(upTo, prices), usage);
        usage.registers[4] = Wh.wrap(uint64(used) + 1);
        assertEq(_cost(TIERED, abi.encode(upTo, prices), usage) - before, used < limit ? low : high);
    }

    function testFuzz_RevertGiven_FormulaParamsInvalid(bytes memory garbage) public {
        vm.assume(garbage.length % 32 != 0);
        IPriceFormula[6] memory all = [FLAT, TIME_OF_USE, TIERED, INDEX_LINKED, SPREAD_SHARING, DEMAND];
        for (uint256 i; i < all.length; ++i) {
            vm.expectRevert(IPriceFormula.FormulaParamsInvalid.selector);
            all[i].check(garbage);
        }
    }
}
