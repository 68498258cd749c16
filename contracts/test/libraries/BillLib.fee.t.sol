// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {BillLib} from "../../src/libraries/BillLib.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {RateLib} from "../../src/libraries/RateLib.sol";
import {BillLine, LineKind, Rates, TariffTable} from "../../src/types/Billing.sol";
import {Offer, SettlementModel} from "../../src/types/Offer.sol";
import {Bps, Micro, MicroPerKwh, Nano, Wh} from "../../src/types/Units.sol";

/// @notice The service fee: the retailer's part of a charge that the grid collects.
contract BillLibFeeTest is Test {
    using LineLib for BillLine;

    function ratesOf(Offer calldata offer, TariffTable calldata table) external pure returns (Rates memory) {
        return RateLib.ratesOf(offer, table);
    }

    /// @dev Within a wide band, so that there is no deviation; energy at 5,000 Micro a kWh, fee 2,000.
    function _draft(SettlementModel model, uint64 used, uint256 cost) private view returns (BillLine[] memory lines) {
        Offer memory offer;
        TariffTable memory table;
        offer.model = model;
        offer.serviceFee = MicroPerKwh.wrap(2_000);
        offer.deviation.upper = Bps.wrap(20_000);
        Wh[5] memory registers;
        registers[2] = Wh.wrap(used);
        (lines, , ) = BillLib.draft(
            this.ratesOf(offer, table),
            Wh.wrap(used),
            registers,
            Nano.wrap(cost),
            Micro.wrap(0)
        );
    }

    function test_TheFeeIsTakenOutOfTheCharge() public view {
        BillLine[] memory lines = _draft(SettlementModel.GridLed, 3_000, 15_000_000);
        assertEq(lines.length, 2);
        assertEq(Micro.unwrap(lines[0].amountOf()), 9_000);
        assertEq(uint8(lines[1].kindOf()), uint8(LineKind.ServiceFee));
        assertEq(Micro.unwrap(lines[1].amountOf()), 6_000);
    }

    function test_TheSmallestEnergyHasAFeeToo() public view {
        BillLine[] memory lines = _draft(SettlementModel.GridLed, 1, 5_000);
        assertEq(lines.length, 2);
        assertEq(Micro.unwrap(lines[0].amountOf()), 3);
        assertEq(Micro.unwrap(lines[1].amountOf()), 2);
        assertEq(Wh.unwrap(lines[1].quantityOf()), 1);
    }

    function test_AFeeIsNeverMoreThanTheCharge() public view {
        BillLine[] memory lines = _draft(SettlementModel.GridLed, 3_000, 4_000_000);
        assertEq(Micro.unwrap(lines[0].amountOf()), 0);
        assertEq(Micro.unwrap(lines[1].amountOf()), 4_000);
    }

    /// @dev Where the retailer collects the charge itself, or the supplier is the grid, a fee in the offer means nothing.
    function test_OtherModelsHaveNoFee() public view {
        SettlementModel[2] memory models = [SettlementModel.RetailerLed, SettlementModel.Integrated];
        for (uint256 i; i < models.length; ++i) {
            BillLine[] memory lines = _draft(models[i], 3_000, 15_000_000);
            assertEq(lines.length, 1);
            assertEq(Micro.unwrap(lines[0].amountOf()), 15_000);
        }
    }
}
