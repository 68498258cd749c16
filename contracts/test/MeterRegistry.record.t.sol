// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {ReadLib} from "../src/libraries/ReadLib.sol";
import {MeterFacts, Read, ReadQuality, UsedFifth, UsedFour} from "../src/types/Metering.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";
import {Words} from "./market/Words.sol";

/// @notice Which reads count. Before supply, anyone may hand in a meter's signed read through the settlement contract.
contract MeterRegistryRecordTest is SupplyTest {
    Supply private mill;

    function setUp() public override {
        super.setUp();
        mill = _supply("mill", 0);
    }

    function _next() private view returns (Read memory) {
        return _nextRead(mill.last, uint40(block.timestamp), 350_000);
    }

    function _record(Supply memory s, Read memory next, bytes memory signature) private returns (Wh[5] memory, Wh) {
        MeterFacts facts = _factsOf(s);
        vm.prank(address(settlement));
        (UsedFour four, UsedFifth fifth) = meters.record(
            s.meterId,
            facts,
            Words.pack(s.last),
            Words.pack(next),
            next.intervalRoot,
            signature
        );
        return Words.unpack(four, fifth);
    }

    function _refuses(Read memory last, Read memory next, bytes memory refusal) private {
        Supply memory s = mill;
        s.last = last;
        bytes memory signature = _signRead(mill, next);
        bytes32 before = meters.stateOf(mill.meterId);
        vm.expectRevert(refusal);
        _recordRead(s, next, signature);
        assertEq(meters.stateOf(mill.meterId), before);
    }

    function test_RecordsASignedRead() public {
        Read memory next = _next();
        next.exportWh = Wh.wrap(70);
        next.quality = ReadQuality.Estimated;
        bytes memory signature = _signRead(mill, next);
        assertEq(Wh.unwrap(next.importWh[2]), 355_000);
        vm.expectEmit(address(meters));
        emit IMeterRegistry.ReadRecorded(mill.meterId, Words.pack(next), next.intervalRoot);
        (Wh[5] memory used, Wh exported) = _record(mill, next, signature);
        assertEq(Wh.unwrap(used[2]), 350_000);
        assertEq(Wh.unwrap(exported), 70);
        assertEq(meters.stateOf(mill.meterId), Words.state(_meterOf(mill), next));
    }

    function test_CountsOnWhenARegisterRollsOver() public {
        Supply memory old = _supply("an old meter", 0);
        Read memory high = _nextRead(old.last, old.last.time, 0);
        high.sequence = 0;
        (high.meterId, high.importWh[2]) = ("old", Wh.wrap(1e12 - 100));
        (old.meterId, old.last) = ("old", high);
        vm.prank(grid);
        meters.register("old", _meterOf(old), high);
        Read memory next = _nextRead(high, uint40(block.timestamp), 0);
        next.importWh[2] = Wh.wrap(250);
        bytes memory signature = _signRead(old, next);
        (Wh[5] memory used, ) = _record(old, next, signature);
        assertEq(Wh.unwrap(used[2]), 350);
    }

    function test_RevertGiven_WrongSigner() public {
        Read memory next = _next();
        bytes memory signature = signatures.read(mill.consumer.key, false, next);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
        _recordRead(mill, next, signature);
    }

    function test_RevertGiven_ReadChangedAfterSigning() public {
        Read memory next = _next();
        bytes memory signature = _signRead(mill, next);
        next.importWh[2] = next.importWh[2] - Wh.wrap(1);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
        _recordRead(mill, next, signature);
    }

    function test_RevertGiven_SameReadTwice() public {
        Read memory next = _next();
        bytes memory signature = _signRead(mill, next);
        _recordRead(mill, next, signature);
        bytes32 stored = Words.state(_meterOf(mill), next);
        bytes32 given = _stateOf(mill);
        _refuses(mill.last, next, abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
        _refuses(next, next, abi.encodeWithSelector(IMeterRegistry.ReadReplayed.selector, 1, 1));
    }

    function test_RevertGiven_ReadNotLast() public {
        Read memory made = mill.last;
        bytes32 stored = _stateOf(mill);
        Read memory next = _next();
        made.importWh[2] = Wh.wrap(0);
        bytes32 given = Words.state(_meterOf(mill), made);
        _refuses(made, next, abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
    }

    function test_RevertGiven_ReadNotNewer() public {
        Read memory next = _next();
        next.time = mill.last.time;
        _refuses(mill.last, next, abi.encodeWithSelector(IMeterRegistry.ReadNotNewer.selector, next.time, next.time));
    }

    function test_RevertGiven_ReadFromFuture() public {
        uint40 now_ = uint40(block.timestamp);
        Read memory next = _next();
        next.time = now_ + 1;
        _refuses(mill.last, next, abi.encodeWithSelector(IMeterRegistry.ReadFromFuture.selector, now_ + 1, now_));
    }

    function test_RevertGiven_ReadTooOld() public {
        Read memory next = _next();
        vm.warp(next.time + 62 days);
        uint256 stillGood = vm.snapshotState();
        _recordRead(mill, next, _signRead(mill, next));
        vm.revertToState(stillGood);
        vm.warp(next.time + 62 days + 1);
        _refuses(mill.last, next, abi.encodeWithSelector(ISettlement.ReadTooOld.selector, next.time, next.time + 1));
    }

    /// @dev However often a read is handed in, with the last read it was made for or with itself as the last: it counts once.
    function test_AHundredThousandReplaysAddNothing() public {
        Read memory next = _next();
        bytes memory signature = _signRead(mill, next);
        bytes memory first = _recording(mill.last, next, signature);
        bytes memory again = _recording(next, next, signature);
        (bool recorded, ) = address(settlement).call(first);
        assertTrue(recorded);
        bytes32 state = meters.stateOf(mill.meterId);
        uint256 taken;
        for (uint256 i; i < 100; ++i) {
            taken += this.replays(first, again);
        }
        assertEq(taken, 0);
        assertEq(meters.stateOf(mill.meterId), state);
        // What the next read bills is its own energy alone.
        vm.warp(block.timestamp + 1 hours);
        Supply memory s = mill;
        s.last = next;
        next = _nextRead(next, uint40(block.timestamp), 7);
        (Wh[5] memory used, ) = _record(s, next, _signRead(s, next));
        assertEq(Wh.unwrap(used[2]), 7);
    }

    /// @dev A thousand, in a frame of their own: memory is paid for by its square.
    function replays(bytes calldata first, bytes calldata again) external returns (uint256 taken) {
        for (uint256 i; i < 500; ++i) {
            (bool one, ) = address(settlement).call(first);
            (bool other, ) = address(settlement).call(again);
            if (one || other) ++taken;
        }
    }

    function _recording(
        Read memory last,
        Read memory next,
        bytes memory signature
    ) private view returns (bytes memory) {
        return
            abi.encodeCall(
                ISettlement.recordRead,
                (mill.meterId, _factsOf(mill), Words.pack(last), Words.pack(next), next.intervalRoot, signature)
            );
    }

    function test_RevertGiven_ReadBackwards() public {
        Read memory next = _next();
        next.importWh[2] = Wh.wrap(4_999);
        _refuses(
            mill.last,
            next,
            abi.encodeWithSelector(ReadLib.ReadBackwards.selector, 2, Wh.wrap(5_000), Wh.wrap(4_999))
        );
    }

    function test_RevertGiven_ReadTooFast() public {
        // A connection of 1,000 kW carries at most 24,000 kWh in a day.
        Read memory next = _nextRead(mill.last, mill.last.time + 1 days, 24_000_000);
        uint256 stillGood = vm.snapshotState();
        _recordRead(mill, next, _signRead(mill, next));
        vm.revertToState(stillGood);
        next.importWh[2] = next.importWh[2] + Wh.wrap(1);
        _refuses(
            mill.last,
            next,
            abi.encodeWithSelector(ReadLib.ReadTooFast.selector, Wh.wrap(24_000_001), Wh.wrap(24_000_000))
        );
    }

    function test_RevertGiven_ReadTooWide() public {
        Read memory next = _next();
        next.importWh[0] = Wh.wrap(1e12);
        _refuses(mill.last, next, abi.encodeWithSelector(ReadLib.ReadTooWide.selector, 0, Wh.wrap(1e12), uint8(12)));
    }

    function test_RevertGiven_MeterUnknown() public {
        Supply memory s = mill;
        s.meterId = "none";
        Read memory next = _next();
        bytes memory signature = _signRead(mill, next);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.MeterUnknown.selector, bytes32("none")));
        _recordRead(s, next, signature);
    }

    function test_RevertGiven_CallerIsNotModule() public {
        Read memory next = _next();
        bytes memory signature = _signRead(mill, next);
        vm.prank(grid);
        vm.expectRevert(abi.encodeWithSelector(IModular.NotModule.selector, grid));
        meters.record(
            mill.meterId,
            _factsOf(mill),
            Words.pack(mill.last),
            Words.pack(next),
            next.intervalRoot,
            signature
        );
    }
}
