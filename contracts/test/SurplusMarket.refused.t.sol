// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Activity, ICircuitBreaker} from "../src/interfaces/ICircuitBreaker.sol";
import {IEnergyCredits} from "../src/interfaces/IEnergyCredits.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {ISurplusBook} from "../src/interfaces/ISurplusBook.sol";
import {ISurplusMarket} from "../src/interfaces/ISurplusMarket.sol";
import {CreditId, Order, OrderWithdrawal, SessionKind, SessionStatus} from "../src/types/Surplus.sol";
import {Micro, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SurplusTest} from "./market/SurplusTest.sol";

/// @notice What a session refuses, by name.
contract SurplusMarketRefusedTest is SurplusTest {
    Account private roof;
    Account private mill;
    uint256 private session;

    function setUp() public override {
        super.setUp();
        roof = _seller("roof", 10_000);
        mill = _buyer("mill");
        session = _open();
    }

    function _refused(bytes4 name) private {
        vm.expectPartialRevert(name);
    }

    /// @dev A bid that the market refuses for a reason.
    function _refusedBid(Order memory o, bytes memory refusal) private {
        bytes memory signature = surplusSignatures.bid(mill.key, o);
        vm.expectRevert(refusal);
        surplus.bid(o, noProof, signature);
    }

    function _refusedLot(Order memory o, bytes memory refusal) private {
        bytes memory signature = surplusSignatures.lot(roof.key, o);
        vm.expectRevert(refusal);
        surplus.list(o, noProof, signature);
    }

    function _opening() private view returns (ISurplusMarket.Opening memory) {
        uint40 t = uint40(block.timestamp);
        return ISurplusMarket.Opening(Figures.REGION, boundaries[0], SessionKind.Exported, t + 1, t + 2);
    }

    /* OPENING */

    function test_RevertGiven_NotTheExchange() public {
        ISurplusMarket.Opening memory o = _opening();
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, retailer, Role.Exchange));
        vm.prank(retailer);
        surplus.open(o);
    }

    function test_RevertGiven_PeriodUnknown() public {
        ISurplusMarket.Opening memory o = _opening();
        o.start += 1;
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.PeriodUnknown.selector, o.start));
        vm.prank(exchange);
        surplus.open(o);
    }

    function _refusedTimes(ISurplusMarket.Opening memory o) private {
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.SessionTimesInvalid.selector, o.lockAt, o.closeAt));
        vm.prank(exchange);
        surplus.open(o);
    }

    function test_RevertGiven_TimesOutOfOrder() public {
        ISurplusMarket.Opening memory o = _opening();
        o.lockAt = o.closeAt + 1;
        _refusedTimes(o);
        o.lockAt = o.closeAt = uint40(block.timestamp);
        _refusedTimes(o);
        o.lockAt = o.closeAt = uint40(block.timestamp + 1);
        vm.prank(exchange);
        assertEq(surplus.open(o), 2);
    }

    function test_RevertGiven_ContractedClosesWithItsPeriod() public {
        ISurplusMarket.Opening memory o = _opening();
        o.kind = SessionKind.Contracted;
        o.closeAt = boundaries[1];
        _refusedTimes(o);
        o.closeAt = boundaries[1] - 1;
        vm.prank(exchange);
        assertEq(surplus.open(o), 2);
    }

    /* PLACING */

    function test_RevertGiven_SessionUnknown() public {
        bytes memory refusal = abi.encodeWithSelector(ISurplusMarket.SessionUnknown.selector, 7);
        _refusedBid(_order(7, mill.addr, 1, 1), refusal);
        _refusedLot(_lotOrder(7, roof.addr, 1, 1), refusal);
        vm.expectRevert(refusal);
        surplus.clear(7, _bidsShare(0, 0, 0), 1);
        vm.expectRevert(refusal);
        surplus.claim(7, none, none);
        vm.expectRevert(refusal);
        surplus.voidSession(7);
    }

    function test_RevertGiven_BiddingPaused() public {
        vm.prank(guardian);
        breaker.pause(Activity.Bidding, uint40(block.timestamp + 1), "trial");
        Order memory o = _order(session, mill.addr, 1, 1);
        _refusedBid(
            o,
            abi.encodeWithSelector(ICircuitBreaker.ActivityPaused.selector, Activity.Bidding, block.timestamp + 1)
        );
    }

    function test_RevertGiven_SessionClosed() public {
        _close(session);
        uint40 closeAt = uint40(block.timestamp);
        bytes memory refusal = abi.encodeWithSelector(ISurplusMarket.SessionClosed.selector, session, closeAt);
        _refusedBid(_order(session, mill.addr, 1, 1), refusal);
        _refusedLot(_lotOrder(session, roof.addr, 1, 1), refusal);
        vm.warp(closeAt - 1);
        _bid(session, mill, 1, 1);
    }

    function test_RevertGiven_SessionHasEnded() public {
        _close(session);
        _clear(session, _bidsShare(0, 0, 0));
        bytes memory refusal = abi.encodeWithSelector(
            ISurplusMarket.SessionNotOpen.selector,
            session,
            SessionStatus.Untraded
        );
        _refusedBid(_order(session, mill.addr, 1, 1), refusal);
        vm.expectRevert(refusal);
        surplus.clear(session, _bidsShare(0, 0, 0), 1);
    }

    function test_RevertGiven_NoEnergy() public {
        bytes memory refusal = abi.encodeWithSelector(ISurplusMarket.EnergyZero.selector);
        _refusedBid(_order(session, mill.addr, 0, 1), refusal);
        _refusedLot(_lotOrder(session, roof.addr, 0, 1), refusal);
    }

    function test_RevertGiven_IntentExpired() public {
        Order memory o = _order(session, mill.addr, 1, 1);
        o.expiry = uint40(block.timestamp - 1);
        _refusedBid(o, abi.encodeWithSelector(ISurplusMarket.IntentExpired.selector, o.expiry));
    }

    function test_RevertGiven_AnotherSigned() public {
        Order memory o = _order(session, mill.addr, 1, 1);
        bytes memory signature = surplusSignatures.bid(roof.key, o);
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.SignatureInvalid.selector, mill.addr));
        surplus.bid(o, noProof, signature);
    }

    function test_RevertGiven_ALotsSignatureForABid() public {
        Order memory o = _order(session, mill.addr, 1, 1);
        bytes memory signature = surplusSignatures.lot(mill.key, o);
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.SignatureInvalid.selector, mill.addr));
        surplus.bid(o, noProof, signature);
    }

    function test_P6_RevertGiven_SignedBidSentTwice() public {
        Order memory o = _order(session, mill.addr, 1, 1);
        _bidOrder(o, noProof, mill.key);
        _refusedBid(o, abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, mill.addr, 1));
    }

    function test_RevertGiven_MoneyMissing() public {
        Order memory o = _order(session, mill.addr, 1_000_001, 1_000);
        _refusedBid(
            o,
            abi.encodeWithSelector(
                IEscrow.InsufficientFree.selector,
                mill.addr,
                Micro.wrap(1_000_001_000),
                Micro.wrap(MONEY)
            )
        );
    }

    function test_RevertGiven_CreditsMissing() public {
        Order memory o = _lotOrder(session, roof.addr, 10_001, 1);
        _refusedLot(
            o,
            abi.encodeWithSelector(
                IEnergyCredits.CreditsShort.selector,
                roof.addr,
                _exported(),
                Wh.wrap(10_001),
                Wh.wrap(10_000)
            )
        );
    }

    function test_RevertGiven_ABidForSomethingElse() public {
        Order memory o = _order(session, mill.addr, 1, 1);
        o.subject = bytes32(uint256(5));
        _refusedBid(o, abi.encodeWithSelector(ISurplusBook.AgreementUnknown.selector, o.subject));
    }

    function test_RevertGiven_CreditsOfAnotherKindPeriodOrRegion() public {
        Order memory o = _lotOrder(session, roof.addr, 1, 1);
        uint256 id = uint256(o.subject);
        o.subject = bytes32(id + 2);
        _refusedLot(o, abi.encodeWithSelector(ISurplusMarket.SubjectInvalid.selector, o.subject));
        o.subject = bytes32(id + (1 << 40));
        _refusedLot(o, abi.encodeWithSelector(ISurplusMarket.SubjectInvalid.selector, o.subject));
        o.subject = bytes32(id + (1 << 8));
        _refusedLot(o, abi.encodeWithSelector(ISurplusMarket.SessionOutOfReach.selector, session, o.subject));
    }

    /// @dev Kind 2, expiring a second before the session closes.
    function test_RevertGiven_StoredEnergyExpiresBefore() public {
        uint40 expiry = surplus.sessionOf(session).closeAt - 1;
        Order memory o = _lotOrder(session, roof.addr, 1, 1);
        CreditId id = CreditId.wrap(uint256(o.subject) + 1 + (uint256(expiry) << 80));
        o.subject = bytes32(CreditId.unwrap(id));
        _refusedLot(o, abi.encodeWithSelector(ISurplusMarket.StoredExpired.selector, id, expiry));
    }

    /* AFFILIATES */

    function test_RevertGiven_SellerBidsInItsOwnSession() public {
        _list(session, roof, 1, 1);
        Order memory o = _order(session, roof.addr, 1, 1);
        bytes memory signature = surplusSignatures.bid(roof.key, o);
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.AffiliateTrade.selector, session, roof.addr, 0));
        surplus.bid(o, noProof, signature);
    }

    function test_RevertGiven_AnAffiliateBids() public {
        vm.startPrank(exchange);
        members.setGroup(roof.addr, 3);
        members.setGroup(mill.addr, 3);
        vm.stopPrank();
        _list(session, roof, 1, 1);
        // Even when the lot is taken back.
        _withdraw(session, roof, true, 0);
        Order memory o = _order(session, mill.addr, 1, 1);
        _refusedBid(o, abi.encodeWithSelector(ISurplusMarket.AffiliateTrade.selector, session, mill.addr, 3));
        // In another session it may.
        _bid(_open(), mill, 1, 1);
    }

    function test_RevertGiven_ABuyersAffiliateLists() public {
        vm.startPrank(exchange);
        members.setGroup(roof.addr, 3);
        members.setGroup(mill.addr, 3);
        vm.stopPrank();
        _bid(session, mill, 1, 1);
        Order memory o = _lotOrder(session, roof.addr, 1, 1);
        _refusedLot(o, abi.encodeWithSelector(ISurplusMarket.AffiliateTrade.selector, session, roof.addr, 3));
    }

    function test_OtherGroupsTrade() public {
        vm.startPrank(exchange);
        members.setGroup(roof.addr, 3);
        members.setGroup(mill.addr, 4);
        vm.stopPrank();
        _list(session, roof, 1, 1);
        _bid(session, mill, 1, 1);
        assertEq(surplus.sessionOf(session).bids, 1);
    }

    /* WITHDRAWING */

    function _refusedWithdrawal(OrderWithdrawal memory w, uint256 key, bytes memory refusal) private {
        bytes memory signature = surplusSignatures.withdrawal(key, w);
        vm.expectRevert(refusal);
        surplus.withdraw(w, signature);
    }

    function test_RevertGiven_SessionLocked() public {
        _bid(session, mill, 1, 1);
        uint40 lockAt = surplus.sessionOf(session).lockAt;
        vm.warp(lockAt);
        OrderWithdrawal memory w = _orderWithdrawal(session, mill.addr, false, 0);
        bytes memory refusal = abi.encodeWithSelector(ISurplusMarket.SessionLocked.selector, session, lockAt);
        _refusedWithdrawal(w, mill.key, refusal);
        vm.warp(lockAt - 1);
        _withdraw(session, mill, false, 0);
    }

    function test_P7_RevertGiven_SomebodyElsesOrder() public {
        _bid(session, mill, 1, 1);
        OrderWithdrawal memory w = _orderWithdrawal(session, roof.addr, false, 0);
        bytes memory refusal = abi.encodeWithSelector(ISurplusMarket.OrderUnknown.selector, session, 0);
        _refusedWithdrawal(w, roof.key, refusal);
        w = _orderWithdrawal(session, mill.addr, false, 0);
        _refusedWithdrawal(w, roof.key, abi.encodeWithSelector(ISurplusMarket.SignatureInvalid.selector, mill.addr));
    }

    function test_RevertGiven_WithdrawnTwice() public {
        _bid(session, mill, 1, 1);
        _withdraw(session, mill, false, 0);
        OrderWithdrawal memory w = _orderWithdrawal(session, mill.addr, false, 0);
        bytes memory refusal = abi.encodeWithSelector(ISurplusMarket.OrderUnknown.selector, session, 0);
        _refusedWithdrawal(w, mill.key, refusal);
        w.isLot = true;
        _refusedWithdrawal(w, mill.key, refusal);
    }

    /* CLEARING AND CLAIMING */

    function test_RevertGiven_SessionStillOpen() public {
        uint40 closeAt = surplus.sessionOf(session).closeAt;
        bytes memory refusal = abi.encodeWithSelector(ISurplusMarket.SessionStillOpen.selector, session, closeAt);
        vm.warp(closeAt - 1);
        vm.expectRevert(refusal);
        surplus.clear(session, _bidsShare(0, 0, 0), 1);
        vm.warp(closeAt);
        vm.expectRevert(refusal);
        surplus.claim(session, none, none);
    }

    function test_RevertGiven_ClearingWrong() public {
        _list(session, roof, 100, 10);
        _bid(session, mill, 100, 20);
        _close(session);
        // At 10 the bids would share nothing: the price is 20, where demand still covers supply.
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.ClearingWrong.selector, session, 100, 100));
        surplus.clear(session, _bidsShare(10, 0, 0), 2);
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.ClearingWrong.selector, session, 0, 100));
        surplus.clear(session, _bidsShare(21, 0, 0), 2);
        _clear(session, _bidsShare(20, 100, 100));
    }

    function test_RevertGiven_ExportedSessionVoided() public {
        vm.warp(boundaries[3]);
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.SessionNotOverdue.selector, session));
        surplus.voidSession(session);
    }

    function test_SurplusIsOnlyForTheMarketToMove() public {
        vm.startPrank(relayer);
        _refused(bytes4(keccak256("NotModule(address)")));
        credits.take(roof.addr, _exported(), Wh.wrap(1));
    }
}
