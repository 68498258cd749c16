// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";
import {ICircuitBreaker} from "../src/interfaces/ICircuitBreaker.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IPriceFormula} from "../src/interfaces/IPriceFormula.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {Terms} from "../src/types/Agreement.sol";
import {BillLine, SettlementItem, UsedRest} from "../src/types/Billing.sol";
import {UsedFour} from "../src/types/Metering.sol";
import {Determinants, NOT_ATTESTED, Offer, RuleBasis} from "../src/types/Offer.sol";
import {MicroPerKwh, SignedMicroPerKwh, Watt, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice What a settlement asks of other contracts, and what it does not say when there is nothing to say.
contract SettlementCallsTest is SupplyTest {
    Offer private offer;
    Supply private mill;
    Terms private terms;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        _supplyUnder(offer, 100_000_000_000);
    }

    function _supplyUnder(Offer memory signed, uint128 money) private {
        Supply memory s = _supply(vm.toString(money), money);
        (terms, ) = _sign(s, signed);
        mill = s;
    }

    /// @dev January, with more than the band allows.
    function _january() private returns (SettlementItem[] memory) {
        Supply memory s = mill;
        _openSupply(s, terms.start);
        vm.warp(boundaries[2]);
        return _one(_item(s, terms, boundaries[2], 112_000_000));
    }

    /// @dev A formula may use any of it: the flat one uses the energy only.
    function test_TheFormulaIsToldAllOfTheMonth() public {
        SettlementItem[] memory items = _january();
        Determinants memory month;
        month.registers[2] = Wh.wrap(112_000_000);
        month.maxDemand = Watt.wrap(180_000);
        month.capacity = Watt.wrap(1_000_000);
        month.referencePrice = MicroPerKwh.wrap(Figures.REFERENCE);
        month.index = SignedMicroPerKwh.wrap(int64(Figures.ENERGY));
        month.indexCost = NOT_ATTESTED;
        (month.elapsed, month.whole) = (31 days, 31 days);
        vm.expectCall(offer.formula, abi.encodeCall(IPriceFormula.cost, (offer.formulaParams, month)));
        assertEq(settlement.settle(_tableOf(1), offer, items), 1);
    }

    /// @dev Nothing was debited, so there is nothing to credit and nothing to count.
    function test_ABatchOfSkippedItemsMovesNothing() public {
        SettlementItem[] memory items = _january();
        items[0].signature = "";
        vm.expectCall(address(escrow), abi.encodeWithSelector(IEscrow.credit.selector), 0);
        vm.expectCall(address(breaker), abi.encodeWithSelector(ICircuitBreaker.countOutflow.selector), 0);
        assertEq(settlement.settle(_tableOf(1), offer, items), 0);
    }

    /// @dev How often the settlement emitted an event since the recording began, and the last one's data.
    function _said(bytes32 topic) private returns (uint256 count, bytes memory data) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter != address(settlement) || logs[i].topics[0] != topic) continue;
            data = logs[i].data;
            ++count;
        }
    }

    /// @dev The bill of the worked check is 73,467.552200: a thousand less is free, and the deposit of 5,000 pays the rest.
    function test_ABillThatTheDepositPaysIsNotUnpaid() public {
        _supplyUnder(offer, 5_000_000_000 + 72_467_552_200);
        SettlementItem[] memory items = _january();
        vm.recordLogs();
        assertEq(settlement.settle(_tableOf(1), offer, items), 1);
        (uint256 unpaid, ) = _said(ISettlement.BillUnpaid.selector);
        assertEq(unpaid, 0);
        assertEq(_free(mill.consumer.addr), 0);
        assertEq(_locked(mill.consumer.addr), 4_000_000_000);
    }

    /// @dev On annual basis a month has the energy and its four regulated lines; the true-up comes at the end of the year.
    function test_AMonthInsideAContractYearHasNoLineForTheYear() public {
        Offer memory annual = offer;
        annual.deviation.ruleBasis = RuleBasis.Annual;
        _publish(annual);
        _supplyUnder(annual, 110_000_000_000);
        SettlementItem[] memory items = _january();
        vm.recordLogs();
        assertEq(settlement.settle(_tableOf(1), annual, items), 1);
        (uint256 bills, bytes memory data) = _said(ISettlement.BillSettled.selector);
        assertEq(bills, 1);
        (, , BillLine[] memory lines) = abi.decode(data, (UsedFour, UsedRest, BillLine[]));
        assertEq(lines.length, 5);
    }
}
