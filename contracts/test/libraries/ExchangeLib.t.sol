// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ExchangeLib} from "../../src/libraries/ExchangeLib.sol";
import {ReadLib} from "../../src/libraries/ReadLib.sol";
import {Meter, MeterFacts, Read, ReadQuality, ReadWords, UsedFifth, UsedFour} from "../../src/types/Metering.sol";
import {Watt, Wh} from "../../src/types/Units.sol";
import {Words} from "../market/Words.sol";
import {VectorTest} from "./VectorTest.sol";

contract ExchangeLibTest is VectorTest {
    /// @dev Two meters and three reads.
    struct Exchange {
        MeterFacts former;
        MeterFacts next;
        Read last;
        Read closing;
        Read opening;
    }

    /// @dev Of the former and the next meter.
    struct TwoDials {
        uint256 digits;
        uint256 nextDigits;
        uint256 ratio;
        uint256 nextRatio;
    }

    function test_Vectors() public {
        _checkAll("exchange.json");
    }

    function carried(Exchange calldata e) external pure returns (ReadWords memory) {
        return ExchangeLib.carried(e.former, e.next, Words.pack(e.last), Words.pack(e.closing), Words.pack(e.opening));
    }

    function between(MeterFacts facts, Read calldata from, Read calldata to) external pure returns (Wh[5] memory, Wh) {
        (UsedFour four, UsedFifth fifth) = ReadLib.between(facts, Words.pack(from), Words.pack(to));
        return Words.unpack(four, fifth);
    }

    function _meter(uint256 digits, uint256 multiplier, uint256 capacity) private pure returns (MeterFacts) {
        Meter memory meter;
        (meter.digits, meter.multiplier) = (uint8(digits), uint16(multiplier));
        meter.capacity = Watt.wrap(uint64(capacity));
        meter.signer = new bytes(20);
        return Words.pack(meter);
    }

    function _exchangeOf(Case memory c) private pure returns (Exchange memory e) {
        e.former = _meter(_in(c, "formerDigits"), _in(c, "formerMultiplier"), _in(c, "formerCapacityW"));
        e.next = _meter(_in(c, "digits"), _in(c, "multiplier"), _in(c, "capacityW"));
        e.last = _read(c, "last");
        e.closing = _read(c, "closing");
        e.closing.maxDemand = Watt.wrap(uint64(_in(c, "closingDemandW")));
        e.opening = _read(c, "opening");
        e.opening.maxDemand = Watt.wrap(uint64(_in(c, "openingDemandW")));
        e.opening.sequence = uint32(_in(c, "openingSequence"));
    }

    function _read(Case memory c, string memory name) private pure returns (Read memory read) {
        read.importWh = _inRegisters(c, string.concat(name, "Wh"));
        read.exportWh = Wh.wrap(uint64(_in(c, string.concat(name, "ExportWh"))));
        read.time = uint40(_in(c, string.concat(name, "Time")));
        read.quality = ReadQuality(_in(c, string.concat(name, "Quality")));
    }

    function _check(Case memory c) internal view override {
        string memory refusal = _refusal(c);
        try this.carried(_exchangeOf(c)) returns (ReadWords memory words) {
            assertEq(refusal, "", c.name);
            ReadWords memory expected = Words.pack(_expected(c));
            assertEq(keccak256(abi.encode(words)), keccak256(abi.encode(expected)), c.name);
        } catch (bytes memory reason) {
            assertNotEq(refusal, "", c.name);
            _assertRefused(c, reason, _selectorOf(refusal));
        }
    }

    function _expected(Case memory c) private pure returns (Read memory read) {
        uint256[] memory registers = _outMany(c, "carriedWh");
        for (uint256 i; i < 5; ++i) {
            read.importWh[i] = Wh.wrap(uint64(registers[i]));
        }
        read.exportWh = Wh.wrap(uint64(_out(c, "carriedExportWh")));
        (read.time, read.sequence) = (uint40(_out(c, "time")), uint32(_out(c, "sequence")));
        read.quality = ReadQuality(_out(c, "quality"));
        read.maxDemand = Watt.wrap(uint64(_out(c, "maxDemandW")));
    }

    function _selectorOf(string memory refusal) private pure returns (bytes4) {
        bytes32 name = keccak256(bytes(refusal));
        if (name == keccak256("ExchangeOutOfOrder")) return ExchangeLib.ExchangeOutOfOrder.selector;
        if (name == keccak256("ExchangeUneven")) return ExchangeLib.ExchangeUneven.selector;
        if (name == keccak256("ExchangeTooWide")) return ExchangeLib.ExchangeTooWide.selector;
        if (name == keccak256("ExchangeAboveCapacity")) return ExchangeLib.ExchangeAboveCapacity.selector;
        if (name == keccak256("ExchangeDemandLost")) return ExchangeLib.ExchangeDemandLost.selector;
        if (name == keccak256("ReadBackwards")) return ReadLib.ReadBackwards.selector;
        if (name == keccak256("ReadTooWide")) return ReadLib.ReadTooWide.selector;
        return name == keccak256("ReadTooFast") ? ReadLib.ReadTooFast.selector : bytes4(0);
    }

    /// @dev The refusals carry what was wrong, so that an operator can see it.
    function test_RefusalsCarryTheirFacts() public {
        Exchange memory e;
        (e.former, e.next) = (_meter(9, 1, 1_000_000), _meter(6, 80, 1_000_000));
        (e.last.time, e.closing.time, e.opening.time) = (1_000, 4_600, 4_599);
        vm.expectRevert(abi.encodeWithSelector(ExchangeLib.ExchangeOutOfOrder.selector, 4_600, 4_599));
        this.carried(e);
        (e.opening.time, e.closing.maxDemand) = (4_600, Watt.wrap(3));
        vm.expectRevert(abi.encodeWithSelector(ExchangeLib.ExchangeDemandLost.selector, 3, 0));
        this.carried(e);
        (e.opening.maxDemand, e.closing.importWh[1]) = (Watt.wrap(3), Wh.wrap(79));
        vm.expectRevert(abi.encodeWithSelector(ExchangeLib.ExchangeUneven.selector, 1, 79, 80));
        this.carried(e);
        (e.closing.importWh[1], e.next) = (Wh.wrap(80), _meter(6, 80, 79));
        (e.closing.importWh[4]) = Wh.wrap(80);
        vm.expectRevert(abi.encodeWithSelector(ExchangeLib.ExchangeAboveCapacity.selector, 2, 1));
        this.carried(e);
        (e.closing.exportWh, e.next) = (Wh.wrap(800), _meter(1, 80, 1_000_000));
        vm.expectRevert(abi.encodeWithSelector(ExchangeLib.ExchangeTooWide.selector, 5, 10, 1));
        this.carried(e);
    }

    /// @dev P5 over an exchange: what the next read bills is what both meters counted, register by register.
    function testFuzz_P5_NothingIsLostOverAnExchange(
        uint64[5] memory starts,
        uint16[5] memory before,
        uint16[5] memory later,
        uint8 ratios,
        uint8 digits
    ) public view {
        TwoDials memory d = TwoDials(8 + (digits & 7), 8 + (digits >> 5), 1 + (ratios & 15), 1 + (ratios >> 4));
        Exchange memory e;
        (e.former, e.next) = (_meter(d.digits, d.ratio, 2 ** 47), _meter(d.nextDigits, d.nextRatio, 2 ** 47));
        (e.last.time, e.closing.time, e.opening.time) = (1, 3_601, 3_601);
        Read memory end;
        end.time = 7_201;
        uint256[6] memory counted;
        for (uint256 i; i < 5; ++i) {
            e.last.importWh[i] = _shown(starts[i], 0, d.digits);
            // A whole number of steps of both.
            e.closing.importWh[i] = _shown(starts[i], before[i] * d.nextRatio, d.digits);
            e.opening.importWh[i] = _shown(starts[4 - i], 0, d.nextDigits);
            end.importWh[i] = _shown(starts[4 - i], later[i], d.nextDigits);
            counted[i] = before[i] * d.ratio * d.nextRatio + later[i] * d.nextRatio;
        }
        e.closing.exportWh = end.exportWh = Wh.wrap(uint64(before[0] * d.nextRatio));
        counted[5] = before[0] * d.ratio * d.nextRatio + before[0] * d.nextRatio * d.nextRatio;
        (Wh[5] memory used, Wh exported) = this.between(e.next, _unpacked(this.carried(e)), end);
        for (uint256 i; i < 5; ++i) {
            assertEq(Wh.unwrap(used[i]), counted[i]);
        }
        assertEq(Wh.unwrap(exported), counted[5]);
    }

    function _shown(uint256 value, uint256 steps, uint256 digits) private pure returns (Wh) {
        return Wh.wrap(uint64(((value % 10 ** digits) + steps) % 10 ** digits));
    }

    /// @dev Read back by hand from the two words.
    function _unpacked(ReadWords memory words) private pure returns (Read memory read) {
        (uint256 dials, uint256 rest) = abi.decode(abi.encode(words), (uint256, uint256));
        for (uint256 i; i < 4; ++i) {
            read.importWh[i] = Wh.wrap(uint64(dials >> (64 * i)));
        }
        (read.importWh[4], read.exportWh) = (Wh.wrap(uint64(rest)), Wh.wrap(uint64(rest >> 64)));
        read.time = uint40(rest >> 128);
        assertEq(read.time, 1);
    }
}
