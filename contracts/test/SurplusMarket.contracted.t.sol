// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISurplusBook} from "../src/interfaces/ISurplusBook.sol";
import {ISurplusMarket} from "../src/interfaces/ISurplusMarket.sol";
import {Ending, Terms} from "../src/types/Agreement.sol";
import {Offer} from "../src/types/Offer.sol";
import {AgreementProof, Order, SessionKind, SessionStatus, Traded} from "../src/types/Surplus.sol";
import {Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SurplusTest} from "./market/SurplusTest.sol";
import {Words} from "./market/Words.sol";

/// @notice Contracted energy that changes hands: 100,000 kWh a month each, from January on for a year.
contract SurplusMarketContractedTest is SurplusTest {
    uint128 private constant RICH = 100_000_000_000_000;

    Offer private offer;
    Supply private mill;
    Supply private shop;
    Terms private millTerms;
    Terms private shopTerms;
    bytes32 private millId;
    bytes32 private shopId;
    /// @dev Of March.
    uint256 private session;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        mill = _supply("mill", RICH);
        shop = _supply("shop", RICH);
        (millTerms, millId) = _sign(mill, offer);
        (shopTerms, shopId) = _sign(shop, offer);
        session = _openKind(SessionKind.Contracted, boundaries[3]);
    }

    function _proof(Terms memory terms) private view returns (AgreementProof memory) {
        return AgreementProof(terms.offerId, Words.pack(terms), boundaries[1]);
    }

    function _contracted(
        Supply memory s,
        bytes32 id,
        uint40 energy,
        uint24 price
    ) private view returns (Order memory o) {
        o = _order(session, s.consumer.addr, energy, price);
        o.subject = id;
    }

    function _sell(uint40 energy, uint24 reserve) private returns (uint32) {
        return _listOrder(_contracted(mill, millId, energy, reserve), _proof(millTerms), mill.consumer.key);
    }

    function _buy(uint40 energy, uint24 limit) private returns (uint32) {
        return _bidOrder(_contracted(shop, shopId, energy, limit), _proof(shopTerms), shop.consumer.key);
    }

    function _assertTraded(bytes32 id, uint64 listed, uint64 wanted, uint64 sold, uint64 bought) private view {
        Traded memory t = surplusBook.tradedOf(id, boundaries[3]);
        assertEq(Wh.unwrap(t.listed), listed, "listed");
        assertEq(Wh.unwrap(t.wanted), wanted, "wanted");
        assertEq(Wh.unwrap(t.sold), sold, "sold");
        assertEq(Wh.unwrap(t.bought), bought, "bought");
    }

    function test_MovesContractedEnergy() public {
        _sell(30_000_000, 300);
        _buy(20_000_000, 400);
        _assertTraded(millId, 30_000_000, 0, 0, 0);
        _assertTraded(shopId, 0, 20_000_000, 0, 0);
        _close(session);
        uint128 before = _free(mill.consumer.addr);
        _clear(session, _lotsShare(300, 30_000_000, 20_000_000));
        _claimAll(session);
        _assertTraded(millId, 0, 0, 20_000_000, 0);
        _assertTraded(shopId, 0, 0, 0, 20_000_000);
        // 20,000 kWh at 0.300.
        assertEq(_free(mill.consumer.addr) - before, 6_000_000_000);
    }

    function test_WithdrawingGivesItBack() public {
        _sell(30_000_000, 300);
        _buy(20_000_000, 400);
        _withdraw(session, mill.consumer, true, 0);
        _withdraw(session, shop.consumer, false, 0);
        _assertTraded(millId, 0, 0, 0, 0);
        _assertTraded(shopId, 0, 0, 0, 0);
    }

    function test_SellsAllThatIsContractedAndNoMore() public {
        _sell(60_000_000, 300);
        Order memory o = _contracted(mill, millId, 40_000_001, 300);
        bytes memory above = abi.encodeWithSelector(
            ISurplusBook.LotAboveContracted.selector,
            millId,
            Wh.wrap(100_000_000),
            Wh.wrap(100_000_001)
        );
        _refusedLot(o, _proof(millTerms), above);
        _sell(40_000_000, 300);
        _assertTraded(millId, 100_000_000, 0, 0, 0);
    }

    /// @dev A connection of 1,000 kW carries 768,000 kWh in the longest period: 100,000 of them are contracted.
    function test_RevertGiven_MoreThanTheConnectionCarries() public {
        _buy(668_000_000, 1);
        Order memory o = _contracted(shop, shopId, 1, 1);
        bytes memory signature = surplusSignatures.bid(shop.consumer.key, o);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISurplusBook.ContractedTooMuch.selector,
                2,
                Wh.wrap(768_000_001),
                Wh.wrap(768_000_000)
            )
        );
        surplus.bid(o, _proof(shopTerms), signature);
    }

    /* VOIDING */

    function test_ASessionThatNobodyClearedIsVoidedAfterItsPeriod() public {
        _sell(30_000_000, 300);
        _buy(20_000_000, 400);
        uint128 before = _free(shop.consumer.addr);
        vm.warp(boundaries[4] - 1);
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.SessionNotOverdue.selector, session));
        surplus.voidSession(session);
        vm.warp(boundaries[4]);
        bytes memory overdue = abi.encodeWithSelector(ISurplusMarket.SessionOverdue.selector, session, boundaries[4]);
        vm.expectRevert(overdue);
        surplus.clear(session, _lotsShare(300, 30_000_000, 20_000_000), 2);
        vm.prank(relayer);
        surplus.voidSession(session);
        assertEq(uint8(surplus.sessionOf(session).status), uint8(SessionStatus.Voided));
        _claimAll(session);
        _assertTraded(millId, 0, 0, 0, 0);
        _assertTraded(shopId, 0, 0, 0, 0);
        assertEq(_free(shop.consumer.addr) - before, 8_000_000_000);
        vm.expectRevert(abi.encodeWithSelector(ISurplusMarket.SessionNotOpen.selector, session, SessionStatus.Voided));
        surplus.voidSession(session);
    }

    /* REFUSED */

    function _refusedLot(Order memory o, AgreementProof memory proof, bytes memory refusal) private {
        bytes memory signature = surplusSignatures.lot(mill.consumer.key, o);
        vm.expectRevert(refusal);
        surplus.list(o, proof, signature);
    }

    function _notSupplied(uint256 period) private {
        session = _openKind(SessionKind.Contracted, boundaries[period]);
        Order memory o = _contracted(mill, millId, 1, 1);
        _refusedLot(
            o,
            _proof(millTerms),
            abi.encodeWithSelector(ISurplusBook.PeriodNotSupplied.selector, millId, boundaries[period])
        );
    }

    function test_RevertGiven_PeriodOutsideTheTerm() public {
        // December is before the first, and the thirteenth month after the last.
        _notSupplied(0);
        _notSupplied(13);
        session = _openKind(SessionKind.Contracted, boundaries[12]);
        _sell(1, 1);
    }

    function test_RevertGiven_PeriodIsSettled() public {
        Supply memory s = mill;
        _openSupply(s, boundaries[1]);
        uint256 late = _openKind(SessionKind.Contracted, boundaries[1]);
        vm.warp(boundaries[2] - 30 minutes);
        session = _openKind(SessionKind.Contracted, boundaries[2]);
        vm.warp(boundaries[2]);
        assertEq(settlement.settle(_tableOf(1), offer, _one(_item(s, millTerms, boundaries[2], 100_000_000))), 1);
        // February is next, from where January is settled.
        AgreementProof memory proof = _proof(millTerms);
        proof.period = boundaries[2];
        _listOrder(_contracted(mill, millId, 100_000_000, 1), proof, mill.consumer.key);
        // The hint must be the period it is settled into.
        Order memory o = _contracted(mill, millId, 1, 1);
        bytes memory unknown = abi.encodeWithSelector(ISurplusBook.PeriodUnknown.selector, boundaries[1]);
        _refusedLot(o, _proof(millTerms), unknown);
        assertEq(uint8(surplus.sessionOf(late).status), uint8(SessionStatus.Open));
    }

    /// @dev Ended at the start of April, the agreement supplies in March and not in April.
    function test_RevertGiven_AgreementEndsBefore() public {
        Ending memory e = Ending(
            millId,
            boundaries[4],
            agreements.nonces(mill.consumer.addr, 0),
            uint40(block.timestamp + 1)
        );
        // After the cooling-off days, with notice.
        vm.warp(boundaries[1] + 1 days);
        e.expiry = uint40(block.timestamp + 1);
        agreements.end(offer, Words.pack(millTerms), boundaries[1], e, signatures.ending(mill.consumer.key, e));
        session = _openKind(SessionKind.Contracted, boundaries[3]);
        _sell(100_000_000, 1);
        _notSupplied(4);
    }

    function test_RevertGiven_AnotherAgreement() public {
        Order memory o = _contracted(mill, shopId, 1, 1);
        bytes memory another = abi.encodeWithSelector(
            ISurplusBook.NotAgreementConsumer.selector,
            shopId,
            mill.consumer.addr
        );
        _refusedLot(o, _proof(shopTerms), another);
        bytes memory unknown = abi.encodeWithSelector(ISurplusBook.AgreementUnknown.selector, shopId);
        _refusedLot(o, _proof(millTerms), unknown);
    }

    function test_RevertGiven_TermsThatNobodySigned() public {
        Terms memory terms = millTerms;
        terms.contracted[2] = Wh.wrap(900_000_000);
        Order memory o = _contracted(mill, signatures.termsHash(terms), 1, 1);
        _refusedLot(o, _proof(terms), abi.encodeWithSelector(ISurplusBook.AgreementUnknown.selector, o.subject));
    }

    function test_RevertGiven_AgreementHasEnded() public {
        Ending memory e = Ending(
            millId,
            boundaries[4],
            agreements.nonces(mill.consumer.addr, 0),
            uint40(block.timestamp + 1)
        );
        // Before supply, in the cooling-off days: it is undone.
        agreements.end(offer, Words.pack(millTerms), boundaries[1], e, signatures.ending(mill.consumer.key, e));
        bytes memory ended = abi.encodeWithSelector(ISurplusBook.AgreementIsEnded.selector, millId);
        _refusedLot(_contracted(mill, millId, 1, 1), _proof(millTerms), ended);
    }

    function test_RevertGiven_AnotherRegion() public {
        uint40 t = uint40(block.timestamp);
        ISurplusMarket.Opening memory o = ISurplusMarket.Opening(
            Figures.REGION + 1,
            boundaries[3],
            SessionKind.Contracted,
            t + 1,
            t + 2
        );
        vm.prank(exchange);
        session = surplus.open(o);
        bytes memory refusal = abi.encodeWithSelector(ISurplusBook.SessionOutOfReach.selector, session, millId);
        _refusedLot(_contracted(mill, millId, 1, 1), _proof(millTerms), refusal);
    }
}
