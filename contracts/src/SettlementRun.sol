// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IPriceFormula} from "./interfaces/IPriceFormula.sol";
import {IRevisions} from "./interfaces/IRevisions.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {ISurplusBook} from "./interfaces/ISurplusBook.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {ArrearsLib} from "./libraries/ArrearsLib.sol";
import {BillLib} from "./libraries/BillLib.sol";
import {DebtLib} from "./libraries/DebtLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {LineLib} from "./libraries/LineLib.sol";
import {MeterFactsLib} from "./libraries/MeterFactsLib.sol";
import {RateLib} from "./libraries/RateLib.sol";
import {ReadWordsLib} from "./libraries/ReadWordsLib.sol";
import {SettledLib} from "./libraries/SettledLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {SettledPeriod, TermsWords, YearTotals} from "./types/Agreement.sol";
import {Attestation, BillLine, Rates, SettlementItem, TariffTable, PAYEES} from "./types/Billing.sol";
import {DialsAndTime, MeterFacts, ReadQuality, UsedFifth, UsedFour} from "./types/Metering.sol";
import {Determinants, Offer, RuleBasis, NOT_ATTESTED} from "./types/Offer.sol";
import {SurplusFacts} from "./types/Surplus.sol";
import {Micro, Nano, SignedNano, Wh} from "./types/Units.sol";

