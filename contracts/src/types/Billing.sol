// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Micro, MicroPerKwh, SignedMicroPerKwh, SignedNano} from "./Units.sol";
import {TermsWords} from "./Agreement.sol";
import {MeterFacts, ReadWords} from "./Metering.sol";

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

/// @dev Model 8 (lowest) | rule basis 8 | clause names an excess payee 8 | a shortfall payee 8 | lower 16 | upper 16 | excess 16.
type BillRule is uint256;

/// @dev Service fee 64 (lowest) | reference price of the clause's basis 64 | price cap 64 | shortfall rate 64.
type BillPrices is uint256;

/// @dev What all bills under one offer and one tariff table have in common (see RateLib).
struct Rates {
    BillRule rule;
    BillPrices prices;
    PackedComponent[] components;
}

/// @dev One bill line in one word: kind 8 | payee 8 | quantity Wh 64 | price Micro/kWh 64 | amount Micro 112.
type BillLine is uint256;

/// @dev Energy used in the deep valley 64 (lowest) | contracted energy of the period 64 | start 40 | end 40 | number of the period 8.
type UsedRest is uint256;

/// @dev What the meter operator says the period's energy costs at the interval index (EIP-712).
struct Attestation {
    SignedNano indexCost;
    bytes signature;
}

/// @dev One customer-month to settle.
struct SettlementItem {
    TermsWords terms;
    MeterFacts facts;
    ReadWords opening;
    ReadWords closing;
    bytes32 intervalRoot;
    /// @dev The number of the period, counted from zero at the start of the agreement.
    uint8 index;
    /// @dev Whether the exit fee is due with this bill.
    bool exit;
    /// @dev Whether the agreement is marked: something of it was traded, or is due to it.
    bool surplus;
    bytes signature;
    /// @dev None, or one where the offer is priced by an interval index.
    Attestation[] attestation;
}
