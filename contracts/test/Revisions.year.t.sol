// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRevisions} from "../src/interfaces/IRevisions.sol";
import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {LineLib} from "../src/libraries/LineLib.sol";
import {Ending, Terms} from "../src/types/Agreement.sol";
import {BillLine, LineKind, Payee, TariffTable} from "../src/types/Billing.sol";
import {RuleBasis, SettlementModel} from "../src/types/Offer.sol";
import {Micro, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {TwinTest} from "./market/TwinTest.sol";
import {Words} from "./market/Words.sol";

/// @notice Bills on annual basis: a month made again changes its contract year, and the true-up of a year that has closed.
/// Each month has a reference price of its own, and the first year closes under another grid company, so that a true-up made with
/// any other month's table is seen.
contract RevisionsYearTest is TwinTest {
    uint32 private constant REGION = 43;
    uint256 private constant MONTHS = 14;
    uint64 private constant FULL = 112_000_000;

    address private otherGrid = makeAddr("other grid");

    function setUp() public override {
        super.setUp();
        vm.startPrank(exchange);
        for (uint256 m = 1; m <= MONTHS; ++m) {
            tariffs.publish(_tariffOf(m));
        }
        vm.stopPrank();
    }

    function _tariffOf(uint256 m) internal view override returns (TariffTable memory table) {
        table = _tableOf(m);
        table.region = REGION;
        table.agencyPrice = MicroPerKwh.wrap(uint64(Figures.REFERENCE + 1_000 * m));
        if (m == 12) table.grid = otherGrid;
    }

    function _yearTableOf(uint256 m) internal view override returns (TariffTable[] memory tables) {
        (, , , uint40 closedAt) = revisions.yearOf(millAgreement, (m - 1) / 12);
        if (closedAt == 0) return tables;
        return _oneTable(_tariffOf(closedAt == boundaries[13] ? 12 : months));
    }

    function _oneTable(TariffTable memory table) private pure returns (TariffTable[] memory tables) {
        tables = new TariffTable[](1);
        tables[0] = table;
    }

    /// @dev A year and two months more, which are a year of their own.
    function _supplyUnder(SettlementModel model, bool fund) private {
        offer = _timeOfUseOffer();
        (offer.region, offer.termPeriods, offer.model) = (REGION, uint16(MONTHS), model);
        offer.deviation.ruleBasis = RuleBasis.Annual;
        if (model == SettlementModel.GridLed) offer.serviceFee = MicroPerKwh.wrap(20_000);
        payees = [grid, otherGrid, retailer, government];
        if (fund) {
            offer.deviation.excessPayee = makeAddr("excess fund");
            payees.push(offer.deviation.excessPayee);
        }
        offer.exitFee = Micro.wrap(500_000_000);
        offer.noticeDays = 0;
        _publish(offer);
        _supplyTwins(MONTHS);
    }

    function _assertSameYear(uint256 year) private view {
        (uint64 contracted, uint64 used, uint88 charged, uint40 closedAt) = revisions.yearOf(millAgreement, year);
        (uint64 contracted2, uint64 used2, uint88 charged2, uint40 closedAt2) = revisions.yearOf(twinAgreement, year);
        assertEq(contracted, contracted2);
        assertEq(used, used2);
        assertEq(charged, charged2);
        assertEq(closedAt, closedAt2);
    }

    /// @dev P3: in whatever order the true reads and the revisions come, before and after a year closes, the sum of all runs is the
    /// bills and the true-ups that the true reads give. The read in the middle belongs to both years.
    /// forge-config: default.fuzz.runs = 1000
    function testFuzz_P3_YearsAddUpToTheTrueBills(uint256 seed, uint256 errors, uint256 order) public {
        _supplyUnder(SettlementModel(order % 3), order & 4 == 0);
        _settleInAnyOrder(seed, errors, order);
        _assertTrue();
        _assertSameYear(0);
        _assertSameYear(1);
    }

    /* ONE BY ONE */

    function test_AMonthOfAnOpenYearChangesItsTotals() public {
        _supplyUnder(SettlementModel.RetailerLed, false);
        _settleMonth(1, 100_000_000, 30_000_000);
        _correct(1);
        _revise(1);
        _assertSameYear(0);
        _assertTrue();
    }

    function _settleUntil(uint256 last) private {
        for (uint256 m = settledMonths + 1; m <= last; ++m) {
            _settleMonth(m, FULL, 0);
        }
    }

    /// @dev December is billed 12,000 kWh too low, and January too high. 72,000 kWh above the band become 84,000, repriced from
    /// 0.651886 to 110 % of December's 0.663886.
    function test_ATrueUpIsReversedAndMadeAgain() public {
        _supplyUnder(SettlementModel.RetailerLed, false);
        _settleUntil(11);
        _settleMonth(12, FULL, -12_000_000);
        _settleUntil(13);
        _correct(12);
        vm.expectEmit(address(revisions));
        emit IRevisions.TrueUpRevised(
            millAgreement,
            boundaries[13],
            _excess(72_000_000, 5_643_979_200),
            _excess(84_000_000, 6_584_642_400)
        );
        _revise(12);
        _assertSameYear(0);
        _revise(13);
        _assertSameYear(1);
        _assertTrue();
    }

    function _excess(uint64 energy, uint128 amount) private pure returns (BillLine) {
        return
            LineLib.pack(
                LineKind.AnnualExcess,
                Payee.Seller,
                Wh.wrap(energy),
                MicroPerKwh.wrap(663_886),
                Micro.wrap(amount)
            );
    }

    /// @dev A month in the middle of a year that has closed: the energy goes to the month after it, and the year is as it was.
    function test_TwoMonthsOfAClosedYearLeaveItsTrueUpWhereItWas() public {
        _supplyUnder(SettlementModel.Integrated, false);
        _settleUntil(2);
        _settleMonth(3, FULL, 30_000_000);
        _settleUntil(12);
        _correct(3);
        _revise(3);
        _revise(4);
        _assertSameYear(0);
        _assertTrue();
    }

    /// @dev The exit fee is on the bill that is made again, and no part of the year that it closes.
    function test_AYearThatANoticeClosed() public {
        _supplyUnder(SettlementModel.RetailerLed, true);
        (months, exits) = (2, true);
        _end(mill, millTerms, millAgreement);
        _end(twin, twinTerms, twinAgreement);
        _settleMonth(1, FULL, 0);
        _settleMonth(2, FULL, -20_000_000);
        _correct(2);
        _revise(2);
        _assertSameYear(0);
        _assertTrue();
    }

    function _end(Supply memory s, Terms memory terms, bytes32 agreementId) private {
        uint256 nonce = agreements.nonces(s.consumer.addr, 0);
        Ending memory e = Ending(agreementId, boundaries[3], nonce, uint40(block.timestamp + 1 hours));
        agreements.end(offer, Words.pack(terms), boundaries[1], e, signatures.ending(s.consumer.key, e));
    }

    function test_RevertGiven_AClosedYearWithoutTheTableOfItsLastBill() public {
        _supplyUnder(SettlementModel.RetailerLed, false);
        _settleUntil(11);
        _settleMonth(12, FULL, -12_000_000);
        _correct(12);
        IRevisions.RevisionItem memory item = _revisionOf(12);
        TariffTable memory table = _tariffOf(12);
        bytes memory refusal = abi.encodeWithSelector(
            IRevisions.YearTableMissing.selector,
            millAgreement,
            boundaries[13]
        );
        item.yearTable = new TariffTable[](0);
        vm.expectRevert(refusal);
        revisions.revise(table, offer, item);
        item.yearTable = _oneTable(_tariffOf(11));
        vm.expectRevert(refusal);
        revisions.revise(table, offer, item);
        item.yearTable = _oneTable(_tariffOf(13));
        vm.expectRevert(refusal);
        revisions.revise(table, offer, item);
        // Of other customers, for the same month.
        item.yearTable = _oneTable(_tableOf(12));
        vm.expectRevert(refusal);
        revisions.revise(table, offer, item);
        item.yearTable = _oneTable(_tariffOf(12));
        ++item.yearTable[0].voltageClass;
        vm.expectRevert(refusal);
        revisions.revise(table, offer, item);
    }

    /// @dev The right month, with a price that nobody published.
    function test_RevertGiven_AYearTableThatIsNotPublished() public {
        _supplyUnder(SettlementModel.RetailerLed, false);
        _settleUntil(11);
        _settleMonth(12, FULL, -12_000_000);
        _correct(12);
        IRevisions.RevisionItem memory item = _revisionOf(12);
        TariffTable memory table = _tariffOf(12);
        item.yearTable[0].agencyPrice = MicroPerKwh.wrap(1);
        vm.expectPartialRevert(ITariffBook.TariffMismatch.selector);
        revisions.revise(table, offer, item);
    }
}
