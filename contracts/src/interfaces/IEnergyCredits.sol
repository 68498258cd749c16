// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CreditId, Fates, FeedIn, Returning, StorageTerms, Storing, Voucher} from "../types/Surplus.sol";
import {Bps, Micro, MicroPerKwh, Wh} from "../types/Units.sol";

/// @title Credits for exported energy, one for each Wh (ERC-6909)
/// @notice Every exported Wh has exactly one fate: sold in a session, stored, returned to the grid, or redeemed at a charging point.
/// Sold and redeemed energy becomes usable: it lowers the energy charge of whoever holds it, and can do nothing else. Of each id,
/// minted = Σ balances + sold + stored + returned + redeemed + used (docs/decisions/034).
interface IEnergyCredits {
    event CreditsMinted(address indexed account, CreditId indexed creditId, Wh energy);
    event CreditsUsed(address indexed account, CreditId indexed creditId, Wh energy);
    event CreditsSold(address indexed account, CreditId indexed creditId, Wh sold, Wh unsold);
    event StorageOffered(uint32 indexed storageId, address indexed operator, StorageTerms terms);
    event StorageClosed(uint32 indexed storageId);
    event FeedInPublished(uint32 indexed region, uint40 indexed start, address payer, MicroPerKwh price);
    event EnergyStored(
        address indexed account,
        CreditId indexed creditId,
        uint32 indexed storageId,
        Wh energy,
        CreditId storedId,
        Wh stored
    );
    event EnergyReturned(
        address indexed account,
        CreditId indexed creditId,
        Wh energy,
        MicroPerKwh price,
        address payer,
        Micro amount,
        Micro owed
    );
    event EnergyRedeemed(address indexed account, CreditId indexed creditId, address indexed station, Wh energy);

    error EnergyZero();
    error CreditKindWrong(CreditId creditId);
    error CreditsShort(address account, CreditId creditId, Wh needed, Wh held);
    /// @dev Credits sent to a contract of the market would belong to nobody.
    error CreditTargetInvalid(address to);
    error StoredExpired(CreditId creditId, uint40 expiry);
    error EfficiencyInvalid(Bps efficiency);
    error StorageUnknown(uint32 storageId);
    error StorageFull(uint32 storageId, Wh left);
    error NotStorageOperator(address caller, address operator);
    error FeedInUnknown(uint32 region, uint40 start);
    error FeedInAlreadyPublished(uint32 region, uint40 start);
    error PeriodUnknown(uint40 start);
    error VoucherAboveMost(Wh most, Wh asked);
    error VoucherForAnother(address station, address caller);
    error IntentExpired(uint40 expiry);
    error SignatureInvalid(address account);

    /// @notice Credits an account with what its meter exported in a delivery period. Modules only: the surplus book, for a bill.
    function mint(address account, uint32 region, uint40 start, Wh energy) external;

    /// @notice Takes usable credits of an account that become due to an agreement, as many as there are. Modules only.
    /// @return used What was taken.
    function use(address account, CreditId creditId, Wh most) external returns (Wh used);

    /// @notice Moves an account's credits to the calling module, which offers them for sale. Modules only.
    function take(address account, CreditId creditId, Wh energy) external;

    /// @notice Ends what `take` began: what was sold is gone, the rest goes back. Modules only.
    function sell(address account, CreditId creditId, Wh energy, Wh sold) external;

    /// @notice Gives a buyer usable credits. Modules only: as many as were sold.
    function grant(address account, uint32 region, uint40 start, Wh energy) external;

    /// @notice Offers storage. For storage operators.
    function offerStorage(StorageTerms calldata terms) external returns (uint32 storageId);

    /// @notice Ends an offer; what is stored stays.
    function closeStorage(uint32 storageId) external;

    /// @notice Publishes what a grid company pays for returned energy, once and for ever. For the exchange.
    function publishFeedIn(uint32 region, uint40 start, FeedIn calldata feedIn) external;

    /// @notice Stores exported energy, on its owner's EIP-712 signature; anyone may submit it. A module needs none.
    /// @return storedId The credit for what is left.
    /// @return stored What is left after the round trip.
    function store(Storing calldata storing, bytes calldata signature) external returns (CreditId storedId, Wh stored);

    /// @notice Returns exported energy to the grid at the published price, on its owner's signature; anyone may submit it. What the
    /// payer cannot pay now it owes. A module needs no signature.
    function returnToGrid(Returning calldata returning, bytes calldata signature) external;

    /// @notice Redeems exported or stored energy at the calling charging point, against its owner's voucher. The charging point gets
    /// usable credits for what it gave.
    function redeem(Voucher calldata voucher, Wh energy, bytes calldata signature) external;

    function fatesOf(CreditId creditId) external view returns (Fates memory);

    function storageOf(uint32 storageId) external view returns (address operator, StorageTerms memory terms, Wh left);

    function feedInOf(uint32 region, uint40 start) external view returns (address payer, MicroPerKwh price);
}
