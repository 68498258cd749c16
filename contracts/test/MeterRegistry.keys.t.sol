// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {Meter, Read} from "../src/types/Metering.sol";
import {Watt} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";
import {Words} from "./market/Words.sol";

/// @notice Whose read it is: the meter's key, its dial and its last read are what is registered, or the read is refused.
contract MeterRegistryKeysTest is SupplyTest {
    Supply private mill;

    function setUp() public override {
        super.setUp();
        mill = _supply("mill", 0);
    }

    function _next() private view returns (Read memory) {
        return _nextRead(mill.last, uint40(block.timestamp), 350_000);
    }

    function test_RecordsAReadSignedWithP256() public {
        Supply memory dlms = _supplyWith("a DLMS meter", 0, true);
        Read memory next = _nextRead(dlms.last, uint40(block.timestamp), 350_000);
        _recordRead(dlms, next, _signRead(dlms, next));
        assertEq(meters.stateOf(dlms.meterId), Words.state(_meterOf(dlms), next));
    }

    function test_RevertGiven_WrongP256Key() public {
        Supply memory dlms = _supplyWith("a DLMS meter", 0, true);
        Read memory next = _nextRead(dlms.last, uint40(block.timestamp), 350_000);
        // The meter's own key in front of another's signature, then another's key with its good signature, then too few bytes.
        Supply memory other = _keysOf("a DLMS meter");
        (other.p256, other.meterKey) = (true, dlms.meterKey + 1);
        bytes memory foreign = signatures.read(other.meterKey, true, next);
        bytes[3] memory wrong = [bytes.concat(_signerOf(dlms), foreign), _signRead(other, next), bytes(hex"00")];
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, dlms.meterId));
            _recordRead(dlms, next, wrong[i]);
        }
    }

    /// @dev Looking at it would take more gas than a signature gets.
    function test_RevertGiven_ASignatureWithoutEnd() public {
        Read memory next = _next();
        bytes memory endless = new bytes(1_000_000);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
        _recordRead(mill, next, endless);
    }

    function test_RevertGiven_OldKeyAfterRotation() public {
        Meter memory rotated = _meterOf(mill);
        rotated.signer = abi.encodePacked(makeAddr("new key"));
        vm.prank(grid);
        meters.rotateSigner(mill.meterId, _factsOf(mill), Words.pack(mill.last), rotated.signer);
        Read memory next = _next();
        bytes memory signature = _signRead(mill, next);
        // With the old facts it is another meter; with the new ones the signature is not its own.
        bytes32 stored = Words.state(rotated, mill.last);
        bytes32 given = _stateOf(mill);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
        _recordRead(mill, next, signature);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
        settlement.recordRead(
            mill.meterId,
            Words.pack(rotated),
            Words.pack(mill.last),
            Words.pack(next),
            next.intervalRoot,
            signature
        );
    }

    /// @dev The neighbour's meter has the same dial and shows the same: only its key tells its reads apart.
    function test_RevertGiven_ReadOfAnotherMeter() public {
        Supply memory neighbour = _supply("neighbour", 0);
        Read memory next = _next();
        bytes memory signature = _signRead(mill, next);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, neighbour.meterId));
        _recordRead(neighbour, next, signature);
        neighbour.meterKey = mill.meterKey;
        bytes32 stored = meters.stateOf(neighbour.meterId);
        bytes32 given = _stateOf(mill);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
        _recordRead(neighbour, next, signature);
    }

    /// @dev A meter that shows more digits, or has a larger connection or ratio, would have counted more.
    function test_RevertGiven_OtherFactsThanRegistered() public {
        Read memory next = _next();
        bytes memory signature = _signRead(mill, next);
        bytes32 stored = meters.stateOf(mill.meterId);
        for (uint256 i; i < 3; ++i) {
            Meter memory other = _meterOf(mill);
            if (i == 0) other.digits += 1;
            if (i == 1) other.multiplier += 1;
            if (i == 2) other.capacity = Watt.wrap(Watt.unwrap(other.capacity) + 1);
            bytes32 given = Words.state(other, mill.last);
            vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadNotLast.selector, stored, given));
            settlement.recordRead(
                mill.meterId,
                Words.pack(other),
                Words.pack(mill.last),
                Words.pack(next),
                next.intervalRoot,
                signature
            );
        }
    }
}
