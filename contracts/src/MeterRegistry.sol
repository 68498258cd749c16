// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IMemberRegistry, Role} from "./interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {ReadLib} from "./libraries/ReadLib.sol";
import {Modular} from "./Modular.sol";
import {CustomerClass} from "./types/Offer.sol";
import {Meter, Read} from "./types/Metering.sol";
import {Watt, Wh} from "./types/Units.sol";

/// @notice See IMeterRegistry.
contract MeterRegistry is IMeterRegistry, Modular, EIP712 {
    uint8 private constant WIDEST_DIAL = 18;

    /* IMMUTABLES */

    IMemberRegistry public immutable MEMBERS;

    /* STORAGE */

    mapping(bytes32 meterId => Meter) private _meters;

    /// @inheritdoc IMeterRegistry
    mapping(bytes32 meterId => bytes32) public lastReadOf;

    /* CONSTRUCTOR */

    constructor(address authority, IMemberRegistry members) Modular(authority) EIP712("Switchyard Meter", "1") {
        MEMBERS = members;
    }

    /* EXTERNAL */

    /// @inheritdoc IMeterRegistry
    function register(bytes32 meterId, Meter calldata meter, Read calldata opening) external {
        MEMBERS.requireRole(msg.sender, Role.Grid);
        if (meter.operator != msg.sender) revert NotMeterOperator(msg.sender, meter.operator);
        if (_meters[meterId].operator != address(0)) revert MeterAlreadyRegistered(meterId);
        bool valid = meter.digits > 0 &&
            meter.digits <= WIDEST_DIAL &&
            meter.multiplier > 0 &&
            Watt.unwrap(meter.capacity) > 0 &&
            meter.holder != address(0) &&
            meter.signer.length >= 20;
        if (!valid) revert MeterInvalid();
        if (opening.meterId != meterId) revert ReadWrongMeter(meterId, opening.meterId);
        if (opening.time > block.timestamp) revert ReadFromFuture(opening.time, uint40(block.timestamp));
        _meters[meterId] = meter;
        lastReadOf[meterId] = HashLib.hash(opening);
        emit MeterRegistered(meterId, meter, opening);
    }

    /// @inheritdoc IMeterRegistry
    function changeHolder(bytes32 meterId, address holder) external {
        if (holder == address(0)) revert MeterInvalid();
        _operated(meterId).holder = holder;
        emit MeterHolderChanged(meterId, holder);
    }

    /// @inheritdoc IMeterRegistry
    function rotateSigner(bytes32 meterId, bytes calldata signer) external {
        if (signer.length < 20) revert MeterInvalid();
        _operated(meterId).signer = signer;
        emit MeterSignerRotated(meterId, signer);
    }

    /// @inheritdoc IMeterRegistry
    function record(
        Read memory last,
        Read memory next,
        bytes calldata signature
    ) external onlyModule returns (Wh[5] memory used, Wh exported) {
        bytes32 meterId = next.meterId;
        Meter storage meter = _meters[meterId];
        if (meter.operator == address(0)) revert MeterUnknown(meterId);
        bytes32 stored = lastReadOf[meterId];
        bytes32 given = HashLib.hash(last);
        if (stored != given) revert ReadNotLast(stored, given);
        if (next.sequence <= last.sequence) revert ReadReplayed(last.sequence, next.sequence);
        if (next.time <= last.time) revert ReadNotNewer(last.time, next.time);
        if (next.time > block.timestamp) revert ReadFromFuture(next.time, uint40(block.timestamp));
        bytes32 structHash = HashLib.hash(next);
        if (!_isSignedBy(meter.signer, _hashTypedDataV4(structHash), signature)) revert ReadSignatureInvalid(meterId);
        Wh possible = ReadLib.possibleAdvance(meter.capacity, next.time - last.time, meter.multiplier);
        (used, exported) = ReadLib.advance(last, next, meter.digits, meter.multiplier, possible);
        lastReadOf[meterId] = structHash;
        _emitRecorded(next);
    }

    /// @inheritdoc IMeterRegistry
    function supplyPoint(bytes32 meterId) external view returns (address, uint32, uint8, CustomerClass, Watt) {
        Meter storage meter = _meters[meterId];
        if (meter.operator == address(0)) revert MeterUnknown(meterId);
        return (meter.holder, meter.region, meter.voltageClass, meter.customerClass, meter.capacity);
    }

    /// @inheritdoc IMeterRegistry
    function meterOf(bytes32 meterId) external view returns (Meter memory) {
        return _meters[meterId];
    }

    /* INTERNAL */

    function _operated(bytes32 meterId) private view returns (Meter storage meter) {
        meter = _meters[meterId];
        if (meter.operator == address(0)) revert MeterUnknown(meterId);
        if (msg.sender != meter.operator) revert NotMeterOperator(msg.sender, meter.operator);
        MEMBERS.requireRole(msg.sender, Role.Grid);
    }

    /// @dev A plain key is tried first: most meters have one, and it needs no look at whether the signer is a contract.
    function _isSignedBy(bytes memory signer, bytes32 digest, bytes calldata signature) private view returns (bool) {
        if (signer.length == 20) {
            (address recovered, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(digest, signature);
            if (problem == ECDSA.RecoverError.NoError && recovered == address(bytes20(signer))) return true;
        }
        return SignatureChecker.isValidSignatureNow(signer, digest, signature);
    }

    function _emitRecorded(Read memory r) private {
        emit ReadRecorded(
            r.meterId,
            r.time,
            r.sequence,
            r.quality,
            r.importWh,
            r.exportWh,
            r.maxDemand,
            r.intervalRoot
        );
    }
}
