// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISurplusMarket} from "../../src/interfaces/ISurplusMarket.sol";
import {Role} from "../../src/interfaces/IMemberRegistry.sol";
import {
    AgreementProof,
    Clearing,
    CreditId,
    Fates,
    Order,
    OrderWithdrawal,
    SessionKind,
    Tick
} from "../../src/types/Surplus.sol";
import {Micro, Wh} from "../../src/types/Units.sol";
import {Figures} from "./Figures.sol";
import {SupplyTest} from "./SupplyTest.sol";
import {SurplusSignatures} from "./SurplusSignatures.sol";

/// @notice Sellers with credits for what they exported in December, and buyers with money.
abstract contract SurplusTest is SupplyTest {
    uint128 internal constant MONEY = 1_000_000_000;

    SurplusSignatures internal surplusSignatures;
    /// @dev Stands for the settlement where it credits exports.
    address internal meterReader = makeAddr("meter reader");
    address internal battery = makeAddr("battery");
    address internal station = makeAddr("station");
    AgreementProof internal noProof;
    uint32[] internal none;

    function setUp() public virtual override {
        super.setUp();
        surplusSignatures = new SurplusSignatures(address(surplus), address(credits));
        vm.startPrank(exchange);
        members.admit(battery, 1 << uint8(Role.Storage));
        members.admit(station, 1 << uint8(Role.ChargingPoint));
        vm.stopPrank();
        _letIn(address(credits), meterReader);
    }

    /// @dev Adds a module the way it is done: by the administrator, after the delay everyone can see.
    function _letIn(address target, address module) internal {
        bytes memory call = abi.encodeCall(credits.setModule, (module, true));
        vm.startPrank(administrator);
        authority.schedule(target, call, 0);
        vm.warp(block.timestamp + POWER_DELAY);
        authority.execute(target, call);
        vm.stopPrank();
    }

    /* SESSIONS */

    /// @dev Of what December's exports credit. It locks in one hour and closes in two.
    function _open() internal returns (uint256) {
        return _openKind(SessionKind.Exported, boundaries[0]);
    }

    function _openKind(SessionKind kind, uint40 start) internal returns (uint256) {
        uint40 now_ = uint40(block.timestamp);
        vm.prank(exchange);
        return surplus.open(ISurplusMarket.Opening(Figures.REGION, start, kind, now_ + 1 hours, now_ + 2 hours));
    }

    function _close(uint256 sessionId) internal {
        vm.warp(surplus.sessionOf(sessionId).closeAt);
    }

    /* ACCOUNTS */

    function _exported() internal view returns (CreditId) {
        // Kind 1 | region | start.
        return CreditId.wrap(1 | (uint256(Figures.REGION) << 8) | (uint256(boundaries[0]) << 40));
    }

    function _usable() internal view returns (CreditId) {
        return CreditId.wrap(CreditId.unwrap(_exported()) + 2);
    }

    function _seller(string memory name, uint64 energy) internal returns (Account memory seller) {
        seller = makeAccount(name);
        vm.prank(meterReader);
        credits.mint(seller.addr, Figures.REGION, boundaries[0], Wh.wrap(energy));
    }

    function _buyer(string memory name) internal returns (Account memory buyer) {
        buyer = makeAccount(name);
        _fund(buyer, MONEY);
    }

    function _credit(address account, CreditId id) internal view returns (uint256) {
        return credits.balanceOf(account, CreditId.unwrap(id));
    }

    /* LOTS AND BIDS */

    function _order(
        uint256 sessionId,
        address account,
        uint40 energy,
        uint24 price
    ) internal view returns (Order memory o) {
        o.sessionId = sessionId;
        o.account = account;
        o.energy = energy;
        o.price = Tick.wrap(price);
        o.nonce = surplus.nonces(account, 0);
        o.expiry = uint40(block.timestamp + 1 hours);
    }

    function _lotOrder(
        uint256 sessionId,
        address account,
        uint40 energy,
        uint24 reserve
    ) internal view returns (Order memory o) {
        o = _order(sessionId, account, energy, reserve);
        o.subject = bytes32(CreditId.unwrap(_exported()));
    }

    function _list(uint256 sessionId, Account memory seller, uint40 energy, uint24 reserve) internal returns (uint32) {
        Order memory o = _lotOrder(sessionId, seller.addr, energy, reserve);
        return _listOrder(o, noProof, seller.key);
    }

    function _listOrder(Order memory o, AgreementProof memory proof, uint256 key) internal returns (uint32) {
        bytes memory signature = surplusSignatures.lot(key, o);
        vm.prank(relayer);
        return surplus.list(o, proof, signature);
    }

    function _bid(uint256 sessionId, Account memory buyer, uint40 energy, uint24 limit) internal returns (uint32) {
        return _bidOrder(_order(sessionId, buyer.addr, energy, limit), noProof, buyer.key);
    }

    function _bidOrder(Order memory o, AgreementProof memory proof, uint256 key) internal returns (uint32) {
        bytes memory signature = surplusSignatures.bid(key, o);
        vm.prank(relayer);
        return surplus.bid(o, proof, signature);
    }

    function _withdraw(uint256 sessionId, Account memory account, bool isLot, uint32 index) internal {
        OrderWithdrawal memory w = _orderWithdrawal(sessionId, account.addr, isLot, index);
        bytes memory signature = surplusSignatures.withdrawal(account.key, w);
        vm.prank(relayer);
        surplus.withdraw(w, signature);
    }

    function _orderWithdrawal(
        uint256 sessionId,
        address account,
        bool isLot,
        uint32 index
    ) internal view returns (OrderWithdrawal memory) {
        uint40 expiry = uint40(block.timestamp + 1 hours);
        return OrderWithdrawal(sessionId, account, isLot, index, surplus.nonces(account, 0), expiry);
    }

    /* CLEARING */

    /// @dev Bids at the price share; the remainder says that none gets one Wh more.
    function _bidsShare(uint24 price, uint72 offered, uint72 shared) internal pure returns (Clearing memory c) {
        (c.price, c.offered, c.shared, c.remainder) = (Tick.wrap(price), offered, shared, offered);
    }

    function _lotsShare(uint24 price, uint72 offered, uint72 shared) internal pure returns (Clearing memory c) {
        c = _bidsShare(price, offered, shared);
        c.lotsShare = true;
    }

    function _clear(uint256 sessionId, Clearing memory c) internal {
        vm.prank(relayer);
        assertTrue(surplus.clear(sessionId, c, type(uint256).max));
    }

    function _claimAll(uint256 sessionId) internal {
        surplus.claim(sessionId, _upTo(surplus.sessionOf(sessionId).bids), _upTo(surplus.sessionOf(sessionId).lots));
    }

    function _upTo(uint32 count) internal pure returns (uint32[] memory indexes) {
        indexes = new uint32[](count);
        for (uint32 i; i < count; ++i) {
            indexes[i] = i;
        }
    }

    function _only(uint32 index) internal pure returns (uint32[] memory indexes) {
        indexes = new uint32[](1);
        indexes[0] = index;
    }

    /* WHAT HOLDS */

    /// @dev minted = Σ balances + fates, of one id.
    function _assertFates(CreditId id, address[] memory holders) internal view {
        Fates memory f = credits.fatesOf(id);
        uint256 sum = _credit(address(surplus), id);
        for (uint256 i; i < holders.length; ++i) {
            sum += _credit(holders[i], id);
        }
        Wh gone = f.sold + f.stored + f.returned + f.redeemed + f.used;
        assertEq(Wh.unwrap(f.minted), sum + Wh.unwrap(gone), "every credit has one fate");
    }

    function _pot(uint256 sessionId) internal view returns (uint128) {
        return Micro.unwrap(surplus.potOf(sessionId));
    }
}
