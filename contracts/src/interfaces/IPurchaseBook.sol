// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BillLine, TariffTable} from "../types/Billing.sol";
import {MeterFacts, ReadWords} from "../types/Metering.sol";
import {SettlementModel} from "../types/Offer.sol";
import {Delivery, MeterAdvance, PurchaseState, PurchaseTerms} from "../types/Purchase.sol";
import {Micro, MicroPerKwh, Wh} from "../types/Units.sol";

/// @title Purchase agreements of generator, buyer and grid, by the hash of their terms
/// @notice A retailer buys what it sells; a large consumer buys direct, and then the same agreement holds its bill too.
/// P3: a purchase's period settles at most once. What cannot be paid never blocks: it is a debt in the escrow, and money that comes
/// pays it.
interface IPurchaseBook {
    event PurchaseSigned(
        bytes32 indexed purchaseId,
        address indexed generator,
        address indexed buyer,
        PurchaseTerms terms
    );
    event DeliverySettled(bytes32 indexed purchaseId, uint40 start, uint40 end, address payer, Delivery delivery);
    /// @dev The consumer's bill in a direct purchase. Lines add up to what it paid and owes (P12); the seller is the generator.
    event UseBilled(
        bytes32 indexed purchaseId,
        uint40 start,
        uint40 end,
        Wh contracted,
        Wh[5] used,
        BillLine[] lines,
        Micro owed
    );
    event PurchaseEnded(bytes32 indexed purchaseId, uint40 endedAt, Micro depositReturned);

    error PurchaseUnknown(bytes32 purchaseId);
    error PurchaseIsEnded(bytes32 purchaseId);
    error PeriodNotNext(bytes32 purchaseId, uint40 expected, uint40 given);
    error IntentExpired(uint40 expiry);
    error StartInPast(uint40 start, uint40 now_);
    error PeriodUnknown(uint40 start);
    error PartiesNotDistinct();
    error TermInvalid(uint16 periods);
    error BandInvalid(uint16 lower, uint16 upper);
    error ExcessRatioTooHigh(uint16 excess);
    error PriceTooHigh(MicroPerKwh price);
    /// @dev Without a retailer the grid bills the consumer and pays the generator: the model must be one in which it does.
    error DirectNeedsGrid(SettlementModel model);
    error ContractedTooMuch(uint256 month, Wh contracted, Wh possible);
    error NotMeterHolder(address consumer, address holder);
    error NotMeterOperator(address caller, address operator);
    error NotLargeConsumer(address buyer, bytes32 meterId);
    error PurchaseOutOfReach(bytes32 meterId, uint32 region, uint8 voltageClass);
    error SignatureInvalid(address account);
    error TariffOutOfReach(bytes32 purchaseId, uint32 region, uint8 voltageClass);
    error AdvancesDiffer(uint256 needed, uint256 given);
    error ReadNotInPeriod(uint40 expected, uint40 given);
    error ReadBelongsToPurchase(bytes32 meterId, uint40 settledUntil);

    /// @notice The three signatures over one message, in the order of the terms.
    struct Signed {
        bytes generator;
        bytes buyer;
        bytes grid;
    }

    /// @notice Signs a purchase; anyone may submit it. Locks the generator's deposit out of its free balance.
    function sign(PurchaseTerms calldata terms, Signed calldata signatures) external returns (bytes32 purchaseId);

    /// @notice Records a signed read of a meter in a purchase, up to the start of the first period.
    /// @dev From then on its reads are recorded by settling them, so that no read can come between two periods.
    function recordRead(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata next,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external;

    /// @notice Settles the next period. Anyone may call: the facts are signed.
    /// @param table The published tariff table of the period: its agency price is the reference price of compensation.
    /// @param advances Of the delivery meter; in a direct purchase, then of the use meter.
    function settle(
        TariffTable calldata table,
        PurchaseTerms calldata terms,
        MeterAdvance[] calldata advances
    ) external;

    function stateOf(bytes32 purchaseId) external view returns (PurchaseState memory);
}
