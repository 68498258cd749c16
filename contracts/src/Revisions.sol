// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IPriceFormula} from "./interfaces/IPriceFormula.sol";
import {IRevisions} from "./interfaces/IRevisions.sol";
import {ISurplusBook} from "./interfaces/ISurplusBook.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {AnnualLib} from "./libraries/AnnualLib.sol";
import {BillLib} from "./libraries/BillLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {LineLib} from "./libraries/LineLib.sol";
import {MeterFactsLib} from "./libraries/MeterFactsLib.sol";
import {RateLib} from "./libraries/RateLib.sol";
import {ReadLib} from "./libraries/ReadLib.sol";
import {ReadWordsLib} from "./libraries/ReadWordsLib.sol";
import {SettledLib} from "./libraries/SettledLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {ContractYears} from "./ContractYears.sol";
import {RevisionLedger} from "./RevisionLedger.sol";
import {Modular} from "./Modular.sol";
import {ContractYear, YearTotals} from "./types/Agreement.sol";
import {BillLine, Rates, TariffTable, PAYEES} from "./types/Billing.sol";
import {DialsAndTime, MeterFacts, ReadQuality, ReadWords, UsedFifth, UsedFour} from "./types/Metering.sol";
import {Determinants, Offer, RuleBasis} from "./types/Offer.sol";
import {SurplusFacts} from "./types/Surplus.sol";
import {Micro, Nano, SignedNano, Wh} from "./types/Units.sol";

