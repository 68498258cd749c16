// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IPurchaseBook} from "../src/interfaces/IPurchaseBook.sol";
import {LineLib} from "../src/libraries/LineLib.sol";
import {BillLine, LineKind, Payee} from "../src/types/Billing.sol";
import {RuleBasis, SettlementModel} from "../src/types/Offer.sol";
import {Delivery, MeterAdvance, PurchaseTerms} from "../src/types/Purchase.sol";
import {Micro, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {PurchaseTest} from "./market/PurchaseTest.sol";

/// @notice The three-party agreement of the reference prototype over a contract year and two months more: annual rule for the
/// consumer, monthly compensation for the generator, and every unit of money accounted for.
contract PurchaseBookYearTest is PurchaseTest {
    using LineLib for BillLine;

    uint256 private constant MONTHS = 14;

    PurchaseTerms private terms;
    bytes32 private purchaseId;
    Supply private mill;

    /// @dev What the events say, added up.
    uint256 private billed;
    uint256 private credited;
    uint256 private payments;
    uint256 private compensations;
    uint256 private shortMonths;
    BillLine private lastLine;

    /// @dev In MWh: an industrial year with its summer.
    function _agreed() private pure returns (Wh[12] memory agreed) {
        uint8[12] memory months = [96, 88, 104, 110, 118, 126, 140, 142, 124, 108, 100, 104];
        for (uint256 i; i < 12; ++i) {
            agreed[i] = Wh.wrap(uint64(months[i]) * 1_000_000);
        }
    }

    /// @dev Some months short, one outage, two months at the edge of the duty to one watt-hour.
    function _deliveredIn(uint256 month) private pure returns (uint64) {
        uint64[MONTHS] memory delivered = [
            uint64(97_204_118),
            88_000_000,
            91_350_007,
            104_499_999,
            104_500_000,
            131_900_222,
            126_777_001,
            143_003_330,
            0,
            109_412_655,
            94_999_999,
            106_020_404,
            91_199_999,
            83_600_001
        ];
        return delivered[month];
    }

    /// @dev The first year ends above its band, the two months after it below theirs.
    function _usedIn(uint256 month) private pure returns (uint64) {
        uint64[MONTHS] memory used = [
            uint64(101_300_450),
            95_114_203,
            110_020_017,
            121_900_333,
            109_040_901,
            140_002_007,
            171_330_129,
            158_870_555,
            119_300_001,
            101_707_707,
            111_009_013,
            123_450_677,
            70_000_001,
            75_300_009
        ];
        return used[month];
    }

    function setUp() public override {
        super.setUp();
        mill = _supply("mill", 2 * PLENTY);
        terms = _directPurchase(mill);
        (terms.model, terms.price) = (SettlementModel.GridLed, MicroPerKwh.wrap(Figures.ENERGY));
        terms.deviation.ruleBasis = RuleBasis.Annual;
        (terms.agreed, terms.periods) = (_agreed(), uint16(MONTHS));
        purchaseId = _signPurchase(terms, mill.consumer);
        _openPlant(boundaries[1]);
        Supply memory s = mill;
        _openPurchase(s, boundaries[1]);
        mill.last = s.last;
    }

    function _settleMonth(uint256 month) private {
        uint40 end = boundaries[month + 2];
        vm.warp(end + 2 hours);
        Supply memory s = mill;
        MeterAdvance[] memory advances = _advances(_delivered(end, _deliveredIn(month)), _use(s, end, _usedIn(month)));
        mill.last = s.last;
        uint256 before = _owned(mill.consumer.addr);
        vm.recordLogs();
        purchases.settle(_tableOf(month + 1), terms, advances);
        uint256 bill = _book(vm.getRecordedLogs());
        assertEq(before - _owned(mill.consumer.addr), bill, "P12: the lines are the money that moved");
        _assertP1();
    }

    /// @dev Adds up a settlement's events and holds them against each other.
    function _book(VmSafe.Log[] memory logs) private returns (uint256 bill) {
        for (uint256 i; i < logs.length; ++i) {
            bytes32 topic = logs[i].topics[0];
            if (topic == IPurchaseBook.UseBilled.selector) bill = _bookBill(logs[i].data);
            if (topic == IPurchaseBook.DeliverySettled.selector) _bookDelivery(logs[i].data);
            if (topic == IEscrow.Credited.selector) credited += abi.decode(logs[i].data, (uint256));
            assertNotEq(topic, IEscrow.Owed.selector);
        }
    }

    function _bookBill(bytes memory data) private returns (uint256 bill) {
        (, , , , BillLine[] memory lines, ) = abi.decode(data, (uint40, uint40, Wh, Wh[5], BillLine[], Micro));
        for (uint256 i; i < lines.length; ++i) {
            bill += Micro.unwrap(lines[i].amountOf());
            assertTrue(lines[i].kindOf() != LineKind.Excess, "a month of an annual agreement has no band");
            assertTrue(lines[i].kindOf() != LineKind.ShortfallPenalty, "a month of an annual agreement has no band");
        }
        billed += bill;
        lastLine = lines[lines.length - 1];
    }

    function _bookDelivery(bytes memory data) private {
        (, , , Delivery memory d) = abi.decode(data, (uint40, uint40, address, Delivery));
        payments += _number(d.payment);
        compensations += _number(d.compensation);
        if (Wh.unwrap(d.short) != 0) ++shortMonths;
        assertEq(_number(d.setOff + d.received + d.paymentOwed), _number(d.payment), "P10");
        assertEq(_number(d.setOff + d.fromFree + d.fromDeposit + d.compensationOwed), _number(d.compensation), "P10");
    }

    function _owned(address account) private view returns (uint256) {
        return uint256(_free(account)) + _locked(account);
    }

    function _assertP1() private view {
        uint256 owned = _owned(generator) + _owned(mill.consumer.addr) + _owned(grid) + _owned(government);
        owned += _owned(subsidyPool) + _owned(retailer);
        assertEq(token.balanceOf(address(escrow)), owned, "P1: tokens are free or locked");
    }

    function _assertLastLine(LineKind kind, Payee payee, uint64 quantity, uint128 amount) private view {
        assertEq(uint8(lastLine.kindOf()), uint8(kind));
        assertEq(uint8(lastLine.payeeOf()), uint8(payee));
        assertEq(Wh.unwrap(lastLine.quantityOf()), quantity);
        assertEq(Micro.unwrap(lastLine.amountOf()), amount);
    }

    function test_P1_P2_P10_P12_AYearAndTwoMonths() public {
        for (uint256 month; month < MONTHS; ++month) {
            _settleMonth(month);
            if (month == 10) assertEq(Wh.unwrap(purchases.stateOf(purchaseId).yearUsed), 1_339_595_316);
            if (month == 11) {
                _assertLastLine(LineKind.AnnualExcess, Payee.Grid, 35_045_993, 2_284_599_219);
                assertEq(Wh.unwrap(purchases.stateOf(purchaseId).yearUsed), 0);
                assertEq(_number(purchases.stateOf(purchaseId).yearCharged), 0);
            }
        }
        _assertLastLine(LineKind.AnnualShortfall, Payee.Seller, 29_499_990, 589_999_800);
        assertEq(shortMonths, 7);
        assertEq(billed, 1_051_332_841_497);
        assertEq(payments, 527_672_670_070);
        assertEq(compensations, 37_190_344_029);
        // Everybody's end, worked out beforehand by other means.
        assertEq(_free(mill.consumer.addr), 2 * PLENTY - 1_051_332_841_497);
        assertEq(_free(generator), PLENTY + 491_072_325_841);
        assertEq(_free(grid), PLENTY + 487_563_276_326);
        assertEq(_free(government), 72_697_239_330);
        assertEq(_locked(generator), 0);
        assertTrue(purchases.stateOf(purchaseId).ended);
    }

    /// @dev P2: all that was credited is what was debited: the bills, and the payments less what was set off.
    function test_P2_CreditsAreDebits() public {
        for (uint256 month; month < MONTHS; ++month) {
            _settleMonth(month);
        }
        // The outage of the ninth month is met from the free balance: nothing to set it off against.
        uint256 outage = (uint256(117_800_000) * (Figures.REFERENCE - Figures.ENERGY)) / 1000;
        assertEq(credited, billed + payments - (compensations - outage) + outage);
    }
}
