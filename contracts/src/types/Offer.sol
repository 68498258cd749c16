// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wh, Watt, Micro, MicroPerKwh, SignedMicroPerKwh, SignedNano, Bps} from "./Units.sol";

/// @dev Who bills what to whom (SPEC section 7).
enum SettlementModel {
    Integrated,
    GridLed,
    RetailerLed
}

enum CustomerClass {
    Household,
    Business
}

/// @dev The published price that excess energy and spread sharing are measured by.
enum ReferenceBasis {
    Agency,
    Catalogue
}

/// @dev Whether the tolerance band holds for each month, or once for the contract year.
enum RuleBasis {
    Monthly,
    Annual
}

/// @dev Stands for an index cost that nobody attested; formulas that need one refuse it.
SignedNano constant NOT_ATTESTED = SignedNano.wrap(type(int256).min);

/// @dev What a price formula needs to know of one period: what the meter counted, and what the exchange published.
struct Determinants {
    /// @dev Sharp, peak, flat, valley, deep valley.
    Wh[5] registers;
    Watt maxDemand;
    /// @dev Contracted capacity: that of the connection.
    Watt capacity;
    /// @dev Reference price of the offer's basis.
    MicroPerKwh referencePrice;
    /// @dev Monthly index.
    SignedMicroPerKwh index;
    /// @dev Sum over the intervals of energy times the interval index, attested by the meter operator.
    SignedNano indexCost;
    /// @dev Seconds billed, and seconds of the whole settlement period: the same unless supply began or ended within it.
    uint32 elapsed;
    uint32 whole;
}

/// @dev What happens when actual energy leaves the tolerance band around contracted energy.
struct DeviationClause {
    Bps lower;
    Bps upper;
    /// @dev Excess energy is priced at reference price × this ratio.
    Bps excess;
    MicroPerKwh shortfall;
    ReferenceBasis referenceBasis;
    RuleBasis ruleBasis;
    /// @dev Zero means: whoever the settlement model names.
    address excessPayee;
    address shortfallPayee;
}

/// @dev A retail package. Its id is the hash of all of this, so it can be withdrawn but never edited.
struct Offer {
    address retailer;
    address formula;
    bytes formulaParams;
    /// @dev Highest average energy price of a period. Zero means no cap.
    MicroPerKwh priceCap;
    DeviationClause deviation;
    /// @dev Deposit per kWh of an average month's contracted energy.
    MicroPerKwh deposit;
    /// @dev The retailer's share of the energy line where the grid bills (GridLed only).
    MicroPerKwh serviceFee;
    Micro exitFee;
    uint16 noticeDays;
    uint16 coolingOffDays;
    uint16 termPeriods;
    CustomerClass customerClass;
    uint32 region;
    uint8 voltageClass;
    Bps green;
    SettlementModel model;
    uint40 validFrom;
    uint40 validUntil;
    /// @dev How much contracted energy a year may be sold. Zero means no limit.
    Wh capacity;
}

/// @dev A promise that can be tried: the formula must return exactly this charge for this usage.
struct WorkedExample {
    Wh contracted;
    Determinants usage;
    Micro charge;
}
