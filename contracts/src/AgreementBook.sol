// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {IAgreementBook} from "./interfaces/IAgreementBook.sol";
import {ICircuitBreaker, Activity} from "./interfaces/ICircuitBreaker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMemberRegistry, Role} from "./interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {IOfferBook} from "./interfaces/IOfferBook.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {DepositLib} from "./libraries/DepositLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {Modular} from "./Modular.sol";
import {AgreementState, Terms} from "./types/Agreement.sol";
import {CustomerClass, Offer} from "./types/Offer.sol";
import {Micro, Watt, Wh} from "./types/Units.sol";

/// @notice See IAgreementBook.
contract AgreementBook is IAgreementBook, Modular, EIP712, NoncesKeyed {
    /// @dev The contracts an agreement leans on.
    struct Market {
        IMemberRegistry members;
        ICircuitBreaker breaker;
        ITariffBook tariffs;
        IOfferBook offers;
        IMeterRegistry meters;
        IEscrow escrow;
    }

    /// @dev The tariff book's longest period is 32 days.
    uint256 private constant LONGEST_PERIOD_HOURS = 32 * 24;

    /* IMMUTABLES */

    IMemberRegistry public immutable MEMBERS;
    ICircuitBreaker public immutable BREAKER;
    ITariffBook public immutable TARIFFS;
    IOfferBook public immutable OFFERS;
    IMeterRegistry public immutable METERS;
    IEscrow public immutable ESCROW;

    /* STORAGE */

    mapping(bytes32 agreementId => AgreementState) private _agreements;

    /// @inheritdoc IAgreementBook
    mapping(bytes32 meterId => bytes32) public agreementOf;

    /* CONSTRUCTOR */

    constructor(address authority, Market memory market) Modular(authority) EIP712("Switchyard", "1") {
        MEMBERS = market.members;
        BREAKER = market.breaker;
        TARIFFS = market.tariffs;
        OFFERS = market.offers;
        METERS = market.meters;
        ESCROW = market.escrow;
    }

    /* EXTERNAL */

    /// @inheritdoc IAgreementBook
    function sign(
        Offer calldata offer,
        Terms calldata terms,
        bytes calldata signature
    ) external returns (bytes32 agreementId) {
        BREAKER.requireRunning(Activity.Signing);
        _checkOffer(offer, terms);
        _checkSupplyPoint(offer, terms);
        agreementId = HashLib.hash(terms);
        _checkSignature(agreementId, terms, signature);

        (Wh yearly, Micro deposit) = DepositLib.deposit(terms.contracted, offer.deposit);
        AgreementState storage state = _agreements[agreementId];
        state.start = terms.start;
        state.settledUntil = terms.start;
        state.termPeriods = offer.termPeriods;
        state.deposit = deposit;
        agreementOf[terms.meterId] = agreementId;
        emit AgreementSigned(agreementId, terms.consumer, offer.retailer, terms, offer.termPeriods, deposit);

        OFFERS.sell(terms.offerId, offer.capacity, yearly);
        ESCROW.lock(terms.consumer, deposit);
    }

    /// @inheritdoc IAgreementBook
    function advance(
        bytes32 agreementId,
        address consumer,
        bytes32 meterId,
        uint40 from,
        uint40 to
    ) external onlyModule returns (uint16 index) {
        AgreementState memory state = _agreements[agreementId];
        if (state.start == 0) revert AgreementUnknown(agreementId);
        if (state.ended) revert AgreementIsEnded(agreementId);
        if (state.settledUntil != from) revert PeriodNotNext(agreementId, state.settledUntil, from);
        index = state.periods;
        state.settledUntil = to;
        state.periods = index + 1;
        bool last = state.periods == state.termPeriods;
        Micro deposit = state.deposit;
        if (last) {
            state.ended = true;
            state.deposit = Micro.wrap(0);
            delete agreementOf[meterId];
        }
        _agreements[agreementId] = state;
        if (last) {
            emit AgreementEnded(agreementId, to, deposit);
            ESCROW.unlock(consumer, deposit);
        }
    }

    /// @inheritdoc IAgreementBook
    function stateOf(bytes32 agreementId) external view returns (AgreementState memory) {
        return _agreements[agreementId];
    }

    /* INTERNAL */

    function _checkOffer(Offer calldata offer, Terms calldata terms) private view {
        bytes32 offerId = HashLib.hash(offer);
        if (offerId != terms.offerId) revert OfferMismatch(terms.offerId, offerId);
        if (block.timestamp < offer.validFrom) revert OfferNotYetValid(offer.validFrom);
        if (block.timestamp >= offer.validUntil) revert OfferExpired(offer.validUntil);
        MEMBERS.requireRole(offer.retailer, Role.Retailer);
    }

    function _checkSupplyPoint(Offer calldata offer, Terms calldata terms) private view {
        if (terms.start < block.timestamp) revert StartInPast(terms.start, uint40(block.timestamp));
        if (TARIFFS.periodEnd(terms.start) == 0) revert PeriodUnknown(terms.start);
        (address holder, uint32 region, uint8 voltageClass, CustomerClass class, Watt capacity) = METERS.supplyPoint(
            terms.meterId
        );
        if (holder != terms.consumer) revert NotMeterHolder(terms.consumer, holder);
        if (region != offer.region || voltageClass != offer.voltageClass || class != offer.customerClass) {
            revert OfferOutOfReach(terms.offerId, terms.meterId);
        }
        _checkContracted(terms.contracted, capacity);
        bytes32 supplying = agreementOf[terms.meterId];
        if (supplying != 0) revert MeterAlreadySupplied(terms.meterId, supplying);
    }

    /// @dev More than the connection can carry would buy out an offer's capacity, or put the band out of any use's reach.
    function _checkContracted(Wh[12] calldata contracted, Watt capacity) private pure {
        uint256 possible = uint256(Watt.unwrap(capacity)) * LONGEST_PERIOD_HOURS;
        for (uint256 month; month < 12; ++month) {
            if (Wh.unwrap(contracted[month]) > possible) {
                revert ContractedTooMuch(month, contracted[month], Wh.wrap(uint64(possible)));
            }
        }
    }

    function _checkSignature(bytes32 agreementId, Terms calldata terms, bytes calldata signature) private {
        if (block.timestamp > terms.expiry) revert IntentExpired(terms.expiry);
        _useCheckedNonce(terms.consumer, terms.nonce);
        if (!SignatureChecker.isValidSignatureNowCalldata(terms.consumer, _hashTypedDataV4(agreementId), signature)) {
            revert SignatureInvalid(terms.consumer);
        }
    }
}
