// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {IPurchaseBook} from "../src/interfaces/IPurchaseBook.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {Terms} from "../src/types/Agreement.sol";
import {Read} from "../src/types/Metering.sol";
import {Offer} from "../src/types/Offer.sol";
import {PurchaseTerms} from "../src/types/Purchase.sol";
import {PurchaseTest} from "./market/PurchaseTest.sol";

/// @notice P4 across both books: a meter belongs to a retail agreement or to a purchase, and only that one's reads are recorded.
contract PurchaseBookMetersTest is PurchaseTest {
    Offer private offer;
    Supply private mill;
    PurchaseTerms private terms;
    bytes32 private purchaseId;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        mill = _supply("mill", PLENTY);
    }

    /// @dev A direct purchase of one month.
    function _buy() private {
        terms = _directPurchase(mill);
        terms.periods = 1;
        purchaseId = _signPurchase(terms, mill.consumer);
    }

    function _refusesAgreement(Supply memory s) private {
        Terms memory retail = _terms(s, offer);
        bytes memory signature = signatures.terms(s.consumer.key, retail);
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.MeterAlreadySupplied.selector, s.meterId, purchaseId));
        agreements.sign(offer, retail, signature);
    }

    function _refusesRead(Supply memory s, uint40 time) private {
        vm.warp(time);
        Read memory next = _nextRead(s.last, time, 1);
        bytes memory signature = _signRead(s, next);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.ReadBelongsToSettlement.selector, s.meterId, 0));
        _recordRead(s, next, signature);
    }

    function test_P4_RevertGiven_AnAgreementForAMeterInAPurchase() public {
        _buy();
        assertEq(agreements.agreementOf(mill.meterId), purchaseId);
        assertEq(agreements.agreementOf(plant.meterId), purchaseId);
        _refusesAgreement(mill);
        _refusesAgreement(plant);
    }

    /// @dev Neither before the first month nor within it: a read in between would leave the month without its opening read.
    function test_RevertGiven_SettlementRecordsAReadOfAMeterInAPurchase() public {
        _buy();
        uint40[2] memory times = [boundaries[1], boundaries[1] + 1];
        for (uint256 i; i < 2; ++i) {
            _refusesRead(mill, times[i]);
            _refusesRead(plant, times[i]);
        }
    }

    function test_RevertGiven_APurchaseRecordsAReadOfASuppliedMeter() public {
        (, bytes32 agreementId) = _sign(mill, offer);
        vm.warp(boundaries[1]);
        Read memory next = _nextRead(mill.last, boundaries[1], 1);
        bytes memory signature = _signRead(mill, next);
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.PurchaseUnknown.selector, agreementId));
        _recordPurchaseRead(mill, next, signature);
    }

    function test_TheEndOfAPurchaseFreesBothMeters() public {
        _buy();
        _openPlant(boundaries[1]);
        Supply memory s = mill;
        _openPurchase(s, boundaries[1]);
        _settled(_tableOf(1), terms, _advances(_delivered(boundaries[2], 100_000_000), _use(s, boundaries[2], 1)));
        assertEq(agreements.agreementOf(plant.meterId), 0);
        Read memory next = _nextRead(s.last, boundaries[2] + 1, 1);
        _recordRead(s, next, _signRead(s, next));
        Terms memory retail = _terms(s, offer);
        retail.start = boundaries[3];
        bytes32 agreementId = agreements.sign(offer, retail, signatures.terms(s.consumer.key, retail));
        assertEq(agreements.agreementOf(s.meterId), agreementId);
    }

    function test_RevertGiven_NotModule() public {
        bytes memory refusal = abi.encodeWithSelector(IModular.NotModule.selector, retailer);
        vm.startPrank(retailer);
        vm.expectRevert(refusal);
        agreements.reserve(mill.meterId, "any");
        vm.expectRevert(refusal);
        agreements.release(mill.meterId);
    }
}
