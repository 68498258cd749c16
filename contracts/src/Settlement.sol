// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IRevisions} from "./interfaces/IRevisions.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {ISurplusBook} from "./interfaces/ISurplusBook.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {ReadWordsLib} from "./libraries/ReadWordsLib.sol";
import {SettlementRun} from "./SettlementRun.sol";
import {SettlementItem, TariffTable} from "./types/Billing.sol";
import {DialsAndTime, MeterFacts, ReadWords} from "./types/Metering.sol";
import {Offer} from "./types/Offer.sol";
import {Micro} from "./types/Units.sol";

/// @notice See ISettlement.
contract Settlement is SettlementRun {
    using ReadWordsLib for DialsAndTime;

    /// @dev Several times what an item alone costs with the dearest signer and nothing in the account.
    uint256 private constant ITEM_GAS = 1_500_000;
    /// @dev Outside supply an older read is of no use. Under supply its age does not matter: it is the one that closes the period.
    uint40 private constant OLDEST_READ = 62 days;

    /* STORAGE */

    /// @dev Settled in this transaction and not yet counted towards the outflow.
    uint256 private transient _moved;

    /* CONSTRUCTOR */

    constructor(
        ICircuitBreaker breaker,
        ITariffBook tariffs,
        IAgreementBook agreements,
        IMeterRegistry meters,
        IEscrow escrow,
        IRevisions revisions,
        ISurplusBook surplus
    ) SettlementRun(breaker, tariffs, agreements, meters, escrow, revisions, surplus) {}

    /* EXTERNAL */

    /// @inheritdoc ISettlement
    function settle(
        TariffTable calldata table,
        Offer calldata offer,
        SettlementItem[] calldata items
    ) external returns (uint256 settled) {
        if (items.length == 0) revert BatchEmpty();
        settled = _settle(table, offer, items);
        // Of a part, the whole counts it: a limit that is reached stops the next batch, not the rest of this one.
        Micro moved = Micro.wrap(uint128(_moved));
        if (msg.sender == address(this) || Micro.unwrap(moved) == 0) return settled;
        _moved = 0;
        BREAKER.countOutflow(moved);
    }

    /// @inheritdoc ISettlement
    function settleTogether(
        TariffTable calldata table,
        Offer calldata offer,
        SettlementItem[] calldata items
    ) external {
        if (msg.sender != address(this)) revert NotSelf(msg.sender);
        Batch memory batch = _batchOf(table, offer);
        for (uint256 i; i < items.length; ++i) {
            _settleItem(batch, items[i]);
        }
        _moved += Micro.unwrap(ESCROW.credit(batch.payees, batch.sums));
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
        uint40 closed = item.closing.rest.time();
        if (closed != next.terms.start) revert ReadNotInPeriod(next.terms.start, closed);
        IAgreementBook.Replaced memory old = IAgreementBook.Replaced(offer, item.terms, table.start);
        agreementId = AGREEMENTS.switchAt(old, next.offer, next.terms, next.signature);
        _settleItem(batch, item);
        BREAKER.countOutflow(ESCROW.credit(batch.payees, batch.sums));
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
        uint40 time = next.rest.time();
        if (agreementId != 0) {
            uint40 settledUntil = AGREEMENTS.stateOf(agreementId).settledUntil;
            if (time > settledUntil) revert ReadBelongsToSettlement(meterId, settledUntil);
        } else if (time + OLDEST_READ < block.timestamp) {
            revert ReadTooOld(time, uint40(block.timestamp) - OLDEST_READ);
        }
        METERS.record(meterId, facts, last, next, intervalRoot, signature);
    }

    /* INTERNAL */

    function _settle(
        TariffTable calldata table,
        Offer calldata offer,
        SettlementItem[] calldata items
    ) private returns (uint256 settled) {
        // So that nobody can make a good item fail by sending too little.
        if (gasleft() < ITEM_GAS) revert GasTooLow(gasleft(), ITEM_GAS);
        // The same arguments to a frame of its own, as the bytes they came in: encoding them anew would cost more than the frame.
        (bool done, bytes memory reason) = address(this).call(bytes.concat(this.settleTogether.selector, msg.data[4:]));
        if (done) return items.length;
        // What is wrong with the batch refuses all of it.
        bytes32 offerId = _batchOf(table, offer).offerId;
        if (items.length == 1) {
            _skip(HashLib.hash(items[0].terms, offerId), reason);
            return 0;
        }
        // Halves of halves, until the refused item stands alone.
        uint256 half = items.length / 2;
        settled = this.settle(table, offer, _part(items, 0, half));
        settled += this.settle(table, offer, _part(items, half, items.length));
    }

    /// @dev The breaker may know nothing of the agreement: then there is nothing to freeze.
    function _skip(bytes32 agreementId, bytes memory reason) private {
        emit SettlementSkipped(agreementId, reason);
        try BREAKER.trip(agreementId, reason) {} catch {}
    }

    /// @dev From one position up to another.
    function _part(
        SettlementItem[] calldata items,
        uint256 from,
        uint256 to
    ) private pure returns (SettlementItem[] memory part) {
        part = new SettlementItem[](to - from);
        for (uint256 i; i < part.length; ++i) {
            part[i] = items[from + i];
        }
    }
}
