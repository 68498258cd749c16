// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {IRevisions} from "../src/interfaces/IRevisions.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {ClosingRead, Meter, MeterFacts, NextMeter, Read, ReadQuality} from "../src/types/Metering.sol";
import {NOT_ATTESTED} from "../src/types/Offer.sol";
import {Wh} from "../src/types/Units.sol";
import {TwinTest} from "./market/TwinTest.sol";
import {Words} from "./market/Words.sol";

/// @notice The mill's meter is exchanged in its third month; the twin's stays. Both pay the same, whatever is revised later.
contract RevisionsExchangeTest is TwinTest {
    uint64 private constant BEFORE = 40_000_000;
    uint64 private constant STEPS = 400_000;
    uint16 private constant RATIO = 100;

    Meter private present;
    Read private opening;
    Read private carried;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        _supplyTwins(5);
    }

    /// @dev After the bill of month two: the old meter counted 40,000 kWh more; the new one has a transformer of 100.
    function _exchange() private {
        vm.warp(boundaries[3] + 10 days);
        Read memory closing = _nextRead(mill.last, boundaries[3] + 9 days, BEFORE);
        closing.sequence = 9_000;
        present = _meterOf(mill);
        (present.multiplier, present.signer) = (RATIO, abi.encodePacked(vm.addr(mill.meterKey + 1)));
        opening.meterId = mill.meterId;
        (opening.time, opening.maxDemand) = (closing.time, closing.maxDemand);
        ClosingRead memory last = ClosingRead(Words.pack(closing), closing.intervalRoot, _signRead(mill, closing));
        NextMeter memory next = NextMeter(present.digits, RATIO, present.capacity, present.signer);
        vm.prank(grid);
        meters.exchange(mill.meterId, _factsOf(mill), Words.pack(mill.last), last, next, Words.pack(opening));
        carried = opening;
        (carried.time, carried.quality) = (mill.last.time, mill.last.quality);
        carried.importWh[2] = Wh.wrap(1e12 - BEFORE / RATIO);
        assertEq(meters.stateOf(mill.meterId), Words.state(present, carried));
    }

    /// @dev Month three: the mill's on the new meter from what was carried, the twin's on its own.
    function _settleThird(ReadQuality quality) private returns (Read memory end) {
        vm.warp(boundaries[4] + 1 hours);
        end = _nextRead(opening, boundaries[4], STEPS);
        end.quality = quality;
        Supply memory s = mill;
        (s.meterKey, s.last) = (mill.meterKey + 1, carried);
        SettlementItem memory item = _itemOf(s, millTerms, end);
        item.facts = Words.pack(present);
        assertEq(settlement.settle(_tableOf(3), offer, _one(item)), 1);
        s = twin;
        item = _item(s, twinTerms, boundaries[4], BEFORE + STEPS * RATIO);
        assertEq(settlement.settle(_tableOf(3), offer, _one(item)), 1);
        twin = s;
    }

    function _assertSame() private view {
        assertEq(_worth(mill.consumer.addr), _worth(twin.consumer.addr));
    }

    function test_TheBillAfterAnExchangeIsOfBothMeters() public {
        _settleMonth(1, 100_000_000, 0);
        _settleMonth(2, 100_000_000, 0);
        _exchange();
        _settleThird(ReadQuality.Measured);
        _assertSame();
    }

    /// @dev The old meter's true read comes after it was taken down: it is checked, and its bill made again, by the old facts.
    function test_BillsOfTheFormerMeterAreRevisedByItsFacts() public {
        _settleMonth(1, 100_000_000, 5_000_000);
        _settleMonth(2, 100_000_000, 0);
        _exchange();
        _settleThird(ReadQuality.Measured);
        _correct(1);
        _revise(1);
        _revise(2);
        _assertSame();
    }

    function test_RevertGiven_ABillOfTheFormerMeterWithThePresentFacts() public {
        _settleMonth(1, 100_000_000, 5_000_000);
        _settleMonth(2, 100_000_000, 0);
        _exchange();
        _correct(1);
        IRevisions.RevisionItem memory item = _revisionOf(1);
        (item.facts, item.last) = (Words.pack(present), Words.pack(carried));
        bytes memory refusal = abi.encodeWithSelector(
            IMeterRegistry.ReadOfFormerMeter.selector,
            mill.meterId,
            boundaries[3]
        );
        vm.expectRevert(refusal);
        revisions.revise(_tableOf(1), offer, item);
    }

    function _corrects(
        MeterFacts facts,
        Read memory last,
        Read memory real,
        uint256 key,
        bytes memory refusal
    ) private {
        Read memory estimate = real;
        bytes memory signature = signatures.read(key, false, real);
        bytes32 root = real.intervalRoot;
        bytes memory words = abi.encode(Words.pack(real));
        estimate.quality = ReadQuality.Estimated;
        Read memory measured = abi.decode(abi.encode(estimate), (Read));
        measured.quality = ReadQuality.Measured;
        assertEq(keccak256(words), keccak256(abi.encode(Words.pack(measured))));
        if (refusal.length != 0) vm.expectRevert(refusal);
        revisions.correct(
            mill.meterId,
            facts,
            Words.pack(last),
            Words.pack(estimate),
            Words.pack(measured),
            root,
            signature
        );
    }

    /// @dev Neither the new meter nor anybody with its facts says what the old one measured.
    function test_RevertGiven_TheFormerMetersReadFromTheNewMeter() public {
        _settleMonth(1, 100_000_000, 5_000_000);
        _settleMonth(2, 100_000_000, 0);
        _exchange();
        bytes memory refusal = abi.encodeWithSelector(
            IMeterRegistry.ReadOfFormerMeter.selector,
            mill.meterId,
            boundaries[3]
        );
        _corrects(Words.pack(present), carried, truth[1], mill.meterKey + 1, refusal);
        refusal = abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId);
        _corrects(_factsOf(mill), carried, truth[1], mill.meterKey + 1, refusal);
        _corrects(_factsOf(mill), carried, truth[1], mill.meterKey, "");
    }

    /// @dev Where one meter ends and the next goes on, two dials meet: what was carried stays.
    function test_RevertGiven_TheCarriedReadIsCorrected() public {
        _settleMonth(1, 100_000_000, 0);
        _settleMonth(2, 100_000_000, 5_000_000);
        _exchange();
        bytes memory refusal = abi.encodeWithSelector(IMeterRegistry.ReadCarried.selector, mill.meterId, boundaries[3]);
        _corrects(_factsOf(mill), mill.last, truth[2], mill.meterKey, refusal);
        _corrects(Words.pack(present), carried, truth[2], mill.meterKey + 1, refusal);
    }

    /// @dev The old meter's true read of the last bill came in time. It is no opening for the next meter's bill, which is open.
    function test_RevertGiven_TheFormerMetersReadOpensTheNextMetersBill() public {
        _settleMonth(1, 100_000_000, 0);
        _settleMonth(2, 100_000_000, 5_000_000);
        _correct(2);
        _exchange();
        Read memory end = _settleThird(ReadQuality.Estimated);
        IRevisions.RevisionItem memory item;
        item.terms = Words.pack(millTerms);
        item.index = 2;
        (item.facts, item.last) = (Words.pack(present), Words.pack(end));
        item.old = IRevisions.OpenBill(Words.pack(carried), Words.pack(end), false, NOT_ATTESTED);
        (item.opening, item.closing) = (Words.pack(truth[2]), item.old.closing);
        bytes memory refusal = abi.encodeWithSelector(IRevisions.ReadNotTrue.selector, mill.meterId, boundaries[3]);
        vm.expectRevert(refusal);
        revisions.revise(_tableOf(3), offer, item);
        // Its own closing read may be corrected: by the present meter, and the bill by its facts.
        Read memory real = abi.decode(abi.encode(end), (Read));
        real.quality = ReadQuality.Measured;
        _corrects(Words.pack(present), end, real, mill.meterKey + 1, "");
        real.quality = ReadQuality.Measured;
        (item.opening, item.closing, item.last) = (item.old.opening, Words.pack(real), Words.pack(real));
        revisions.revise(_tableOf(3), offer, item);
        _revise(2);
        _assertSame();
    }
}
