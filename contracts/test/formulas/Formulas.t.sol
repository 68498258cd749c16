// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {VmSafe} from "forge-std/Vm.sol";
import {IPriceFormula} from "../../src/interfaces/IPriceFormula.sol";
import {Determinants} from "../../src/types/Offer.sol";
import {MicroPerKwh, Nano, SignedMicroPerKwh, SignedNano, Watt, Wh} from "../../src/types/Units.sol";

/// @notice Tries every formula there is: one for each file in vectors/formulas, which names the contract.
contract FormulasTest is Test {
    /// @dev Parameters that a formula takes.
    struct Priced {
        IPriceFormula formula;
        bytes params;
    }

    Priced[] private _priced;
    uint256 private _refused;

    /// @dev The vectors are tried while they are read; what is accepted is kept for the fuzz.
    function setUp() public {
        VmSafe.DirEntry[] memory files = vm.readDir("vectors/formulas");
        assertGt(files.length, 0);
        for (uint256 i; i < files.length; ++i) {
            assertGt(_tryAll(files[i].path), 0, files[i].path);
        }
    }

    function test_Vectors() public view {
        assertGt(_priced.length, 0);
        assertGt(_refused, 0);
    }

    /// @dev Every field at an end of its range, or at random; forge itself picks small ones and known ones besides.
    function testFuzz_NoUsageOverflows(Determinants memory usage, uint16 ends) public view {
        for (uint256 i; i < 5; ++i) {
            if (ends & (1 << i) != 0) usage.registers[i] = Wh.wrap(type(uint64).max);
        }
        if (ends & 0x20 != 0) usage.maxDemand = usage.capacity = Watt.wrap(type(uint64).max);
        if (ends & 0x40 != 0) usage.referencePrice = MicroPerKwh.wrap(type(uint64).max);
        if (ends & 0x80 != 0) usage.index = SignedMicroPerKwh.wrap(type(int64).max);
        if (ends & 0x100 != 0) usage.index = SignedMicroPerKwh.wrap(type(int64).min);
        if (ends & 0x200 != 0) usage.indexCost = SignedNano.wrap(type(int256).max);
        if (ends & 0x400 != 0) usage.indexCost = SignedNano.wrap(type(int256).min + 1);
        // Says that nothing was attested; a formula that needs it refuses.
        if (SignedNano.unwrap(usage.indexCost) == type(int256).min) usage.indexCost = SignedNano.wrap(0);
        if (ends & 0x800 != 0) usage.elapsed = type(uint32).max;
        if (ends & 0x1000 != 0) usage.whole = 1;
        if (ends & 0x2000 != 0) usage.whole = 0;
        for (uint256 i; i < _priced.length; ++i) {
            Nano cost = _priced[i].formula.cost(_priced[i].params, usage);
            // A bill multiplies it by an energy once more.
            assertLt(Nano.unwrap(cost), 1 << 192);
        }
    }

    /// @return count Of cases.
    function _tryAll(string memory path) private returns (uint256 count) {
        string memory json = vm.readFile(path);
        string memory name = string.concat(_contractName(path), "Formula");
        IPriceFormula formula = IPriceFormula(deployCode(string.concat(name, ".sol:", name)));
        while (vm.keyExistsJson(json, string.concat("$.cases[", vm.toString(count), "].name"))) {
            _try(formula, json, string.concat("$.cases[", vm.toString(count++), "]"));
        }
    }

    function _try(IPriceFormula formula, string memory json, string memory path) private {
        string memory name = vm.parseJsonString(json, string.concat(path, ".name"));
        bytes memory params = _params(json, path);
        if (vm.keyExistsJson(json, string.concat(path, ".out.refusal"))) {
            string memory refusal = vm.parseJsonString(json, string.concat(path, ".out.refusal"));
            assertEq(refusal, "FormulaParamsInvalid", name);
            vm.expectRevert(IPriceFormula.FormulaParamsInvalid.selector);
            formula.check(params);
            ++_refused;
        } else {
            formula.check(params);
            uint256 cost = Nano.unwrap(formula.cost(params, _usage(json, string.concat(path, ".in."))));
            assertEq(cost, vm.parseJsonUint(json, string.concat(path, ".out.costNano")), name);
            _priced.push(Priced(formula, params));
        }
    }

    /// @dev As bytes, or as values of the types that the file names.
    function _params(string memory json, string memory path) private returns (bytes memory) {
        string memory key = string.concat(path, ".in.bytes");
        if (vm.keyExistsJson(json, key)) return vm.parseJsonBytes(json, key);
        string memory types = vm.parseJsonString(json, "$.params");
        bytes memory struct_ = vm.parseJsonType(json, string.concat(path, ".in.params"), types);
        if (!vm.contains(types, "[]")) return struct_;
        // A struct with lists in it is encoded behind its offset, of one word; parameters are not.
        bytes memory params = new bytes(struct_.length - 32);
        for (uint256 i; i < params.length; ++i) {
            params[i] = struct_[i + 32];
        }
        return params;
    }

    function _usage(string memory json, string memory path) private pure returns (Determinants memory usage) {
        uint256[] memory registers = vm.parseJsonUintArray(json, string.concat(path, "registersWh"));
        for (uint256 i; i < 5; ++i) {
            usage.registers[i] = Wh.wrap(uint64(registers[i]));
        }
        usage.maxDemand = Watt.wrap(uint64(vm.parseJsonUint(json, string.concat(path, "maxDemandW"))));
        usage.capacity = Watt.wrap(uint64(vm.parseJsonUint(json, string.concat(path, "capacityW"))));
        usage.referencePrice = MicroPerKwh.wrap(
            uint64(vm.parseJsonUint(json, string.concat(path, "referenceMicroPerKwh")))
        );
        usage.index = SignedMicroPerKwh.wrap(int64(vm.parseJsonInt(json, string.concat(path, "indexMicroPerKwh"))));
        usage.indexCost = SignedNano.wrap(vm.parseJsonInt(json, string.concat(path, "indexCostNano")));
        usage.elapsed = uint32(vm.parseJsonUint(json, string.concat(path, "elapsed")));
        usage.whole = uint32(vm.parseJsonUint(json, string.concat(path, "whole")));
    }

    /// @dev time-of-use.json is TimeOfUse.
    function _contractName(string memory path) private pure returns (string memory name) {
        string[] memory folders = vm.split(path, "/");
        string memory file = vm.replace(folders[folders.length - 1], ".json", "");
        string[] memory words = vm.split(file, "-");
        for (uint256 i; i < words.length; ++i) {
            bytes memory word = bytes(words[i]);
            word[0] = bytes1(uint8(word[0]) - 32);
            name = string.concat(name, string(word));
        }
    }
}
