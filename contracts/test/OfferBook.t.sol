// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {IOfferBook, OfferStatus} from "../src/interfaces/IOfferBook.sol";
import {Offer, WorkedExample} from "../src/types/Offer.sol";
import {Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

contract OfferBookTest is SupplyTest {
    function test_PublishEmitsTheWholeOffer() public {
        Offer memory offer = _flatOffer();
        bytes32 offerId = keccak256(abi.encode(offer));
        WorkedExample[] memory examples = Figures.examplesAt(Figures.ENERGY);
        vm.expectEmit(address(offers));
        emit IOfferBook.OfferPublished(offerId, retailer, "Fixed 12", offer, examples);
        vm.prank(retailer);
        assertEq(offers.publish(offer, "Fixed 12", examples), offerId);
        IOfferBook.OfferState memory state = offers.stateOf(offerId);
        assertEq(uint8(state.status), uint8(OfferStatus.Published));
        assertEq(state.retailer, retailer);
        assertEq(Wh.unwrap(state.sold), 0);
    }

    function test_PublishesATimeOfUseOffer() public {
        // Its worked examples lie in the flat register, whose price is that of the flat offer.
        bytes32 offerId = _publish(_timeOfUseOffer());
        assertEq(uint8(offers.stateOf(offerId).status), uint8(OfferStatus.Published));
    }

    function test_RevertGiven_OfferAlreadyPublished() public {
        Offer memory offer = _flatOffer();
        bytes32 offerId = _publish(offer);
        WorkedExample[] memory examples = Figures.examplesAt(Figures.ENERGY);
        vm.startPrank(retailer);
        vm.expectRevert(abi.encodeWithSelector(IOfferBook.OfferAlreadyPublished.selector, offerId));
        offers.publish(offer, "Fixed 12", examples);
        // A withdrawn offer does not come back either.
        offers.withdraw(offerId);
        vm.expectRevert(abi.encodeWithSelector(IOfferBook.OfferAlreadyPublished.selector, offerId));
        offers.publish(offer, "Fixed 12", examples);
    }

    function test_RevertGiven_NotOfferRetailer() public {
        Offer memory offer = _flatOffer();
        bytes memory refusal = abi.encodeWithSelector(IOfferBook.NotOfferRetailer.selector, rival, retailer);
        WorkedExample[] memory examples = Figures.examplesAt(Figures.ENERGY);
        vm.prank(rival);
        vm.expectRevert(refusal);
        offers.publish(offer, "Fixed 12", examples);
        bytes32 offerId = _publish(offer);
        vm.prank(rival);
        vm.expectRevert(refusal);
        offers.withdraw(offerId);
    }

    function test_RevertGiven_RetailerIsSuspended() public {
        Offer memory offer = _flatOffer();
        WorkedExample[] memory examples = Figures.examplesAt(Figures.ENERGY);
        vm.prank(exchange);
        members.suspend(retailer);
        vm.prank(retailer);
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, retailer, Role.Retailer));
        offers.publish(offer, "Fixed 12", examples);
    }

    function test_WithdrawEndsNewSignatures() public {
        bytes32 offerId = _publish(_flatOffer());
        vm.expectEmit(address(offers));
        emit IOfferBook.OfferWithdrawn(offerId, retailer);
        vm.startPrank(retailer);
        offers.withdraw(offerId);
        assertEq(uint8(offers.stateOf(offerId).status), uint8(OfferStatus.Withdrawn));
        vm.expectRevert(abi.encodeWithSelector(IOfferBook.OfferIsWithdrawn.selector, offerId));
        offers.withdraw(offerId);
    }

    function test_RevertGiven_OfferUnknown() public {
        vm.prank(retailer);
        vm.expectRevert(abi.encodeWithSelector(IOfferBook.OfferUnknown.selector, bytes32("none")));
        offers.withdraw("none");
    }

    function test_SellCountsOnlyAgainstACapacity() public {
        bytes32 offerId = _publish(_flatOffer());
        vm.startPrank(address(agreements));
        offers.sell(offerId, Wh.wrap(0), Wh.wrap(70));
        assertEq(Wh.unwrap(offers.stateOf(offerId).sold), 0);
        offers.sell(offerId, Wh.wrap(100), Wh.wrap(70));
        offers.sell(offerId, Wh.wrap(100), Wh.wrap(30));
        assertEq(Wh.unwrap(offers.stateOf(offerId).sold), 100);
    }

    function test_RevertGiven_OfferSoldOut() public {
        bytes32 offerId = _publish(_flatOffer());
        vm.startPrank(address(agreements));
        offers.sell(offerId, Wh.wrap(100), Wh.wrap(70));
        vm.expectRevert(abi.encodeWithSelector(IOfferBook.OfferSoldOut.selector, offerId, Wh.wrap(100), Wh.wrap(31)));
        offers.sell(offerId, Wh.wrap(100), Wh.wrap(31));
    }

    /// @dev A signature that is undone gives its energy back, of an offer that was withdrawn in between too.
    function test_WhatIsTakenBackCanBeSoldAgain() public {
        bytes32 offerId = _publish(_flatOffer());
        vm.startPrank(address(agreements));
        offers.sell(offerId, Wh.wrap(100), Wh.wrap(100));
        offers.takeBack(offerId, Wh.wrap(0), Wh.wrap(30));
        assertEq(Wh.unwrap(offers.stateOf(offerId).sold), 100);
        offers.takeBack(offerId, Wh.wrap(100), Wh.wrap(30));
        offers.sell(offerId, Wh.wrap(100), Wh.wrap(30));
        vm.startPrank(retailer);
        offers.withdraw(offerId);
        vm.startPrank(address(agreements));
        offers.takeBack(offerId, Wh.wrap(100), Wh.wrap(100));
        assertEq(Wh.unwrap(offers.stateOf(offerId).sold), 0);
    }

    function test_RevertGiven_SellingByNotModule() public {
        bytes32 offerId = _publish(_flatOffer());
        vm.startPrank(retailer);
        vm.expectRevert(abi.encodeWithSelector(IModular.NotModule.selector, retailer));
        offers.sell(offerId, Wh.wrap(0), Wh.wrap(1));
        vm.expectRevert(abi.encodeWithSelector(IModular.NotModule.selector, retailer));
        offers.takeBack(offerId, Wh.wrap(0), Wh.wrap(1));
    }

    function test_ExchangeAllowsFormulas() public {
        vm.expectEmit(address(offers));
        emit IOfferBook.FormulaAllowed(address(flatFormula), false);
        vm.prank(exchange);
        offers.allowFormula(address(flatFormula), false);
        assertFalse(offers.isFormula(address(flatFormula)));
        vm.prank(retailer);
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, retailer, Role.Exchange));
        offers.allowFormula(address(flatFormula), true);
    }
}
