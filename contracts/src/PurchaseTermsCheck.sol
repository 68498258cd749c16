// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {IMemberRegistry, Role} from "./interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IPurchaseBook} from "./interfaces/IPurchaseBook.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {PurchaseLib} from "./libraries/PurchaseLib.sol";
import {TermLib} from "./libraries/TermLib.sol";
import {SupplyPoint} from "./types/Metering.sol";
import {CustomerClass, DeviationClause, SettlementModel} from "./types/Offer.sol";
import {PurchaseTerms} from "./types/Purchase.sol";
import {BPS_ONE, Bps, MicroPerKwh, Wh} from "./types/Units.sol";

/// @notice What a purchase's terms must be before anyone's signature on them counts. A contract of its own only because both
/// together are larger than a contract may be. It holds nothing and may do nothing.
contract PurchaseTermsCheck {
    using PurchaseLib for PurchaseTerms;

    /// @dev The contracts a purchase's terms are checked against.
    struct Market {
        IMemberRegistry members;
        ITariffBook tariffs;
        IMeterRegistry meters;
        IAgreementBook agreements;
    }

    uint16 private constant HIGHEST_UPPER = 20_000;
    uint16 private constant HIGHEST_EXCESS = 30_000;
    uint16 private constant LONGEST_TERM = 60;
    /// @dev As the prices of regulated components: then no line of a bill can overflow.
    uint64 private constant HIGHEST_PRICE = type(uint32).max;

    /* IMMUTABLES */

    IMemberRegistry public immutable MEMBERS;
    ITariffBook public immutable TARIFFS;
    IMeterRegistry public immutable METERS;

    /* CONSTRUCTOR */

    constructor(Market memory market) {
        MEMBERS = market.members;
        TARIFFS = market.tariffs;
        METERS = market.meters;
    }

    /* EXTERNAL */

    /// @notice Reverts with the reason unless the terms can be signed now.
    function requireSound(PurchaseTerms calldata terms) external view {
        _checkParties(terms);
        _checkTerms(terms);
        _checkMeters(terms);
    }

    /* INTERNAL */

    function _checkParties(PurchaseTerms calldata t) private view {
        if (t.generator == t.buyer || t.generator == t.grid || t.buyer == t.grid) {
            revert IPurchaseBook.PartiesNotDistinct();
        }
        MEMBERS.requireRole(t.generator, Role.Generator);
        MEMBERS.requireRole(t.grid, Role.Grid);
        // A large consumer needs no role: it is who holds the use meter.
        if (!t.isDirect()) MEMBERS.requireRole(t.buyer, Role.Retailer);
    }

    function _checkTerms(PurchaseTerms calldata t) private view {
        if (t.start < block.timestamp) revert IPurchaseBook.StartInPast(t.start, uint40(block.timestamp));
        if (TARIFFS.periodEnd(t.start) == 0) revert IPurchaseBook.PeriodUnknown(t.start);
        if (t.periods == 0 || t.periods > LONGEST_TERM) revert IPurchaseBook.TermInvalid(t.periods);
        _checkPrice(t.price);
        if (Bps.unwrap(t.lower) > BPS_ONE) revert IPurchaseBook.BandInvalid(Bps.unwrap(t.lower), uint16(BPS_ONE));
        if (t.isDirect()) _checkDirect(t);
    }

    function _checkDirect(PurchaseTerms calldata t) private pure {
        if (t.model == SettlementModel.RetailerLed) revert IPurchaseBook.DirectNeedsGrid(t.model);
        DeviationClause calldata clause = t.deviation;
        (uint16 lower, uint16 upper) = (Bps.unwrap(clause.lower), Bps.unwrap(clause.upper));
        if (lower > BPS_ONE || upper < BPS_ONE || upper > HIGHEST_UPPER) {
            revert IPurchaseBook.BandInvalid(lower, upper);
        }
        uint16 excess = Bps.unwrap(clause.excess);
        if (excess > HIGHEST_EXCESS) revert IPurchaseBook.ExcessRatioTooHigh(excess);
        _checkPrice(clause.shortfall);
    }

    function _checkPrice(MicroPerKwh price) private pure {
        if (MicroPerKwh.unwrap(price) > HIGHEST_PRICE) revert IPurchaseBook.PriceTooHigh(price);
    }

    function _checkMeters(PurchaseTerms calldata t) private view {
        _checkMeter(t, t.deliveryMeterId, t.generator);
        if (!t.isDirect()) return;
        SupplyPoint memory point = _checkMeter(t, t.useMeterId, t.buyer);
        if (point.customerClass != CustomerClass.Business) {
            revert IPurchaseBook.NotLargeConsumer(t.buyer, t.useMeterId);
        }
        if (point.region != t.region || point.voltageClass != t.voltageClass) {
            revert IPurchaseBook.PurchaseOutOfReach(t.useMeterId, point.region, point.voltageClass);
        }
    }

    /// @dev The grid that signs must be the one that runs the meter.
    function _checkMeter(
        PurchaseTerms calldata t,
        bytes32 meterId,
        address holder
    ) private view returns (SupplyPoint memory point) {
        point = METERS.supplyPoint(meterId);
        if (point.holder != holder) revert IPurchaseBook.NotMeterHolder(holder, point.holder);
        if (point.operator != t.grid) revert IPurchaseBook.NotMeterOperator(t.grid, point.operator);
        // Twelve of the largest at the highest upper edge still fit in a Wh, and so does the year's use.
        Wh possible = TermLib.possibleMonth(point.capacity);
        for (uint256 month; month < PurchaseLib.MONTHS; ++month) {
            if (possible < t.agreed[month]) revert IPurchaseBook.ContractedTooMuch(month, t.agreed[month], possible);
        }
    }
}
