// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IMemberRegistry, Role} from "./interfaces/IMemberRegistry.sol";
import {IOfferBook, OfferStatus} from "./interfaces/IOfferBook.sol";
import {IPriceFormula} from "./interfaces/IPriceFormula.sol";
import {BillLib} from "./libraries/BillLib.sol";
import {DeviationLib} from "./libraries/DeviationLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {Modular} from "./Modular.sol";
import {Offer, SettlementModel, WorkedExample} from "./types/Offer.sol";
import {BPS_ONE, Bps, Micro, MicroPerKwh, Nano, Wh, WH_PER_KWH} from "./types/Units.sol";

/// @notice See IOfferBook.
contract OfferBook is IOfferBook, Modular {
    uint256 private constant EXAMPLES_NEEDED = 3;
    uint16 private constant HIGHEST_UPPER = 20_000;
    uint16 private constant HIGHEST_EXCESS = 30_000;
    uint16 private constant LONGEST_TERM = 60;

    /// @dev A million of the currency. More than a debt can hold would keep the last bill from ever being settled.
    Micro private constant HIGHEST_EXIT_FEE = Micro.wrap(1e12);

    /* IMMUTABLES */

    IMemberRegistry public immutable MEMBERS;
    ICircuitBreaker public immutable BREAKER;

    /* STORAGE */

    mapping(address formula => bool) public isFormula;

    mapping(bytes32 offerId => OfferState) private _offers;

    /* CONSTRUCTOR */

    constructor(address authority, IMemberRegistry members, ICircuitBreaker breaker) Modular(authority) {
        MEMBERS = members;
        BREAKER = breaker;
    }

    /* EXTERNAL */

    /// @inheritdoc IOfferBook
    function allowFormula(address formula, bool allowed) external {
        MEMBERS.requireRole(msg.sender, Role.Exchange);
        isFormula[formula] = allowed;
        emit FormulaAllowed(formula, allowed);
    }

    /// @inheritdoc IOfferBook
    function publish(
        Offer calldata offer,
        string calldata name,
        WorkedExample[] calldata examples
    ) external returns (bytes32 offerId) {
        BREAKER.requireRunning(Activity.Publishing);
        if (msg.sender != offer.retailer) revert NotOfferRetailer(msg.sender, offer.retailer);
        MEMBERS.requireRole(msg.sender, Role.Retailer);
        _checkTerms(offer);
        _checkExamples(offer, examples);
        offerId = HashLib.hash(offer);
        OfferState storage state = _offers[offerId];
        if (state.status != OfferStatus.Unknown) revert OfferAlreadyPublished(offerId);
        state.status = OfferStatus.Published;
        state.retailer = msg.sender;
        emit OfferPublished(offerId, msg.sender, name, offer, examples);
    }

    /// @inheritdoc IOfferBook
    function withdraw(bytes32 offerId) external {
        OfferState storage state = _published(offerId);
        if (msg.sender != state.retailer) revert NotOfferRetailer(msg.sender, state.retailer);
        state.status = OfferStatus.Withdrawn;
        emit OfferWithdrawn(offerId, msg.sender);
    }

    /// @inheritdoc IOfferBook
    function sell(bytes32 offerId, Wh capacity, Wh energy) external onlyModule {
        OfferState storage state = _published(offerId);
        if (Wh.unwrap(capacity) == 0) return;
        Wh sold = state.sold + energy;
        if (capacity < sold) revert OfferSoldOut(offerId, capacity, energy);
        state.sold = sold;
    }

    /// @inheritdoc IOfferBook
    function takeBack(bytes32 offerId, Wh capacity, Wh energy) external onlyModule {
        if (Wh.unwrap(capacity) == 0) return;
        OfferState storage state = _offers[offerId];
        state.sold = state.sold - energy;
    }

    /// @inheritdoc IOfferBook
    function stateOf(bytes32 offerId) external view returns (OfferState memory) {
        return _offers[offerId];
    }

    /* INTERNAL */

    function _published(bytes32 offerId) private view returns (OfferState storage state) {
        state = _offers[offerId];
        if (state.status == OfferStatus.Unknown) revert OfferUnknown(offerId);
        if (state.status == OfferStatus.Withdrawn) revert OfferIsWithdrawn(offerId);
    }

    function _checkTerms(Offer calldata offer) private view {
        uint16 lower = Bps.unwrap(offer.deviation.lower);
        uint16 upper = Bps.unwrap(offer.deviation.upper);
        if (lower > BPS_ONE || upper < BPS_ONE || upper > HIGHEST_UPPER) revert BandInvalid(lower, upper);
        uint16 excess = Bps.unwrap(offer.deviation.excess);
        if (excess > HIGHEST_EXCESS) revert ExcessRatioTooHigh(excess);
        if (offer.termPeriods == 0 || offer.termPeriods > LONGEST_TERM) revert TermInvalid(offer.termPeriods);
        if (offer.validUntil <= offer.validFrom || offer.validUntil <= block.timestamp) {
            revert ValidityInvalid(offer.validFrom, offer.validUntil);
        }
        if (MicroPerKwh.unwrap(offer.serviceFee) != 0 && offer.model != SettlementModel.GridLed) {
            revert ServiceFeeNotAllowed();
        }
        if (HIGHEST_EXIT_FEE < offer.exitFee) revert ExitFeeTooHigh(offer.exitFee);
        if (Bps.unwrap(offer.green) > BPS_ONE) revert GreenShareInvalid(Bps.unwrap(offer.green));
        if (!isFormula[offer.formula]) revert FormulaNotAllowed(offer.formula);
        IPriceFormula(offer.formula).check(offer.formulaParams);
    }

    function _checkExamples(Offer calldata offer, WorkedExample[] calldata examples) private view {
        if (examples.length < EXAMPLES_NEEDED) revert ExamplesMissing(examples.length, EXAMPLES_NEEDED);
        Wh previous;
        for (uint256 i; i < examples.length; ++i) {
            Wh used = BillLib.sum(examples[i].usage.registers);
            if (!(previous < used)) revert ExamplesNotIncreasing(i);
            previous = used;
            Nano cost = DeviationLib.capped(
                IPriceFormula(offer.formula).cost(offer.formulaParams, examples[i].usage),
                offer.priceCap,
                used
            );
            Micro computed = Micro.wrap(SafeCast.toUint128(Nano.unwrap(cost) / WH_PER_KWH));
            if (!(computed == examples[i].charge)) revert ExampleMismatch(i, examples[i].charge, computed);
        }
    }
}