/// @notice See IRevisions.
/// @dev Above 250 lines: a bill is made again from top to bottom.
contract Revisions is ContractYears, RevisionLedger {
    using LineLib for BillLine;
    using MeterFactsLib for MeterFacts;
    using ReadWordsLib for DialsAndTime;

    /// @dev A bill of the item's period: from the reads of one run.
    struct Run {
        BillLine[] lines;
        Micro total;
        Micro[PAYEES] paid;
        Wh[5] used;
        Wh exported;
        Wh contracted;
        /// @dev Of credits that are due. A bill that may be made again has taken none.
        Wh taken;
        Micro exitFee;
    }

    /* IMMUTABLES */

    ICircuitBreaker public immutable BREAKER;
    ITariffBook public immutable TARIFFS;
    IMeterRegistry public immutable METERS;
    ISurplusBook public immutable SURPLUS;

    /* STORAGE */

    /// @inheritdoc IRevisions
    mapping(bytes32 agreementId => mapping(uint8 index => bytes32)) public openBill;

    /// @inheritdoc IRevisions
    mapping(bytes32 meterId => mapping(uint40 time => bytes32)) public trueRead;

    /* CONSTRUCTOR */

    constructor(
        address authority,
        ICircuitBreaker breaker,
        ITariffBook tariffs,
        IAgreementBook agreements,
        IMeterRegistry meters,
        IEscrow escrow,
        ISurplusBook surplus
    ) Modular(authority) ContractYears(agreements) RevisionLedger(escrow) {
        BREAKER = breaker;
        TARIFFS = tariffs;
        METERS = meters;
        SURPLUS = surplus;
    }

    /* EXTERNAL */

    /// @inheritdoc IRevisions
    function open(bytes32 agreementId, uint8 index, bytes32 basis) external onlyModule {
        openBill[agreementId][index] = basis;
    }

    /// @inheritdoc IRevisions
    function correct(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata estimated,
        ReadWords calldata measured,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external {
        BREAKER.requireRunning(Activity.Metering);
        uint40 time = measured.rest.time();
        if (measured.rest.quality() != ReadQuality.Measured) revert ReadNotMeasured(meterId, time);
        if (estimated.rest.quality() == ReadQuality.Measured || estimated.rest.time() != time) {
            revert ReadNotEstimated(meterId, time);
        }
        if (trueRead[meterId][time] != 0) revert ReadAlreadyCorrected(meterId, time);
        trueRead[meterId][time] = keccak256(abi.encode(measured));
        emit ReadCorrected(meterId, estimated, measured, intervalRoot);
        METERS.correct(meterId, facts, last, estimated, measured, intervalRoot, signature);
    }

    /// @inheritdoc IRevisions
    function revise(TariffTable calldata table, Offer calldata offer, RevisionItem calldata item) external {
        BREAKER.requireRunning(Activity.Settling);
        TARIFFS.requirePublished(table);
        bytes32 agreementId = HashLib.hash(item.terms, HashLib.hash(offer));
        _checkItem(agreementId, table, offer, item);
        Run memory old = _energyOf(table, item, item.old.opening, item.old.closing);
        Run memory next = _energyOf(table, item, item.opening, item.closing);
        _settleSurplus(agreementId, table, offer, item, old, next);
        _write(table, offer, item, old, item.old.closing);
        _write(table, offer, item, next, item.closing);
        _close(agreementId, item);
        emit BillRevised(
            agreementId,
            SettledLib.four(next.used),
            SettledLib.rest(next.used, next.contracted, item.opening.rest.time(), item.closing.rest.time(), item.index),
            old.lines,
            next.lines
        );
        if (offer.deviation.ruleBasis == RuleBasis.Annual) {
            _reviseYear(agreementId, offer, item, _partOf(old), _partOf(next));
        }
        address consumer = address(uint160(item.terms.parties));
        address[PAYEES] memory payees = RateLib.payeesOf(offer.retailer, offer.deviation, table);
        _move(agreementId, consumer, payees, old.paid, next.paid);
    }

    /* INTERNAL */

    function _checkItem(
        bytes32 agreementId,
        TariffTable calldata table,
        Offer calldata offer,
        RevisionItem calldata item
    ) private view {
        if (openBill[agreementId][item.index] != keccak256(abi.encode(item.old))) {
            revert BillNotOpen(agreementId, item.index);
        }
        uint40 from = item.old.opening.rest.time();
        // The bill was settled with the one table of its region, class and period.
        if (from < table.start || from >= table.end) revert BillNotOpen(agreementId, item.index);
        if (offer.region != table.region || offer.voltageClass != table.voltageClass) {
            revert BillNotOpen(agreementId, item.index);
        }
        bool changed = _isTrue(item.terms.meterId, item.old.opening, item.opening);
        // Billing went on from another read than this instant's: no true read can take its place.
        if (changed && METERS.isCarried(item.terms.meterId, from)) revert ReadNotTrue(item.terms.meterId, from);
        if (_isTrue(item.terms.meterId, item.old.closing, item.closing)) changed = true;
        if (!changed) revert NothingToRevise(agreementId, item.index);
        METERS.requireFacts(item.terms.meterId, item.facts, item.last, item.old.closing.rest.time());
    }

    /// @dev Whether a read took the place of the one before; it must be the one that the meter signed for that instant.
    function _isTrue(
        bytes32 meterId,
        ReadWords calldata before,
        ReadWords calldata given
    ) private view returns (bool changed) {
        bytes32 hash = keccak256(abi.encode(given));
        changed = hash != keccak256(abi.encode(before));
        uint40 time = before.rest.time();
        if (changed && (given.rest.time() != time || trueRead[meterId][time] != hash))
            revert ReadNotTrue(meterId, time);
    }

    /// @dev What a run bills, before surplus moves it.
    function _energyOf(
        TariffTable calldata table,
        RevisionItem calldata item,
        ReadWords calldata opening,
        ReadWords calldata closing
    ) private pure returns (Run memory run) {
        (UsedFour four, UsedFifth fifth) = ReadLib.between(item.facts, opening, closing);
        run.used = SettledLib.registers(four, fifth);
        run.exported = SettledLib.exported(fifth);
        run.contracted = TermLib.prorated(
            TermLib.contractedOf(item.terms.contracted, item.index % MONTHS),
            closing.rest.time() - opening.rest.time(),
            table.end - table.start
        );
    }

    /// @dev The period is over and settled, so what was traded of its contracted energy is the same for all runs. Only the last run,
    /// whose reads are true, takes of what is due and credits exports.
    function _settleSurplus(
        bytes32 agreementId,
        TariffTable calldata table,
        Offer calldata offer,
        RevisionItem calldata item,
        Run memory old,
        Run memory next
    ) private {
        (next.contracted, next.taken) = SURPLUS.settle(
            SurplusFacts({
                agreementId: agreementId,
                consumer: address(uint160(item.terms.parties)),
                region: table.region,
                start: table.start,
                contracted: next.contracted,
                used: BillLib.sum(next.used),
                exported: next.exported,
                rule: RateLib.ratesOf(offer, table).rule,
                marked: true,
                measured: _isMeasured(item)
            })
        );
        old.contracted = next.contracted;
    }

    function _write(
        TariffTable calldata table,
        Offer calldata offer,
        RevisionItem calldata item,
        Run memory run,
        ReadWords calldata closing
    ) private view {
        if (item.old.exit) run.exitFee = offer.exitFee;
        Rates memory rates = RateLib.ratesOf(offer, table);
        Determinants memory d;
        d.registers = run.used;
        d.maxDemand = closing.rest.maxDemand();
        d.capacity = item.facts.capacity();
        d.referencePrice = RateLib.referenceOf(rates.prices);
        d.index = table.index;
        d.indexCost = item.old.indexCost;
        d.elapsed = uint32(closing.rest.time() - item.old.opening.rest.time());
        d.whole = uint32(table.end - table.start);
        Nano cost = IPriceFormula(offer.formula).cost(offer.formulaParams, d);
        (run.lines, run.total) = BillLib.write(rates, run.contracted, run.taken, run.used, cost, run.exitFee, run.paid);
    }

    /// @dev What a bill adds to its contract year. The exit fee is no part of it.
    function _partOf(Run memory run) private pure returns (YearTotals memory) {
        Micro charged = run.total - run.exitFee;
        return YearTotals(Wh.unwrap(run.contracted), Wh.unwrap(BillLib.sum(run.used)), Micro.unwrap(charged));
    }

    /// @dev A year that is open ends with the right true-up by itself. Of one that has closed the true-up is reversed and made again.
    function _reviseYear(
        bytes32 agreementId,
        Offer calldata offer,
        RevisionItem calldata item,
        YearTotals memory old,
        YearTotals memory next
    ) private {
        (ContractYear memory before, ContractYear memory year) = _replaceInYear(agreementId, item.index, old, next);
        if (year.closedAt == 0) return;
        TariffTable calldata table = _yearTableOf(agreementId, offer, item, year.closedAt);
        Rates memory rates = RateLib.ratesOf(offer, table);
        BillLine reversed = BillLib.closing(rates.rule, rates.prices, AnnualLib.yearOf(before));
        BillLine line = BillLib.closing(rates.rule, rates.prices, AnnualLib.yearOf(year));
        if (BillLine.unwrap(reversed) == BillLine.unwrap(line)) return;
        emit TrueUpRevised(agreementId, year.closedAt, reversed, line);
        address consumer = address(uint160(item.terms.parties));
        address[PAYEES] memory payees = RateLib.payeesOf(offer.retailer, offer.deviation, table);
        _move(agreementId, consumer, payees, _paidBy(reversed), _paidBy(line));
    }

    /// @dev One table is published for a region, class and period: it can only be the one that the closing bill was made with.
    function _yearTableOf(
        bytes32 agreementId,
        Offer calldata offer,
        RevisionItem calldata item,
        uint40 closedAt
    ) private view returns (TariffTable calldata table) {
        if (item.yearTable.length == 0) revert YearTableMissing(agreementId, closedAt);
        table = item.yearTable[0];
        bool closing = table.start < closedAt && closedAt <= table.end;
        if (!closing || offer.region != table.region || offer.voltageClass != table.voltageClass) {
            revert YearTableMissing(agreementId, closedAt);
        }
        TARIFFS.requirePublished(table);
    }

    /// @dev What each payee gets by one line. An empty word is a line of nothing.
    function _paidBy(BillLine line) private pure returns (Micro[PAYEES] memory paid) {
        paid[uint256(line.payeeOf())] = line.amountOf();
    }

    /// @dev Open for as long as one of its reads is not measured.
    function _close(bytes32 agreementId, RevisionItem calldata item) private {
        openBill[agreementId][item.index] = _isMeasured(item)
            ? bytes32(0)
            : keccak256(abi.encode(OpenBill(item.opening, item.closing, item.old.exit, item.old.indexCost)));
    }

    function _isMeasured(RevisionItem calldata item) private pure returns (bool) {
        return
            item.opening.rest.quality() == ReadQuality.Measured && item.closing.rest.quality() == ReadQuality.Measured;
    }
}
