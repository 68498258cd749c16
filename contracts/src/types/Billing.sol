// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MicroPerKwh, SignedMicroPerKwh} from "./Units.sol";
import {Terms} from "./Agreement.sol";
import {Read} from "./Metering.sol";
import {DeviationClause, SettlementModel} from "./Offer.sol";

enum LineKind {
    Energy,
    ServiceFee,
    Network,
    LineLoss,
    SystemOperation,
    GovernmentFund,
    CrossSubsidy,
    Excess,
    ShortfallPenalty,
    ExitFee,
    AnnualExcess,
    AnnualShortfall
}

/// @dev Who a line is paid to. ExcessPayee and ShortfallPayee are accounts named by the offer's clause.
enum Payee {
    Grid,
    Seller,
    Government,
    SubsidyPool,
    ExcessPayee,
    ShortfallPayee
}

uint256 constant PAYEES = 6;

/// @dev One regulated component, priced per register (all five equal when it does not float with time of use).
struct Component {
    LineKind kind;
    uint32[5] prices;
}

/// @dev The tariff book's page for one region, voltage class and settlement period [start, end).
struct TariffTable {
    uint32 region;
    uint8 voltageClass;
    uint40 start;
    uint40 end;
    /// @dev The grid's agency purchase price, all in.
    MicroPerKwh agencyPrice;
    /// @dev The catalogue tariff, all in.
    MicroPerKwh cataloguePrice;
    /// @dev Monthly index of index-linked offers.
    SignedMicroPerKwh index;
    /// @dev Names the published series of interval indexes (its hash); zero if there is none.
    bytes32 indexSeries;
    address grid;
    address government;
    address subsidyPool;
    Component[] components;
}

/// @dev A component in one word: kind 8 | payee 8 | free 64 | floats 1 | free 15 | five prices of 32, the sharp one lowest.
type PackedComponent is uint256;

/// @dev What all bills under one offer and one tariff table have in common.
struct Rates {
    SettlementModel model;
    DeviationClause deviation;
    MicroPerKwh serviceFee;
    /// @dev Of the clause's basis.
    MicroPerKwh referencePrice;
    MicroPerKwh priceCap;
    PackedComponent[] components;
}

/// @dev What all items of a settlement batch have in common, worked out once.
struct Batch {
    uint40 start;
    uint40 end;
    bytes32 offerId;
    address formula;
    bytes formulaParams;
    SignedMicroPerKwh index;
    Rates rates;
}

/// @dev One bill line in one word: kind 8 | payee 8 | quantity Wh 64 | price Micro/kWh 64 | amount Micro 112.
type BillLine is uint256;

/// @dev One customer-month to settle.
struct SettlementItem {
    Terms terms;
    Read opening;
    Read closing;
    bytes signature;
}
