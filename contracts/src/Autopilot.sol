// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAutopilot} from "./interfaces/IAutopilot.sol";
import {IEnergyCredits} from "./interfaces/IEnergyCredits.sol";
import {ISurplusMarket} from "./interfaces/ISurplusMarket.sol";
import {CreditLib} from "./libraries/CreditLib.sol";
import {
    AgreementProof,
    CreditId,
    InstructedUse,
    InstructionRevocation,
    Leftover,
    Order,
    Returning,
    Session,
    SessionKind,
    StandingInstruction,
    StorageTerms,
    Storing,
    Tick
} from "./types/Surplus.sol";
import {Bps, MicroPerKwh, Wh} from "./types/Units.sol";

/// @notice See IAutopilot.
contract Autopilot is IAutopilot, EIP712, NoncesKeyed {
    bytes32 private constant INSTRUCTION_TYPEHASH =
        keccak256(
            "StandingInstruction(address account,uint32 region,uint8 first,uint24 reserve,uint32 storageId,uint16 efficiency,uint8 rest,uint64 feedIn,uint40 from,uint40 until,uint256 nonce)"
        );
    bytes32 private constant REVOCATION_TYPEHASH =
        keccak256("InstructionRevocation(address account,uint32 region,uint256 nonce,uint40 expiry)");

    /* IMMUTABLES */

    IEnergyCredits public immutable CREDITS;
    ISurplusMarket public immutable MARKET;

    /* STORAGE */

    mapping(address account => mapping(uint32 region => StandingInstruction)) private _instructions;

    /// @inheritdoc IAutopilot
    mapping(address account => mapping(CreditId creditId => bool)) public isListed;

    /* CONSTRUCTOR */

    constructor(IEnergyCredits credits, ISurplusMarket market) EIP712("Switchyard Autopilot", "1") {
        CREDITS = credits;
        MARKET = market;
    }

    /* EXTERNAL */

    /// @inheritdoc IAutopilot
    function give(StandingInstruction calldata i, bytes calldata signature) external {
        _useSignature(i.account, i.nonce, i.until, keccak256(abi.encode(INSTRUCTION_TYPEHASH, i)), signature);
        _check(i);
        _instructions[i.account][i.region] = i;
        emit InstructionGiven(i.account, i.region, i);
    }

    /// @inheritdoc IAutopilot
    function revoke(InstructionRevocation calldata r, bytes calldata signature) external {
        _useSignature(r.account, r.nonce, r.expiry, keccak256(abi.encode(REVOCATION_TYPEHASH, r)), signature);
        _revoke(r.account, r.region);
    }

    /// @inheritdoc IAutopilot
    function revokeOwn(uint32 region) external {
        _revoke(msg.sender, region);
    }

    /// @inheritdoc IAutopilot
    function list(address account, uint256 sessionId) external returns (Wh energy) {
        Session memory s = MARKET.sessionOf(sessionId);
        StandingInstruction memory i = _due(account, s.region, s.start);
        if (i.first != InstructedUse.Sell) revert UseNotInstructed(InstructedUse.Sell);
        CreditId creditId = CreditLib.exported(s.region, s.start);
        if (s.kind != SessionKind.Exported) revert SessionOutOfReach(sessionId, bytes32(CreditId.unwrap(creditId)));
        if (block.timestamp >= s.lockAt) revert SessionLocked(sessionId, s.lockAt);
        if (i.rest == Leftover.Return && isListed[account][creditId]) revert PeriodAlreadyListed(account, creditId);
        isListed[account][creditId] = true;
        energy = _held(account, creditId, type(uint40).max);
        emit InstructionFollowed(account, s.region, s.start, InstructedUse.Sell, energy);
        Order memory lot = Order({
            sessionId: sessionId,
            account: account,
            energy: uint40(Wh.unwrap(energy)),
            price: i.reserve,
            subject: bytes32(CreditId.unwrap(creditId)),
            nonce: i.nonce,
            expiry: i.until
        });
        AgreementProof memory none;
        MARKET.list(lot, none, "");
    }

    /// @inheritdoc IAutopilot
    function store(address account, uint32 region, uint40 start) external returns (Wh energy) {
        StandingInstruction memory i = _due(account, region, start);
        if (i.first != InstructedUse.Store) revert UseNotInstructed(InstructedUse.Store);
        CreditId creditId = CreditLib.exported(region, start);
        (, , Wh left) = CREDITS.storageOf(i.storageId);
        energy = _held(account, creditId, Wh.unwrap(left));
        emit InstructionFollowed(account, region, start, InstructedUse.Store, energy);
        CREDITS.store(Storing(account, creditId, i.storageId, energy, i.nonce, i.until), "");
    }

    /// @inheritdoc IAutopilot
    function returnToGrid(address account, uint32 region, uint40 start) external returns (Wh energy) {
        StandingInstruction memory i = _due(account, region, start);
        CreditId creditId = CreditLib.exported(region, start);
        if (i.first != InstructedUse.Return && !_isLeft(i, creditId)) revert UseNotInstructed(InstructedUse.Return);
        (, MicroPerKwh price) = CREDITS.feedInOf(region, start);
        if (MicroPerKwh.unwrap(price) < MicroPerKwh.unwrap(i.feedIn)) revert FeedInTooLow(i.feedIn, price);
        energy = _held(account, creditId, type(uint64).max);
        emit InstructionFollowed(account, region, start, InstructedUse.Return, energy);
        CREDITS.returnToGrid(Returning(account, creditId, energy, i.nonce, i.until), "");
    }

    /// @inheritdoc IAutopilot
    function instructionOf(address account, uint32 region) external view returns (StandingInstruction memory) {
        return _instructions[account][region];
    }

    /* INTERNAL */

    function _revoke(address account, uint32 region) private {
        // Nothing is there to end where only a nonce is to be used up: that is no mistake.
        delete _instructions[account][region];
        emit InstructionRevoked(account, region);
    }

    /// @dev A storage's terms never change, so what holds when the instruction is given always does.
    function _check(StandingInstruction calldata i) private view {
        bool sells = i.first == InstructedUse.Sell;
        bool stores = i.first == InstructedUse.Store;
        bool givesBack = i.first == InstructedUse.Return || i.rest == Leftover.Return;
        if (
            (!sells && Tick.unwrap(i.reserve) != 0) ||
            (!stores && (i.storageId != 0 || Bps.unwrap(i.efficiency) != 0)) ||
            (!givesBack && MicroPerKwh.unwrap(i.feedIn) != 0)
        ) revert InstructionInvalid();
        if (!stores) return;
        (address operator, StorageTerms memory terms, ) = CREDITS.storageOf(i.storageId);
        if (operator == address(0)) revert StorageUnknown(i.storageId);
        if (Bps.unwrap(terms.efficiency) < Bps.unwrap(i.efficiency)) {
            revert EfficiencyTooLow(i.storageId, i.efficiency, terms.efficiency);
        }
    }

    /// @dev The instruction, if it is about this period and counts now.
    function _due(address account, uint32 region, uint40 start) private view returns (StandingInstruction memory i) {
        i = _instructions[account][region];
        if (i.account == address(0)) revert InstructionUnknown(account, region);
        if (block.timestamp > i.until) revert InstructionOver(account, i.until);
        if (start < i.from) revert InstructionNotYet(i.from, start);
    }

    /// @dev What came back from a session, or what a full or closed storage does not take.
    function _isLeft(StandingInstruction memory i, CreditId creditId) private view returns (bool) {
        if (i.rest != Leftover.Return) return false;
        if (i.first == InstructedUse.Sell) return isListed[i.account][creditId];
        (, , Wh left) = CREDITS.storageOf(i.storageId);
        return Wh.unwrap(left) == 0;
    }

    function _held(address account, CreditId creditId, uint256 most) private view returns (Wh) {
        uint256 held = IERC6909(address(CREDITS)).balanceOf(account, CreditId.unwrap(creditId));
        return Wh.wrap(uint64(held < most ? held : most));
    }

    function _useSignature(
        address account,
        uint256 nonce,
        uint40 expiry,
        bytes32 structHash,
        bytes calldata signature
    ) private {
        if (block.timestamp > expiry) revert IntentExpired(expiry);
        _useCheckedNonce(account, nonce);
        if (!SignatureChecker.isValidSignatureNowCalldata(account, _hashTypedDataV4(structHash), signature)) {
            revert SignatureInvalid(account);
        }
    }
}
