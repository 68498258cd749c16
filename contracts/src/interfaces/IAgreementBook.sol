// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AgreementState, Terms} from "../types/Agreement.sol";
import {Offer} from "../types/Offer.sol";
import {Micro, Wh} from "../types/Units.sol";

/// @title Signed retail agreements, by the hash of their terms
/// @notice P4: at every instant a meter has at most one supplier.
interface IAgreementBook {
    event AgreementSigned(
        bytes32 indexed agreementId,
        address indexed consumer,
        address indexed retailer,
        Terms terms,
        uint16 termPeriods,
        Micro deposit
    );
    event AgreementEnded(bytes32 indexed agreementId, uint40 endedAt, Micro depositReturned);

    error AgreementUnknown(bytes32 agreementId);
    error AgreementIsEnded(bytes32 agreementId);
    error PeriodNotNext(bytes32 agreementId, uint40 expected, uint40 given);
    error IntentExpired(uint40 expiry);
    error StartInPast(uint40 start, uint40 now_);
    error PeriodUnknown(uint40 start);
    error OfferMismatch(bytes32 signed, bytes32 given);
    error OfferNotYetValid(uint40 validFrom);
    error OfferExpired(uint40 validUntil);
    error OfferOutOfReach(bytes32 offerId, bytes32 meterId);
    error ContractedTooMuch(uint256 month, Wh contracted, Wh possible);
    error NotMeterHolder(address consumer, address holder);
    error MeterAlreadySupplied(bytes32 meterId, bytes32 agreementId);
    error SignatureInvalid(address account);

    /// @notice Signs an offer for a meter on the consumer's EIP-712 signature; anyone may submit it.
    /// @dev Locks the deposit out of the consumer's free balance in the same call.
    function sign(
        Offer calldata offer,
        Terms calldata terms,
        bytes calldata signature
    ) external returns (bytes32 agreementId);

    /// @notice Moves an agreement past a settled period; ends it and returns the deposit after the last. Modules only.
    /// @return index The period's number, counted from zero at the start of the agreement.
    function advance(
        bytes32 agreementId,
        address consumer,
        bytes32 meterId,
        uint40 from,
        uint40 to
    ) external returns (uint16 index);

    /// @notice The agreement that supplies a meter or will; zero if none.
    function agreementOf(bytes32 meterId) external view returns (bytes32);

    function stateOf(bytes32 agreementId) external view returns (AgreementState memory);
}
