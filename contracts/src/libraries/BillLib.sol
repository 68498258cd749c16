// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wh, Micro, MicroPerKwh, Nano} from "../types/Units.sol";
import {Offer, SettlementModel} from "../types/Offer.sol";
import {BillLine, Component, LineKind, Payee, TariffTable, PAYEES} from "../types/Billing.sol";
import {DeviationLib} from "./DeviationLib.sol";
import {LineLib} from "./LineLib.sol";

/// @notice A bill from an offer, a tariff table and a month's energy (SPEC section 7).
/// Mirrors lib/domain/billing/bill.ts. Vectors: bill.json.
library BillLib {
    /// @dev Lines beside the regulated components: energy, service fee, excess, shortfall penalty.
    uint256 private constant OWN_LINES = 4;

    /// @dev Being written: lines so far and what each payee gets.
    struct Bill {
        BillLine[] lines;
        uint256 count;
        Micro total;
        Micro[PAYEES] paid;
    }

    /// @notice All lines of a bill. The total is the sum of the lines, and of what the payees get.
    /// @param cost Exact energy cost of all used energy under the offer's formula.
    function draft(Offer memory offer, TariffTable memory table, Wh contracted, Wh[5] memory registers, Nano cost)
        internal
        pure
        returns (BillLine[] memory lines, Micro total, Micro[PAYEES] memory paid)
    {
        Bill memory bill;
        bill.lines = new BillLine[](table.components.length + OWN_LINES);
        Wh used = sum(registers);
        DeviationLib.Split memory s = DeviationLib.split(contracted, used, offer.deviation);
        _addEnergy(bill, offer, s.direct, DeviationLib.directCharge(cost, s.direct, used));
        for (uint256 i; i < table.components.length; ++i) {
            _addComponent(bill, table.components[i], registers, s.direct, used);
        }
        _addDeviation(bill, offer, table.referencePrice, s);
        return (_trimmed(bill), bill.total, bill.paid);
    }

    /// @notice Energy over all registers.
    function sum(Wh[5] memory registers) internal pure returns (Wh) {
        return registers[0] + registers[1] + registers[2] + registers[3] + registers[4];
    }

    function _addEnergy(Bill memory bill, Offer memory offer, Wh direct, Micro charge) private pure {
        if (offer.model == SettlementModel.GridLed) {
            Micro fee = DeviationLib.chargeAt(direct, offer.serviceFee);
            if (charge < fee) fee = charge;
            _add(bill, LineKind.Energy, Payee.Grid, direct, MicroPerKwh.wrap(0), charge - fee);
            if (MicroPerKwh.unwrap(offer.serviceFee) != 0) {
                _add(bill, LineKind.ServiceFee, Payee.Seller, direct, offer.serviceFee, fee);
            }
        } else {
            Payee payee = offer.model == SettlementModel.Integrated ? Payee.Grid : Payee.Seller;
            _add(bill, LineKind.Energy, payee, direct, MicroPerKwh.wrap(0), charge);
        }
    }

    function _addComponent(Bill memory bill, Component memory c, Wh[5] memory registers, Wh direct, Wh used)
        private
        pure
    {
        uint256 nano;
        bool floats;
        for (uint256 i; i < 5; ++i) {
            nano += uint256(Wh.unwrap(registers[i])) * c.prices[i];
            floats = floats || c.prices[i] != c.prices[0];
        }
        Payee payee = c.kind == LineKind.GovernmentFund
            ? Payee.Government
            : c.kind == LineKind.CrossSubsidy ? Payee.SubsidyPool : Payee.Grid;
        Micro amount = DeviationLib.directCharge(Nano.wrap(nano), direct, used);
        _add(bill, c.kind, payee, direct, MicroPerKwh.wrap(floats ? 0 : c.prices[0]), amount);
    }

    function _addDeviation(Bill memory bill, Offer memory offer, MicroPerKwh referencePrice, DeviationLib.Split memory s)
        private
        pure
    {
        Micro charge = DeviationLib.excessCharge(s.excess, referencePrice, offer.deviation.excess);
        bool retailerLed = offer.model == SettlementModel.RetailerLed;
        Payee payee = offer.deviation.excessPayee != address(0)
            ? Payee.ExcessPayee
            : retailerLed ? Payee.Seller : Payee.Grid;
        _add(bill, LineKind.Excess, payee, s.excess, referencePrice, charge);

        payee = offer.deviation.shortfallPayee != address(0)
            ? Payee.ShortfallPayee
            : offer.model == SettlementModel.Integrated ? Payee.Grid : Payee.Seller;
        Micro penalty = DeviationLib.chargeAt(s.shortfall, offer.deviation.shortfall);
        _add(bill, LineKind.ShortfallPenalty, payee, s.shortfall, offer.deviation.shortfall, penalty);
    }

    /// @dev A line without energy is not a line.
    function _add(Bill memory bill, LineKind kind, Payee payee, Wh quantity, MicroPerKwh price, Micro amount)
        private
        pure
    {
        if (Wh.unwrap(quantity) == 0) return;
        bill.lines[bill.count++] = LineLib.pack(kind, payee, quantity, price, amount);
        bill.total = bill.total + amount;
        bill.paid[uint256(payee)] = bill.paid[uint256(payee)] + amount;
    }

    function _trimmed(Bill memory bill) private pure returns (BillLine[] memory lines) {
        lines = new BillLine[](bill.count);
        for (uint256 i; i < lines.length; ++i) {
            lines[i] = bill.lines[i];
        }
    }
}
