// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wh, Watt, Micro, MicroPerKwh, Bps} from "./Units.sol";

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

/// @dev Billing determinants of one period. Registers: sharp, peak, flat, valley, deep valley.
struct Usage {
    Wh[5] registers;
    Watt maxDemand;
}

/// @dev What happens when actual energy leaves the tolerance band around contracted energy.
struct DeviationClause {
    Bps lower;
    Bps upper;
    /// @dev Excess energy is priced at reference price × this ratio.
    Bps excess;
    MicroPerKwh shortfall;
    /// @dev Zero means: whoever the settlement model names.
    address excessPayee;
    address shortfallPayee;
}

/// @dev A retail package. Its id is the hash of all of this, so it can be withdrawn but never edited.
struct Offer {
    address retailer;
    address formula;
    bytes formulaParams;
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
    Usage usage;
    Micro charge;
}
