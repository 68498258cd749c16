// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {Meter, Read, SupplyPoint} from "../src/types/Metering.sol";
import {CustomerClass} from "../src/types/Offer.sol";
import {Watt} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";
import {Words} from "./market/Words.sol";

/// @notice Registering meters and changing what is known of them.
contract MeterRegistryTest is SupplyTest {
    Supply private mill;
    Meter private meter;

    function setUp() public override {
        super.setUp();
        mill.consumer = makeAccount("mill");
        mill.meterId = "meter";
        mill.meterKey = 7;
        mill.last = _openingOf(mill);
        meter = _meterOf(mill);
    }

    function _register() private {
        vm.prank(grid);
        meters.register(mill.meterId, meter, mill.last);
    }

    function _refuses(bytes memory refusal) private {
        vm.prank(grid);
        vm.expectRevert(refusal);
        meters.register(mill.meterId, meter, mill.last);
    }

    function _rotate(bytes memory signer) private {
        meters.rotateSigner(mill.meterId, Words.pack(meter), Words.pack(mill.last), signer);
    }

    function test_RegistersAMeterWithItsOpeningRead() public {
        vm.expectEmit(address(meters));
        emit IMeterRegistry.MeterRegistered(mill.meterId, meter, mill.last);
        _register();
        assertEq(meters.stateOf(mill.meterId), Words.state(meter, mill.last));
        SupplyPoint memory point = meters.supplyPoint(mill.meterId);
        assertEq(point.operator, grid);
        assertEq(point.holder, mill.consumer.addr);
        assertEq(point.region, meter.region);
        assertEq(point.voltageClass, meter.voltageClass);
        assertEq(uint8(point.customerClass), uint8(CustomerClass.Business));
        assertEq(point.capacity, Watt.unwrap(meter.capacity));
    }

    function test_RevertGiven_CallerIsNotTheGrid() public {
        vm.prank(retailer);
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, retailer, Role.Grid));
        meters.register(mill.meterId, meter, mill.last);
    }

    function test_RevertGiven_AnotherOperatorIsNamed() public {
        meter.operator = rival;
        _refuses(abi.encodeWithSelector(IMeterRegistry.NotMeterOperator.selector, grid, rival));
    }

    function test_RevertGiven_MeterAlreadyRegistered() public {
        _register();
        _refuses(abi.encodeWithSelector(IMeterRegistry.MeterAlreadyRegistered.selector, mill.meterId));
    }

    function test_RevertGiven_MeterInvalid() public {
        Meter memory good = meter;
        for (uint256 i; i < 8; ++i) {
            meter = good;
            if (i == 0) meter.digits = 0;
            if (i == 1) meter.digits = 19;
            if (i == 2) meter.multiplier = 0;
            if (i == 3) meter.capacity = Watt.wrap(0);
            if (i == 4) meter.holder = address(0);
            if (i == 5) meter.signer = new bytes(19);
            if (i == 6) meter.signer = new bytes(256);
            if (i == 7) meter.capacity = Watt.wrap(2 ** 48);
            _refuses(abi.encodeWithSelector(IMeterRegistry.MeterInvalid.selector));
        }
    }

    function test_TakesTheWidestValues() public {
        (meter.digits, meter.multiplier, meter.capacity) = (18, type(uint16).max, Watt.wrap(2 ** 48 - 1));
        meter.signer = new bytes(255);
        _register();
        assertEq(meters.stateOf(mill.meterId), Words.state(meter, mill.last));
    }

    function test_RevertGiven_OpeningReadOfAnotherMeter() public {
        mill.last.meterId = "another";
        _refuses(abi.encodeWithSelector(IMeterRegistry.ReadWrongMeter.selector, mill.meterId, bytes32("another")));
    }

    function test_RevertGiven_OpeningReadFromTheFuture() public {
        uint40 now_ = uint40(block.timestamp);
        mill.last.time = now_ + 1;
        _refuses(abi.encodeWithSelector(IMeterRegistry.ReadFromFuture.selector, now_ + 1, now_));
    }

    function test_OperatorChangesTheHolder() public {
        _register();
        vm.expectEmit(address(meters));
        emit IMeterRegistry.MeterHolderChanged(mill.meterId, rival);
        vm.prank(grid);
        meters.changeHolder(mill.meterId, rival);
        assertEq(meters.supplyPoint(mill.meterId).holder, rival);
    }

    function test_RevertGiven_HolderZero() public {
        _register();
        vm.prank(grid);
        vm.expectRevert(IMeterRegistry.MeterInvalid.selector);
        meters.changeHolder(mill.meterId, address(0));
    }

    function test_OperatorRotatesTheKey() public {
        _register();
        bytes memory signer = abi.encodePacked(makeAddr("new key"));
        vm.expectEmit(address(meters));
        emit IMeterRegistry.MeterSignerRotated(mill.meterId, signer);
        vm.prank(grid);
        _rotate(signer);
        meter.signer = signer;
        assertEq(meters.stateOf(mill.meterId), Words.state(meter, mill.last));
    }

    function test_OperatorRotatesToAKeyThatIsNotAnAccountAndBack() public {
        _register();
        bytes memory plain = meter.signer;
        bytes memory signer = abi.encodePacked(address(p256), uint256(1), uint256(2));
        vm.prank(grid);
        _rotate(signer);
        meter.signer = signer;
        assertEq(meters.stateOf(mill.meterId), Words.state(meter, mill.last));
        vm.prank(grid);
        _rotate(plain);
        meter.signer = plain;
        assertEq(meters.stateOf(mill.meterId), Words.state(meter, mill.last));
    }

    function test_RevertGiven_NewKeyTooShortOrTooLong() public {
        _register();
        vm.startPrank(grid);
        vm.expectRevert(IMeterRegistry.MeterInvalid.selector);
        _rotate(new bytes(19));
        vm.expectRevert(IMeterRegistry.MeterInvalid.selector);
        _rotate(new bytes(256));
    }

    /// @dev Rotating takes the meter as it is: no dial, capacity or last read can be slipped in with the new key.
    function test_RevertGiven_RotatingWithOtherFactsOrAnotherLastRead() public {
        _register();
        bytes32 stored = meters.stateOf(mill.meterId);
        Meter memory other = meter;
        other.capacity = Watt.wrap(Watt.unwrap(meter.capacity) + 1);
        bytes32 given = Words.state(other, mill.last);
        vm.startPrank(grid);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
        meters.rotateSigner(mill.meterId, Words.pack(other), Words.pack(mill.last), meter.signer);
        Read memory read = mill.last;
        read.sequence += 1;
        given = Words.state(meter, read);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
        meters.rotateSigner(mill.meterId, Words.pack(meter), Words.pack(read), meter.signer);
        assertEq(meters.stateOf(mill.meterId), stored);
    }

    function test_RevertGiven_NotMeterOperator() public {
        _register();
        bytes memory refusal = abi.encodeWithSelector(
            IMeterRegistry.NotMeterOperator.selector,
            mill.consumer.addr,
            grid
        );
        vm.startPrank(mill.consumer.addr);
        vm.expectRevert(refusal);
        meters.changeHolder(mill.meterId, mill.consumer.addr);
        vm.expectRevert(refusal);
        _rotate(abi.encodePacked(mill.consumer.addr));
    }

    function test_RevertGiven_OperatorIsSuspended() public {
        _register();
        vm.prank(exchange);
        members.suspend(grid);
        bytes memory refusal = abi.encodeWithSelector(IMemberRegistry.NotMember.selector, grid, Role.Grid);
        vm.startPrank(grid);
        vm.expectRevert(refusal);
        meters.changeHolder(mill.meterId, rival);
        vm.expectRevert(refusal);
        _rotate(abi.encodePacked(rival));
    }

    function test_RevertGiven_MeterUnknown() public {
        bytes memory refusal = abi.encodeWithSelector(IMeterRegistry.MeterUnknown.selector, mill.meterId);
        vm.expectRevert(refusal);
        meters.supplyPoint(mill.meterId);
        vm.expectRevert(refusal);
        meters.changeHolder(mill.meterId, rival);
        vm.expectRevert(refusal);
        _rotate(abi.encodePacked(rival));
    }
}
