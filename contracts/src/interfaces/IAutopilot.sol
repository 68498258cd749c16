// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CreditId, InstructedUse, InstructionRevocation, StandingInstruction} from "../types/Surplus.sol";
import {Bps, MicroPerKwh, Wh} from "../types/Units.sol";

/// @title Standing instructions: what becomes of exported energy by itself
/// @notice An account signs once what is to be done with what it exports; anybody may then do just that for each delivery period.
/// Whoever does it chooses when, and nothing else: never below the reserve, never into another storage or at less efficiency, never
/// back to the grid for less, never after the owner revoked it.
/// @dev A module of EnergyCredits, which takes its word in place of the owner's signature, as the market of sessions does for
/// lots (docs/decisions/036).
interface IAutopilot {
    event InstructionGiven(address indexed account, uint32 indexed region, StandingInstruction instruction);
    event InstructionRevoked(address indexed account, uint32 indexed region);
    event InstructionFollowed(
        address indexed account,
        uint32 indexed region,
        uint40 indexed start,
        InstructedUse use,
        Wh energy
    );

    error InstructionUnknown(address account, uint32 region);
    error InstructionOver(address account, uint40 until);
    /// @dev It is about later delivery periods.
    error InstructionNotYet(uint40 from, uint40 start);
    error InstructionInvalid();
    /// @dev The instruction does not say this, or not yet: something else comes first.
    error UseNotInstructed(InstructedUse use);
    /// @dev Where the rest is returned, each period is listed once. What is kept may be listed again.
    error PeriodAlreadyListed(address account, CreditId creditId);
    error EfficiencyTooLow(uint32 storageId, Bps least, Bps efficiency);
    error FeedInTooLow(MicroPerKwh least, MicroPerKwh price);
    error SessionLocked(uint256 sessionId, uint40 lockAt);
    error SessionOutOfReach(uint256 sessionId, bytes32 subject);
    error StorageUnknown(uint32 storageId);
    error IntentExpired(uint40 expiry);
    error SignatureInvalid(address account);

    /// @notice Takes an instruction on its owner's EIP-712 signature; anyone may submit it. It replaces the owner's former one there.
    function give(StandingInstruction calldata instruction, bytes calldata signature) external;

    /// @notice Ends an instruction at once, on its owner's signature. It uses the nonce up: with the nonce of an instruction that was
    /// signed and never submitted, that one is worth nothing.
    function revoke(InstructionRevocation calldata revocation, bytes calldata signature) external;

    /// @notice Ends the caller's own instruction, without a signature.
    function revokeOwn(uint32 region) external;

    /// @notice Lists all that an account exported in a session's delivery period and still holds, at its reserve. Anyone may call,
    /// before the session locks: then everybody has had the chance to bid.
    function list(address account, uint256 sessionId) external returns (Wh energy);

    /// @notice Stores what an account exported in a delivery period, as much as the storage takes. Anyone may call.
    function store(address account, uint32 region, uint40 start) external returns (Wh energy);

    /// @notice Returns to the grid what an account exported in a delivery period, if that comes first, or what is left. Anyone may
    /// call.
    function returnToGrid(address account, uint32 region, uint40 start) external returns (Wh energy);

    /// @notice The instruction that counts, all zero if there is none.
    function instructionOf(address account, uint32 region) external view returns (StandingInstruction memory);

    /// @notice Whether an account's energy of a credit was listed by its instruction.
    function isListed(address account, CreditId creditId) external view returns (bool);
}
