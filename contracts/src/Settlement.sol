// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IPriceFormula} from "./interfaces/IPriceFormula.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {BillLib} from "./libraries/BillLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {RateLib} from "./libraries/RateLib.sol";
import {Batch, BillLine, Payee, SettlementItem, TariffTable, PAYEES} from "./types/Billing.sol";
import {Read} from "./types/Metering.sol";
import {Offer, Determinants} from "./types/Offer.sol";
import {Micro, Nano, Wh} from "./types/Units.sol";

/// @notice See ISettlement.
contract Settlement is ISettlement {
    uint256 private constant MONTHS = 12;
    /// @dev Several times what an item costs with the dearest signer.
    uint256 private constant ITEM_GAS = 600_000;
    /// @dev Outside supply an older read is of no use. Under supply its age does not matter: it is the one that closes the period.
    uint40 private constant OLDEST_READ = 62 days;

    /* IMMUTABLES */

    ICircuitBreaker public immutable BREAKER;
    ITariffBook public immutable TARIFFS;
    IAgreementBook public immutable AGREEMENTS;
    IMeterRegistry public immutable METERS;
    IEscrow public immutable ESCROW;

    /* CONSTRUCTOR */

    constructor(
        ICircuitBreaker breaker,
        ITariffBook tariffs,
        IAgreementBook agreements,
        IMeterRegistry meters,
        IEscrow escrow
    ) {
        BREAKER = breaker;
        TARIFFS = tariffs;
        AGREEMENTS = agreements;
        METERS = meters;
        ESCROW = escrow;
    }

    /* EXTERNAL */

    /// @inheritdoc ISettlement
    function settle(
        TariffTable calldata table,
        Offer calldata offer,
        SettlementItem[] calldata items
    ) external returns (uint256 settled) {
        BREAKER.requireRunning(Activity.Settling);
        if (items.length == 0) revert BatchEmpty();
        TARIFFS.requirePublished(table);
        bytes32 offerId = HashLib.hash(offer);
        if (offer.region != table.region || offer.voltageClass != table.voltageClass) {
            revert TariffOutOfReach(offerId, table.region, table.voltageClass);
        }
        bytes memory batch = abi.encode(
            Batch(
                table.start,
                table.end,
                offerId,
                offer.formula,
                offer.formulaParams,
                table.index,
                RateLib.ratesOf(offer, table)
            )
        );
        Micro[PAYEES] memory sums;
        for (uint256 i; i < items.length; ++i) {
            bytes32 agreementId = HashLib.hash(items[i].terms);
            // Each item has a frame of its own: all of it happens or nothing, and its memory is given back.
            // It gets enough gas and no more: an item that burns all of it cannot starve the others, and nobody can make a good
            // item fail by sending too little.
            if (gasleft() < ITEM_GAS + ITEM_GAS / 32) revert GasTooLow(gasleft(), ITEM_GAS + ITEM_GAS / 32);
            try this.settleItem{gas: ITEM_GAS}(batch, agreementId, items[i]) returns (Micro[PAYEES] memory paid) {
                _add(sums, paid);
                ++settled;
            } catch (bytes memory reason) {
                emit SettlementSkipped(agreementId, reason);
            }
        }
        if (settled != 0) _credit(table, offer, sums);
    }

    /// @notice One item of a batch. Called only by this contract.
    /// @param encoded The batch, encoded once for all items.
    function settleItem(
        bytes calldata encoded,
        bytes32 agreementId,
        SettlementItem calldata item
    ) external returns (Micro[PAYEES] memory paid) {
        if (msg.sender != address(this)) revert NotSelf(msg.sender);
        Batch memory batch = abi.decode(encoded, (Batch));
        _checkItem(batch, item);
        address consumer = item.terms.consumer;
        uint256 index = AGREEMENTS.advance(agreementId, consumer, item.terms.meterId, batch.start, batch.end);
        Wh contracted = item.terms.contracted[index % MONTHS];
        (Wh[5] memory used, ) = METERS.record(item.opening, item.closing, item.signature);
        Determinants memory usage = _determinants(batch, item, used);
        Nano cost = IPriceFormula(batch.formula).cost(batch.formulaParams, usage);
        BillLine[] memory lines;
        Micro total;
        (lines, total, paid) = BillLib.draft(batch.rates, contracted, used, cost);
        emit BillSettled(agreementId, batch.start, batch.end, contracted, used, lines);
        ESCROW.debit(consumer, total);
    }

    /// @inheritdoc ISettlement
    function recordRead(Read calldata last, Read calldata next, bytes calldata signature) external {
        BREAKER.requireRunning(Activity.Metering);
        bytes32 agreementId = AGREEMENTS.agreementOf(next.meterId);
        if (agreementId != 0) {
            uint40 start = AGREEMENTS.stateOf(agreementId).start;
            if (next.time > start) revert ReadBelongsToSettlement(next.meterId, start);
        } else if (next.time + OLDEST_READ < block.timestamp) {
            revert ReadTooOld(next.time, uint40(block.timestamp) - OLDEST_READ);
        }
        METERS.record(last, next, signature);
    }

    /// @inheritdoc ISettlement
    function preview(
        TariffTable calldata table,
        Offer calldata offer,
        Wh contracted,
        Determinants calldata usage
    ) external view returns (BillLine[] memory lines, Micro total) {
        Nano cost = IPriceFormula(offer.formula).cost(offer.formulaParams, usage);
        (lines, total, ) = BillLib.draft(RateLib.ratesOf(offer, table), contracted, usage.registers, cost);
    }

    /* INTERNAL */

    function _checkItem(Batch memory batch, SettlementItem calldata item) private pure {
        if (item.terms.offerId != batch.offerId) revert OfferMismatch(item.terms.offerId, batch.offerId);
        if (item.closing.meterId != item.terms.meterId) {
            revert ReadWrongMeter(item.terms.meterId, item.closing.meterId);
        }
        if (item.opening.time != batch.start) revert ReadNotAtBoundary(batch.start, item.opening.time);
        if (item.closing.time != batch.end) revert ReadNotAtBoundary(batch.end, item.closing.time);
    }

    /// @dev Formulas that need the connection's capacity or an interval index are not allowed yet.
    function _determinants(
        Batch memory batch,
        SettlementItem calldata item,
        Wh[5] memory used
    ) private pure returns (Determinants memory d) {
        d.registers = used;
        d.maxDemand = item.closing.maxDemand;
        d.referencePrice = batch.rates.referencePrice;
        d.index = batch.index;
        d.elapsed = d.whole = uint32(batch.end - batch.start);
    }

    /// @dev Cannot hide an overflow: the escrow takes the sums only if they are what was debited.
    function _add(Micro[PAYEES] memory sums, Micro[PAYEES] memory paid) private pure {
        unchecked {
            for (uint256 p; p < PAYEES; ++p) {
                sums[p] = Micro.wrap(Micro.unwrap(sums[p]) + Micro.unwrap(paid[p]));
            }
        }
    }

    function _credit(TariffTable calldata table, Offer calldata offer, Micro[PAYEES] memory sums) private {
        address[] memory payees = new address[](PAYEES);
        Micro[] memory amounts = new Micro[](PAYEES);
        payees[uint256(Payee.Grid)] = table.grid;
        payees[uint256(Payee.Seller)] = offer.retailer;
        payees[uint256(Payee.Government)] = table.government;
        payees[uint256(Payee.SubsidyPool)] = table.subsidyPool;
        payees[uint256(Payee.ExcessPayee)] = offer.deviation.excessPayee;
        payees[uint256(Payee.ShortfallPayee)] = offer.deviation.shortfallPayee;
        for (uint256 p; p < PAYEES; ++p) {
            amounts[p] = sums[p];
        }
        ESCROW.credit(payees, amounts);
    }
}
