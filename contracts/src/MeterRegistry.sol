// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IMemberRegistry, Role} from "./interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "./interfaces/IMeterRegistry.sol";
import {ExchangeLib} from "./libraries/ExchangeLib.sol";
import {HashLib} from "./libraries/HashLib.sol";
import {MeterFactsLib} from "./libraries/MeterFactsLib.sol";
import {ReadLib} from "./libraries/ReadLib.sol";
import {ReadWordsLib} from "./libraries/ReadWordsLib.sol";
import {FormerMeters} from "./FormerMeters.sol";
import {Modular} from "./Modular.sol";
import {
    ClosingRead,
    DialsAndTime,
    Meter,
    MeterFacts,
    NextMeter,
    Read,
    ReadQuality,
    ReadWords,
    SupplyPoint,
    UsedFifth,
    UsedFour
} from "./types/Metering.sol";
import {SignedNano, Watt} from "./types/Units.sol";

/// @notice See IMeterRegistry.
/// @dev Above 250 lines: all that can put a read, a key or a meter in the place of another is in one file.
contract MeterRegistry is FormerMeters, Modular, EIP712 {
    using MeterFactsLib for Meter;
    using MeterFactsLib for MeterFacts;
    using ReadWordsLib for DialsAndTime;

    uint8 private constant WIDEST_DIAL = 18;
    /// @dev Twice what checking a P-256 key takes on a chain that has no precompile for it.
    uint256 private constant SIGNATURE_GAS = 600_000;
    bytes32 private constant INDEX_COST_TYPEHASH =
        keccak256("IndexCost(bytes32 meterId,uint40 from,uint40 to,bytes32 indexSeries,int256 nano)");

    /* IMMUTABLES */

    IMemberRegistry public immutable MEMBERS;

    /* STORAGE */

    mapping(bytes32 meterId => SupplyPoint) private _points;

    /// @inheritdoc IMeterRegistry
    mapping(bytes32 meterId => bytes32) public stateOf;

    /* CONSTRUCTOR */

    constructor(address authority, IMemberRegistry members) Modular(authority) EIP712("Switchyard Meter", "1") {
        MEMBERS = members;
    }

    /* EXTERNAL */

    /// @inheritdoc IMeterRegistry
    function register(bytes32 meterId, Meter calldata meter, Read calldata opening) external {
        MEMBERS.requireRole(msg.sender, Role.Grid);
        if (meter.operator != msg.sender) revert NotMeterOperator(msg.sender, meter.operator);
        if (_points[meterId].operator != address(0)) revert MeterAlreadyRegistered(meterId);
        if (meter.holder == address(0)) revert MeterInvalid();
        _requireValid(meter);
        if (opening.meterId != meterId) revert ReadWrongMeter(meterId, opening.meterId);
        if (opening.time > block.timestamp) revert ReadFromFuture(opening.time, uint40(block.timestamp));
        _points[meterId] = SupplyPoint(
            meter.operator,
            meter.region,
            meter.voltageClass,
            meter.customerClass,
            meter.holder,
            uint48(Watt.unwrap(meter.capacity))
        );
        stateOf[meterId] = HashLib.hash(meter.pack(), ReadWordsLib.pack(opening));
        emit MeterRegistered(meterId, meter, opening);
    }

    /// @inheritdoc IMeterRegistry
    function changeHolder(bytes32 meterId, address holder) external {
        if (holder == address(0)) revert MeterInvalid();
        _operated(meterId).holder = holder;
        emit MeterHolderChanged(meterId, holder);
    }

    /// @inheritdoc IMeterRegistry
    function rotateSigner(bytes32 meterId, MeterFacts facts, ReadWords calldata last, bytes calldata signer) external {
        if (!_isKey(signer)) revert MeterInvalid();
        _operated(meterId);
        _requireState(meterId, facts, last);
        stateOf[meterId] = HashLib.hash(facts.withSigner(signer), last);
        emit MeterSignerRotated(meterId, signer);
    }

    /// @inheritdoc IMeterRegistry
    function revokeSigner(bytes32 meterId, MeterFacts facts, ReadWords calldata last) external {
        _operated(meterId);
        _requireState(meterId, facts, last);
        if (facts.isRevoked()) revert MeterKeyRevoked(meterId);
        stateOf[meterId] = HashLib.hash(facts.withoutSigner(), last);
        emit MeterSignerRevoked(meterId);
    }

    /// @inheritdoc IMeterRegistry
    function exchange(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ClosingRead calldata closing,
        NextMeter calldata next,
        ReadWords calldata opening
    ) external {
        SupplyPoint storage point = _operated(meterId);
        _requireState(meterId, facts, last);
        MeterFacts nextFacts = _factsOf(next);
        if (nextFacts.hasKeyOf(facts)) revert ExchangeKeyKept(meterId);
        _requireClosing(meterId, facts, last, closing);
        if (opening.rest.time() > block.timestamp) {
            revert ReadFromFuture(opening.rest.time(), uint40(block.timestamp));
        }
        ReadWords memory carried = ExchangeLib.carried(facts, nextFacts, last, closing.read, opening);
        _retire(meterId, facts, last.rest.time());
        point.capacity = uint48(Watt.unwrap(next.capacity));
        stateOf[meterId] = HashLib.hash(nextFacts, carried);
        emit MeterExchanged(meterId, facts, next, last, closing.read, closing.intervalRoot, opening, carried);
    }

    /// @inheritdoc IMeterRegistry
    function record(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata next,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external onlyModule returns (UsedFour four, UsedFifth fifth) {
        (ReadWords memory from, ReadWords memory to) = (last, next);
        _requireState(meterId, facts, from);
        _requireNewer(from, to);
        bytes32 digest = _hashTypedDataV4(HashLib.hash(meterId, to, intervalRoot));
        if (!_isSignedBy(facts, digest, signature)) _refuseSignature(meterId, facts);
        (four, fifth) = ReadLib.between(facts, from, to);
        stateOf[meterId] = HashLib.hash(facts, to);
        emit ReadRecorded(meterId, to, intervalRoot);
    }

    /// @inheritdoc IMeterRegistry
    function correct(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata estimated,
        ReadWords calldata measured,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external onlyModule {
        uint40 time = measured.rest.time();
        if (isCarried(meterId, time)) revert ReadCarried(meterId, time);
        if (!_isFormer(meterId, facts, time)) _requireState(meterId, facts, last);
        bytes32 digest = _hashTypedDataV4(HashLib.hash(meterId, measured, intervalRoot));
        if (!_isSignedBy(facts, digest, signature)) _refuseSignature(meterId, facts);
        if (HashLib.hash(facts, estimated) == stateOf[meterId]) stateOf[meterId] = HashLib.hash(facts, measured);
    }

    /// @inheritdoc IMeterRegistry
    function requireFacts(bytes32 meterId, MeterFacts facts, ReadWords calldata last, uint40 until) external view {
        if (!_isFormer(meterId, facts, until)) _requireState(meterId, facts, last);
    }

    /// @inheritdoc IMeterRegistry
    function requireAttested(
        bytes32 meterId,
        uint40 from,
        uint40 to,
        bytes32 indexSeries,
        SignedNano indexCost,
        bytes calldata signature
    ) external view {
        address operator = _points[meterId].operator;
        bytes32 structHash = keccak256(abi.encode(INDEX_COST_TYPEHASH, meterId, from, to, indexSeries, indexCost));
        if (!_isSignedBy(MeterFactsLib.ofAccount(operator), _hashTypedDataV4(structHash), signature)) {
            revert AttestationInvalid(meterId, operator);
        }
        MEMBERS.requireRole(operator, Role.Grid);
    }

    /// @inheritdoc IMeterRegistry
    function supplyPoint(bytes32 meterId) external view returns (SupplyPoint memory point) {
        point = _points[meterId];
        if (point.operator == address(0)) revert MeterUnknown(meterId);
    }

    /// @inheritdoc IMeterRegistry
    function isSignedByContract(
        MeterFacts facts,
        bytes32 digest,
        bytes calldata signature
    ) external view returns (bool) {
        address signer = facts.signer();
        uint256 keyBytes = facts.keyBytes();
        if (keyBytes == 0) return SignatureChecker.isValidERC1271SignatureNow(signer, digest, signature);
        if (signature.length < keyBytes) return false;
        bytes memory key = signature[:keyBytes];
        if (address(bytes20(keccak256(key))) != signer) return false;
        return SignatureChecker.isValidSignatureNow(key, digest, signature[keyBytes:]);
    }

    /* INTERNAL */

    function _operated(bytes32 meterId) private view returns (SupplyPoint storage point) {
        point = _points[meterId];
        if (point.operator == address(0)) revert MeterUnknown(meterId);
        if (msg.sender != point.operator) revert NotMeterOperator(msg.sender, point.operator);
        MEMBERS.requireRole(msg.sender, Role.Grid);
    }

    function _requireState(bytes32 meterId, MeterFacts facts, ReadWords memory last) private view {
        bytes32 stored = stateOf[meterId];
        if (stored == 0) revert MeterUnknown(meterId);
        bytes32 given = HashLib.hash(facts, last);
        if (stored != given) revert ReadNotLast(stored, given);
    }

    function _requireNewer(ReadWords memory last, ReadWords memory next) private view {
        if (next.rest.sequence() <= last.rest.sequence())
            revert ReadReplayed(last.rest.sequence(), next.rest.sequence());
        if (next.rest.time() <= last.rest.time()) revert ReadNotNewer(last.rest.time(), next.rest.time());
        if (next.rest.time() > block.timestamp) revert ReadFromFuture(next.rest.time(), uint40(block.timestamp));
    }

    /// @dev The recorded read may close the meter by itself. Any other is newer, and signed by the meter unless it says that it was not
    /// measured.
    function _requireClosing(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords memory last,
        ClosingRead calldata closing
    ) private view {
        ReadWords memory read = closing.read;
        if (HashLib.hash(facts, read) == HashLib.hash(facts, last)) return;
        _requireNewer(last, read);
        if (closing.signature.length == 0) {
            if (read.rest.quality() == ReadQuality.Measured) revert ExchangeUnsigned(meterId);
            return;
        }
        bytes32 digest = _hashTypedDataV4(HashLib.hash(meterId, read, closing.intervalRoot));
        if (!_isSignedBy(facts, digest, closing.signature)) _refuseSignature(meterId, facts);
    }

    /// @dev Checks the facts of a meter that takes another's place.
    function _factsOf(NextMeter calldata next) private pure returns (MeterFacts) {
        Meter memory meter;
        (meter.digits, meter.multiplier) = (next.digits, next.multiplier);
        (meter.capacity, meter.signer) = (next.capacity, next.signer);
        _requireValid(meter);
        return meter.pack();
    }

    function _requireValid(Meter memory meter) private pure {
        bool valid = meter.digits > 0 &&
            meter.digits <= WIDEST_DIAL &&
            meter.multiplier > 0 &&
            Watt.unwrap(meter.capacity) > 0 &&
            Watt.unwrap(meter.capacity) <= type(uint48).max &&
            _isKey(meter.signer);
        if (!valid) revert MeterInvalid();
    }

    /// @dev An ERC-7913 signer: an account, or a verifier with a key. No account is a key that was revoked.
    function _isKey(bytes memory signer) private pure returns (bool) {
        if (signer.length == 20) return bytes20(signer) != 0;
        return signer.length > 20 && signer.length <= type(uint8).max;
    }

    function _refuseSignature(bytes32 meterId, MeterFacts facts) private pure {
        if (facts.isRevoked()) revert MeterKeyRevoked(meterId);
        revert ReadSignatureInvalid(meterId);
    }

    /// @dev A plain key is tried first: most meters have one, and it needs no look at whether the signer is a contract.
    function _isSignedBy(MeterFacts facts, bytes32 digest, bytes calldata signature) private view returns (bool) {
        address signer = facts.signer();
        if (facts.keyBytes() == 0) {
            (address recovered, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(digest, signature);
            if (problem == ECDSA.RecoverError.NoError && recovered == signer) return true;
        }
        // A contract is asked: it gets enough gas and no more, so that one that burns it all starves no other read.
        try this.isSignedByContract{gas: SIGNATURE_GAS}(facts, digest, signature) returns (bool valid) {
            return valid;
        } catch {
            return false;
        }
    }
}
