// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CustomerClass} from "../types/Offer.sol";
import {Meter, Read, ReadQuality} from "../types/Metering.sol";
import {Watt, Wh} from "../types/Units.sol";

/// @title Meters, their keys, and the last read of each
/// @notice The grid's meter operators register meters. A read counts only with the meter's own signature (ERC-7913).
interface IMeterRegistry {
    event MeterRegistered(bytes32 indexed meterId, Meter meter, Read opening);
    event MeterHolderChanged(bytes32 indexed meterId, address holder);
    event MeterSignerRotated(bytes32 indexed meterId, bytes signer);
    event ReadRecorded(
        bytes32 indexed meterId,
        uint40 time,
        uint32 sequence,
        ReadQuality quality,
        Wh[5] importWh,
        Wh exportWh,
        Watt maxDemandW,
        bytes32 intervalRoot
    );

    error MeterUnknown(bytes32 meterId);
    error MeterAlreadyRegistered(bytes32 meterId);
    error NotMeterOperator(address caller, address operator);
    error MeterInvalid();
    error ReadWrongMeter(bytes32 expected, bytes32 given);
    error ReadNotLast(bytes32 stored, bytes32 given);
    error ReadReplayed(uint32 last, uint32 given);
    error ReadNotNewer(uint40 last, uint40 given);
    error ReadFromFuture(uint40 time, uint40 now_);
    error ReadSignatureInvalid(bytes32 meterId);

    /// @notice Registers a meter with its opening register values. The caller becomes its operator.
    /// @param meterId A salted commitment: the meter number itself stays off chain.
    function register(bytes32 meterId, Meter calldata meter, Read calldata opening) external;

    /// @notice Says who holds the supply point: the account that may sign agreements for it.
    function changeHolder(bytes32 meterId, address holder) external;

    /// @notice Replaces the meter's key. Reads signed with the old key are refused from then on.
    function rotateSigner(bytes32 meterId, bytes calldata signer) external;

    /// @notice Checks and records a meter's next read. Modules only, so that billing reads stay in order.
    /// @param last The meter's last read, checked against its stored hash.
    /// @return used Energy taken since `last` per register; exported energy.
    function record(
        Read calldata last,
        Read calldata next,
        bytes calldata signature
    ) external returns (Wh[5] memory used, Wh exported);

    /// @notice What a signature needs to know of a supply point.
    function supplyPoint(
        bytes32 meterId
    )
        external
        view
        returns (address holder, uint32 region, uint8 voltageClass, CustomerClass customerClass, Watt capacity);

    function meterOf(bytes32 meterId) external view returns (Meter memory);

    /// @notice EIP-712 struct hash of the last read.
    function lastReadOf(bytes32 meterId) external view returns (bytes32);
}
