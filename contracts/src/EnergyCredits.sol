// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {IEnergyCredits} from "./interfaces/IEnergyCredits.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IMemberRegistry, Role} from "./interfaces/IMemberRegistry.sol";
import {ITariffBook} from "./interfaces/ITariffBook.sol";
import {CreditLib} from "./libraries/CreditLib.sol";
import {Modular} from "./Modular.sol";
import {PAYEES} from "./types/Billing.sol";
import {CreditId, CreditKind, Fates, FeedIn, Returning, StorageTerms, Storing, Voucher} from "./types/Surplus.sol";
import {Bps, BPS_ONE, Micro, MicroPerKwh, Wh, WH_PER_KWH} from "./types/Units.sol";

/// @notice See IEnergyCredits.
/// @dev Above 250 lines: every way in which a credit can come or go is in one file.
contract EnergyCredits is IEnergyCredits, Modular, ERC6909, EIP712, NoncesKeyed {
    using CreditLib for CreditId;

    bytes32 private constant STORING_TYPEHASH =
        keccak256(
            "Storing(address account,uint256 creditId,uint32 storageId,uint64 energyWh,uint256 nonce,uint40 expiry)"
        );
    bytes32 private constant RETURNING_TYPEHASH =
        keccak256("Returning(address account,uint256 creditId,uint64 energyWh,uint256 nonce,uint40 expiry)");
    bytes32 private constant VOUCHER_TYPEHASH =
        keccak256(
            "Voucher(address account,uint256 creditId,uint64 mostWh,address station,uint256 nonce,uint40 expiry)"
        );

    struct Storage {
        address operator;
        Wh left;
        StorageTerms terms;
    }

    /* IMMUTABLES */

    IMemberRegistry public immutable MEMBERS;
    ITariffBook public immutable TARIFFS;
    IEscrow public immutable ESCROW;

    /* STORAGE */

    uint32 private _storages;

    mapping(uint32 storageId => Storage) private _storageOf;

    /// @inheritdoc IEnergyCredits
    mapping(uint32 region => mapping(uint40 start => FeedIn)) public feedInOf;

    mapping(CreditId creditId => Fates) private _fates;

    /* CONSTRUCTOR */

    constructor(
        address authority,
        IMemberRegistry members,
        ITariffBook tariffs,
        IEscrow escrow
    ) Modular(authority) EIP712("Switchyard Credits", "1") {
        MEMBERS = members;
        TARIFFS = tariffs;
        ESCROW = escrow;
    }

    /* EXTERNAL */

    /// @inheritdoc IEnergyCredits
    function mint(address account, uint32 region, uint40 start, Wh energy) external onlyModule {
        _create(account, CreditLib.exported(region, start), energy);
    }

    /// @inheritdoc IEnergyCredits
    function use(address account, CreditId creditId, Wh most) external onlyModule returns (Wh used) {
        if (creditId.kindOf() != CreditKind.Usable) revert CreditKindWrong(creditId);
        Wh held = _held(account, creditId);
        used = held < most ? held : most;
        if (Wh.unwrap(used) == 0) return used;
        Fates storage f = _fates[creditId];
        f.used = f.used + used;
        emit CreditsUsed(account, creditId, used);
        _burn(account, CreditId.unwrap(creditId), Wh.unwrap(used));
    }

    /// @inheritdoc IEnergyCredits
    function take(address account, CreditId creditId, Wh energy) external onlyModule {
        _requireHeld(account, creditId, energy);
        _transfer(account, msg.sender, CreditId.unwrap(creditId), Wh.unwrap(energy));
    }

    /// @inheritdoc IEnergyCredits
    function sell(address account, CreditId creditId, Wh energy, Wh sold) external onlyModule {
        Wh unsold = energy - sold;
        Fates storage f = _fates[creditId];
        f.sold = f.sold + sold;
        emit CreditsSold(account, creditId, sold, unsold);
        _burn(msg.sender, CreditId.unwrap(creditId), Wh.unwrap(sold));
        _transfer(msg.sender, account, CreditId.unwrap(creditId), Wh.unwrap(unsold));
    }

    /// @inheritdoc IEnergyCredits
    function grant(address account, uint32 region, uint40 start, Wh energy) external onlyModule {
        _create(account, CreditLib.usable(region, start), energy);
    }

    /// @inheritdoc IEnergyCredits
    function offerStorage(StorageTerms calldata terms) external returns (uint32 storageId) {
        MEMBERS.requireRole(msg.sender, Role.Storage);
        uint16 efficiency = Bps.unwrap(terms.efficiency);
        if (efficiency == 0 || efficiency > BPS_ONE) revert EfficiencyInvalid(terms.efficiency);
        if (Wh.unwrap(terms.capacity) == 0 || terms.lifetime == 0) revert EnergyZero();
        storageId = ++_storages;
        _storageOf[storageId] = Storage(msg.sender, terms.capacity, terms);
        emit StorageOffered(storageId, msg.sender, terms);
    }

    /// @inheritdoc IEnergyCredits
    function closeStorage(uint32 storageId) external {
        Storage storage s = _known(storageId);
        if (msg.sender != s.operator) revert NotStorageOperator(msg.sender, s.operator);
        s.left = Wh.wrap(0);
        emit StorageClosed(storageId);
    }

    /// @inheritdoc IEnergyCredits
    function publishFeedIn(uint32 region, uint40 start, FeedIn calldata feedIn) external {
        MEMBERS.requireRole(msg.sender, Role.Exchange);
        MEMBERS.requireRole(feedIn.payer, Role.Grid);
        if (TARIFFS.periodEnd(start) == 0) revert PeriodUnknown(start);
        if (feedInOf[region][start].payer != address(0)) revert FeedInAlreadyPublished(region, start);
        feedInOf[region][start] = feedIn;
        emit FeedInPublished(region, start, feedIn.payer, feedIn.price);
    }

    /// @inheritdoc IEnergyCredits
    function store(Storing calldata s, bytes calldata signature) external returns (CreditId storedId, Wh stored) {
        bytes32 structHash = keccak256(
            abi.encode(STORING_TYPEHASH, s.account, s.creditId, s.storageId, s.energy, s.nonce, s.expiry)
        );
        _useSignature(s.account, s.nonce, s.expiry, structHash, signature);
        _requireKind(s.creditId, CreditKind.Exported);
        Storage storage keeper = _known(s.storageId);
        MEMBERS.requireRole(keeper.operator, Role.Storage);
        if (keeper.left < s.energy) revert StorageFull(s.storageId, keeper.left);
        keeper.left = keeper.left - s.energy;
        stored = CreditLib.afterStorage(s.energy, keeper.terms.efficiency);
        // What a single Wh leaves of itself is nothing.
        if (Wh.unwrap(stored) == 0) revert EnergyZero();
        Fates storage f = _fates[s.creditId];
        f.stored = f.stored + s.energy;
        storedId = CreditLib.stored(
            s.creditId.regionOf(),
            s.creditId.startOf(),
            CreditLib.expiryAfter(block.timestamp, keeper.terms.lifetime),
            s.storageId
        );
        emit EnergyStored(s.account, s.creditId, s.storageId, s.energy, storedId, stored);
        _destroy(s.account, s.creditId, s.energy);
        _create(s.account, storedId, stored);
    }

    /// @inheritdoc IEnergyCredits
    function returnToGrid(Returning calldata r, bytes calldata signature) external {
        bytes32 structHash = keccak256(
            abi.encode(RETURNING_TYPEHASH, r.account, r.creditId, r.energy, r.nonce, r.expiry)
        );
        _useSignature(r.account, r.nonce, r.expiry, structHash, signature);
        _requireKind(r.creditId, CreditKind.Exported);
        (uint32 region, uint40 start) = (r.creditId.regionOf(), r.creditId.startOf());
        FeedIn memory feedIn = feedInOf[region][start];
        if (feedIn.payer == address(0)) revert FeedInUnknown(region, start);
        Fates storage f = _fates[r.creditId];
        f.returned = f.returned + r.energy;
        _destroy(r.account, r.creditId, r.energy);
        // Rounds down: the payer keeps the dust. 64 bits by 64.
        Micro amount = Micro.wrap(
            uint128((uint256(Wh.unwrap(r.energy)) * MicroPerKwh.unwrap(feedIn.price)) / WH_PER_KWH)
        );
        _pay(r, feedIn, amount);
    }

    /// @inheritdoc IEnergyCredits
    function redeem(Voucher calldata v, Wh energy, bytes calldata signature) external {
        MEMBERS.requireRole(msg.sender, Role.ChargingPoint);
        if (v.station != address(0) && v.station != msg.sender) revert VoucherForAnother(v.station, msg.sender);
        if (v.most < energy) revert VoucherAboveMost(v.most, energy);
        bytes32 structHash = keccak256(
            abi.encode(VOUCHER_TYPEHASH, v.account, v.creditId, v.most, v.station, v.nonce, v.expiry)
        );
        _useSignature(v.account, v.nonce, v.expiry, structHash, signature);
        if (v.creditId.kindOf() == CreditKind.Stored) {
            uint40 expiry = v.creditId.expiryOf();
            if (block.timestamp >= expiry) revert StoredExpired(v.creditId, expiry);
        } else {
            _requireKind(v.creditId, CreditKind.Exported);
        }
        Fates storage f = _fates[v.creditId];
        f.redeemed = f.redeemed + energy;
        emit EnergyRedeemed(v.account, v.creditId, msg.sender, energy);
        _destroy(v.account, v.creditId, energy);
        _create(msg.sender, CreditLib.usable(v.creditId.regionOf(), v.creditId.startOf()), energy);
    }

    /// @inheritdoc IEnergyCredits
    function fatesOf(CreditId creditId) external view returns (Fates memory) {
        return _fates[creditId];
    }

    /// @inheritdoc IEnergyCredits
    function storageOf(uint32 storageId) external view returns (address, StorageTerms memory, Wh) {
        Storage memory s = _storageOf[storageId];
        return (s.operator, s.terms, s.left);
    }

    /* INTERNAL */

    /// @inheritdoc ERC6909
    function _update(address from, address to, uint256 id, uint256 amount) internal override {
        if (isModule[to] && msg.sender != to) revert CreditTargetInvalid(to);
        super._update(from, to, id, amount);
    }

    function _create(address account, CreditId creditId, Wh energy) private {
        if (Wh.unwrap(energy) == 0) return;
        Fates storage f = _fates[creditId];
        f.minted = f.minted + energy;
        emit CreditsMinted(account, creditId, energy);
        _mint(account, CreditId.unwrap(creditId), Wh.unwrap(energy));
    }

    function _destroy(address account, CreditId creditId, Wh energy) private {
        _requireHeld(account, creditId, energy);
        _burn(account, CreditId.unwrap(creditId), Wh.unwrap(energy));
    }

    function _pay(Returning calldata r, FeedIn memory feedIn, Micro amount) private {
        Micro owed = ESCROW.debit(feedIn.payer, amount);
        address[PAYEES] memory payees;
        Micro[PAYEES] memory amounts;
        (payees[0], amounts[0]) = (r.account, amount - owed);
        emit EnergyReturned(r.account, r.creditId, r.energy, feedIn.price, feedIn.payer, amount, owed);
        ESCROW.credit(payees, amounts);
        ESCROW.owe(feedIn.payer, r.account, owed, bytes32(CreditId.unwrap(r.creditId)));
    }

    function _known(uint32 storageId) private view returns (Storage storage s) {
        s = _storageOf[storageId];
        if (s.operator == address(0)) revert StorageUnknown(storageId);
    }

    /// @dev No account is credited with more than 64 bits hold.
    function _held(address account, CreditId creditId) private view returns (Wh) {
        return Wh.wrap(uint64(balanceOf(account, CreditId.unwrap(creditId))));
    }

    function _requireHeld(address account, CreditId creditId, Wh energy) private view {
        if (Wh.unwrap(energy) == 0) revert EnergyZero();
        Wh held = _held(account, creditId);
        if (held < energy) revert CreditsShort(account, creditId, energy, held);
    }

    function _requireKind(CreditId creditId, CreditKind kind) private pure {
        if (creditId.kindOf() != kind) revert CreditKindWrong(creditId);
    }

    function _useSignature(
        address account,
        uint256 nonce,
        uint40 expiry,
        bytes32 structHash,
        bytes calldata signature
    ) private {
        // A module speaks for the owner: standing instructions, which checked what was signed.
        if (signature.length == 0 && isModule[msg.sender]) return;
        if (block.timestamp > expiry) revert IntentExpired(expiry);
        _useCheckedNonce(account, nonce);
        if (!SignatureChecker.isValidSignatureNowCalldata(account, _hashTypedDataV4(structHash), signature)) {
            revert SignatureInvalid(account);
        }
    }
}
