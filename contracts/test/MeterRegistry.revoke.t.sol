// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {ClosingRead, Meter, MeterFacts, NextMeter, Read, ReadQuality} from "../src/types/Metering.sol";
import {Watt} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";
import {Words} from "./market/Words.sol";

/// @notice A key that was lost or stolen is taken away; the meter's reads wait for a new one.
contract MeterRegistryRevokeTest is SupplyTest {
    Supply private mill;

    function setUp() public override {
        super.setUp();
        mill = _supply("mill", 0);
    }

    function _revoked(Supply memory s) private view returns (Meter memory meter) {
        meter = _meterOf(s);
        meter.signer = new bytes(20);
    }

    function _revoke(Supply memory s) private {
        vm.prank(grid);
        meters.revokeSigner(s.meterId, _factsOf(s), Words.pack(s.last));
    }

    function _rotate(Supply memory s, Meter memory from, bytes memory signer) private {
        vm.prank(grid);
        meters.rotateSigner(s.meterId, Words.pack(from), Words.pack(s.last), signer);
    }

    function _recordAs(Supply memory s, MeterFacts facts, Read memory next, bytes memory signature) private {
        settlement.recordRead(s.meterId, facts, Words.pack(s.last), Words.pack(next), next.intervalRoot, signature);
    }

    function _refusesRead(Supply memory s, MeterFacts facts, uint256 key, bool isP256, bytes memory refusal) private {
        Read memory next = _nextRead(s.last, uint40(block.timestamp), 350_000);
        bytes memory signature = signatures.read(key, isP256, next);
        if (isP256) {
            (uint256 x, uint256 y) = vm.publicKeyP256(key);
            signature = bytes.concat(abi.encodePacked(address(p256), x, y), signature);
        }
        vm.expectRevert(refusal);
        _recordAs(s, facts, next, signature);
    }

    /// @dev Register, rotate, revoke, rotate, read: a key of each kind gives way to one of the other and comes back.
    function _throughAllKeys(bool p256First) private {
        Supply memory s = _supplyWith(p256First ? "a DLMS meter" : "a plain meter", 0, p256First);
        (uint256 firstKey, uint256 secondKey) = (s.meterKey, s.meterKey + 1);
        Meter memory first = _meterOf(s);
        (s.meterKey, s.p256) = (secondKey, !p256First);
        _rotate(s, first, _signerOf(s));
        bytes memory invalid = abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, s.meterId);
        _refusesRead(s, _factsOf(s), firstKey, p256First, invalid);
        vm.expectEmit(address(meters));
        emit IMeterRegistry.MeterSignerRevoked(s.meterId);
        _revoke(s);
        assertEq(meters.stateOf(s.meterId), Words.state(_revoked(s), s.last));
        bytes memory revoked = abi.encodeWithSelector(IMeterRegistry.MeterKeyRevoked.selector, s.meterId);
        (s.meterKey, s.p256) = (secondKey, !p256First);
        _refusesRead(s, Words.pack(_revoked(s)), secondKey, !p256First, revoked);
        (s.meterKey, s.p256) = (secondKey + 1, p256First);
        _rotate(s, _revoked(s), _signerOf(s));
        Read memory next = _nextRead(s.last, uint40(block.timestamp), 350_000);
        _recordRead(s, next, _signRead(s, next));
        assertEq(meters.stateOf(s.meterId), Words.state(_meterOf(s), next));
    }

    function test_ThroughAllKeysFromP256() public {
        _throughAllKeys(true);
    }

    function test_ThroughAllKeysFromSecp256k1() public {
        _throughAllKeys(false);
    }

    /// @dev Whatever is handed in as the signature of nobody's key is refused, by the same name.
    function testFuzz_NobodySignsForARevokedMeter(bytes memory signature) public {
        _revoke(mill);
        Read memory next = _nextRead(mill.last, uint40(block.timestamp), 1);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.MeterKeyRevoked.selector, mill.meterId));
        _recordAs(mill, Words.pack(_revoked(mill)), next, signature);
    }

    function test_RevertGiven_TheOldFactsAfterRevocation() public {
        _revoke(mill);
        bytes32 stored = Words.state(_revoked(mill), mill.last);
        _refusesRead(
            mill,
            _factsOf(mill),
            mill.meterKey,
            false,
            abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, _stateOf(mill))
        );
    }

    function test_RevertGiven_RevokedTwice() public {
        _revoke(mill);
        MeterFacts facts = Words.pack(_revoked(mill));
        vm.prank(grid);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.MeterKeyRevoked.selector, mill.meterId));
        meters.revokeSigner(mill.meterId, facts, Words.pack(mill.last));
    }

    function test_RevertGiven_NotTheOperator() public {
        MeterFacts facts = _factsOf(mill);
        vm.prank(mill.consumer.addr);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.NotMeterOperator.selector, mill.consumer.addr, grid));
        meters.revokeSigner(mill.meterId, facts, Words.pack(mill.last));
        vm.prank(exchange);
        members.suspend(grid);
        vm.prank(grid);
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, grid, Role.Grid));
        meters.revokeSigner(mill.meterId, facts, Words.pack(mill.last));
    }

    function test_RevertGiven_AnotherLastRead() public {
        Read memory other = _nextRead(mill.last, mill.last.time, 1);
        bytes32 given = Words.state(_meterOf(mill), other);
        MeterFacts facts = _factsOf(mill);
        vm.prank(grid);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, _stateOf(mill), given));
        meters.revokeSigner(mill.meterId, facts, Words.pack(other));
    }

    /// @dev Nobody's account is a key that was revoked: it cannot be set as one.
    function test_RevertGiven_NobodyAsTheNewKey() public {
        MeterFacts facts = _factsOf(mill);
        vm.prank(grid);
        vm.expectRevert(IMeterRegistry.MeterInvalid.selector);
        meters.rotateSigner(mill.meterId, facts, Words.pack(mill.last), new bytes(20));
    }

    /// @dev Its old key counts no more, not for a closing read either: the operator can only estimate it.
    function test_ARevokedMeterIsClosedByAnEstimate() public {
        _revoke(mill);
        Read memory last = _nextRead(mill.last, uint40(block.timestamp), 350_000);
        ClosingRead memory closing = ClosingRead(Words.pack(last), last.intervalRoot, _signRead(mill, last));
        NextMeter memory next = NextMeter(12, 1, Watt.wrap(1_000_000), abi.encodePacked(vm.addr(99)));
        Read memory opening = last;
        MeterFacts facts = Words.pack(_revoked(mill));
        vm.prank(grid);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.MeterKeyRevoked.selector, mill.meterId));
        meters.exchange(mill.meterId, facts, Words.pack(mill.last), closing, next, Words.pack(opening));
        last.quality = ReadQuality.Estimated;
        closing = ClosingRead(Words.pack(last), last.intervalRoot, "");
        vm.prank(grid);
        meters.exchange(mill.meterId, facts, Words.pack(mill.last), closing, next, Words.pack(opening));
    }
}
