// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {IOfferBook} from "../src/interfaces/IOfferBook.sol";
import {Terms} from "../src/types/Agreement.sol";
import {CustomerClass, Offer} from "../src/types/Offer.sol";
import {Micro, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice Which offers may be signed, by whom, for which meter, and when.
contract AgreementBookOfferTest is SupplyTest {
    Supply private mill;

    function setUp() public override {
        super.setUp();
        mill = _supply("mill", 10_000_000_000);
    }

    function _refuses(Offer memory offer, Terms memory terms, bytes memory refusal) private {
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        vm.expectRevert(refusal);
        agreements.sign(offer, terms, signature);
    }

    function test_RevertGiven_OfferMismatch() public {
        Offer memory offer = _flatOffer();
        _publish(offer);
        Terms memory terms = _terms(mill, offer);
        Offer memory dearer = _flatOffer();
        dearer.exitFee = Micro.wrap(1);
        bytes32 given = keccak256(abi.encode(dearer));
        _refuses(dearer, terms, abi.encodeWithSelector(IAgreementBook.OfferMismatch.selector, terms.offerId, given));
    }

    function test_RevertGiven_OfferNotYetValid() public {
        Offer memory offer = _flatOffer();
        offer.validFrom = uint40(block.timestamp + 1);
        _publish(offer);
        _refuses(
            offer,
            _terms(mill, offer),
            abi.encodeWithSelector(IAgreementBook.OfferNotYetValid.selector, offer.validFrom)
        );
    }

    function test_RevertGiven_OfferExpired() public {
        Offer memory offer = _flatOffer();
        offer.validUntil = uint40(block.timestamp + 60);
        _publish(offer);
        Terms memory terms = _terms(mill, offer);
        vm.warp(offer.validUntil);
        _refuses(offer, terms, abi.encodeWithSelector(IAgreementBook.OfferExpired.selector, offer.validUntil));
    }

    function test_RevertGiven_OfferWithdrawnASecondAgo() public {
        Offer memory offer = _flatOffer();
        bytes32 offerId = _publish(offer);
        Terms memory terms = _terms(mill, offer);
        vm.prank(retailer);
        offers.withdraw(offerId);
        vm.warp(block.timestamp + 1);
        _refuses(offer, terms, abi.encodeWithSelector(IOfferBook.OfferIsWithdrawn.selector, offerId));
        assertEq(_locked(mill.consumer.addr), 0);
    }

    function test_RevertGiven_OfferWasNeverPublished() public {
        Offer memory offer = _flatOffer();
        Terms memory terms = _terms(mill, offer);
        _refuses(offer, terms, abi.encodeWithSelector(IOfferBook.OfferUnknown.selector, terms.offerId));
    }

    function test_RevertGiven_RetailerIsSuspended() public {
        Offer memory offer = _flatOffer();
        _publish(offer);
        vm.prank(exchange);
        members.suspend(retailer);
        _refuses(
            offer,
            _terms(mill, offer),
            abi.encodeWithSelector(IMemberRegistry.NotMember.selector, retailer, Role.Retailer)
        );
    }

    function test_RevertGiven_OfferSoldOut() public {
        Offer memory offer = _flatOffer();
        offer.capacity = Wh.wrap(12 * 100_000_000 - 1);
        _publish(offer);
        Terms memory terms = _terms(mill, offer);
        bytes memory refusal = abi.encodeWithSelector(
            IOfferBook.OfferSoldOut.selector,
            terms.offerId,
            offer.capacity,
            Wh.wrap(12 * 100_000_000)
        );
        _refuses(offer, terms, refusal);
        terms.contracted[0] = Wh.wrap(99_999_999);
        agreements.sign(offer, terms, _consent(terms));
        assertEq(Wh.unwrap(offers.stateOf(terms.offerId).sold), 12 * 100_000_000 - 1);
    }

    function _consent(Terms memory terms) private view returns (bytes memory) {
        return signatures.terms(mill.consumer.key, terms);
    }

    function test_RevertGiven_StartInPast() public {
        Offer memory offer = _flatOffer();
        _publish(offer);
        Terms memory terms = _terms(mill, offer);
        terms.start = boundaries[0];
        _refuses(
            offer,
            terms,
            abi.encodeWithSelector(IAgreementBook.StartInPast.selector, boundaries[0], uint40(block.timestamp))
        );
    }

    function test_RevertGiven_PeriodUnknown() public {
        Offer memory offer = _flatOffer();
        _publish(offer);
        Terms memory terms = _terms(mill, offer);
        terms.start = boundaries[1] + 1;
        _refuses(offer, terms, abi.encodeWithSelector(IAgreementBook.PeriodUnknown.selector, terms.start));
    }

    function test_RevertGiven_NotMeterHolder() public {
        Offer memory offer = _flatOffer();
        _publish(offer);
        Supply memory neighbour = _supply("neighbour", 0);
        Terms memory terms = _terms(mill, offer);
        terms.meterId = neighbour.meterId;
        _refuses(
            offer,
            terms,
            abi.encodeWithSelector(IAgreementBook.NotMeterHolder.selector, mill.consumer.addr, neighbour.consumer.addr)
        );
    }

    function test_RevertGiven_MeterUnknown() public {
        Offer memory offer = _flatOffer();
        _publish(offer);
        Terms memory terms = _terms(mill, offer);
        terms.meterId = "none";
        _refuses(offer, terms, abi.encodeWithSelector(IMeterRegistry.MeterUnknown.selector, bytes32("none")));
    }

    function test_RevertGiven_OfferOutOfReach() public {
        for (uint256 i; i < 3; ++i) {
            Offer memory offer = _flatOffer();
            if (i == 0) offer.region += 1;
            if (i == 1) offer.voltageClass += 1;
            if (i == 2) offer.customerClass = CustomerClass.Household;
            _publish(offer);
            Terms memory terms = _terms(mill, offer);
            _refuses(
                offer,
                terms,
                abi.encodeWithSelector(IAgreementBook.OfferOutOfReach.selector, terms.offerId, mill.meterId)
            );
        }
    }

    function test_AnOfferMayAskForNoDeposit() public {
        Offer memory offer = _flatOffer();
        offer.deposit = MicroPerKwh.wrap(0);
        _publish(offer);
        _sign(mill, offer);
        assertEq(_locked(mill.consumer.addr), 0);
    }
}
