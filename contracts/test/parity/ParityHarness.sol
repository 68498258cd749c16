// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPriceFormula} from "../../src/interfaces/IPriceFormula.sol";
import {AnnualLib} from "../../src/libraries/AnnualLib.sol";
import {ArrearsLib} from "../../src/libraries/ArrearsLib.sol";
import {BillLib} from "../../src/libraries/BillLib.sol";
import {CompensationLib} from "../../src/libraries/CompensationLib.sol";
import {DepositLib} from "../../src/libraries/DepositLib.sol";
import {DeviationLib} from "../../src/libraries/DeviationLib.sol";
import {ExchangeLib} from "../../src/libraries/ExchangeLib.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {MeterFactsLib} from "../../src/libraries/MeterFactsLib.sol";
import {PaymentLib} from "../../src/libraries/PaymentLib.sol";
import {RateLib} from "../../src/libraries/RateLib.sol";
import {SettledLib} from "../../src/libraries/SettledLib.sol";
import {ReadWordsLib} from "../../src/libraries/ReadWordsLib.sol";
import {ReadLib} from "../../src/libraries/ReadLib.sol";
import {SurplusLib} from "../../src/libraries/SurplusLib.sol";
import {TermLib} from "../../src/libraries/TermLib.sol";
import {BillLine, BillRule, Component, LineKind, PAYEES, Payee, Rates, TariffTable} from "../../src/types/Billing.sol";
import {Meter, MeterFacts, Read, ReadQuality, ReadWords, UsedFifth, UsedFour} from "../../src/types/Metering.sol";
import {
    DeviationClause,
    Determinants,
    Offer,
    ReferenceBasis,
    RuleBasis,
    SettlementModel
} from "../../src/types/Offer.sol";
import {Bps, Micro, MicroPerKwh, Nano, SignedMicroPerKwh, SignedNano, Watt, Wh} from "../../src/types/Units.sol";

