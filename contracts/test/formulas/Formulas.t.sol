// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FlatFormula} from "../../src/formulas/FlatFormula.sol";
import {TimeOfUseFormula} from "../../src/formulas/TimeOfUseFormula.sol";
import {IPriceFormula} from "../../src/interfaces/IPriceFormula.sol";
import {Determinants} from "../../src/types/Offer.sol";
import {Nano, Wh, WH_PER_KWH} from "../../src/types/Units.sol";
import {VectorTest} from "../libraries/VectorTest.sol";

contract FormulasTest is VectorTest {
    FlatFormula private immutable FLAT = new FlatFormula();
    TimeOfUseFormula private immutable TIME_OF_USE = new TimeOfUseFormula();

    function test_Vectors() public {
        _checkAll("energy-charge.json");
    }

    function _check(Case memory c) internal view override {
        bool flat = keccak256(bytes(vm.parseJsonString(c.json, string.concat(c.path, ".in.formula")))) ==
            keccak256("Flat");
        IPriceFormula formula = flat ? IPriceFormula(FLAT) : IPriceFormula(TIME_OF_USE);
        uint256[] memory prices = _inMany(c, "pricesMicroPerKwh");
        assertEq(prices.length, flat ? 1 : 5, c.name);
        bytes memory params;
        for (uint256 i; i < prices.length; ++i) {
            params = bytes.concat(params, bytes32(prices[i]));
        }
        formula.check(params);
        Determinants memory usage;
        usage.registers = _inRegisters(c, "registersWh");
        uint256 cost = Nano.unwrap(formula.cost(params, usage));
        assertEq(cost, _out(c, "costNano"), c.name);
        assertEq(cost / WH_PER_KWH, _out(c, "charge"), c.name);
    }

    function test_RevertGiven_FormulaParamsInvalid() public {
        bytes[3] memory wrong = [bytes(""), abi.encode(1, 2), abi.encodePacked(uint64(1))];
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(IPriceFormula.FormulaParamsInvalid.selector);
            FLAT.check(wrong[i]);
            vm.expectRevert(IPriceFormula.FormulaParamsInvalid.selector);
            TIME_OF_USE.check(wrong[i]);
        }
    }

    function test_RevertGiven_PriceWiderThanAPrice() public {
        vm.expectRevert();
        FLAT.check(abi.encode(uint256(type(uint64).max) + 1));
        vm.expectRevert();
        TIME_OF_USE.check(abi.encode(0, 0, 0, 0, uint256(type(uint64).max) + 1));
    }

    function testFuzz_EqualPricesAreAFlatPrice(uint64[5] memory registers, uint64 price) public view {
        Determinants memory usage;
        for (uint256 i; i < 5; ++i) {
            usage.registers[i] = Wh.wrap(registers[i] / 5);
        }
        Nano flat = FLAT.cost(abi.encode(price), usage);
        Nano timeOfUse = TIME_OF_USE.cost(abi.encode([price, price, price, price, price]), usage);
        assertEq(Nano.unwrap(flat), Nano.unwrap(timeOfUse));
    }
}
