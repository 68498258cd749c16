// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MeterRegistry} from "../../src/MeterRegistry.sol";
import {ClosingRead, Meter, MeterFacts, NextMeter, Read, UsedFifth, UsedFour} from "../../src/types/Metering.sol";
import {Wh} from "../../src/types/Units.sol";
import {Signatures} from "../market/Signatures.sol";
import {Words} from "../market/Words.sol";
import {CommonBase} from "forge-std/Base.sol";
import {StdUtils} from "forge-std/StdUtils.sol";

/// @notice One supply point whose meters count, are read, exchanged, and have their keys rotated and revoked, in any order.
/// It counts what each meter counted (`counted`) and what was billed (`billed`), register by register; the sixth is export.
contract ExchangeHandler is CommonBase, StdUtils {
    /// @dev A whole number of steps for every ratio from one to twelve.
    uint256 private constant EVEN = 27_720;

    MeterRegistry private immutable METERS;
    Signatures private immutable SIGNATURES;
    address private immutable GRID;
    address private immutable MODULE;

    Meter private meter;
    uint256 private key;
    bool private revoked;
    /// @dev What the registry keeps as the last read, and what the dials show now.
    Read private last;
    Read private shown;

    uint256[6] public counted;
    uint256[6] public billed;
    uint256 public exchanges;
    uint256 public reads;

    constructor(MeterRegistry meters, Signatures signatures, address grid, address module, Meter memory first) {
        (METERS, SIGNATURES, GRID, MODULE) = (meters, signatures, grid, module);
        (meter, key) = (first, 1_000);
        meter.signer = abi.encodePacked(vm.addr(key));
        meter.multiplier = 3;
        shown.meterId = "supply point";
        shown.time = uint40(block.timestamp);
        last = shown;
        vm.prank(GRID);
        METERS.register("supply point", meter, last);
    }

    /// @dev Up to 416 kWh in one register and up to the same given back, in an hour: the connection carries a megawatt.
    function count(uint8 register, uint8 imported, uint8 exported) external {
        vm.warp(block.timestamp + 1 hours);
        _turn(register % 5, (imported % 16) * EVEN);
        _turn(5, (exported % 16) * EVEN);
    }

    function _turn(uint256 i, uint256 energy) private {
        counted[i] += energy;
        uint64 steps = uint64(energy / meter.multiplier);
        uint64 dial = uint64(10 ** meter.digits);
        if (i == 5) shown.exportWh = Wh.wrap((Wh.unwrap(shown.exportWh) + steps) % dial);
        else shown.importWh[i] = Wh.wrap((Wh.unwrap(shown.importWh[i]) + steps) % dial);
    }

    function _readNow() private returns (Read memory read) {
        if (block.timestamp == last.time) vm.warp(block.timestamp + 1);
        shown.time = uint40(block.timestamp);
        ++shown.sequence;
        return shown;
    }

    /// @dev A billing read, by whatever key the meter has.
    function bill() external {
        if (revoked) _setKey();
        Read memory read = _readNow();
        bytes memory signature = SIGNATURES.read(key, false, read);
        vm.prank(MODULE);
        (UsedFour four, UsedFifth fifth) = METERS.record(
            "supply point",
            Words.pack(meter),
            Words.pack(last),
            Words.pack(read),
            read.intervalRoot,
            signature
        );
        (Wh[5] memory used, Wh exported) = Words.unpack(four, fifth);
        for (uint256 i; i < 5; ++i) {
            billed[i] += Wh.unwrap(used[i]);
        }
        billed[5] += Wh.unwrap(exported);
        last = read;
        ++reads;
    }

    function exchange(uint8 digits, uint8 multiplier, uint256 shows) external {
        if (revoked) _setKey();
        Read memory closing = _readNow();
        bytes memory signature = SIGNATURES.read(key, false, closing);
        MeterFacts former = Words.pack(meter);
        // Wide enough for what may be carried, so that no exchange is refused.
        meter.digits = uint8(bound(digits, 9, 18));
        meter.multiplier = uint16(bound(multiplier, 1, 12));
        meter.signer = abi.encodePacked(vm.addr(++key));
        uint64 dial = uint64(10 ** meter.digits);
        for (uint256 i; i < 5; ++i) {
            shown.importWh[i] = Wh.wrap(uint64(uint256(keccak256(abi.encode(shows, i))) % dial));
        }
        (shown.exportWh, shown.sequence) = (Wh.wrap(uint64(shows % dial)), uint32(shows % 7));
        NextMeter memory next = NextMeter(meter.digits, meter.multiplier, meter.capacity, meter.signer);
        ClosingRead memory closed = ClosingRead(Words.pack(closing), closing.intervalRoot, signature);
        vm.prank(GRID);
        METERS.exchange("supply point", former, Words.pack(last), closed, next, Words.pack(shown));
        _carry();
        ++exchanges;
    }

    /// @dev What must be carried, from what was counted and not billed yet, not from the contract's rule.
    function _carry() private {
        uint40 time = last.time;
        last = shown;
        last.time = time;
        uint64 dial = uint64(10 ** meter.digits);
        for (uint256 i; i < 5; ++i) {
            uint64 steps = uint64((counted[i] - billed[i]) / meter.multiplier);
            last.importWh[i] = Wh.wrap((Wh.unwrap(shown.importWh[i]) + dial - steps) % dial);
        }
        uint64 out = uint64((counted[5] - billed[5]) / meter.multiplier);
        last.exportWh = Wh.wrap((Wh.unwrap(shown.exportWh) + dial - out) % dial);
    }

    function rotate() external {
        _setKey();
    }

    function revoke() external {
        if (revoked) return;
        vm.prank(GRID);
        METERS.revokeSigner("supply point", Words.pack(meter), Words.pack(last));
        meter.signer = new bytes(20);
        revoked = true;
    }

    function _setKey() private {
        bytes memory signer = abi.encodePacked(vm.addr(++key));
        vm.prank(GRID);
        METERS.rotateSigner("supply point", Words.pack(meter), Words.pack(last), signer);
        meter.signer = signer;
        revoked = false;
    }

    function stateNow() external view returns (bytes32) {
        return Words.state(meter, last);
    }
}