/// @notice One batch: what its items have in common, worked out once, and each item from its read to its payment.
/// @dev Above 250 lines: the way of one bill, from top to bottom.
abstract contract SettlementRun is ISettlement {
    using LineLib for BillLine;
    using MeterFactsLib for MeterFacts;
    using ReadWordsLib for DialsAndTime;

    uint256 private constant MONTHS = 12;
    uint40 private constant PAYMENT_TIME = 14 days;
    /// @dev What all items of a batch have in common, worked out once.
    struct Batch {
        uint40 start;
        uint40 end;
        uint32 region;
        bytes32 offerId;
        address formula;
        bytes32 indexSeries;
        Micro exitFee;
        address[PAYEES] payees;
        bytes formulaParams;
        Rates rates;
        /// @dev What each payee gets, of all items so far.
        Micro[PAYEES] sums;
        /// @dev Of the item at hand. Written anew for each, so that memory, whose price is quadratic, does not grow with them.
        SettledPeriod period;
        Determinants usage;
    }

    /* IMMUTABLES */

    ICircuitBreaker public immutable BREAKER;
    ITariffBook public immutable TARIFFS;
    IAgreementBook public immutable AGREEMENTS;
    IMeterRegistry public immutable METERS;
    IEscrow public immutable ESCROW;
    IRevisions public immutable REVISIONS;
    ISurplusBook public immutable SURPLUS;

    /* CONSTRUCTOR */

    constructor(
        ICircuitBreaker breaker,
        ITariffBook tariffs,
        IAgreementBook agreements,
        IMeterRegistry meters,
        IEscrow escrow,
        IRevisions revisions,
        ISurplusBook surplus
    ) {
        BREAKER = breaker;
        TARIFFS = tariffs;
        AGREEMENTS = agreements;
        METERS = meters;
        ESCROW = escrow;
        REVISIONS = revisions;
        SURPLUS = surplus;
    }

    /* INTERNAL */

    function _settleItem(Batch memory batch, SettlementItem calldata item) internal {
        bytes32 agreementId = HashLib.hash(item.terms, batch.offerId);
        SettledPeriod memory period = _periodOf(batch, item);
        BillLine[] memory lines = _bill(batch, agreementId, item, period);
        _collect(batch, agreementId, item.terms, period.total, lines);
        AGREEMENTS.advance(agreementId, _consumerOf(item.terms), item.terms.meterId, period);
        _leaveOpen(agreementId, item);
    }

    function _batchOf(TariffTable calldata table, Offer calldata offer) internal view returns (Batch memory batch) {
        BREAKER.requireRunning(Activity.Settling);
        TARIFFS.requirePublished(table);
        batch.offerId = HashLib.hash(offer);
        if (offer.region != table.region || offer.voltageClass != table.voltageClass) {
            revert TariffOutOfReach(batch.offerId, table.region, table.voltageClass);
        }
        batch.region = table.region;
        batch.start = table.start;
        batch.end = table.end;
        batch.period.periodEnd = table.end;
        (batch.period.billFactor, , , ) = BREAKER.rules();
        batch.formula = offer.formula;
        batch.formulaParams = offer.formulaParams;
        batch.indexSeries = table.indexSeries;
        batch.exitFee = offer.exitFee;
        batch.payees = RateLib.payeesOf(offer.retailer, offer.deviation, table);
        batch.rates = RateLib.ratesOf(offer, table);
        batch.usage.referencePrice = RateLib.referenceOf(batch.rates.prices);
        batch.usage.index = table.index;
        batch.usage.whole = uint32(table.end - table.start);
    }

    /// @dev Records the closing read and writes the bill. Fills in the period's total, and adds what each payee gets to its sum.
    function _bill(
        Batch memory batch,
        bytes32 agreementId,
        SettlementItem calldata item,
        SettledPeriod memory period
    ) private returns (BillLine[] memory lines) {
        (UsedFour four, Wh exported) = _record(batch, item);
        Wh[5] memory used = batch.usage.registers;
        Wh contracted = TermLib.prorated(
            TermLib.contractedOf(item.terms.contracted, item.index % MONTHS),
            period.to - period.from,
            batch.end - batch.start
        );
        Wh taken;
        // Most agreements have nothing to do with it.
        if (item.surplus || Wh.unwrap(exported) != 0) {
            (contracted, taken) = _settleSurplus(batch, agreementId, item, contracted, exported);
        }
        lines = _write(batch, item, period, contracted, taken);
        if (RateLib.ruleBasisOf(batch.rates.rule) == RuleBasis.Annual) {
            lines = _addToYear(batch, agreementId, period, contracted, lines);
        }
        emit BillSettled(
            agreementId,
            four,
            SettledLib.rest(used, contracted, period.from, period.to, period.index),
            lines
        );
        if (item.attestation.length != 0) emit IndexCostAttested(agreementId, item.attestation[0].indexCost);
    }

    /// @dev The energy goes into the batch's usage, too.
    function _record(Batch memory batch, SettlementItem calldata item) private returns (UsedFour, Wh exported) {
        (UsedFour four, UsedFifth fifth) = METERS.record(
            item.terms.meterId,
            item.facts,
            item.opening,
            item.closing,
            item.intervalRoot,
            item.signature
        );
        batch.usage.registers = SettledLib.registers(four, fifth);
        return (four, SettledLib.exported(fifth));
    }

    function _settleSurplus(
        Batch memory batch,
        bytes32 agreementId,
        SettlementItem calldata item,
        Wh contracted,
        Wh exported
    ) private returns (Wh, Wh) {
        return
            SURPLUS.settle(
                SurplusFacts({
                    agreementId: agreementId,
                    consumer: _consumerOf(item.terms),
                    region: batch.region,
                    start: batch.start,
                    contracted: contracted,
                    used: BillLib.sum(batch.usage.registers),
                    exported: exported,
                    rule: batch.rates.rule,
                    marked: item.surplus,
                    measured: _isMeasured(item)
                })
            );
    }

    function _write(
        Batch memory batch,
        SettlementItem calldata item,
        SettledPeriod memory period,
        Wh contracted,
        Wh taken
    ) private view returns (BillLine[] memory lines) {
        Determinants memory usage = _determinants(batch, item, period);
        Nano cost = IPriceFormula(batch.formula).cost(batch.formulaParams, usage);
        Micro exitFee = period.exit ? batch.exitFee : Micro.wrap(0);
        (lines, period.total) = BillLib.write(
            batch.rates,
            contracted,
            taken,
            usage.registers,
            cost,
            exitFee,
            batch.sums
        );
    }

    /// @dev The bill that closes a contract year ends with the year's true-up. Adds it to the period's total, too.
    function _addToYear(
        Batch memory batch,
        bytes32 agreementId,
        SettledPeriod memory period,
        Wh contracted,
        BillLine[] memory lines
    ) private returns (BillLine[] memory) {
        YearTotals memory month = YearTotals(
            Wh.unwrap(contracted),
            Wh.unwrap(BillLib.sum(batch.usage.registers)),
            Micro.unwrap(period.exit ? period.total - batch.exitFee : period.total)
        );
        BillLine closing = REVISIONS.addToYear(agreementId, period.to, month, batch.rates.rule, batch.rates.prices);
        if (BillLine.unwrap(closing) == 0) return lines;
        period.total = period.total + closing.amountOf();
        BillLib.addPayment(batch.sums, closing);
        return BillLib.append(closing, lines);
    }

    /// @dev A bill made from an estimated read is made again when the true one comes.
    function _leaveOpen(bytes32 agreementId, SettlementItem calldata item) private {
        if (_isMeasured(item)) return;
        SignedNano indexCost = item.attestation.length == 0 ? NOT_ATTESTED : item.attestation[0].indexCost;
        IRevisions.OpenBill memory bill = IRevisions.OpenBill(item.opening, item.closing, item.exit, indexCost);
        REVISIONS.open(agreementId, item.index, keccak256(abi.encode(bill)));
    }

    /// @dev What the free balance does not pay comes out of the deposit; the rest is owed, to each payee its share, and not in its
    /// sum.
    function _collect(
        Batch memory batch,
        bytes32 agreementId,
        TermsWords calldata terms,
        Micro total,
        BillLine[] memory lines
    ) private {
        address consumer = _consumerOf(terms);
        Micro missing = ESCROW.debit(consumer, total);
        if (Micro.unwrap(missing) == 0) return;
        Micro drawn = AGREEMENTS.drawDeposit(agreementId, missing);
        if (Micro.unwrap(drawn) != 0) ESCROW.debitLocked(consumer, drawn);
        missing = missing - drawn;
        if (Micro.unwrap(missing) == 0) return;
        emit BillUnpaid(agreementId, batch.start, missing, uint40(block.timestamp) + PAYMENT_TIME);
        Micro[PAYEES] memory parts;
        BillLib.addPayments(parts, lines);
        Micro[PAYEES] memory shares = ArrearsLib.owed(parts, total, missing);
        DebtLib.owe(ESCROW, agreementId, consumer, batch.payees, batch.sums, shares);
    }

    function _isMeasured(SettlementItem calldata item) private pure returns (bool) {
        return
            item.opening.rest.quality() == ReadQuality.Measured && item.closing.rest.quality() == ReadQuality.Measured;
    }

    function _consumerOf(TermsWords calldata terms) private pure returns (address) {
        return address(uint160(terms.parties));
    }

    /// @dev From one read to the other, both within the table's period. The agreement checks that it ends where it must.
    function _periodOf(Batch memory batch, SettlementItem calldata item) private pure returns (SettledPeriod memory) {
        SettledPeriod memory period = batch.period;
        period.from = item.opening.rest.time();
        period.to = item.closing.rest.time();
        if (period.from < batch.start || period.from >= batch.end) revert ReadNotInPeriod(batch.start, period.from);
        if (period.to > batch.end) revert ReadNotInPeriod(batch.end, period.to);
        period.index = item.index;
        period.exit = item.exit;
        period.surplus = item.surplus;
        return period;
    }

    function _determinants(
        Batch memory batch,
        SettlementItem calldata item,
        SettledPeriod memory period
    ) private view returns (Determinants memory) {
        Determinants memory d = batch.usage;
        d.maxDemand = item.closing.rest.maxDemand();
        d.capacity = item.facts.capacity();
        d.indexCost = NOT_ATTESTED;
        if (item.attestation.length != 0) {
            Attestation calldata attested = item.attestation[0];
            METERS.requireAttested(
                item.terms.meterId,
                period.from,
                period.to,
                batch.indexSeries,
                attested.indexCost,
                attested.signature
            );
            d.indexCost = attested.indexCost;
        }
        d.elapsed = uint32(period.to - period.from);
        return d;
    }
}
