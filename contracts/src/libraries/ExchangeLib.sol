// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Dials, DialsAndTime, MeterFacts, ReadQuality, ReadWords, UsedFifth, UsedFour} from "../types/Metering.sol";
import {Watt, Wh} from "../types/Units.sol";
import {MeterFactsLib} from "./MeterFactsLib.sol";
import {ReadLib} from "./ReadLib.sol";
import {ReadWordsLib} from "./ReadWordsLib.sol";
import {SettledLib} from "./SettledLib.sol";

/// @notice From one meter to the next without losing a Wh. Mirrors lib/domain/metering/exchange.ts. Vectors: exchange.json.
library ExchangeLib {
    using MeterFactsLib for MeterFacts;
    using ReadWordsLib for DialsAndTime;

    error ExchangeOutOfOrder(uint40 closing, uint40 opening);
    error ExchangeUneven(uint256 register, Wh used, uint16 multiplier);
    error ExchangeTooWide(uint256 register, Wh steps, uint8 digits);
    error ExchangeAboveCapacity(Wh advance, Wh possible);
    error ExchangeDemandLost(Watt closing, Watt opening);

    /// @notice The read that takes the place of the last one: what the next meter would have shown then, had it counted all the time.
    /// @dev Its registers are those of the opening read, turned back by what the former meter counted; its time is the last read's, so
    /// that the period and what can have flowed in it stay as they were; its sequence is the next meter's own.
    function carried(
        MeterFacts former,
        MeterFacts next,
        ReadWords memory last,
        ReadWords memory closing,
        ReadWords memory opening
    ) internal pure returns (ReadWords memory) {
        uint40 until = closing.rest.time();
        if (opening.rest.time() < until) revert ExchangeOutOfOrder(until, opening.rest.time());
        // The maximum demand of a period is the one its last read shows: the next meter begins with what the former one had.
        if (Watt.unwrap(opening.rest.maxDemand()) < Watt.unwrap(closing.rest.maxDemand())) {
            revert ExchangeDemandLost(closing.rest.maxDemand(), opening.rest.maxDemand());
        }
        (Wh[5] memory used, Wh exported) = _between(former, last, closing);
        // Else the next read, which is good by itself, could be too fast together with what is carried.
        Wh possible = ReadLib.possibleAdvance(next.capacity(), until - last.rest.time(), next.multiplier());
        Wh[6] memory registers;
        _turnBackImports(registers, used, opening, next, possible);
        uint256 out = _steps(ReadLib.EXPORT, exported, next);
        registers[5] = _turnedBack(ReadLib.EXPORT, opening.rest.exported(), out, next);
        _requirePossible(out, possible);
        return _packed(registers, last.rest.time(), opening.rest, _worst(last.rest, closing.rest, opening.rest));
    }

    function _between(
        MeterFacts meter,
        ReadWords memory previous,
        ReadWords memory next
    ) private pure returns (Wh[5] memory used, Wh exported) {
        (UsedFour four, UsedFifth fifth) = ReadLib.between(meter, previous, next);
        return (SettledLib.registers(four, fifth), SettledLib.exported(fifth));
    }

    /// @dev What can have flowed in is the import registers' sum.
    function _turnBackImports(
        Wh[6] memory registers,
        Wh[5] memory used,
        ReadWords memory opening,
        MeterFacts next,
        Wh possible
    ) private pure {
        uint256 total;
        for (uint256 i; i < 5; ++i) {
            uint256 steps = _steps(i, used[i], next);
            total += steps;
            registers[i] = _turnedBack(i, _register(opening, i), steps, next);
        }
        _requirePossible(total, possible);
    }

    /// @dev In steps of the next meter's registers.
    function _steps(uint256 register, Wh used, MeterFacts next) private pure returns (uint256 steps) {
        (uint64 energy, uint16 multiplier) = (Wh.unwrap(used), next.multiplier());
        if (energy % multiplier != 0) revert ExchangeUneven(register, used, multiplier);
        steps = energy / multiplier;
        // More than one turn of the dial would be forgotten.
        if (steps >= 10 ** uint256(next.digits())) revert ExchangeTooWide(register, _wh(steps), next.digits());
    }

    function _turnedBack(uint256 register, uint256 value, uint256 steps, MeterFacts next) private pure returns (Wh) {
        uint256 dial = 10 ** uint256(next.digits());
        if (value >= dial) revert ReadLib.ReadTooWide(register, _wh(value), next.digits());
        return _wh((value + dial - steps) % dial);
    }

    function _requirePossible(uint256 advance, Wh possible) private pure {
        if (advance > Wh.unwrap(possible)) revert ExchangeAboveCapacity(_wh(advance), possible);
    }

    function _register(ReadWords memory read, uint256 i) private pure returns (uint256) {
        return i == 4 ? read.rest.deepValley() : uint64(Dials.unwrap(read.dials) >> (64 * i));
    }

    /// @dev Estimated is worse than substituted, which is worse than measured.
    function _worst(DialsAndTime a, DialsAndTime b, DialsAndTime c) private pure returns (ReadQuality) {
        (ReadQuality x, ReadQuality y, ReadQuality z) = (a.quality(), b.quality(), c.quality());
        if (x == ReadQuality.Estimated || y == ReadQuality.Estimated || z == ReadQuality.Estimated) {
            return ReadQuality.Estimated;
        }
        bool measured = x == ReadQuality.Measured && y == ReadQuality.Measured && z == ReadQuality.Measured;
        return measured ? ReadQuality.Measured : ReadQuality.Substituted;
    }

    /// @dev Sequence and maximum demand are the opening read's.
    function _packed(
        Wh[6] memory registers,
        uint40 time,
        DialsAndTime opening,
        ReadQuality quality
    ) private pure returns (ReadWords memory words) {
        uint256 dials;
        for (uint256 i; i < 4; ++i) {
            dials |= uint256(Wh.unwrap(registers[i])) << (64 * i);
        }
        words.dials = Dials.wrap(dials);
        words.rest = DialsAndTime.wrap(
            uint256(Wh.unwrap(registers[4])) |
                (uint256(Wh.unwrap(registers[5])) << 64) |
                (uint256(time) << 128) |
                (uint256(opening.sequence()) << 168) |
                (uint256(quality) << 200) |
                (uint256(Watt.unwrap(opening.maxDemand())) << 208)
        );
    }

    /// @dev Five registers of at most eighteen digits fit in 64 bits together.
    function _wh(uint256 value) private pure returns (Wh) {
        return Wh.wrap(uint64(value));
    }
}
