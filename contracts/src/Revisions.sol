// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IPriceFormula} from "./interfaces/IPriceFormula.sol";
import {IRevisions} from "./interfaces/IRevisions.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {ArrearsLib} from "./libraries/ArrearsLib.sol";
import {BillLib} from "./libraries/BillLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {MeterFactsLib} from "./libraries/MeterFactsLib.sol";
import {RateLib} from "./libraries/RateLib.sol";
import {ReadLib} from "./libraries/ReadLib.sol";
import {ReadWordsLib} from "./libraries/ReadWordsLib.sol";
import {SettledLib} from "./libraries/SettledLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {Modular} from "./Modular.sol";
import {BillLine, Rates, TariffTable, PAYEES} from "./types/Billing.sol";
import {MeterFacts, ReadQuality, ReadWords} from "./types/Metering.sol";
import {Determinants, Offer, RuleBasis} from "./types/Offer.sol";
import {Micro, Nano, SignedNano, Wh} from "./types/Units.sol";

/// @notice See IRevisions.
contract Revisions is IRevisions, Modular {
    using MeterFactsLib for MeterFacts;
    using ReadWordsLib for ReadWords;

    uint256 private constant MONTHS = 12;

    /// @dev A bill of the item's period: from the reads of one run.
    struct Run {
        BillLine[] lines;
        Micro total;
        Micro[PAYEES] paid;
        Wh[5] used;
        Wh contracted;
    }

    /* IMMUTABLES */

    ICircuitBreaker public immutable BREAKER;
    ITariffBook public immutable TARIFFS;
    IMeterRegistry public immutable METERS;
    IEscrow public immutable ESCROW;

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
        IMeterRegistry meters,
        IEscrow escrow
    ) Modular(authority) {
        BREAKER = breaker;
        TARIFFS = tariffs;
        METERS = meters;
        ESCROW = escrow;
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
        uint40 time = measured.time();
        if (measured.quality() != ReadQuality.Measured) revert ReadNotMeasured(meterId, time);
        if (estimated.quality() == ReadQuality.Measured || estimated.time() != time) {
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
        Run memory old = _run(table, offer, item, item.old.opening, item.old.closing);
        Run memory next = _run(table, offer, item, item.opening, item.closing);
        _close(agreementId, item);
        emit BillRevised(
            agreementId,
            SettledLib.four(next.used),
            SettledLib.rest(next.used, next.contracted, item.opening.time(), item.closing.time(), item.index),
            old.lines,
            next.lines
        );
        _move(
            agreementId,
            address(uint160(item.terms.parties)),
            RateLib.payeesOf(offer.retailer, offer.deviation, table),
            old.paid,
            next.paid
        );
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
        // A band that holds for the year would need the year's other bills.
        if (offer.deviation.ruleBasis == RuleBasis.Annual) revert RevisionUnsupported(agreementId);
        uint40 from = item.old.opening.time();
        // The bill was settled with the one table of its region, class and period.
        if (from < table.start || from >= table.end) revert BillNotOpen(agreementId, item.index);
        if (offer.region != table.region || offer.voltageClass != table.voltageClass) {
            revert BillNotOpen(agreementId, item.index);
        }
        bool changed = _isTrue(item.terms.meterId, item.old.opening, item.opening);
        if (_isTrue(item.terms.meterId, item.old.closing, item.closing)) changed = true;
        if (!changed) revert NothingToRevise(agreementId, item.index);
        METERS.requireState(item.terms.meterId, item.facts, item.last);
    }

    /// @dev Whether a read took the place of the one before; it must be the one that the meter signed for that instant.
    function _isTrue(
        bytes32 meterId,
        ReadWords calldata before,
        ReadWords calldata given
    ) private view returns (bool changed) {
        bytes32 hash = keccak256(abi.encode(given));
        changed = hash != keccak256(abi.encode(before));
        uint40 time = before.time();
        if (changed && (given.time() != time || trueRead[meterId][time] != hash)) revert ReadNotTrue(meterId, time);
    }

    function _run(
        TariffTable calldata table,
        Offer calldata offer,
        RevisionItem calldata item,
        ReadWords calldata opening,
        ReadWords calldata closing
    ) private view returns (Run memory run) {
        (run.used, ) = ReadLib.between(item.facts, opening, closing);
        uint256 elapsed = closing.time() - opening.time();
        run.contracted = TermLib.prorated(
            TermLib.contractedOf(item.terms.contracted, item.index % MONTHS),
            elapsed,
            table.end - table.start
        );
        Rates memory rates = RateLib.ratesOf(offer, table);
        Determinants memory d;
        d.registers = run.used;
        d.maxDemand = closing.maxDemand();
        d.capacity = item.facts.capacity();
        d.referencePrice = RateLib.referenceOf(rates.prices);
        d.index = table.index;
        d.indexCost = item.old.indexCost;
        (d.elapsed, d.whole) = (uint32(elapsed), uint32(table.end - table.start));
        Nano cost = IPriceFormula(offer.formula).cost(offer.formulaParams, d);
        (run.lines, run.total, run.paid) = BillLib.draft(
            rates,
            run.contracted,
            run.used,
            cost,
            item.old.exit ? offer.exitFee : Micro.wrap(0)
        );
    }

    /// @dev Open for as long as one of its reads is not measured.
    function _close(bytes32 agreementId, RevisionItem calldata item) private {
        bool measured = item.opening.quality() == ReadQuality.Measured &&
            item.closing.quality() == ReadQuality.Measured;
        openBill[agreementId][item.index] = measured
            ? bytes32(0)
            : keccak256(abi.encode(OpenBill(item.opening, item.closing, item.old.exit, item.old.indexCost)));
    }

    /// @dev What payees give back goes to those who get more; the rest is the consumer's, or comes from it. Whoever has too little
    /// owes what is missing: payees the consumer, the consumer the payees.
    function _move(
        bytes32 agreementId,
        address consumer,
        address[PAYEES] memory payees,
        Micro[PAYEES] memory before,
        Micro[PAYEES] memory next
    ) private {
        (Micro back, Micro[PAYEES] memory more, Micro wanted) = _difference(
            agreementId,
            consumer,
            payees,
            before,
            next
        );
        if (back < wanted) {
            Micro missing = ESCROW.collect(consumer, wanted - back);
            if (Micro.unwrap(missing) != 0) {
                Micro[PAYEES] memory shares = ArrearsLib.owed(more, wanted, missing);
                for (uint256 p; p < PAYEES; ++p) {
                    more[p] = more[p] - shares[p];
                    ESCROW.owe(consumer, payees[p], shares[p], agreementId);
                }
            }
            back = wanted;
        }
        ESCROW.refund(consumer, back - wanted);
        address[] memory accounts = new address[](PAYEES);
        Micro[] memory amounts = new Micro[](PAYEES);
        for (uint256 p; p < PAYEES; ++p) {
            (accounts[p], amounts[p]) = (payees[p], more[p]);
        }
        ESCROW.credit(accounts, amounts);
    }

    /// @dev Takes back from each payee what it got too much, and says what the others get more.
    function _difference(
        bytes32 agreementId,
        address consumer,
        address[PAYEES] memory payees,
        Micro[PAYEES] memory before,
        Micro[PAYEES] memory next
    ) private returns (Micro back, Micro[PAYEES] memory more, Micro wanted) {
        for (uint256 p; p < PAYEES; ++p) {
            if (next[p] < before[p]) {
                Micro tooMuch = before[p] - next[p];
                Micro missing = ESCROW.collect(payees[p], tooMuch);
                ESCROW.owe(payees[p], consumer, missing, agreementId);
                back = back + tooMuch - missing;
            } else {
                more[p] = next[p] - before[p];
                wanted = wanted + more[p];
            }
        }
    }
}
