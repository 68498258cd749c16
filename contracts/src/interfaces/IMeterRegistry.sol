// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    ClosingRead,
    Meter,
    MeterFacts,
    NextMeter,
    Read,
    ReadWords,
    SupplyPoint,
    UsedFifth,
    UsedFour
} from "../types/Metering.sol";
import {SignedNano} from "../types/Units.sol";

/// @title Meters, their keys, and the last read of each
/// @notice The grid's meter operators register meters. A read counts only with the meter's own signature (ERC-7913).
interface IMeterRegistry {
    event MeterRegistered(bytes32 indexed meterId, Meter meter, Read opening);
    event MeterHolderChanged(bytes32 indexed meterId, address holder);
    event MeterSignerRotated(bytes32 indexed meterId, bytes signer);
    /// @dev Until a new key is set, no read of the meter is taken.
    event MeterSignerRevoked(bytes32 indexed meterId);
    /// @param former The meter that was taken down, and `last` its last recorded read.
    /// @param carried What took the place of `last`: the next meter's opening registers, turned back by what the former one counted.
    event MeterExchanged(
        bytes32 indexed meterId,
        MeterFacts former,
        NextMeter next,
        ReadWords last,
        ReadWords closing,
        bytes32 closingRoot,
        ReadWords opening,
        ReadWords carried
    );
    /// @dev The same words that the next read is checked against.
    event ReadRecorded(bytes32 indexed meterId, ReadWords read, bytes32 intervalRoot);

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
    /// @dev The meter's key was revoked and no new one is set.
    error MeterKeyRevoked(bytes32 meterId);
    /// @dev Another meter has another key: with the same one, reads of the former meter would count as its own.
    error ExchangeKeyKept(bytes32 meterId);
    /// @dev A closing read that the meter did not sign must say that it was not measured.
    error ExchangeUnsigned(bytes32 meterId);
    /// @dev The instant belongs to the meter that was there until then.
    error ReadOfFormerMeter(bytes32 meterId, uint40 until);
    /// @dev The read of this instant was carried into the next meter, and stays as it is.
    error ReadCarried(bytes32 meterId, uint40 time);
    error AttestationInvalid(bytes32 meterId, address operator);

    /// @notice Registers a meter with its opening register values. The caller becomes its operator.
    /// @param meterId A salted commitment: the meter number itself stays off chain.
    function register(bytes32 meterId, Meter calldata meter, Read calldata opening) external;

    /// @notice Says who holds the supply point: the account that may sign agreements for it.
    function changeHolder(bytes32 meterId, address holder) external;

    /// @notice Replaces the meter's key. Reads signed with the old key are refused from then on.
    /// @param facts The meter's present facts, and `last` its last read: both are checked against `stateOf`.
    function rotateSigner(bytes32 meterId, MeterFacts facts, ReadWords calldata last, bytes calldata signer) external;

    /// @notice Takes the meter's key away, because it was lost or stolen. Its reads are refused until `rotateSigner` sets a new one.
    function revokeSigner(bytes32 meterId, MeterFacts facts, ReadWords calldata last) external;

    /// @notice Puts another meter in the place of one, without losing a Wh. The supply point keeps its id and its agreement.
    /// @dev What the former meter counted since `last` is carried into the new meter's registers (ExchangeLib), so that the next
    /// read bills both.
    /// @param closing The former meter's last read, signed by it; or what the operator estimates, if it cannot sign any more.
    /// @param opening What the new meter shows where it begins, as the operator states it.
    function exchange(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ClosingRead calldata closing,
        NextMeter calldata next,
        ReadWords calldata opening
    ) external;

    /// @notice Checks and records a meter's next read. Modules only, so that billing reads stay in order.
    /// @param facts The meter's key, dial and capacity; with `last`, its last read, checked against `stateOf`.
    /// @param signature By the meter; behind its key if that is not an account (see MeterFacts).
    /// @return four Energy taken since `last` on four registers.
    /// @return fifth Energy taken on the last register, and given.
    function record(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata next,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external returns (UsedFour four, UsedFifth fifth);

    /// @notice Checks the measured read of an instant for which a read was estimated, and puts it in the place of the estimated one if
    /// that is the meter's last. Modules only.
    /// @param facts Of the meter that was there at that instant.
    function correct(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata estimated,
        ReadWords calldata measured,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external;

    /// @notice Reverts unless these are the facts of the meter that measured up to an instant: of the present meter, which is checked
    /// with its last read, or of the one that was there before an exchange.
    function requireFacts(bytes32 meterId, MeterFacts facts, ReadWords calldata last, uint40 until) external view;

    /// @notice Whether the read of an instant was carried into another meter: billing goes on from another read than it ended with.
    function isCarried(bytes32 meterId, uint40 time) external view returns (bool);

    /// @notice Reverts unless the meter's operator signed (EIP-712) what the energy between two instants costs at a published series
    /// of interval indexes. Anyone who has the interval data can check the sum against the read's interval root.
    function requireAttested(
        bytes32 meterId,
        uint40 from,
        uint40 to,
        bytes32 indexSeries,
        SignedNano indexCost,
        bytes calldata signature
    ) external view;

    /// @notice Whether the contract behind a signer says that it signed: an account with code (ERC-1271), or a key's verifier
    /// (ERC-7913). The registry calls it with limited gas.
    function isSignedByContract(
        MeterFacts facts,
        bytes32 digest,
        bytes calldata signature
    ) external view returns (bool);

    /// @notice What a signature needs to know of a supply point. Reverts with MeterUnknown.
    function supplyPoint(bytes32 meterId) external view returns (SupplyPoint memory point);

    /// @notice Hash of the meter's facts and its last read; zero if it is not registered.
    function stateOf(bytes32 meterId) external view returns (bytes32);
}
