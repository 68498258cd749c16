// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Micro, Wh} from "../types/Units.sol";
import {Offer, WorkedExample} from "../types/Offer.sol";

enum OfferStatus {
    Unknown,
    Published,
    Withdrawn
}

/// @title Published retail packages, by hash
/// @notice An offer can be withdrawn (no new signatures) but never edited.
interface IOfferBook {
    struct OfferState {
        OfferStatus status;
        address retailer;
        Wh sold;
    }

    event FormulaAllowed(address indexed formula, bool allowed);
    event OfferPublished(
        bytes32 indexed offerId,
        address indexed retailer,
        string name,
        Offer offer,
        WorkedExample[] examples
    );
    event OfferWithdrawn(bytes32 indexed offerId, address indexed retailer);

    error NotOfferRetailer(address caller, address retailer);
    error OfferAlreadyPublished(bytes32 offerId);
    error OfferUnknown(bytes32 offerId);
    error OfferIsWithdrawn(bytes32 offerId);
    error OfferSoldOut(bytes32 offerId, Wh capacity, Wh wanted);
    error FormulaNotAllowed(address formula);
    error BandInvalid(uint16 lower, uint16 upper);
    error ExcessRatioTooHigh(uint16 excess);
    error TermInvalid(uint16 termPeriods);
    error ValidityInvalid(uint40 validFrom, uint40 validUntil);
    error ServiceFeeNotAllowed();
    error ExitFeeTooHigh(Micro exitFee);
    error GreenShareInvalid(uint16 green);
    error ExamplesMissing(uint256 given, uint256 needed);
    error ExamplesNotIncreasing(uint256 index);
    error ExampleMismatch(uint256 index, Micro promised, Micro computed);

    /// @notice The exchange says which formulas may be used. An offer keeps the one it was published with.
    function allowFormula(address formula, bool allowed) external;

    /// @notice Publishes an offer if its formula returns exactly the charges of its worked examples.
    /// @param name What people call it; not part of the terms.
    function publish(
        Offer calldata offer,
        string calldata name,
        WorkedExample[] calldata examples
    ) external returns (bytes32 offerId);

    /// @notice Ends new signatures. Signed agreements go on.
    function withdraw(bytes32 offerId) external;

    /// @notice Takes contracted energy out of the offer's capacity, if it has one. Modules only.
    /// @param capacity The offer's capacity; zero means no limit.
    function sell(bytes32 offerId, Wh capacity, Wh energy) external;

    /// @notice Gives energy back that `sell` took, when a signature is undone. Modules only.
    function takeBack(bytes32 offerId, Wh capacity, Wh energy) external;

    function stateOf(bytes32 offerId) external view returns (OfferState memory);
}
