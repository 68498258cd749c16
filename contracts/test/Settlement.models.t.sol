// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../src/types/Agreement.sol";
import {SettlementItem, TariffTable} from "../src/types/Billing.sol";
import {Read} from "../src/types/Metering.sol";
import {Offer, SettlementModel} from "../src/types/Offer.sol";
import {LineKind} from "../src/types/Billing.sol";
import {MicroPerKwh, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice Who is paid what: SPEC section 7's table of settlement models, on the money that moved.
contract SettlementModelsTest is SupplyTest {
    uint128 private constant ENERGY = 40_369_350_000;
    uint128 private constant WIRES = 13_261_500_000 + 1_432_515_000 + 8_638_665_000;
    uint128 private constant FUNDS = 4_746_000_000;
    uint128 private constant EXCESS = 5_019_522_200;

    Supply private mill;

    function setUp() public override {
        super.setUp();
        mill = _supply("mill", 100_000_000_000);
    }

    /// @dev January 2026 under an offer, with `used` Wh against 100,000 kWh contracted.
    function _settle(Offer memory offer, uint64 used) private returns (uint128 paid) {
        return _settleWith(offer, used, _tableOf(1));
    }

    function _settleWith(Offer memory offer, uint64 used, TariffTable memory table) private returns (uint128) {
        _publish(offer);
        Supply memory s = mill;
        (Terms memory terms, ) = _sign(s, offer);
        _openSupply(s, terms.start);
        vm.warp(boundaries[2]);
        uint128 before = _free(s.consumer.addr);
        SettlementItem memory item = _item(s, terms, boundaries[2], used);
        assertEq(settlement.settle(table, offer, _one(item)), 1);
        return before - _free(s.consumer.addr);
    }

    function _offer(SettlementModel model) private view returns (Offer memory offer) {
        offer = _flatOffer();
        offer.model = model;
    }

    function test_IntegratedPaysTheGridForEnergyAndExcess() public {
        uint128 paid = _settle(_offer(SettlementModel.Integrated), 112_000_000);
        assertEq(paid, 73_467_552_200);
        assertEq(_free(grid), ENERGY + WIRES + EXCESS);
        assertEq(_free(government), FUNDS);
        assertEq(_free(retailer), 0);
    }

    function test_GridLedPaysTheRetailerItsServiceFee() public {
        Offer memory offer = _offer(SettlementModel.GridLed);
        offer.serviceFee = MicroPerKwh.wrap(12_000);
        uint128 paid = _settle(offer, 112_000_000);
        assertEq(paid, 73_467_552_200);
        assertEq(_free(retailer), 105_000 * 12_000);
        assertEq(_free(grid), ENERGY - 105_000 * 12_000 + WIRES + EXCESS);
    }

    function test_GridLedServiceFeeIsNeverMoreThanTheEnergyCharge() public {
        Offer memory offer = _offer(SettlementModel.GridLed);
        offer.serviceFee = MicroPerKwh.wrap(Figures.ENERGY + 1);
        _settle(offer, 112_000_000);
        assertEq(_free(retailer), ENERGY);
        assertEq(_free(grid), WIRES + EXCESS);
    }

    function test_RetailerLedPaysTheRetailerForEnergyAndExcess() public {
        _settle(_offer(SettlementModel.RetailerLed), 112_000_000);
        assertEq(_free(retailer), ENERGY + EXCESS);
        assertEq(_free(grid), WIRES);
    }

    /// @dev 80,000 kWh used: 15,000 kWh below the lower edge, at 0.02 per kWh.
    function test_ShortfallPenaltyGoesToTheModelsPayee() public {
        address[3] memory payees = [grid, retailer, retailer];
        for (uint8 model; model < 3; ++model) {
            uint256 fresh = vm.snapshotState();
            uint128 paid = _settle(_offer(SettlementModel(model)), 80_000_000);
            assertEq(paid, 80_000 * uint128(Figures.REFERENCE) + 15_000 * 20_000);
            uint128 energy = 80_000 * uint128(Figures.ENERGY);
            uint128 wires = 80_000 * (126_300 + 13_643 + 82_273);
            bool retailerHasEnergy = model == uint8(SettlementModel.RetailerLed);
            uint128 penalty = 15_000 * 20_000;
            assertEq(_free(grid), wires + (retailerHasEnergy ? 0 : energy) + (payees[model] == grid ? penalty : 0));
            vm.revertToState(fresh);
        }
    }

    function test_TheClauseMayNameOtherPayees() public {
        Offer memory offer = _flatOffer();
        offer.deviation.excessPayee = makeAddr("excess fund");
        offer.deviation.shortfallPayee = makeAddr("penalty fund");
        uint256 fresh = vm.snapshotState();
        _settle(offer, 112_000_000);
        assertEq(_free(offer.deviation.excessPayee), EXCESS);
        assertEq(_free(retailer), ENERGY);
        vm.revertToState(fresh);
        _settle(offer, 80_000_000);
        assertEq(_free(offer.deviation.shortfallPayee), 15_000 * 20_000);
    }

    function test_CrossSubsidyGoesToThePool() public {
        TariffTable memory table = _tableOf(1);
        (table.region, table.components[3].kind) = (11, LineKind.CrossSubsidy);
        vm.prank(exchange);
        tariffs.publish(table);
        Offer memory offer = _flatOffer();
        offer.region = 11;
        _registerIn(11);
        _settleWith(offer, 105_000_000, table);
        assertEq(_free(subsidyPool), FUNDS);
        assertEq(_free(government), 0);
    }

    function _registerIn(uint32 region) private {
        mill = _supplyIn("mill of another region", 100_000_000_000, region);
    }

    function test_NothingUsedIsAShortfallAndNothingElse() public {
        uint128 paid = _settle(_flatOffer(), 0);
        assertEq(paid, 95_000 * 20_000);
        assertEq(_free(grid), 0);
    }

    function test_TimeOfUseIsPricedPerRegister() public {
        Offer memory offer = _timeOfUseOffer();
        _publish(offer);
        Supply memory s = mill;
        (Terms memory terms, ) = _sign(s, offer);
        _openSupply(s, terms.start);
        vm.warp(boundaries[2]);
        Read memory closing = _nextRead(s.last, boundaries[2], 0);
        uint64[5] memory used = [uint64(5_000_000), 30_000_000, 40_000_000, 20_000_000, 5_000_000];
        for (uint256 i; i < 5; ++i) {
            closing.importWh[i] = s.last.importWh[i] + Wh.wrap(used[i]);
        }
        SettlementItem memory item = _itemOf(s, terms, closing);
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 1);
        // 3,500 + 17,400 + 15,378.8 + 5,000 + 900
        assertEq(_free(retailer), 42_178_800_000);
    }
}
