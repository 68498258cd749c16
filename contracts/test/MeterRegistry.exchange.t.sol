// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {ExchangeLib} from "../src/libraries/ExchangeLib.sol";
import {ClosingRead, Meter, NextMeter, Read, ReadQuality, UsedFour} from "../src/types/Metering.sol";
import {Watt, Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";
import {Words} from "./market/Words.sol";

/// @notice A meter is taken down and another put up: the supply point goes on, and no watt-hour is lost.
contract MeterRegistryExchangeTest is SupplyTest {
    uint256 private constant NEXT_KEY = 4711;

    Supply private mill;
    Read private closing;
    Read private opening;
    NextMeter private next;

    function setUp() public override {
        super.setUp();
        mill = _supply("mill", 0);
        // The old meter showed 5,000 a day ago, and counted 350,000 since.
        closing = _nextRead(mill.last, uint40(block.timestamp - 1 hours), 350_000);
        opening.meterId = mill.meterId;
        opening.time = uint40(block.timestamp - 30 minutes);
        (opening.sequence, opening.maxDemand) = (3, closing.maxDemand);
        opening.importWh[2] = Wh.wrap(12);
        next = NextMeter(9, 1, Watt.wrap(1_000_000), abi.encodePacked(vm.addr(NEXT_KEY)));
    }

    function _closingOf(bytes memory signature) private view returns (ClosingRead memory) {
        return ClosingRead(Words.pack(closing), closing.intervalRoot, signature);
    }

    function _exchange(ClosingRead memory last) private {
        vm.prank(grid);
        meters.exchange(mill.meterId, _factsOf(mill), Words.pack(mill.last), last, next, Words.pack(opening));
    }

    function _exchangeSigned() private {
        _exchange(_closingOf(_signRead(mill, closing)));
    }

    function _refuses(ClosingRead memory last, bytes memory refusal) private {
        bytes32 before = meters.stateOf(mill.meterId);
        vm.expectRevert(refusal);
        _exchange(last);
        assertEq(meters.stateOf(mill.meterId), before);
    }

    /// @dev Turned back from 12 by 350,000 over a dial of nine digits.
    function _carried() private view returns (Read memory carried) {
        carried = opening;
        carried.time = mill.last.time;
        carried.importWh[2] = Wh.wrap(999_650_012);
    }

    function _nextMeter() private view returns (Meter memory meter) {
        meter = _meterOf(mill);
        (meter.digits, meter.multiplier, meter.capacity) = (next.digits, next.multiplier, next.capacity);
        meter.signer = next.signer;
    }

    /// @dev Records the new meter's read `used` Wh after its opening, and returns what was billed.
    function _recordNext(uint64 used, uint32 sequence) private returns (uint64) {
        Read memory read = _nextRead(opening, uint40(block.timestamp), used);
        read.sequence = sequence;
        bytes memory signature = signatures.read(NEXT_KEY, false, read);
        vm.prank(address(settlement));
        (UsedFour four, ) = meters.record(
            mill.meterId,
            Words.pack(_nextMeter()),
            Words.pack(_carried()),
            Words.pack(read),
            read.intervalRoot,
            signature
        );
        return uint64(UsedFour.unwrap(four) >> 128);
    }

    /* WHAT COMES OUT */

    function test_TheNextReadBillsWhatBothMetersCounted() public {
        vm.expectEmit(address(meters));
        emit IMeterRegistry.MeterExchanged(
            mill.meterId,
            _factsOf(mill),
            next,
            Words.pack(mill.last),
            Words.pack(closing),
            closing.intervalRoot,
            Words.pack(opening),
            Words.pack(_carried())
        );
        _exchangeSigned();
        assertEq(meters.stateOf(mill.meterId), Words.state(_nextMeter(), _carried()));
        assertEq(_recordNext(7, 4), 350_007);
    }

    function test_TheSupplyPointHasTheNextMetersCapacity() public {
        next.capacity = Watt.wrap(400_000);
        _exchangeSigned();
        assertEq(meters.supplyPoint(mill.meterId).capacity, 400_000);
        assertEq(meters.supplyPoint(mill.meterId).holder, mill.consumer.addr);
        assertEq(meters.supplyPoint(mill.meterId).operator, grid);
    }

    /// @dev No read has been missed: the recorded one closes the meter, without a new signature.
    function test_TheRecordedReadClosesTheMeter() public {
        closing = mill.last;
        opening.importWh[2] = Wh.wrap(1);
        _exchange(_closingOf(""));
        Read memory carried = opening;
        carried.time = mill.last.time;
        assertEq(meters.stateOf(mill.meterId), Words.state(_nextMeter(), carried));
    }

    function test_AMeterThatCannotSignIsClosedByAnEstimate() public {
        closing.quality = ReadQuality.Estimated;
        _exchange(_closingOf(""));
        Read memory carried = _carried();
        carried.quality = ReadQuality.Estimated;
        assertEq(meters.stateOf(mill.meterId), Words.state(_nextMeter(), carried));
    }

    function test_TwoExchangesBetweenTwoReads() public {
        _exchangeSigned();
        Supply memory s = mill;
        (s.meterKey, s.last) = (NEXT_KEY, _carried());
        // The second meter counts 100, then a third begins at 50,000.
        Read memory end = _nextRead(opening, uint40(block.timestamp - 10 minutes), 100);
        ClosingRead memory last = ClosingRead(Words.pack(end), end.intervalRoot, _signRead(s, end));
        Meter memory second = _nextMeter();
        (next.digits, next.signer) = (12, abi.encodePacked(vm.addr(99)));
        opening.time = uint40(block.timestamp - 5 minutes);
        opening.importWh[2] = Wh.wrap(500_000);
        vm.prank(grid);
        meters.exchange(s.meterId, Words.pack(second), Words.pack(s.last), last, next, Words.pack(opening));
        Read memory carried = opening;
        carried.time = mill.last.time;
        carried.importWh[2] = Wh.wrap(500_000 - 350_100);
        assertEq(meters.stateOf(mill.meterId), Words.state(_nextMeter(), carried));
    }

    /* WHAT IS REFUSED */

    function test_RevertGiven_TheOldMetersReadAfterTheExchange() public {
        _exchangeSigned();
        Read memory late = _nextRead(closing, uint40(block.timestamp), 1);
        late.sequence = 9;
        bytes memory signature = _signRead(mill, late);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
        settlement.recordRead(
            mill.meterId,
            Words.pack(_nextMeter()),
            Words.pack(_carried()),
            Words.pack(late),
            late.intervalRoot,
            signature
        );
    }

    function test_RevertGiven_TheOpeningReadAgain() public {
        _exchangeSigned();
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadReplayed.selector, 3, 3));
        this.recordNext(0, 3);
    }

    function recordNext(uint64 used, uint32 sequence) external returns (uint64) {
        return _recordNext(used, sequence);
    }

    function test_RevertGiven_AMeasuredReadThatNobodySigned() public {
        _refuses(_closingOf(""), abi.encodeWithSelector(IMeterRegistry.ExchangeUnsigned.selector, mill.meterId));
    }

    function test_RevertGiven_AClosingReadOfAnotherKey() public {
        bytes memory foreign = signatures.read(NEXT_KEY, false, closing);
        _refuses(
            _closingOf(foreign),
            abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId)
        );
    }

    function test_RevertGiven_TheSameKey() public {
        next.signer = _signerOf(mill);
        bytes memory signature = _signRead(mill, closing);
        _refuses(_closingOf(signature), abi.encodeWithSelector(IMeterRegistry.ExchangeKeyKept.selector, mill.meterId));
    }

    function test_RevertGiven_AClosingReadThatIsNotNewer() public {
        closing.time = mill.last.time;
        _refuses(
            _closingOf(_signRead(mill, closing)),
            abi.encodeWithSelector(IMeterRegistry.ReadNotNewer.selector, mill.last.time, mill.last.time)
        );
        closing.sequence = mill.last.sequence;
        _refuses(
            _closingOf(_signRead(mill, closing)),
            abi.encodeWithSelector(IMeterRegistry.ReadReplayed.selector, mill.last.sequence, mill.last.sequence)
        );
    }

    function test_RevertGiven_ReadsFromTheFuture() public {
        uint40 now_ = uint40(block.timestamp);
        opening.time = now_ + 1;
        bytes memory refusal = abi.encodeWithSelector(IMeterRegistry.ReadFromFuture.selector, now_ + 1, now_);
        _refuses(_closingOf(_signRead(mill, closing)), refusal);
        closing.time = now_ + 1;
        _refuses(_closingOf(_signRead(mill, closing)), refusal);
        (closing.time, opening.time) = (now_, now_);
        _exchangeSigned();
    }

    function test_RevertGiven_MeterInvalid() public {
        NextMeter memory good = next;
        bytes memory signature = _signRead(mill, closing);
        for (uint256 i; i < 8; ++i) {
            next = good;
            if (i == 0) next.digits = 0;
            if (i == 1) next.digits = 19;
            if (i == 2) next.multiplier = 0;
            if (i == 3) next.capacity = Watt.wrap(0);
            if (i == 4) next.capacity = Watt.wrap(2 ** 48);
            if (i == 5) next.signer = new bytes(19);
            if (i == 6) next.signer = new bytes(256);
            if (i == 7) next.signer = new bytes(20);
            _refuses(_closingOf(signature), abi.encodeWithSelector(IMeterRegistry.MeterInvalid.selector));
        }
    }

    function test_RevertGiven_ADemandThatWouldBeForgotten() public {
        opening.maxDemand = Watt.wrap(179_999);
        _refuses(
            _closingOf(_signRead(mill, closing)),
            abi.encodeWithSelector(ExchangeLib.ExchangeDemandLost.selector, 180_000, 179_999)
        );
    }

    function test_RevertGiven_NotTheOperator() public {
        ClosingRead memory last = _closingOf(_signRead(mill, closing));
        vm.prank(rival);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.NotMeterOperator.selector, rival, grid));
        meters.exchange(mill.meterId, _factsOf(mill), Words.pack(mill.last), last, next, Words.pack(opening));
        vm.prank(exchange);
        members.suspend(grid);
        _refuses(last, abi.encodeWithSelector(IMemberRegistry.NotMember.selector, grid, Role.Grid));
    }

    function test_RevertGiven_OtherFactsThanRegistered() public {
        Meter memory other = _meterOf(mill);
        other.multiplier = 2;
        bytes32 given = Words.state(other, mill.last);
        ClosingRead memory last = _closingOf(_signRead(mill, closing));
        vm.prank(grid);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, _stateOf(mill), given));
        meters.exchange(mill.meterId, Words.pack(other), Words.pack(mill.last), last, next, Words.pack(opening));
    }
}
