// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../types/Agreement.sol";
import {BillLine, SettlementItem, TariffTable, UsedRest, PAYEES} from "../types/Billing.sol";
import {MeterFacts, ReadWords, UsedFour} from "../types/Metering.sol";
import {Offer} from "../types/Offer.sol";
import {Micro, SignedNano} from "../types/Units.sol";

/// @title Signed reads in, bills and payments out
interface ISettlement {
    /// @dev An offer that a consumer signed, with the signature.
    struct NewAgreement {
        Offer offer;
        Terms terms;
        bytes signature;
    }

    /// @dev Lines add up to the bill's total (P12). A line's payee is resolved through the offer and the tariff table.
    event BillSettled(bytes32 indexed agreementId, UsedFour usedFour, UsedRest usedRest, BillLine[] lines);
    /// @dev Follows a bill that is priced by an interval index: what its energy costs at that index.
    event IndexCostAttested(bytes32 indexed agreementId, SignedNano indexCost);
    /// @dev Neither the free balance nor the deposit covered the bill of the settlement period that starts at `start`. What is
    /// missing is owed (Escrow's Owed events) and due at an instant; money that comes pays it.
    event BillUnpaid(bytes32 indexed agreementId, uint40 start, Micro missing, uint40 due);
    /// @dev A bad item never blocks the rest: nothing of it happened, and `reason` holds the refusal. It can be tried again.
    event SettlementSkipped(bytes32 indexed agreementId, bytes reason);

    error NotSelf(address caller);
    error BatchEmpty();
    error TariffOutOfReach(bytes32 offerId, uint32 region, uint8 voltageClass);
    error ReadNotInPeriod(uint40 edge, uint40 given);
    error ReadTooOld(uint40 time, uint40 oldest);
    error GasTooLow(uint256 left, uint256 needed);
    error ReadBelongsToSettlement(bytes32 meterId, uint40 settledUntil);

    /// @notice Settles one period of agreements under one offer. Anyone may call: the facts are signed.
    /// @return settled How many items were settled; the others were skipped with an event.
    function settle(
        TariffTable calldata table,
        Offer calldata offer,
        SettlementItem[] calldata items
    ) external returns (uint256 settled);

    /// @notice Switches a supply point at the instant of a closing read: last bill, exit fee, deposit back, new agreement signed,
    /// all or nothing.
    /// @param item The last bill, up to the start of the new agreement.
    function switchNow(
        TariffTable calldata table,
        Offer calldata offer,
        SettlementItem calldata item,
        NewAgreement calldata next
    ) external returns (bytes32 agreementId);

    /// @notice Settles all items or none. Called only by this contract, for a batch and for the parts of a refused one.
    function settleTogether(TariffTable calldata table, Offer calldata offer, SettlementItem[] calldata items) external;

    /// @notice Records a signed read up to the start of supply: the opening read of an agreement.
    /// @dev Under supply, reads are recorded by settling them, so that no read can come between two bills.
    function recordRead(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata next,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external;
}
