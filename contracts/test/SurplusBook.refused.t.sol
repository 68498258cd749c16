// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IModular} from "../src/interfaces/IModular.sol";
import {ISurplusBook} from "../src/interfaces/ISurplusBook.sol";
import {Ending, Terms} from "../src/types/Agreement.sol";
import {AgreementProof, CreditId, Order, Session, SurplusFacts} from "../src/types/Surplus.sol";
import {Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SurplusBillTest} from "./market/SurplusBillTest.sol";
import {Words} from "./market/Words.sol";

/// @notice What may not be put on an agreement, what moves on from one that has ended, and who may ask.
contract SurplusBookRefusedTest is SurplusBillTest {
    function setUp() public override {
        super.setUp();
        vm.prank(meterReader);
        credits.grant(shop.consumer.addr, Figures.REGION, boundaries[0], Wh.wrap(30_000_000));
    }

    /* PUTTING */

    function _refusedPut(CreditId id, uint64 energy, Terms memory terms, bytes memory refusal) private {
        AgreementProof memory proof = _proof(terms);
        vm.prank(shop.consumer.addr);
        vm.expectRevert(refusal);
        surplusBook.put(id, Wh.wrap(energy), proof);
    }

    function test_RevertGiven_NothingIsPut() public {
        _refusedPut(_usable(), 0, shopTerms, abi.encodeWithSelector(ISurplusBook.EnergyZero.selector));
    }

    function test_RevertGiven_MoreThanThereIs() public {
        bytes memory refusal = abi.encodeWithSelector(
            ISurplusBook.CreditsShort.selector,
            shop.consumer.addr,
            _usable(),
            Wh.wrap(30_000_001),
            Wh.wrap(30_000_000)
        );
        _refusedPut(_usable(), 30_000_001, shopTerms, refusal);
    }

    /// @dev What was exported has to find its fate first.
    function test_RevertGiven_CreditsThatAreNotUsable() public {
        _refusedPut(
            _exported(),
            1,
            shopTerms,
            abi.encodeWithSelector(ISurplusBook.CreditKindWrong.selector, _exported())
        );
    }

    function test_RevertGiven_CreditsOfAnotherRegion() public {
        CreditId id = CreditId.wrap(CreditId.unwrap(_usable()) + (1 << 8));
        bytes memory refusal = abi.encodeWithSelector(ISurplusBook.DueOutOfReach.selector, Figures.REGION + 1, shopId);
        _refusedPut(id, 1, shopTerms, refusal);
    }

    function test_RevertGiven_AnothersAgreement() public {
        bytes memory refusal = abi.encodeWithSelector(
            ISurplusBook.NotAgreementConsumer.selector,
            millId,
            shop.consumer.addr
        );
        _refusedPut(_usable(), 1, millTerms, refusal);
    }

    function test_RevertGiven_AnAgreementThatNobodySigned() public {
        Terms memory terms = shopTerms;
        ++terms.nonce;
        bytes32 id = signatures.termsHash(terms);
        _refusedPut(_usable(), 1, terms, abi.encodeWithSelector(ISurplusBook.AgreementUnknown.selector, id));
    }

    function test_RevertGiven_AnAgreementThatHasEnded() public {
        _undo(shop, shopTerms, shopId);
        _refusedPut(_usable(), 1, shopTerms, abi.encodeWithSelector(ISurplusBook.AgreementIsEnded.selector, shopId));
    }

    /* BIDS FOR CREDITS */

    function test_RevertGiven_ABidForAnothersBills() public {
        uint256 session = _open();
        Order memory order = _order(session, shop.consumer.addr, 1, 1);
        order.subject = millId;
        bytes memory signature = surplusSignatures.bid(shop.consumer.key, order);
        AgreementProof memory proof = _proof(millTerms);
        vm.expectRevert(abi.encodeWithSelector(ISurplusBook.NotAgreementConsumer.selector, millId, shop.consumer.addr));
        surplus.bid(order, proof, signature);
    }

    /// @dev A claim is never refused: what an agreement won that has ended since is due to it, and can move on.
    function test_WhatAnEndedAgreementWonMovesToTheNext() public {
        uint256 session = _open();
        _list(session, _seller("roof", 5_000), 5_000, 1);
        Order memory order = _order(session, shop.consumer.addr, 5_000, 2);
        order.subject = shopId;
        _bidOrder(order, _proof(shopTerms), shop.consumer.key);
        _close(session);
        _clear(session, _bidsShare(2, 5_000, 5_000));
        AgreementProof memory ended = _proof(shopTerms);
        _undo(shop, shopTerms, shopId);
        _claimAll(session);
        assertEq(_due(shopId), 5_000);

        (Terms memory next, bytes32 nextId) = _sign(shop, offer);
        vm.expectEmit(address(surplusBook));
        emit ISurplusBook.DueMoved(shopId, nextId, Wh.wrap(5_000));
        vm.prank(relayer);
        surplusBook.moveDue(ended, _proof(next));
        assertEq(_due(shopId), 0);
        assertEq(_due(nextId), 5_000);
        assertEq(agreements.stateOf(nextId).flags, 8, "marked");
        vm.expectRevert(abi.encodeWithSelector(ISurplusBook.EnergyZero.selector));
        surplusBook.moveDue(ended, _proof(next));
    }

    function test_RevertGiven_TheAgreementGoesOn() public {
        AgreementProof memory proof = _proof(shopTerms);
        vm.expectRevert(abi.encodeWithSelector(ISurplusBook.AgreementNotEnded.selector, shopId));
        surplusBook.moveDue(proof, proof);
    }

    function test_RevertGiven_TheNextAgreementIsAnothers() public {
        _undo(shop, shopTerms, shopId);
        bytes memory refusal = abi.encodeWithSelector(
            ISurplusBook.NotAgreementConsumer.selector,
            millId,
            shop.consumer.addr
        );
        AgreementProof memory ended = _proof(shopTerms);
        AgreementProof memory next = _proof(millTerms);
        vm.expectRevert(refusal);
        surplusBook.moveDue(ended, next);
    }

    /// @dev In the cooling-off days, before supply.
    function _undo(Supply storage s, Terms memory terms, bytes32 id) private {
        uint256 nonce = agreements.nonces(s.consumer.addr, 0);
        Ending memory e = Ending(id, boundaries[4], nonce, uint40(block.timestamp + 1));
        agreements.end(offer, Words.pack(terms), boundaries[1], e, signatures.ending(s.consumer.key, e));
    }

    /* MODULES ONLY */

    function test_RevertGiven_NoModule() public {
        Session memory s;
        Order memory o;
        SurplusFacts memory f;
        AgreementProof memory proof = _proof(shopTerms);
        bytes memory refusal = abi.encodeWithSelector(IModular.NotModule.selector, address(this));
        vm.expectRevert(refusal);
        surplusBook.list(s, o, proof);
        vm.expectRevert(refusal);
        surplusBook.bid(s, o, proof);
        vm.expectRevert(refusal);
        surplusBook.endLot(shopId, 0, Wh.wrap(0), Wh.wrap(0));
        vm.expectRevert(refusal);
        surplusBook.endBid(s, address(this), shopId, Wh.wrap(0), Wh.wrap(0));
        vm.expectRevert(refusal);
        surplusBook.settle(f);
        vm.expectRevert(refusal);
        agreements.markSurplus(shopId);
    }
}
