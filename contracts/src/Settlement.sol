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
import {BillLine, Payee, SettlementItem, TariffTable, PAYEES} from "./types/Billing.sol";
import {Read} from "./types/Metering.sol";
import {Offer, Usage} from "./types/Offer.sol";
import {Micro, Nano, Wh} from "./types/Units.sol";

/// @notice See ISettlement.
contract Settlement is ISettlement {
    uint256 private constant MONTHS = 12;

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
    function settle(TariffTable calldata table, Offer calldata offer, SettlementItem[] calldata items)
        external
        returns (uint256 settled)
    {
        BREAKER.requireRunning(Activity.Settling);
        if (items.length == 0) revert BatchEmpty();
        TARIFFS.requirePublished(table);
        bytes32 offerId = HashLib.hash(offer);
        if (offer.region != table.region || offer.voltageClass != table.voltageClass) {
            revert TariffOutOfReach(offerId, table.region, table.voltageClass);
        }
        Micro[PAYEES] memory batch;
        for (uint256 i; i < items.length; ++i) {
            bytes32 agreementId = HashLib.hash(items[i].terms);
            // Each item has a frame of its own: all of it happens or nothing, and its memory is given back.
            try this.settleItem(table, offer, offerId, agreementId, items[i]) returns (Micro[PAYEES] memory paid) {
                for (uint256 p; p < PAYEES; ++p) {
                    batch[p] = batch[p] + paid[p];
                }
                ++settled;
            } catch (bytes memory reason) {
                emit SettlementSkipped(agreementId, reason);
            }
        }
        if (settled != 0) _credit(table, offer, batch);
    }

    /// @notice One item of a batch. Called only by this contract.
    function settleItem(
        TariffTable calldata table,
        Offer calldata offer,
        bytes32 offerId,
        bytes32 agreementId,
        SettlementItem calldata item
    ) external returns (Micro[PAYEES] memory paid) {
        if (msg.sender != address(this)) revert NotSelf(msg.sender);
        _checkItem(table, offerId, item);
        Wh contracted = item.terms
        .contracted[AGREEMENTS.advance(
                agreementId, item.terms.consumer, item.terms.meterId, table.start, table.end
            ) % MONTHS];
        (Wh[5] memory used,) = METERS.record(item.opening, item.closing, item.signature);
        Nano cost = IPriceFormula(offer.formula)
            .cost(offer.formulaParams, Usage({registers: used, maxDemand: item.closing.maxDemand}));
        BillLine[] memory lines;
        Micro total;
        (lines, total, paid) = BillLib.draft(offer, table, contracted, used, cost);
        emit BillSettled(agreementId, table.start, table.end, contracted, used, lines);
        ESCROW.debit(item.terms.consumer, total);
    }

    /// @inheritdoc ISettlement
    function recordRead(Read calldata last, Read calldata next, bytes calldata signature) external {
        BREAKER.requireRunning(Activity.Metering);
        bytes32 agreementId = AGREEMENTS.agreementOf(next.meterId);
        if (agreementId != 0) {
            uint40 start = AGREEMENTS.stateOf(agreementId).start;
            if (next.time > start) revert ReadBelongsToSettlement(next.meterId, start);
        }
        METERS.record(last, next, signature);
    }

    /* INTERNAL */

    function _checkItem(TariffTable calldata table, bytes32 offerId, SettlementItem calldata item) private pure {
        if (item.terms.offerId != offerId) revert OfferMismatch(item.terms.offerId, offerId);
        if (item.closing.meterId != item.terms.meterId) {
            revert ReadWrongMeter(item.terms.meterId, item.closing.meterId);
        }
        if (item.opening.time != table.start) revert ReadNotAtBoundary(table.start, item.opening.time);
        if (item.closing.time != table.end) revert ReadNotAtBoundary(table.end, item.closing.time);
    }

    function _credit(TariffTable calldata table, Offer calldata offer, Micro[PAYEES] memory batch) private {
        address[] memory payees = new address[](PAYEES);
        Micro[] memory amounts = new Micro[](PAYEES);
        payees[uint256(Payee.Grid)] = table.grid;
        payees[uint256(Payee.Seller)] = offer.retailer;
        payees[uint256(Payee.Government)] = table.government;
        payees[uint256(Payee.SubsidyPool)] = table.subsidyPool;
        payees[uint256(Payee.ExcessPayee)] = offer.deviation.excessPayee;
        payees[uint256(Payee.ShortfallPayee)] = offer.deviation.shortfallPayee;
        for (uint256 p; p < PAYEES; ++p) {
            amounts[p] = batch[p];
        }
        ESCROW.credit(payees, amounts);
    }
}
