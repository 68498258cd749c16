// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IPurchaseBook} from "./interfaces/IPurchaseBook.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {AnnualLib} from "./libraries/AnnualLib.sol";
import {BillLib} from "./libraries/BillLib.sol";
import {CompensationLib} from "./libraries/CompensationLib.sol";
import {DeviationLib} from "./libraries/DeviationLib.sol";
import {PurchaseLib} from "./libraries/PurchaseLib.sol";
import {RateLib} from "./libraries/RateLib.sol";
import {SettledLib} from "./libraries/SettledLib.sol";
import {ReadWordsLib} from "./libraries/ReadWordsLib.sol";
import {PurchaseLedger} from "./PurchaseLedger.sol";
import {PurchaseTermsCheck} from "./PurchaseTermsCheck.sol";
import {BillLine, Rates, TariffTable, PAYEES} from "./types/Billing.sol";
import {DialsAndTime, MeterFacts, ReadWords, UsedFifth, UsedFour} from "./types/Metering.sol";
import {SettlementModel} from "./types/Offer.sol";
import {Delivery, MeterAdvance, PurchaseState, PurchaseTerms} from "./types/Purchase.sol";
import {Micro, MicroPerKwh, Nano, Wh} from "./types/Units.sol";

/// @notice See IPurchaseBook.
contract PurchaseBook is PurchaseLedger, EIP712, NoncesKeyed {
    using PurchaseLib for PurchaseTerms;
    using ReadWordsLib for DialsAndTime;

    /// @dev The period being settled.
    struct Period {
        bytes32 purchaseId;
        uint40 start;
        uint40 end;
        uint16 index;
        bool last;
    }

    /* IMMUTABLES */

    ITariffBook public immutable TARIFFS;
    IMeterRegistry public immutable METERS;
    /// @dev It knows which meters are taken, by retail agreements and by purchases (P4).
    IAgreementBook public immutable AGREEMENTS;
    PurchaseTermsCheck public immutable CHECK;

    /* STORAGE */

    mapping(bytes32 purchaseId => PurchaseState) private _purchases;

    /* CONSTRUCTOR */

    constructor(
        ICircuitBreaker breaker,
        IEscrow escrow,
        PurchaseTermsCheck.Market memory market
    ) PurchaseLedger(breaker, escrow) EIP712("Switchyard Purchase", "1") {
        TARIFFS = market.tariffs;
        METERS = market.meters;
        AGREEMENTS = market.agreements;
        CHECK = new PurchaseTermsCheck(market);
    }

    /* EXTERNAL */

    /// @inheritdoc IPurchaseBook
    function sign(PurchaseTerms calldata terms, Signed calldata signatures) external returns (bytes32 purchaseId) {
        BREAKER.requireRunning(Activity.Signing);
        if (block.timestamp > terms.expiry) revert IntentExpired(terms.expiry);
        CHECK.requireSound(terms);
        purchaseId = terms.hash();
        bytes32 digest = _hashTypedDataV4(purchaseId);
        _checkSignature(terms.generator, terms.generatorNonce, digest, signatures.generator);
        _checkSignature(terms.buyer, terms.buyerNonce, digest, signatures.buyer);
        _checkSignature(terms.grid, terms.gridNonce, digest, signatures.grid);

        PurchaseState storage state = _purchases[purchaseId];
        state.settledUntil = terms.start;
        state.deposit = terms.deposit;
        AGREEMENTS.reserve(terms.deliveryMeterId, purchaseId);
        if (terms.isDirect()) AGREEMENTS.reserve(terms.useMeterId, purchaseId);
        emit PurchaseSigned(purchaseId, terms.generator, terms.buyer, terms);
        ESCROW.lock(terms.generator, terms.deposit);
    }

    /// @inheritdoc IPurchaseBook
    function recordRead(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata next,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external {
        BREAKER.requireRunning(Activity.Metering);
        bytes32 purchaseId = AGREEMENTS.agreementOf(meterId);
        // Before the first period is settled, this is the start.
        uint40 until = _purchases[purchaseId].settledUntil;
        if (until == 0) revert PurchaseUnknown(purchaseId);
        if (next.rest.time() > until) revert ReadBelongsToPurchase(meterId, until);
        METERS.record(meterId, facts, last, next, intervalRoot, signature);
    }

    /// @inheritdoc IPurchaseBook
    function settle(
        TariffTable calldata table,
        PurchaseTerms calldata terms,
        MeterAdvance[] calldata advances
    ) external {
        BREAKER.requireRunning(Activity.Settling);
        bytes32 purchaseId = terms.hash();
        if (table.region != terms.region || table.voltageClass != terms.voltageClass) {
            revert TariffOutOfReach(purchaseId, table.region, table.voltageClass);
        }
        TARIFFS.requirePublished(table);
        uint256 needed = terms.isDirect() ? 2 : 1;
        if (advances.length != needed) revert AdvancesDiffer(needed, advances.length);
        Period memory period = _advance(purchaseId, terms, table);
        // The consumer's bill first: the grid pays the generator out of it.
        if (terms.isDirect()) _billUse(period, table, terms, advances[1]);
        _payDelivery(period, table, terms, advances[0]);
        if (period.last) _end(period, terms);
    }

    /// @inheritdoc IPurchaseBook
    function stateOf(bytes32 purchaseId) external view returns (PurchaseState memory) {
        return _purchases[purchaseId];
    }

    /* INTERNAL */

    function _checkSignature(address account, uint256 nonce, bytes32 digest, bytes calldata signature) private {
        _useCheckedNonce(account, nonce);
        if (!SignatureChecker.isValidSignatureNowCalldata(account, digest, signature)) {
            revert SignatureInvalid(account);
        }
    }

    /// @dev P3: the table's period must be the next one.
    function _advance(
        bytes32 purchaseId,
        PurchaseTerms calldata terms,
        TariffTable calldata table
    ) private returns (Period memory) {
        PurchaseState storage state = _purchases[purchaseId];
        if (state.settledUntil == 0) revert PurchaseUnknown(purchaseId);
        if (state.ended) revert PurchaseIsEnded(purchaseId);
        if (state.settledUntil != table.start) revert PeriodNotNext(purchaseId, state.settledUntil, table.start);
        uint16 index = state.periods;
        state.settledUntil = table.end;
        state.periods = index + 1;
        return Period(purchaseId, table.start, table.end, index, index + 1 == terms.periods);
    }

    function _record(
        Period memory period,
        bytes32 meterId,
        MeterAdvance calldata a
    ) private returns (Wh[5] memory used, Wh exported) {
        (uint40 from, uint40 to) = (a.opening.rest.time(), a.closing.rest.time());
        if (from != period.start) revert ReadNotInPeriod(period.start, from);
        if (to != period.end) revert ReadNotInPeriod(period.end, to);
        (UsedFour four, UsedFifth fifth) = METERS.record(
            meterId,
            a.facts,
            a.opening,
            a.closing,
            a.intervalRoot,
            a.signature
        );
        return (SettledLib.registers(four, fifth), SettledLib.exported(fifth));
    }

    function _billUse(
        Period memory period,
        TariffTable calldata table,
        PurchaseTerms calldata terms,
        MeterAdvance calldata advance
    ) private {
        (Wh[5] memory used, ) = _record(period, terms.useMeterId, advance);
        Wh contracted = terms.agreed[period.index % PurchaseLib.MONTHS];
        Rates memory rates = RateLib.ratesOf(terms.model, terms.deviation, table);
        Wh total = BillLib.sum(used);
        Nano cost = Nano.wrap(uint256(Wh.unwrap(total)) * MicroPerKwh.unwrap(terms.price));
        (BillLine[] memory lines, Micro charge, Micro[PAYEES] memory paid) = BillLib.draft(
            rates,
            contracted,
            used,
            cost,
            Micro.wrap(0)
        );
        if (terms.isAnnual()) {
            AnnualLib.Year memory year = _addToYear(period, terms, total, charge);
            if (terms.closesYear(period.index)) {
                (lines, charge, paid) = BillLib.close(rates, year, lines, charge, paid);
            }
        }
        Micro unpaid = _collect(period.purchaseId, table, terms, charge, paid);
        emit UseBilled(period.purchaseId, period.start, period.end, contracted, used, lines, unpaid);
    }

    /// @dev The year's totals with this month. The period that closes the year clears them for the next one.
    function _addToYear(
        Period memory period,
        PurchaseTerms calldata terms,
        Wh used,
        Micro charge
    ) private returns (AnnualLib.Year memory year) {
        PurchaseState storage state = _purchases[period.purchaseId];
        (year.used, year.charged) = (state.yearUsed + used, state.yearCharged + charge);
        if (terms.closesYear(period.index)) {
            year.contracted = terms.contractedOfYear(period.index);
            (state.yearUsed, state.yearCharged) = (Wh.wrap(0), Micro.wrap(0));
        } else {
            (state.yearUsed, state.yearCharged) = (year.used, year.charged);
        }
    }

    function _payDelivery(
        Period memory period,
        TariffTable calldata table,
        PurchaseTerms calldata terms,
        MeterAdvance calldata advance
    ) private {
        Delivery memory d;
        (, d.delivered) = _record(period, terms.deliveryMeterId, advance);
        d.agreed = terms.agreed[period.index % PurchaseLib.MONTHS];
        d.referencePrice = table.agencyPrice;
        d.payment = DeviationLib.chargeAt(d.delivered, terms.price);
        (d.short, d.compensation) = CompensationLib.compensation(
            CompensationLib.Delivery(d.agreed, d.delivered, terms.lower, d.referencePrice, terms.price)
        );
        address payer = terms.model == SettlementModel.RetailerLed ? terms.buyer : terms.grid;
        Micro deposit = _purchases[period.purchaseId].deposit;
        _meet(terms, payer, deposit, d);
        _purchases[period.purchaseId].deposit = deposit - d.fromDeposit;
        emit DeliverySettled(period.purchaseId, period.start, period.end, payer, d);
        _move(period.purchaseId, terms, payer, d);
    }

    function _end(Period memory period, PurchaseTerms calldata terms) private {
        PurchaseState storage state = _purchases[period.purchaseId];
        Micro deposit = state.deposit;
        (state.ended, state.deposit) = (true, Micro.wrap(0));
        AGREEMENTS.release(terms.deliveryMeterId);
        if (terms.isDirect()) AGREEMENTS.release(terms.useMeterId);
        emit PurchaseEnded(period.purchaseId, period.end, deposit);
        _unlock(terms.generator, deposit);
    }
}
