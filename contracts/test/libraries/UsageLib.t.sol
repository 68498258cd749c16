// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {UsageLib} from "../../src/libraries/UsageLib.sol";
import {Determinants} from "../../src/types/Offer.sol";
import {MicroPerKwh, Wh} from "../../src/types/Units.sol";

contract UsageLibTest is Test {
    function energyOf(Determinants calldata usage) external pure returns (uint256) {
        return UsageLib.energyOf(usage);
    }

    function registerCost(Determinants calldata usage, MicroPerKwh[5] calldata prices) external pure returns (uint256) {
        return UsageLib.registerCost(usage, prices);
    }

    function prorated(uint256 amount, Determinants calldata usage) external pure returns (uint256) {
        return UsageLib.prorated(amount, usage);
    }

    function _usage(uint64[5] memory registers) private pure returns (Determinants memory usage) {
        for (uint256 i; i < 5; ++i) {
            usage.registers[i] = Wh.wrap(registers[i]);
        }
    }

    /// @dev The sum is wider than a register: five full ones do not overflow.
    function test_FiveFullRegisters() public view {
        uint64 full = type(uint64).max;
        Determinants memory usage = _usage([full, full, full, full, full]);
        assertEq(this.energyOf(usage), 5 * uint256(full));
        MicroPerKwh price = MicroPerKwh.wrap(full);
        assertEq(this.registerCost(usage, [price, price, price, price, price]), 5 * uint256(full) * full);
    }

    function testFuzz_EachRegisterAtItsPrice(uint64[5] memory registers, uint64[5] memory prices) public view {
        MicroPerKwh[5] memory p;
        for (uint256 i; i < 5; ++i) {
            p[i] = MicroPerKwh.wrap(prices[i]);
        }
        uint256 last = uint256(registers[3]) * prices[3] + uint256(registers[4]) * prices[4];
        uint256 first = uint256(registers[0]) * prices[0] + uint256(registers[1]) * prices[1];
        assertEq(this.registerCost(_usage(registers), p), first + uint256(registers[2]) * prices[2] + last);
        uint256 energy = uint256(registers[0]) + registers[1] + registers[2] + registers[3] + registers[4];
        assertEq(this.energyOf(_usage(registers)), energy);
    }

    /// @dev 10 of 30 days of 100 are 33 and a third.
    function test_APartOfAPeriodRoundsDown() public view {
        Determinants memory usage;
        (usage.elapsed, usage.whole) = (10 days, 30 days);
        assertEq(this.prorated(100, usage), 33);
    }

    function test_AWholePeriodIsChargedWhole() public view {
        Determinants memory usage;
        (usage.elapsed, usage.whole) = (30 days, 30 days);
        assertEq(this.prorated(100, usage), 100);
        // Without a length, whatever the time.
        (usage.elapsed, usage.whole) = (30 days, 0);
        assertEq(this.prorated(100, usage), 100);
    }
}
