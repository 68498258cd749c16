// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MeterFacts, ReadWords} from "./Metering.sol";
import {DeviationClause, SettlementModel} from "./Offer.sol";
import {Bps, Micro, MicroPerKwh, Wh} from "./Units.sol";

/// @dev What generator, buyer and grid sign, one EIP-712 message for all three. Its struct hash is the purchase's id.
struct PurchaseTerms {
    address generator;
    /// @dev A retailer, or in a direct purchase the large consumer who holds the use meter.
    address buyer;
    address grid;
    /// @dev What it exports is what was delivered.
    bytes32 deliveryMeterId;
    /// @dev The consumer's meter in a direct purchase; zero otherwise.
    bytes32 useMeterId;
    uint32 region;
    uint8 voltageClass;
    SettlementModel model;
    /// @dev First instant of delivery; the start of a published settlement period.
    uint40 start;
    uint16 periods;
    /// @dev Agreed energy of each month, counted from `start` and repeated every twelve.
    Wh[12] agreed;
    /// @dev The direct price: of delivered energy, and in a direct purchase of the consumer's energy line.
    MicroPerKwh price;
    /// @dev Share of the agreed energy that must be delivered.
    Bps lower;
    /// @dev The generator's, locked from signing to the last period.
    Micro deposit;
    /// @dev On the consumer's side of a direct purchase. Without a use meter it says nothing.
    DeviationClause deviation;
    uint256 generatorNonce;
    uint256 buyerNonce;
    uint256 gridNonce;
    uint40 expiry;
}

/// @dev All that is stored of a purchase: two words, the second only on annual basis.
struct PurchaseState {
    uint40 settledUntil;
    uint16 periods;
    bool ended;
    Micro deposit;
    /// @dev Running totals of the contract year, kept on annual basis only.
    Wh yearUsed;
    Micro yearCharged;
}

/// @dev A meter's step from one signed read to the next.
struct MeterAdvance {
    MeterFacts facts;
    ReadWords opening;
    ReadWords closing;
    bytes32 intervalRoot;
    bytes signature;
}

/// @dev One month of deliveries and its money. payment = setOff + received + paymentOwed, and
/// compensation = setOff + fromFree + fromDeposit + compensationOwed.
struct Delivery {
    Wh agreed;
    Wh delivered;
    Wh short;
    MicroPerKwh referencePrice;
    Micro payment;
    Micro compensation;
    /// @dev Compensation taken out of the payment.
    Micro setOff;
    /// @dev What of the payment reached the generator.
    Micro received;
    Micro paymentOwed;
    Micro fromFree;
    Micro fromDeposit;
    Micro compensationOwed;
}
