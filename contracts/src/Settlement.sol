// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IPriceFormula} from "./interfaces/IPriceFormula.sol";
import {IRevisions} from "./interfaces/IRevisions.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {ArrearsLib} from "./libraries/ArrearsLib.sol";
import {BillLib} from "./libraries/BillLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {MeterFactsLib} from "./libraries/MeterFactsLib.sol";
import {RateLib} from "./libraries/RateLib.sol";
import {ReadWordsLib} from "./libraries/ReadWordsLib.sol";
import {SettledLib} from "./libraries/SettledLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {SettledPeriod, TermsWords, YearTotals} from "./types/Agreement.sol";
import {Attestation, Batch, BillLine, SettlementItem, TariffTable, PAYEES} from "./types/Billing.sol";
import {MeterFacts, ReadQuality, ReadWords} from "./types/Metering.sol";
import {Determinants, Offer, RuleBasis, NOT_ATTESTED} from "./types/Offer.sol";
import {Micro, Nano, SignedNano, Wh} from "./types/Units.sol";

/// @notice See ISettlement.
contract Settlement is ISettlement {
    using MeterFactsLib for MeterFacts;
    using ReadWordsLib for ReadWords;

    uint256 private constant MONTHS = 12;
    /// @dev Several times what an item costs with the dearest signer and nothing in the account.
    uint256 private constant ITEM_GAS = 900_000;
    /// @dev Outside supply an older read is of no use. Under supply its age does not matter: it is the one that closes the period.
    uint40 private constant OLDEST_READ = 62 days;
    uint40 private constant PAYMENT_TIME = 14 days;

    /* IMMUTABLES */

    ICircuitBreaker public immutable BREAKER;
    ITariffBook public immutable TARIFFS;
    IAgreementBook public immutable AGREEMENTS;
    IMeterRegistry public immutable METERS;
    IEscrow public immutable ESCROW;
    IRevisions public immutable REVISIONS;

    /* CONSTRUCTOR */

    constructor(
        ICircuitBreaker breaker,
        ITariffBook tariffs,
        IAgreementBook agreements,
        IMeterRegistry meters,
        IEscrow escrow,
        IRevisions revisions
    ) {
        BREAKER = breaker;
        TARIFFS = tariffs;
        AGREEMENTS = agreements;
        METERS = meters;
        ESCROW = escrow;
        REVISIONS = revisions;
    }

    /* EXTERNAL */

    /// @inheritdoc ISettlement
    function settle(
        TariffTable calldata table,
        Offer calldata offer,
        SettlementItem[] calldata items
    ) external returns (uint256 settled) {
        if (items.length == 0) revert BatchEmpty();
        Batch memory batch = _batchOf(table, offer);
        bytes memory encoded = abi.encode(batch);
        Micro[PAYEES] memory sums;
        for (uint256 i; i < items.length; ++i) {
            // Each item has a frame of its own: all of it happens or nothing, and its memory is given back.
            // It gets enough gas and no more: an item that burns all of it cannot starve the others, and nobody can make a good
            // item fail by sending too little.
            if (gasleft() < ITEM_GAS + ITEM_GAS / 32) revert GasTooLow(gasleft(), ITEM_GAS + ITEM_GAS / 32);
            try this.settleItem{gas: ITEM_GAS}(encoded, items[i]) returns (Micro[PAYEES] memory paid) {
                _add(sums, paid);
                ++settled;
            } catch (bytes memory reason) {
                bytes32 agreementId = HashLib.hash(items[i].terms, batch.offerId);
                emit SettlementSkipped(agreementId, reason);
                // The breaker may know nothing of the agreement: then there is nothing to freeze.
                try BREAKER.trip(agreementId, reason) {} catch {}
            }
        }
        if (settled != 0) _credit(batch, sums);
    }

    /// @inheritdoc ISettlement
    function switchNow(
        TariffTable calldata table,
        Offer calldata offer,
        SettlementItem calldata item,
        NewAgreement calldata next
    ) external returns (bytes32 agreementId) {
        Batch memory batch = _batchOf(table, offer);
        // A start without a read of that instant could never be billed up to.
        uint40 closed = item.closing.time();
        if (closed != next.terms.start) revert ReadNotInPeriod(next.terms.start, closed);
        IAgreementBook.Replaced memory old = IAgreementBook.Replaced(offer, item.terms, table.start);
        agreementId = AGREEMENTS.switchAt(old, next.offer, next.terms, next.signature);
        _credit(batch, this.settleItem(abi.encode(batch), item));
    }

    /// @inheritdoc ISettlement
    function settleItem(
        bytes calldata encoded,
        SettlementItem calldata item
    ) external returns (Micro[PAYEES] memory paid) {
        if (msg.sender != address(this)) revert NotSelf(msg.sender);
        Batch memory batch = abi.decode(encoded, (Batch));
        bytes32 agreementId = HashLib.hash(item.terms, batch.offerId);
        SettledPeriod memory period = _periodOf(batch, item);
        paid = _bill(batch, agreementId, item, period);
        _collect(batch, agreementId, item.terms, period.total, paid);
        AGREEMENTS.advance(agreementId, _consumerOf(item.terms), item.terms.meterId, period);
        _leaveOpen(agreementId, item);
    }

    /// @inheritdoc ISettlement
    function recordRead(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata next,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external {
        BREAKER.requireRunning(Activity.Metering);
        bytes32 agreementId = AGREEMENTS.agreementOf(meterId);
        uint40 time = next.time();
        if (agreementId != 0) {
            uint40 settledUntil = AGREEMENTS.stateOf(agreementId).settledUntil;
            if (time > settledUntil) revert ReadBelongsToSettlement(meterId, settledUntil);
        } else if (time + OLDEST_READ < block.timestamp) {
            revert ReadTooOld(time, uint40(block.timestamp) - OLDEST_READ);
        }
        METERS.record(meterId, facts, last, next, intervalRoot, signature);
    }

    /// @inheritdoc ISettlement
    function preview(
        TariffTable calldata table,
        Offer calldata offer,
        Wh contracted,
        Determinants calldata usage
    ) external view returns (BillLine[] memory lines, Micro total) {
        Nano cost = IPriceFormula(offer.formula).cost(offer.formulaParams, usage);
        (lines, total, ) = BillLib.draft(
            RateLib.ratesOf(offer, table),
            contracted,
            usage.registers,
            cost,
            Micro.wrap(0)
        );
    }

    /* INTERNAL */

    function _batchOf(TariffTable calldata table, Offer calldata offer) private view returns (Batch memory batch) {
        BREAKER.requireRunning(Activity.Settling);
        TARIFFS.requirePublished(table);
        batch.offerId = HashLib.hash(offer);
        if (offer.region != table.region || offer.voltageClass != table.voltageClass) {
            revert TariffOutOfReach(batch.offerId, table.region, table.voltageClass);
        }
        batch.start = table.start;
        batch.end = table.end;
        (batch.billFactor, , , ) = BREAKER.rules();
        batch.formula = offer.formula;
        batch.formulaParams = offer.formulaParams;
        batch.index = table.index;
        batch.indexSeries = table.indexSeries;
        batch.exitFee = offer.exitFee;
        batch.payees = RateLib.payeesOf(offer.retailer, offer.deviation, table);
        batch.rates = RateLib.ratesOf(offer, table);
    }

    /// @dev Records the closing read and writes the bill. Fills in the period's total.
    function _bill(
        Batch memory batch,
        bytes32 agreementId,
        SettlementItem calldata item,
        SettledPeriod memory period
    ) private returns (Micro[PAYEES] memory paid) {
        Wh[5] memory used = _record(item);
        Wh contracted = TermLib.prorated(
            TermLib.contractedOf(item.terms.contracted, item.index % MONTHS),
            period.to - period.from,
            batch.end - batch.start
        );
        Nano cost = IPriceFormula(batch.formula).cost(batch.formulaParams, _determinants(batch, item, period, used));
        BillLine[] memory lines;
        Micro exitFee = item.exit ? batch.exitFee : Micro.wrap(0);
        (lines, period.total, paid) = BillLib.draft(batch.rates, contracted, used, cost, exitFee);
        if (RateLib.ruleBasisOf(batch.rates.rule) == RuleBasis.Annual) {
            YearTotals memory month = YearTotals(
                Wh.unwrap(contracted),
                Wh.unwrap(BillLib.sum(used)),
                Micro.unwrap(period.total - exitFee)
            );
            lines = _addToYear(batch, agreementId, period, month, lines, paid);
        }
        emit BillSettled(
            agreementId,
            SettledLib.four(used),
            SettledLib.rest(used, contracted, period.from, period.to, period.index),
            lines
        );
        if (item.attestation.length != 0) emit IndexCostAttested(agreementId, item.attestation[0].indexCost);
    }

    /// @dev The bill that closes a contract year ends with the year's true-up. Adds it to the period's total and to `paid`, too.
    function _addToYear(
        Batch memory batch,
        bytes32 agreementId,
        SettledPeriod memory period,
        YearTotals memory month,
        BillLine[] memory lines,
        Micro[PAYEES] memory paid
    ) private returns (BillLine[] memory) {
        BillLine closing = REVISIONS.addToYear(agreementId, period.to, month, batch.rates.rule, batch.rates.prices);
        if (BillLine.unwrap(closing) != 0) (lines, period.total, ) = BillLib.append(closing, lines, period.total, paid);
        return lines;
    }

    /// @dev A bill made from an estimated read is made again when the true one comes.
    function _leaveOpen(bytes32 agreementId, SettlementItem calldata item) private {
        if (item.opening.quality() == ReadQuality.Measured && item.closing.quality() == ReadQuality.Measured) return;
        SignedNano indexCost = item.attestation.length == 0 ? NOT_ATTESTED : item.attestation[0].indexCost;
        IRevisions.OpenBill memory bill = IRevisions.OpenBill(item.opening, item.closing, item.exit, indexCost);
        REVISIONS.open(agreementId, item.index, keccak256(abi.encode(bill)));
    }

    function _record(SettlementItem calldata item) private returns (Wh[5] memory used) {
        (used, ) = METERS.record(
            item.terms.meterId,
            item.facts,
            item.opening,
            item.closing,
            item.intervalRoot,
            item.signature
        );
    }

    /// @dev What the free balance does not pay comes out of the deposit; the rest is owed, to each payee its share.
    function _collect(
        Batch memory batch,
        bytes32 agreementId,
        TermsWords calldata terms,
        Micro total,
        Micro[PAYEES] memory paid
    ) private {
        address consumer = _consumerOf(terms);
        Micro missing = ESCROW.debit(consumer, total);
        if (Micro.unwrap(missing) == 0) return;
        Micro drawn = AGREEMENTS.drawDeposit(agreementId, missing);
        if (Micro.unwrap(drawn) != 0) ESCROW.debitLocked(consumer, drawn);
        missing = missing - drawn;
        if (Micro.unwrap(missing) == 0) return;
        emit BillUnpaid(agreementId, batch.start, missing, uint40(block.timestamp) + PAYMENT_TIME);
        Micro[PAYEES] memory shares = ArrearsLib.owed(paid, total, missing);
        for (uint256 p; p < PAYEES; ++p) {
            paid[p] = paid[p] - shares[p];
            ESCROW.owe(consumer, batch.payees[p], shares[p], agreementId);
        }
    }

    function _consumerOf(TermsWords calldata terms) private pure returns (address) {
        return address(uint160(terms.parties));
    }

    /// @dev From one read to the other, both within the table's period. The agreement checks that it ends where it must.
    function _periodOf(
        Batch memory batch,
        SettlementItem calldata item
    ) private pure returns (SettledPeriod memory period) {
        period.from = item.opening.time();
        period.to = item.closing.time();
        if (period.from < batch.start || period.from >= batch.end) revert ReadNotInPeriod(batch.start, period.from);
        if (period.to > batch.end) revert ReadNotInPeriod(batch.end, period.to);
        period.periodEnd = batch.end;
        period.index = item.index;
        period.exit = item.exit;
        period.billFactor = batch.billFactor;
    }

    function _determinants(
        Batch memory batch,
        SettlementItem calldata item,
        SettledPeriod memory period,
        Wh[5] memory used
    ) private view returns (Determinants memory d) {
        d.registers = used;
        d.maxDemand = item.closing.maxDemand();
        d.capacity = item.facts.capacity();
        d.referencePrice = RateLib.referenceOf(batch.rates.prices);
        d.index = batch.index;
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
        d.whole = uint32(batch.end - batch.start);
    }

    /// @dev Cannot hide an overflow: the escrow takes the sums only if they are what was debited.
    function _add(Micro[PAYEES] memory sums, Micro[PAYEES] memory paid) private pure {
        unchecked {
            for (uint256 p; p < PAYEES; ++p) {
                sums[p] = Micro.wrap(Micro.unwrap(sums[p]) + Micro.unwrap(paid[p]));
            }
        }
    }

    function _credit(Batch memory batch, Micro[PAYEES] memory sums) private {
        address[] memory payees = new address[](PAYEES);
        Micro[] memory amounts = new Micro[](PAYEES);
        Micro moved;
        for (uint256 p; p < PAYEES; ++p) {
            (payees[p], amounts[p]) = (batch.payees[p], sums[p]);
            moved = moved + sums[p];
        }
        ESCROW.credit(payees, amounts);
        BREAKER.countOutflow(moved);
    }
}
