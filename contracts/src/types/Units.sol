// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev Energy, whole watt-hours.
type Wh is uint64;

/// @dev Power, whole watts.
type Watt is uint64;

/// @dev Money, whole millionths of the settlement currency (the token has 6 decimals).
type Micro is uint128;

/// @dev Money, thousandths of a Micro: the exact product of Wh and MicroPerKwh, before the one rounding.
type Nano is uint256;

/// @dev Price, Micro per kWh.
type MicroPerKwh is uint64;

/// @dev Price of demand or capacity, Micro per kW and whole settlement period.
type MicroPerKw is uint64;

/// @dev A price that may fall below zero, as published indexes do, in Micro per kWh.
type SignedMicroPerKwh is int64;

/// @dev Money that may fall below zero, in thousandths of a Micro.
type SignedNano is int256;

/// @dev Ratio, basis points (10,000 is one).
type Bps is uint16;

uint256 constant WH_PER_KWH = 1000;
uint256 constant BPS_ONE = 10_000;

using {addMicro as +, subMicro as -, equalMicro as ==, belowMicro as <} for Micro global;
using {addWh as +, subWh as -, equalWh as ==, belowWh as <} for Wh global;

function addMicro(Micro a, Micro b) pure returns (Micro) {
    return Micro.wrap(Micro.unwrap(a) + Micro.unwrap(b));
}

function subMicro(Micro a, Micro b) pure returns (Micro) {
    return Micro.wrap(Micro.unwrap(a) - Micro.unwrap(b));
}

function equalMicro(Micro a, Micro b) pure returns (bool) {
    return Micro.unwrap(a) == Micro.unwrap(b);
}

function belowMicro(Micro a, Micro b) pure returns (bool) {
    return Micro.unwrap(a) < Micro.unwrap(b);
}

function addWh(Wh a, Wh b) pure returns (Wh) {
    return Wh.wrap(Wh.unwrap(a) + Wh.unwrap(b));
}

function subWh(Wh a, Wh b) pure returns (Wh) {
    return Wh.wrap(Wh.unwrap(a) - Wh.unwrap(b));
}

function equalWh(Wh a, Wh b) pure returns (bool) {
    return Wh.unwrap(a) == Wh.unwrap(b);
}

function belowWh(Wh a, Wh b) pure returns (bool) {
    return Wh.unwrap(a) < Wh.unwrap(b);
}

/// @dev a ÷ divisor, rounded toward minus infinity: Solidity alone would round a negative quotient up.
function divDown(int256 a, int256 divisor) pure returns (int256 quotient) {
    quotient = a / divisor;
    if (a % divisor < 0) --quotient;
}
