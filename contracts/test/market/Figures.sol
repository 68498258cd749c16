// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Component, LineKind, TariffTable} from "../../src/types/Billing.sol";
import {
    CustomerClass,
    DeviationClause,
    Offer,
    SettlementModel,
    Determinants,
    WorkedExample
} from "../../src/types/Offer.sol";
import {Bps, Micro, MicroPerKwh, SignedMicroPerKwh, Wh, Watt} from "../../src/types/Units.sol";

/// @notice Published Hubei January 2026 prices, 1-10 kV two-part (SPEC section 7), and offers made of them.
library Figures {
    uint32 internal constant REGION = 42;
    uint8 internal constant VOLTAGE_CLASS = 2;
    uint64 internal constant ENERGY = 384_470;
    uint64 internal constant REFERENCE = 651_886;
    /// @dev No catalogue tariff is published for the class any more: ours, to tell the two apart.
    uint64 internal constant CATALOGUE = 660_000;
    uint32 internal constant NETWORK = 126_300;
    uint32 internal constant LINE_LOSS = 13_643;
    uint32 internal constant SYSTEM_OPERATION = 82_273;
    uint32 internal constant FUNDS = 45_200;

    /// @dev Contracted energy of the worked check: 100,000 kWh a month.
    uint64 internal constant MONTH = 100_000_000;

    struct Payees {
        address grid;
        address government;
        address subsidyPool;
    }

    function hubei(uint40 start, uint40 end, Payees memory payees) internal pure returns (TariffTable memory table) {
        table.region = REGION;
        table.voltageClass = VOLTAGE_CLASS;
        table.start = start;
        table.end = end;
        table.agencyPrice = MicroPerKwh.wrap(REFERENCE);
        table.cataloguePrice = MicroPerKwh.wrap(CATALOGUE);
        table.index = SignedMicroPerKwh.wrap(int64(ENERGY));
        table.grid = payees.grid;
        table.government = payees.government;
        table.subsidyPool = payees.subsidyPool;
        table.components = new Component[](4);
        table.components[0] = component(LineKind.Network, NETWORK);
        table.components[1] = component(LineKind.LineLoss, LINE_LOSS);
        table.components[2] = component(LineKind.SystemOperation, SYSTEM_OPERATION);
        table.components[3] = component(LineKind.GovernmentFund, FUNDS);
    }

    function component(LineKind kind, uint32 price) internal pure returns (Component memory) {
        return Component({kind: kind, prices: [price, price, price, price, price]});
    }

    function flat(address retailer, address formula) internal view returns (Offer memory offer) {
        offer.retailer = retailer;
        offer.formula = formula;
        offer.formulaParams = abi.encode(ENERGY);
        offer.deviation = clause();
        offer.deposit = MicroPerKwh.wrap(50_000);
        offer.termPeriods = 12;
        offer.noticeDays = 30;
        offer.coolingOffDays = 7;
        offer.customerClass = CustomerClass.Business;
        offer.region = REGION;
        offer.voltageClass = VOLTAGE_CLASS;
        offer.green = Bps.wrap(2_000);
        offer.model = SettlementModel.RetailerLed;
        offer.validFrom = uint40(block.timestamp);
        offer.validUntil = uint40(block.timestamp + 365 days);
    }

    function timeOfUse(address retailer, address formula) internal view returns (Offer memory offer) {
        offer = flat(retailer, formula);
        offer.formulaParams = abi.encode([uint64(700_000), 580_000, 384_470, 250_000, 180_000]);
    }

    /// @dev 95 % and 105 %, excess at 110 % of the reference price, shortfall at 0.02 per kWh.
    function clause() internal pure returns (DeviationClause memory c) {
        c.lower = Bps.wrap(9_500);
        c.upper = Bps.wrap(10_500);
        c.excess = Bps.wrap(11_000);
        c.shortfall = MicroPerKwh.wrap(20_000);
    }

    /// @notice 85 %, 100 % and 115 % of a month, all in the flat register, at one price.
    function examplesAt(uint64 price) internal pure returns (WorkedExample[] memory examples) {
        examples = new WorkedExample[](3);
        uint64[3] memory percent = [uint64(85), 100, 115];
        for (uint256 i; i < 3; ++i) {
            uint64 used = (MONTH / 100) * percent[i];
            Determinants memory usage;
            usage.registers[2] = Wh.wrap(used);
            usage.maxDemand = Watt.wrap(200_000);
            examples[i] = WorkedExample(Wh.wrap(MONTH), usage, Micro.wrap((uint128(used) * price) / 1000));
        }
    }

    /// @notice The same contracted energy in every month.
    function everyMonth(uint64 wattHours) internal pure returns (Wh[12] memory contracted) {
        for (uint256 i; i < 12; ++i) {
            contracted[i] = Wh.wrap(wattHours);
        }
    }
}
