// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ReadLib} from "../src/libraries/ReadLib.sol";
import {Terms} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Offer} from "../src/types/Offer.sol";
import {Micro, Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice A bad item is skipped with its refusal in an event, changes nothing, and never blocks the others.
contract SettlementItemsTest is SupplyTest {
    Offer private offer;
    Supply private mill;
    Terms private terms;
    bytes32 private agreementId;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        mill = _supply("mill", 100_000_000_000);
        (terms, agreementId) = _sign(mill, offer);
        Supply memory s = mill;
        _openSupply(s, terms.start);
        mill.last = s.last;
        vm.warp(boundaries[2]);
    }

    function _skips(SettlementItem memory item, bytes memory refusal) private {
        bytes32 lastRead = meters.lastReadOf(mill.meterId);
        uint128 free = _free(mill.consumer.addr);
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(signatures.termsHash(item.terms), refusal);
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 0);
        assertEq(meters.lastReadOf(mill.meterId), lastRead);
        assertEq(_free(mill.consumer.addr), free);
        assertEq(agreements.stateOf(agreementId).settledUntil, terms.start);
    }

    function _good() private view returns (SettlementItem memory) {
        return _item(mill, terms, boundaries[2], 100_000_000);
    }

    function test_SkipsGiven_OfferMismatch() public {
        SettlementItem memory item = _good();
        bytes32 offerId = item.terms.offerId;
        item.terms.offerId = "another";
        _skips(item, abi.encodeWithSelector(ISettlement.OfferMismatch.selector, bytes32("another"), offerId));
    }

    function test_SkipsGiven_TermsThatNobodySigned() public {
        SettlementItem memory item = _good();
        item.terms.contracted[0] = Wh.wrap(1);
        _skips(
            item,
            abi.encodeWithSelector(IAgreementBook.AgreementUnknown.selector, signatures.termsHash(item.terms))
        );
    }

    function test_SkipsGiven_ReadOfAnotherMeter() public {
        SettlementItem memory item = _good();
        item.closing.meterId = "another";
        _skips(item, abi.encodeWithSelector(ISettlement.ReadWrongMeter.selector, mill.meterId, bytes32("another")));
    }

    function test_SkipsGiven_ReadsNotAtTheBoundaries() public {
        SettlementItem memory item = _good();
        item.closing.time = boundaries[2] - 1;
        _skips(item, abi.encodeWithSelector(ISettlement.ReadNotAtBoundary.selector, boundaries[2], boundaries[2] - 1));
        item = _good();
        item.opening.time = boundaries[1] + 1;
        _skips(item, abi.encodeWithSelector(ISettlement.ReadNotAtBoundary.selector, boundaries[1], boundaries[1] + 1));
    }

    function test_SkipsGiven_ReadSignatureInvalid() public {
        SettlementItem memory item = _good();
        item.closing.importWh[2] = item.closing.importWh[2] - Wh.wrap(1);
        _skips(item, abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
    }

    function test_SkipsGiven_ReadNotLast() public {
        SettlementItem memory item = _good();
        item.opening.importWh[2] = item.opening.importWh[2] + Wh.wrap(1);
        bytes32 stored = meters.lastReadOf(mill.meterId);
        _skips(
            item,
            abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, signatures.readHash(item.opening))
        );
    }

    function test_SkipsGiven_ReadBackwards() public {
        SettlementItem memory item = _good();
        item.closing.importWh[2] = Wh.wrap(10);
        item.signature = _signRead(mill, item.closing);
        _skips(item, abi.encodeWithSelector(ReadLib.ReadBackwards.selector, 2, mill.last.importWh[2], Wh.wrap(10)));
    }

    /// @dev P3: an (agreement, period) settles at most once.
    function test_P3_SkipsGiven_SamePeriodTwice() public {
        SettlementItem[] memory twice = new SettlementItem[](2);
        (twice[0], twice[1]) = (_good(), _good());
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(
            agreementId,
            abi.encodeWithSelector(IAgreementBook.PeriodNotNext.selector, agreementId, boundaries[2], boundaries[1])
        );
        assertEq(settlement.settle(_tableOf(1), offer, twice), 1);
        assertEq(settlement.settle(_tableOf(1), offer, twice), 0);
    }

    function test_SkipsGiven_MoneyShort_AndSettlesAfterATopUp() public {
        uint128 free = _free(mill.consumer.addr);
        vm.prank(mill.consumer.addr);
        escrow.withdraw(mill.consumer.addr, free - 1);
        SettlementItem memory item = _good();
        _skips(
            item,
            abi.encodeWithSelector(
                IEscrow.InsufficientFree.selector,
                mill.consumer.addr,
                Micro.wrap(65_188_600_000),
                Micro.wrap(1)
            )
        );
        _fund(mill.consumer, 65_188_599_999);
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 1);
        assertEq(_free(mill.consumer.addr), 0);
    }

    function test_ABadItemDoesNotBlockTheOthers() public {
        Supply memory shop = _supply("shop", 0);
        SettlementItem[] memory items = new SettlementItem[](3);
        items[0] = _good();
        items[0].signature = hex"00";
        items[1] = _item(shop, terms, boundaries[2], 1);
        items[2] = _good();
        assertEq(settlement.settle(_tableOf(1), offer, items), 1);
        assertEq(_free(government), 4_520_000_000);
    }

    function test_RevertGiven_CallerIsNotItself() public {
        SettlementItem memory item = _good();
        vm.prank(relayer);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.NotSelf.selector, relayer));
        settlement.settleItem("", agreementId, item);
    }
}
