// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {LineLib} from "../src/libraries/LineLib.sol";
import {AgreementState, Terms, YearTotals} from "../src/types/Agreement.sol";
import {BillLine, BillPrices, BillRule, LineKind, Payee, SettlementItem, UsedRest} from "../src/types/Billing.sol";
import {UsedFour} from "../src/types/Metering.sol";
import {RuleBasis, SettlementModel} from "../src/types/Offer.sol";
import {Micro, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {SwitchTest} from "./market/SwitchTest.sol";

/// @notice Offers whose band holds for the contract year: months at the agreed price, and one true-up in the bill that closes the
/// year. 100,000 kWh a month are contracted, so the year's band is 1,140,000 to 1,260,000 kWh. Expected sums are worked out apart.
contract SettlementYearTest is SwitchTest {
    using LineLib for BillLine;

    uint64 private constant MONTH = 100_000_000;

    function setUp() public override {
        super.setUp();
        _fund(mill.consumer, 2_000_000_000_000);
    }

    /// @dev The old offer on annual basis.
    function _supplyUnder(SettlementModel model) private {
        (old.model, old.deviation.ruleBasis) = (model, RuleBasis.Annual);
        if (model == SettlementModel.GridLed) old.serviceFee = MicroPerKwh.wrap(20_000);
        _publish(old);
        _supplyMill();
    }

    /// @dev Settles a month, counted from zero, and holds its lines against the money that moved (P12).
    function _settleUse(uint256 month, uint64 used) private returns (BillLine[] memory lines) {
        return _settled(month + 1, _bill(oldTerms, boundaries[month + 2], used));
    }

    function _settled(uint256 period, SettlementItem memory item) private returns (BillLine[] memory lines) {
        uint256 before = _owned();
        vm.recordLogs();
        _settle(period, old, item);
        lines = _linesIn(vm.getRecordedLogs());
        uint256 total;
        for (uint256 i; i < lines.length; ++i) {
            total += Micro.unwrap(lines[i].amountOf());
            LineKind kind = lines[i].kindOf();
            assertTrue(kind != LineKind.Excess && kind != LineKind.ShortfallPenalty, "a month has no band");
        }
        assertEq(before - _owned(), total, "P12: the lines are the money that moved");
    }

    function _linesIn(VmSafe.Log[] memory logs) private pure returns (BillLine[] memory lines) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != ISettlement.BillSettled.selector) continue;
            (, , lines) = abi.decode(logs[i].data, (UsedFour, UsedRest, BillLine[]));
        }
    }

    function _owned() private view returns (uint256) {
        return uint256(_free(mill.consumer.addr)) + _locked(mill.consumer.addr);
    }

    function _assertNoTrueUp(BillLine[] memory lines) private pure {
        assertTrue(lines[lines.length - 1].kindOf() < LineKind.AnnualExcess);
    }

    function _assertTrueUp(
        BillLine[] memory lines,
        LineKind kind,
        Payee payee,
        uint64 quantity,
        uint128 amount
    ) private pure {
        BillLine line = lines[lines.length - 1];
        assertEq(uint8(line.kindOf()), uint8(kind));
        assertEq(uint8(line.payeeOf()), uint8(payee));
        assertEq(Wh.unwrap(line.quantityOf()), quantity);
        assertEq(Micro.unwrap(line.amountOf()), amount);
    }

    function _assertNoYear(uint256 year) private view {
        (uint64 contracted, uint64 used, uint88 charged, uint40 closedAt) = revisions.yearOf(oldId, year);
        assertEq(uint256(contracted) + used + charged + closedAt, 0);
    }

    /// @dev With the last bill; nothing is counted to another year.
    function _assertYearClosed() private view {
        AgreementState memory state = agreements.stateOf(oldId);
        uint256 year = (state.periods - 1) / 12;
        (, , , uint40 closedAt) = revisions.yearOf(oldId, year);
        assertEq(closedAt, state.settledUntil);
        _assertNoYear(year + 1);
    }

    /// @dev Twelve months: eleven alike, and the last. Only the last may close the year.
    function _year(uint64 each, uint64 last) private returns (BillLine[] memory lines) {
        for (uint256 month; month < 11; ++month) {
            _assertNoTrueUp(_settleUse(month, each));
        }
        return _settleUse(11, last);
    }

    /* A YEAR IN EACH SETTLEMENT MODEL */

    function _aboveIn(SettlementModel model, Payee payee) private {
        _supplyUnder(model);
        // 84,000 kWh above, repriced from 0.651886 to 110 % of it.
        _assertTrueUp(_year(112_000_000, 112_000_000), LineKind.AnnualExcess, payee, 84_000_000, 5_475_842_400);
        _assertYearClosed();
    }

    function test_P12_AYearAboveItsBand_Integrated() public {
        _aboveIn(SettlementModel.Integrated, Payee.Grid);
    }

    function test_P12_AYearAboveItsBand_GridLed() public {
        _aboveIn(SettlementModel.GridLed, Payee.Grid);
        // Its fee of 0.02 on all energy, and nothing of the true-up.
        assertEq(_free(retailer), 12 * 112_000 * 20_000);
    }

    function test_P12_AYearAboveItsBand_RetailerLed() public {
        _aboveIn(SettlementModel.RetailerLed, Payee.Seller);
        assertEq(_free(retailer), 12 * 112_000 * uint128(384_470) + 5_475_842_400);
    }

    function _belowIn(SettlementModel model, Payee payee) private {
        _supplyUnder(model);
        _assertTrueUp(_year(94_000_000, 94_000_000), LineKind.AnnualShortfall, payee, 12_000_000, 240_000_000);
        _assertYearClosed();
    }

    function test_P12_AYearBelowItsBand_Integrated() public {
        _belowIn(SettlementModel.Integrated, Payee.Grid);
    }

    function test_P12_AYearBelowItsBand_GridLed() public {
        _belowIn(SettlementModel.GridLed, Payee.Seller);
    }

    function test_P12_AYearBelowItsBand_RetailerLed() public {
        _belowIn(SettlementModel.RetailerLed, Payee.Seller);
    }

    function _insideIn(SettlementModel model) private {
        _supplyUnder(model);
        // Months far off on both sides.
        for (uint256 month; month < 12; ++month) {
            _assertNoTrueUp(_settleUse(month, month % 2 == 0 ? 30_000_000 : 170_000_000));
        }
        _assertYearClosed();
    }

    function test_P12_AYearInsideItsBand_Integrated() public {
        _insideIn(SettlementModel.Integrated);
    }

    function test_P12_AYearInsideItsBand_GridLed() public {
        _insideIn(SettlementModel.GridLed);
    }

    function test_P12_AYearInsideItsBand_RetailerLed() public {
        _insideIn(SettlementModel.RetailerLed);
    }

    /* EDGES */

    function test_TheUpperEdgeIsInside() public {
        _supplyUnder(SettlementModel.RetailerLed);
        _assertNoTrueUp(_year(105_000_000, 105_000_000));
    }

    function test_AWattHourAboveTheUpperEdge() public {
        _supplyUnder(SettlementModel.RetailerLed);
        _assertTrueUp(_year(105_000_000, 105_000_001), LineKind.AnnualExcess, Payee.Seller, 1, 65);
    }

    function test_TheLowerEdgeIsInside() public {
        _supplyUnder(SettlementModel.RetailerLed);
        _assertNoTrueUp(_year(95_000_000, 95_000_000));
    }

    function test_AWattHourBelowTheLowerEdge() public {
        _supplyUnder(SettlementModel.RetailerLed);
        _assertTrueUp(_year(95_000_000, 94_999_999), LineKind.AnnualShortfall, Payee.Seller, 1, 20);
    }

    /// @dev The second year has two months only; the first year's totals are not in it.
    function test_TheLastBillClosesAYearThatIsNotOver() public {
        old.termPeriods = 14;
        _supplyUnder(SettlementModel.RetailerLed);
        _assertNoTrueUp(_year(MONTH, MONTH));
        _assertNoTrueUp(_settleUse(12, 110_000_000));
        (uint64 contracted, uint64 used, uint88 charged, uint40 closedAt) = revisions.yearOf(oldId, 1);
        assertEq(contracted, MONTH);
        assertEq(used, 110_000_000);
        assertEq(charged, 110_000 * uint128(651_886));
        assertEq(closedAt, 0);
        BillLine[] memory lines = _settleUse(13, 110_000_000);
        _assertTrueUp(lines, LineKind.AnnualExcess, Payee.Seller, 10_000_000, 651_886_000);
        _assertYearClosed();
    }

    function test_MonthlyTermsKeepNoTotals() public {
        _supplyMill();
        _settleUse(0, MONTH);
        _assertNoYear(0);
    }

    /* EARLY ENDS AND PART MONTHS */

    /// @dev February is the last month: the exit fee, then the true-up of two months. The fee is no part of the year.
    function test_ASwitchClosesTheYearWithTheExitFee() public {
        _supplyUnder(SettlementModel.RetailerLed);
        vm.warp(boundaries[1] + 20 days);
        _switchTo(3, boundaries[1]);
        _assertNoTrueUp(_settleUse(0, 110_000_000));
        SettlementItem memory item = _bill(oldTerms, boundaries[3], 110_000_000);
        item.exit = true;
        BillLine[] memory lines = _settled(2, item);
        assertEq(uint8(lines[lines.length - 2].kindOf()), uint8(LineKind.ExitFee));
        assertEq(Micro.unwrap(lines[lines.length - 2].amountOf()), EXIT_FEE_OF_OLD);
        _assertTrueUp(lines, LineKind.AnnualExcess, Payee.Seller, 10_000_000, 651_886_000);
        _assertYearClosed();
    }

    /// @dev Ten of January's days: 32,258,064 Wh contracted, of which 30,645,160 are the lower edge.
    function test_APartMonthHasItsPartOfTheYear() public {
        _supplyUnder(SettlementModel.RetailerLed);
        BillLine[] memory lines = _switchAfterTenDays(1, 20_000_000);
        _assertTrueUp(lines, LineKind.AnnualShortfall, Payee.Seller, 10_645_160, 212_903_200);
    }

    /// @dev Two whole months and ten of March's days: the upper edge of 232,258,064 Wh is 243,870,968.
    function test_WholeMonthsAndAPartMonthAreOneYear() public {
        _supplyUnder(SettlementModel.RetailerLed);
        _settleUse(0, MONTH);
        _settleUse(1, MONTH);
        BillLine[] memory lines = _switchAfterTenDays(3, 50_000_000);
        _assertTrueUp(lines, LineKind.AnnualExcess, Payee.Seller, 6_129_032, 399_543_015);
    }

    function _switchAfterTenDays(uint256 period, uint64 used) private returns (BillLine[] memory) {
        uint40 cut = boundaries[period] + 10 days;
        vm.warp(cut + 1 hours);
        Terms memory terms = _successor(oldId, cut);
        ISettlement.NewAgreement memory next = ISettlement.NewAgreement(fresh, terms, _consent(terms));
        SettlementItem memory item = _bill(oldTerms, cut, used);
        item.exit = true;
        vm.recordLogs();
        settlement.switchNow(_tableOf(period), old, item, next);
        _assertYearClosed();
        return _linesIn(vm.getRecordedLogs());
    }

    function test_RevertGiven_NotModule() public {
        vm.expectRevert(abi.encodeWithSelector(IModular.NotModule.selector, retailer));
        vm.prank(retailer);
        revisions.addToYear("any", 1, YearTotals(1, 1, 1), BillRule.wrap(0), BillPrices.wrap(0));
    }
}
