// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Wh, Micro, MicroPerKwh, Nano} from "../types/Units.sol";
import {RuleBasis, SettlementModel} from "../types/Offer.sol";
import {BillLine, BillPrices, BillRule, LineKind, PackedComponent, Payee, Rates, PAYEES} from "../types/Billing.sol";
import {AnnualLib} from "./AnnualLib.sol";
import {DeviationLib} from "./DeviationLib.sol";
import {LineLib} from "./LineLib.sol";
import {RateLib} from "./RateLib.sol";

/// @notice A bill from an offer's and a tariff table's rates and a month's energy (SPEC section 7).
/// Mirrors lib/domain/billing/bill.ts. Vectors: bill.json.
library BillLib {
    using LineLib for BillLine;
    using RateLib for PackedComponent;
    using RateLib for BillRule;
    using RateLib for BillPrices;

    /// @dev Being written.
    struct Bill {
        BillLine[] lines;
        uint256 count;
        Micro total;
        Micro[PAYEES] paid;
    }

    /// @notice A bill, and what each payee gets of it. The total is the sum of either.
    function draft(
        Rates memory rates,
        Wh contracted,
        Wh[5] memory registers,
        Nano cost,
        Micro exitFee
    ) internal pure returns (BillLine[] memory lines, Micro total, Micro[PAYEES] memory paid) {
        (lines, total) = write(rates, contracted, Wh.wrap(0), registers, cost, exitFee, paid);
    }

    /// @notice All lines of a bill. The total is the sum of the lines. Adds to each payee's sum what it gets.
    /// @param taken Credits for energy that is paid for already, at most the direct energy: they lower the energy line and no other.
    /// @param cost Energy cost of all used energy under the offer's formula, before its price cap.
    /// @param exitFee Zero if none is due.
    function write(
        Rates memory rates,
        Wh contracted,
        Wh taken,
        Wh[5] memory registers,
        Nano cost,
        Micro exitFee,
        Micro[PAYEES] memory sums
    ) internal pure returns (BillLine[] memory, Micro) {
        Bill memory bill;
        bill.paid = sums;
        Wh used = sum(registers);
        DeviationLib.Split memory s = _monthOf(rates, contracted, used);
        Wh charged = s.direct - taken;
        Micro energy = _energyCharge(rates, cost, charged, used);
        bill.lines = new BillLine[](_lineCount(rates, s, charged, energy) + (Micro.unwrap(exitFee) != 0 ? 1 : 0));
        if (Wh.unwrap(charged) != 0 || Micro.unwrap(energy) != 0) _addEnergy(bill, rates, charged, energy);
        if (Wh.unwrap(s.direct) != 0) _addComponents(bill, rates.components, registers, s.direct);
        _addDeviation(bill, rates, s);
        if (Micro.unwrap(exitFee) != 0)
            _add(bill, LineKind.ExitFee, Payee.Seller, Wh.wrap(0), MicroPerKwh.wrap(0), exitFee);
        return (bill.lines, bill.total);
    }

    /// @notice Adds to each payee's sum what it gets of a bill.
    function addPayments(Micro[PAYEES] memory sums, BillLine[] memory lines) internal pure {
        for (uint256 i; i < lines.length; ++i) {
            addPayment(sums, lines[i]);
        }
    }

    function addPayment(Micro[PAYEES] memory sums, BillLine line) internal pure {
        uint256 payee = uint256(line.payeeOf());
        // A line holds 112 bits: 65,536 of them fit in a Micro.
        unchecked {
            sums[payee] = Micro.wrap(Micro.unwrap(sums[payee]) + Micro.unwrap(line.amountOf()));
        }
    }

    /// @notice The bill that closes a contract year on annual basis: the month's bill with the true-up as its last line.
    /// @param year Totals of the year, with this month.
    function close(
        Rates memory rates,
        AnnualLib.Year memory year,
        BillLine[] memory month,
        Micro total,
        Micro[PAYEES] memory paid
    ) internal pure returns (BillLine[] memory, Micro, Micro[PAYEES] memory) {
        BillLine line = closing(rates.rule, rates.prices, year);
        if (BillLine.unwrap(line) == 0) return (month, total, paid);
        addPayment(paid, line);
        return (append(line, month), total + line.amountOf(), paid);
    }

    /// @notice The line that closes a contract year; an empty word if the year stayed within its band.
    function closing(
        BillRule rule,
        BillPrices prices,
        AnnualLib.Year memory year
    ) internal pure returns (BillLine line) {
        AnnualLib.TrueUp memory t = AnnualLib.trueUp(year, rule, prices);
        if (Wh.unwrap(t.excess) != 0) {
            return LineLib.pack(LineKind.AnnualExcess, _excessPayee(rule), t.excess, prices.referenceOf(), t.amount);
        }
        if (Wh.unwrap(t.shortfall) == 0) return line;
        Payee payee = _shortfallPayee(rule);
        return LineLib.pack(LineKind.AnnualShortfall, payee, t.shortfall, prices.shortfallOf(), t.amount);
    }

    /// @notice A bill with one more line at its end.
    function append(BillLine line, BillLine[] memory lines) internal pure returns (BillLine[] memory longer) {
        longer = new BillLine[](lines.length + 1);
        for (uint256 i; i < lines.length; ++i) {
            longer[i] = lines[i];
        }
        longer[lines.length] = line;
    }

    /// @notice Energy over all registers.
    function sum(Wh[5] memory registers) internal pure returns (Wh) {
        uint256 total;
        unchecked {
            total =
                uint256(Wh.unwrap(registers[0])) +
                Wh.unwrap(registers[1]) +
                Wh.unwrap(registers[2]) +
                Wh.unwrap(registers[3]) +
                Wh.unwrap(registers[4]);
        }
        return Wh.wrap(SafeCast.toUint64(total));
    }

    /// @dev On annual basis a month has no band: all its energy is direct.
    function _monthOf(Rates memory rates, Wh contracted, Wh used) private pure returns (DeviationLib.Split memory) {
        if (rates.rule.ruleBasisOf() == RuleBasis.Monthly) {
            return DeviationLib.split(contracted, used, rates.rule.lowerOf(), rates.rule.upperOf());
        }
        DeviationLib.Split memory month;
        month.direct = used;
        return month;
    }

    function _energyCharge(Rates memory rates, Nano cost, Wh charged, Wh used) private pure returns (Micro) {
        return DeviationLib.directCharge(DeviationLib.capped(cost, rates.prices.capOf(), used), charged, used);
    }

    /// @dev A line without energy is not a line, unless it costs something: demand is charged when nothing was used, too.
    function _lineCount(
        Rates memory rates,
        DeviationLib.Split memory s,
        Wh charged,
        Micro energy
    ) private pure returns (uint256 count) {
        if (Wh.unwrap(charged) != 0) count = _hasServiceFee(rates) ? 2 : 1;
        else if (Micro.unwrap(energy) != 0) count = 1;
        if (Wh.unwrap(s.direct) != 0) count += rates.components.length;
        if (Wh.unwrap(s.excess) != 0) ++count;
        if (Wh.unwrap(s.shortfall) != 0) ++count;
    }

    function _hasServiceFee(Rates memory rates) private pure returns (bool) {
        return rates.rule.modelOf() == SettlementModel.GridLed && MicroPerKwh.unwrap(rates.prices.serviceFeeOf()) != 0;
    }

    function _addEnergy(Bill memory bill, Rates memory rates, Wh charged, Micro charge) private pure {
        Micro fee;
        bool hasFee = _hasServiceFee(rates) && Wh.unwrap(charged) != 0;
        if (hasFee) {
            fee = DeviationLib.chargeAt(charged, rates.prices.serviceFeeOf());
            if (charge < fee) fee = charge;
        }
        Payee payee = rates.rule.modelOf() == SettlementModel.RetailerLed ? Payee.Seller : Payee.Grid;
        _add(bill, LineKind.Energy, payee, charged, MicroPerKwh.wrap(0), charge - fee);
        if (hasFee) _add(bill, LineKind.ServiceFee, Payee.Seller, charged, rates.prices.serviceFeeOf(), fee);
    }

    function _addComponents(
        Bill memory bill,
        PackedComponent[] memory components,
        Wh[5] memory registers,
        Wh direct
    ) private pure {
        Wh used = sum(registers);
        for (uint256 i; i < components.length; ++i) {
            PackedComponent c = components[i];
            _add(bill, c.lineOf(direct), DeviationLib.directPart(c.costOf(registers, used), direct, used));
        }
    }

    function _addDeviation(Bill memory bill, Rates memory rates, DeviationLib.Split memory s) private pure {
        if (Wh.unwrap(s.excess) != 0) {
            MicroPerKwh price = rates.prices.referenceOf();
            Micro charge = DeviationLib.excessCharge(s.excess, price, rates.rule.excessOf());
            _add(bill, LineKind.Excess, _excessPayee(rates.rule), s.excess, price, charge);
        }
        if (Wh.unwrap(s.shortfall) != 0) {
            MicroPerKwh price = rates.prices.shortfallOf();
            Micro penalty = DeviationLib.chargeAt(s.shortfall, price);
            _add(bill, LineKind.ShortfallPenalty, _shortfallPayee(rates.rule), s.shortfall, price, penalty);
        }
    }

    function _excessPayee(BillRule rule) private pure returns (Payee) {
        if (rule.hasExcessPayee()) return Payee.ExcessPayee;
        return rule.modelOf() == SettlementModel.RetailerLed ? Payee.Seller : Payee.Grid;
    }

    function _shortfallPayee(BillRule rule) private pure returns (Payee) {
        if (rule.hasShortfallPayee()) return Payee.ShortfallPayee;
        return rule.modelOf() == SettlementModel.Integrated ? Payee.Grid : Payee.Seller;
    }

    function _add(
        Bill memory bill,
        LineKind kind,
        Payee payee,
        Wh quantity,
        MicroPerKwh price,
        Micro amount
    ) private pure {
        _add(bill, LineLib.priced((uint256(kind) << 248) | (uint256(payee) << 240), quantity, price), amount);
    }

    function _add(Bill memory bill, BillLine line, Micro amount) private pure {
        // A line holds 112 bits: 65,536 of them fit in a Micro.
        unchecked {
            bill.total = Micro.wrap(Micro.unwrap(bill.total) + Micro.unwrap(amount));
            line = LineLib.withAmount(line, amount);
            bill.lines[bill.count++] = line;
        }
        addPayment(bill.paid, line);
    }
}
