// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BillLine, SettlementItem, TariffTable} from "../types/Billing.sol";
import {Read} from "../types/Metering.sol";
import {Determinants, Offer} from "../types/Offer.sol";
import {Micro, Wh} from "../types/Units.sol";

/// @title Signed reads in, bills and payments out
interface ISettlement {
    /// @dev Lines add up to what the consumer paid (P12). A line's payee is resolved through the offer and the tariff table.
    event BillSettled(
        bytes32 indexed agreementId,
        uint40 start,
        uint40 end,
        Wh contracted,
        Wh[5] used,
        BillLine[] lines
    );
    /// @dev A bad item never blocks the rest: nothing of it happened, and `reason` holds the refusal. It can be tried again.
    event SettlementSkipped(bytes32 indexed agreementId, bytes reason);

    error NotSelf(address caller);
    error BatchEmpty();
    error OfferMismatch(bytes32 signed, bytes32 given);
    error TariffOutOfReach(bytes32 offerId, uint32 region, uint8 voltageClass);
    error ReadNotAtBoundary(uint40 expected, uint40 given);
    error ReadWrongMeter(bytes32 expected, bytes32 given);
    error ReadTooOld(uint40 time, uint40 oldest);
    error GasTooLow(uint256 left, uint256 needed);
    error ReadBelongsToSettlement(bytes32 meterId, uint40 start);

    /// @notice Settles one period of agreements under one offer. Anyone may call: the facts are signed.
    /// @return settled How many items were settled; the others were skipped with an event.
    function settle(
        TariffTable calldata table,
        Offer calldata offer,
        SettlementItem[] calldata items
    ) external returns (uint256 settled);

    /// @notice Records a signed read up to the start of supply: the opening read of an agreement.
    /// @dev Under supply, reads are recorded by settling them, so that no read can come between two bills.
    function recordRead(Read calldata last, Read calldata next, bytes calldata signature) external;

    /// @notice The bill that settling would write for these determinants: the same lines, nothing recorded and nothing paid.
    /// @dev Checks neither that the table is published nor that anyone signed: it answers for any table, offer and usage.
    function preview(
        TariffTable calldata table,
        Offer calldata offer,
        Wh contracted,
        Determinants calldata usage
    ) external view returns (BillLine[] memory lines, Micro total);
}