/// @notice Every rule as a function from words to words, for scripts/parity, which compares it with its TypeScript twin.
/// A word of the input is within the width of what it means: nothing is cut off here.
/// @dev Above 250 lines: one function for each rule, and nothing else.
contract ParityHarness {
    using LineLib for BillLine;

    /// @notice Tries one rule on many cases.
    /// @return answers One byte that is 1 if the rule answered and 0 if it refused, then what it returned or reverted with.
    function tryAll(bytes4 rule, uint256[][] calldata cases) external view returns (bytes[] memory answers) {
        answers = new bytes[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            (bool answered, bytes memory answer) = address(this).staticcall(abi.encodeWithSelector(rule, cases[i]));
            answers[i] = bytes.concat(answered ? bytes1(0x01) : bytes1(0x00), answer);
        }
    }

    /* OFFERS */

    /// @dev The formula's address, twelve words of usage, and the words of its parameters.
    function formula(uint256[] calldata w) external view returns (uint256[] memory) {
        bytes memory params = abi.encodePacked(w[13:]);
        IPriceFormula target = IPriceFormula(address(uint160(w[0])));
        target.check(params);
        Determinants memory usage;
        usage.registers = _registers(w, 1);
        (usage.maxDemand, usage.capacity) = (Watt.wrap(uint64(w[6])), Watt.wrap(uint64(w[7])));
        usage.referencePrice = _price(w[8]);
        usage.index = SignedMicroPerKwh.wrap(int64(int256(w[9])));
        usage.indexCost = SignedNano.wrap(int256(w[10]));
        (usage.elapsed, usage.whole) = (uint32(w[11]), uint32(w[12]));
        return _one(Nano.unwrap(target.cost(params, usage)));
    }

    function capped(uint256[] calldata w) external pure returns (uint256[] memory) {
        return _one(Nano.unwrap(DeviationLib.capped(Nano.wrap(w[0]), _price(w[1]), _wh(w[2]))));
    }

    /* BILLING */

    function split(uint256[] calldata w) external pure returns (uint256[] memory answer) {
        (Bps lower, Bps upper) = (Bps.wrap(uint16(w[2])), Bps.wrap(uint16(w[3])));
        DeviationLib.Split memory s = DeviationLib.split(_wh(w[0]), _wh(w[1]), lower, upper);
        answer = new uint256[](5);
        (answer[0], answer[1]) = (Wh.unwrap(s.upper), Wh.unwrap(s.lower));
        (answer[2], answer[3], answer[4]) = (Wh.unwrap(s.direct), Wh.unwrap(s.excess), Wh.unwrap(s.shortfall));
    }

    /// @dev Contracted, bought, sold, due and used energy, the band's edges, and the rule basis.
    function surplus(uint256[] calldata w) external pure returns (uint256[] memory answer) {
        BillRule rule = BillRule.wrap((w[7] << 8) | (w[5] << 32) | (w[6] << 48));
        Wh contracted = SurplusLib.moved(_wh(w[0]), _wh(w[1]), _wh(w[2]));
        answer = new uint256[](2);
        answer[0] = Wh.unwrap(contracted);
        answer[1] = Wh.unwrap(SurplusLib.usable(_wh(w[3]), contracted, _wh(w[4]), rule));
    }

    function directCharge(uint256[] calldata w) external pure returns (uint256[] memory) {
        return _one(Micro.unwrap(DeviationLib.directCharge(Nano.wrap(w[0]), _wh(w[1]), _wh(w[2]))));
    }

    function excessCharge(uint256[] calldata w) external pure returns (uint256[] memory) {
        return _one(Micro.unwrap(DeviationLib.excessCharge(_wh(w[0]), _price(w[1]), Bps.wrap(uint16(w[2])))));
    }

    function chargeAt(uint256[] calldata w) external pure returns (uint256[] memory) {
        return _one(Micro.unwrap(DeviationLib.chargeAt(_wh(w[0]), _price(w[1]))));
    }

    /// @dev Contracted, used, charged, the clause's lower and upper edge, excess ratio and shortfall rate, the reference price.
    function trueUp(uint256[] calldata w) external view returns (uint256[] memory) {
        Offer memory offer;
        DeviationClause memory clause = offer.deviation;
        (clause.lower, clause.upper) = (Bps.wrap(uint16(w[3])), Bps.wrap(uint16(w[4])));
        (clause.excess, clause.shortfall) = (Bps.wrap(uint16(w[5])), _price(w[6]));
        TariffTable memory table;
        table.agencyPrice = _price(w[7]);
        return this.trueUpWith(offer, table, AnnualLib.Year(_wh(w[0]), _wh(w[1]), Micro.wrap(uint128(w[2]))));
    }

    /// @dev Rates are made of calldata.
    function trueUpWith(
        Offer calldata offer,
        TariffTable calldata table,
        AnnualLib.Year calldata year
    ) external pure returns (uint256[] memory answer) {
        Rates memory rates = RateLib.ratesOf(offer, table);
        AnnualLib.TrueUp memory t = AnnualLib.trueUp(year, rates.rule, rates.prices);
        answer = new uint256[](3);
        (answer[0], answer[1], answer[2]) = (Wh.unwrap(t.excess), Wh.unwrap(t.shortfall), Micro.unwrap(t.amount));
    }

    /// @dev The packed line, and what is read back from it.
    function packLine(uint256[] calldata w) external pure returns (uint256[] memory answer) {
        Micro amount = Micro.wrap(uint128(w[4]));
        BillLine line = LineLib.pack(LineKind(w[0]), Payee(w[1]), _wh(w[2]), _price(w[3]), amount);
        answer = new uint256[](6);
        (answer[0], answer[1], answer[2]) = (BillLine.unwrap(line), uint256(line.kindOf()), uint256(line.payeeOf()));
        (answer[3], answer[4]) = (Wh.unwrap(line.quantityOf()), MicroPerKwh.unwrap(line.priceOf()));
        answer[5] = Micro.unwrap(line.amountOf());
    }

    /// @dev Nineteen words of terms and usage, the cost, and six words for each component. The answer is the number of lines,
    /// the lines, the total, and what each payee gets.
    function draft(uint256[] calldata w) external view returns (uint256[] memory answer) {
        Offer memory offer;
        offer.model = SettlementModel(w[0]);
        DeviationClause memory clause = offer.deviation;
        (clause.lower, clause.upper) = (Bps.wrap(uint16(w[1])), Bps.wrap(uint16(w[2])));
        (clause.excess, clause.shortfall) = (Bps.wrap(uint16(w[3])), _price(w[4]));
        (clause.referenceBasis, clause.ruleBasis) = (ReferenceBasis(w[5]), RuleBasis(w[6]));
        (clause.excessPayee, clause.shortfallPayee) = (address(uint160(w[7])), address(uint160(w[8])));
        (offer.serviceFee, offer.priceCap) = (_price(w[9]), _price(w[10]));
        TariffTable memory table;
        (table.agencyPrice, table.cataloguePrice) = (_price(w[11]), _price(w[12]));
        table.components = new Component[]((w.length - 20) / 6);
        for (uint256 i; i < table.components.length; ++i) {
            uint256 first = 20 + 6 * i;
            table.components[i].kind = LineKind(w[first]);
            for (uint256 r; r < 5; ++r) {
                table.components[i].prices[r] = uint32(w[first + 1 + r]);
            }
        }
        return this.draftWith(offer, table, _wh(w[13]), _registers(w, 14), Nano.wrap(w[19]));
    }

    /// @dev Rates are made of calldata.
    function draftWith(
        Offer calldata offer,
        TariffTable calldata table,
        Wh contracted,
        Wh[5] calldata registers,
        Nano cost
    ) external pure returns (uint256[] memory answer) {
        (BillLine[] memory lines, Micro total, Micro[PAYEES] memory paid) = BillLib.draft(
            RateLib.ratesOf(offer, table),
            contracted,
            registers,
            cost,
            Micro.wrap(0)
        );
        answer = new uint256[](lines.length + 2 + PAYEES);
        answer[0] = lines.length;
        for (uint256 i; i < lines.length; ++i) {
            answer[i + 1] = BillLine.unwrap(lines[i]);
        }
        answer[lines.length + 1] = Micro.unwrap(total);
        for (uint256 p; p < PAYEES; ++p) {
            answer[lines.length + 2 + p] = Micro.unwrap(paid[p]);
        }
    }

    /* SETTLEMENT */

    function owed(uint256[] calldata w) external pure returns (uint256[] memory answer) {
        Micro[PAYEES] memory parts;
        for (uint256 p; p < PAYEES; ++p) {
            parts[p] = Micro.wrap(uint128(w[p]));
        }
        parts = ArrearsLib.owed(parts, Micro.wrap(uint128(w[PAYEES])), Micro.wrap(uint128(w[PAYEES + 1])));
        answer = new uint256[](PAYEES);
        for (uint256 p; p < PAYEES; ++p) {
            answer[p] = Micro.unwrap(parts[p]);
        }
    }

    function prorated(uint256[] calldata w) external pure returns (uint256[] memory) {
        return _one(Wh.unwrap(TermLib.prorated(_wh(w[0]), w[1], w[2])));
    }

    /* METERING */

    function possibleAdvance(uint256[] calldata w) external pure returns (uint256[] memory) {
        return _one(Wh.unwrap(ReadLib.possibleAdvance(Watt.wrap(uint64(w[0])), uint40(w[1]), uint16(w[2]))));
    }

    /// @dev Six registers before, six after, digits, multiplier, and the most that is possible.
    function advance(uint256[] calldata w) external pure returns (uint256[] memory answer) {
        Read memory previous;
        (previous.importWh, previous.exportWh) = (_registers(w, 0), _wh(w[5]));
        Read memory next;
        (next.importWh, next.exportWh) = (_registers(w, 6), _wh(w[11]));
        (UsedFour four, UsedFifth fifth) = ReadLib.advance(
            ReadWordsLib.pack(previous),
            ReadWordsLib.pack(next),
            uint8(w[12]),
            uint16(w[13]),
            _wh(w[14])
        );
        answer = new uint256[](6);
        Wh[5] memory used = SettledLib.registers(four, fifth);
        for (uint256 i; i < 5; ++i) {
            answer[i] = Wh.unwrap(used[i]);
        }
        answer[5] = Wh.unwrap(SettledLib.exported(fifth));
    }

    /// @dev Digits, multiplier and capacity of both meters; of the last, the closing and the opening read six registers, time, quality
    /// and maximum demand; the opening read's sequence. The answer is the carried read's two words.
    function carried(uint256[] calldata w) external pure returns (uint256[] memory answer) {
        Read memory opening = _readAt(w, 24);
        opening.sequence = uint32(w[33]);
        ReadWords memory words = ExchangeLib.carried(
            _meterAt(w, 0),
            _meterAt(w, 3),
            ReadWordsLib.pack(_readAt(w, 6)),
            ReadWordsLib.pack(_readAt(w, 15)),
            ReadWordsLib.pack(opening)
        );
        answer = new uint256[](2);
        (answer[0], answer[1]) = abi.decode(abi.encode(words), (uint256, uint256));
    }

    function _meterAt(uint256[] calldata w, uint256 first) private pure returns (MeterFacts) {
        Meter memory meter;
        (meter.digits, meter.multiplier) = (uint8(w[first]), uint16(w[first + 1]));
        (meter.capacity, meter.signer) = (Watt.wrap(uint64(w[first + 2])), new bytes(20));
        return MeterFactsLib.pack(meter);
    }

    function _readAt(uint256[] calldata w, uint256 first) private pure returns (Read memory read) {
        (read.importWh, read.exportWh) = (_registers(w, first), _wh(w[first + 5]));
        (read.time, read.quality) = (uint40(w[first + 6]), ReadQuality(w[first + 7]));
        read.maxDemand = Watt.wrap(uint64(w[first + 8]));
    }

    /* AGREEMENTS AND PURCHASES */

    function deposit(uint256[] calldata w) external pure returns (uint256[] memory answer) {
        Wh[12] memory contracted;
        for (uint256 i; i < 12; ++i) {
            contracted[i] = _wh(w[i]);
        }
        (Wh yearly, Micro amount) = DepositLib.deposit(contracted, _price(w[12]));
        answer = new uint256[](2);
        (answer[0], answer[1]) = (Wh.unwrap(yearly), Micro.unwrap(amount));
    }

    function compensation(uint256[] calldata w) external pure returns (uint256[] memory answer) {
        (Wh short, Micro amount) = CompensationLib.compensation(
            CompensationLib.Delivery(_wh(w[0]), _wh(w[1]), Bps.wrap(uint16(w[2])), _price(w[3]), _price(w[4]))
        );
        answer = new uint256[](2);
        (answer[0], answer[1]) = (Wh.unwrap(short), Micro.unwrap(amount));
    }

    /// @dev Payment, compensation, whether the payer is the grid, what payer and generator have, the deposit.
    function payment(uint256[] calldata w) external pure returns (uint256[] memory answer) {
        PaymentLib.Purse memory purse = PaymentLib.Purse(w[2] != 0, _micro(w[3]), _micro(w[4]), _micro(w[5]));
        PaymentLib.Split memory s = PaymentLib.split(_micro(w[0]), _micro(w[1]), purse);
        answer = new uint256[](6);
        (answer[0], answer[1], answer[2]) = (_word(s.setOff), _word(s.received), _word(s.paymentOwed));
        (answer[3], answer[4], answer[5]) = (_word(s.fromFree), _word(s.fromDeposit), _word(s.compensationOwed));
    }

    /* WORDS */

    function _one(uint256 word) private pure returns (uint256[] memory answer) {
        answer = new uint256[](1);
        answer[0] = word;
    }

    function _wh(uint256 word) private pure returns (Wh) {
        return Wh.wrap(uint64(word));
    }

    function _micro(uint256 word) private pure returns (Micro) {
        return Micro.wrap(uint128(word));
    }

    function _word(Micro amount) private pure returns (uint256) {
        return Micro.unwrap(amount);
    }

    function _price(uint256 word) private pure returns (MicroPerKwh) {
        return MicroPerKwh.wrap(uint64(word));
    }

    function _registers(uint256[] calldata w, uint256 from) private pure returns (Wh[5] memory registers) {
        for (uint256 i; i < 5; ++i) {
            registers[i] = _wh(w[from + i]);
        }
    }
}
