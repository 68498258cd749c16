// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ReadLib} from "../src/libraries/ReadLib.sol";
import {Terms} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Read} from "../src/types/Metering.sol";
import {Offer} from "../src/types/Offer.sol";
import {Micro, Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";
import {Words} from "./market/Words.sol";

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
        _skips(agreementId, item, refusal);
    }

    function _skips(bytes32 named, SettlementItem memory item, bytes memory refusal) private {
        bytes32 meterState = meters.stateOf(mill.meterId);
        uint128 free = _free(mill.consumer.addr);
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(named, refusal);
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 0);
        assertEq(meters.stateOf(mill.meterId), meterState);
        assertEq(_free(mill.consumer.addr), free);
        assertEq(agreements.stateOf(agreementId).settledUntil, terms.start);
    }

    function _good() private view returns (SettlementItem memory) {
        return _item(mill, terms, boundaries[2], 100_000_000);
    }

    function _closing(uint40 time, uint64 used) private view returns (Read memory) {
        return _nextRead(mill.last, time, used);
    }

    /// @dev The terms name their offer: with another one they are another agreement, which nobody signed.
    function test_SkipsGiven_AnotherOffer() public {
        Offer memory dearer = offer;
        dearer.exitFee = Micro.wrap(1);
        SettlementItem memory item = _good();
        Terms memory other = terms;
        other.offerId = keccak256(abi.encode(dearer));
        bytes32 otherId = signatures.termsHash(other);
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(
            otherId,
            abi.encodeWithSelector(IAgreementBook.AgreementUnknown.selector, otherId)
        );
        assertEq(settlement.settle(_tableOf(1), dearer, _one(item)), 0);
    }

    function test_SkipsGiven_TermsThatNobodySigned() public {
        Terms memory cheaper = terms;
        cheaper.contracted[0] = Wh.wrap(1);
        bytes32 cheaperId = signatures.termsHash(cheaper);
        SettlementItem memory item = _item(mill, cheaper, boundaries[2], 100_000_000);
        _skips(cheaperId, item, abi.encodeWithSelector(IAgreementBook.AgreementUnknown.selector, cheaperId));
    }

    function test_SkipsGiven_ReadOfAnotherMeter() public {
        Supply memory shop = _supply("shop", 0);
        SettlementItem memory item = _good();
        item.signature = _signRead(shop, _closing(boundaries[2], 100_000_000));
        _skips(item, abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
    }

    function test_SkipsGiven_ReadBeforeTheEndOfThePeriod() public {
        SettlementItem memory item = _itemOf(mill, terms, _closing(boundaries[2] - 1, 100_000_000));
        _skips(
            item,
            abi.encodeWithSelector(
                IAgreementBook.PeriodEndMismatch.selector,
                agreementId,
                boundaries[2],
                boundaries[2] - 1
            )
        );
    }

    function test_SkipsGiven_ReadsOutsideThePeriod() public {
        vm.warp(boundaries[2] + 1);
        SettlementItem memory item = _itemOf(mill, terms, _closing(boundaries[2] + 1, 100_000_000));
        _skips(item, abi.encodeWithSelector(ISettlement.ReadNotInPeriod.selector, boundaries[2], boundaries[2] + 1));
        Supply memory s = mill;
        s.last.time = boundaries[1] - 1;
        item = _item(s, terms, boundaries[2], 100_000_000);
        _skips(item, abi.encodeWithSelector(ISettlement.ReadNotInPeriod.selector, boundaries[1], boundaries[1] - 1));
        s.last.time = boundaries[2];
        item = _item(s, terms, boundaries[2], 100_000_000);
        _skips(item, abi.encodeWithSelector(ISettlement.ReadNotInPeriod.selector, boundaries[1], boundaries[2]));
    }

    /// @dev An opening read that the registry does not know, within the period.
    function test_SkipsGiven_OpeningReadLaterThanTheLast() public {
        Supply memory s = mill;
        bytes32 stored = _stateOf(s);
        s.last.time = boundaries[1] + 1;
        bytes32 given = _stateOf(s);
        SettlementItem memory item = _item(s, terms, boundaries[2], 100_000_000);
        _skips(item, abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
    }

    /// @dev The month's number says which contracted energy counts: another one is refused.
    function test_SkipsGiven_AnotherMonthsContractedEnergy() public {
        SettlementItem memory item = _good();
        item.index = 1;
        _skips(
            item,
            abi.encodeWithSelector(IAgreementBook.PeriodNotNext.selector, agreementId, boundaries[1], boundaries[1])
        );
    }

    function test_SkipsGiven_AnExitFeeThatIsNotDue() public {
        SettlementItem memory item = _good();
        item.exit = true;
        _skips(item, abi.encodeWithSelector(IAgreementBook.ExitFeeMismatch.selector, agreementId, false));
    }

    function test_SkipsGiven_ReadSignatureInvalid() public {
        SettlementItem memory item = _good();
        item.closing = Words.pack(_closing(boundaries[2], 99_999_999));
        _skips(item, abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
    }

    function test_SkipsGiven_IntervalRootChangedAfterSigning() public {
        SettlementItem memory item = _good();
        item.intervalRoot = "another";
        _skips(item, abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
    }

    function test_SkipsGiven_ReadNotLast() public {
        Supply memory s = mill;
        bytes32 stored = _stateOf(s);
        s.last.importWh[2] = s.last.importWh[2] + Wh.wrap(1);
        bytes32 given = _stateOf(s);
        SettlementItem memory item = _item(s, terms, boundaries[2], 100_000_000);
        _skips(item, abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
    }

    function test_SkipsGiven_ReadBackwards() public {
        Wh last = mill.last.importWh[2];
        Read memory closing = _closing(boundaries[2], 0);
        closing.importWh[2] = Wh.wrap(10);
        SettlementItem memory item = _itemOf(mill, terms, closing);
        _skips(item, abi.encodeWithSelector(ReadLib.ReadBackwards.selector, 2, last, Wh.wrap(10)));
    }

    /// @dev P3: an (agreement, period) settles at most once.
    function test_P3_SkipsGiven_SamePeriodTwice() public {
        SettlementItem[] memory twice = new SettlementItem[](2);
        Supply memory s = mill;
        bytes32 opening = _stateOf(s);
        twice[0] = _item(s, terms, boundaries[2], 100_000_000);
        twice[1] = twice[0];
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(
            agreementId,
            abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, _stateOf(s), opening)
        );
        assertEq(settlement.settle(_tableOf(1), offer, twice), 1);
        assertEq(settlement.settle(_tableOf(1), offer, twice), 0);
        // Not with a newer read either: January is over.
        vm.warp(boundaries[2] + 1);
        SettlementItem memory again = _item(s, terms, boundaries[2] + 1, 0);
        assertEq(settlement.settle(_tableOf(1), offer, _one(again)), 0);
        assertEq(agreements.stateOf(agreementId).periods, 1);
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
        SettlementItem[] memory items = _one(_good());
        vm.prank(relayer);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.NotSelf.selector, relayer));
        settlement.settleTogether(_tableOf(1), offer, items);
    }
}
