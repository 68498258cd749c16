// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ITariffBook} from "../src/interfaces/ITariffBook.sol";
import {LineLib} from "../src/libraries/LineLib.sol";
import {Terms} from "../src/types/Agreement.sol";
import {BillLine, LineKind, Payee, SettlementItem, TariffTable, UsedRest} from "../src/types/Billing.sol";
import {Read, UsedFour} from "../src/types/Metering.sol";
import {Offer} from "../src/types/Offer.sol";
import {Micro, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice One customer-month, and what the settlement contract refuses as a whole.
contract SettlementTest is SupplyTest {
    Offer private offer;
    Supply private mill;
    Terms private terms;
    bytes32 private agreementId;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        mill = _supply("mill", 100_000_000_000);
        (terms, agreementId) = _sign(mill, offer);
        _openMill();
    }

    function _openMill() private {
        Supply memory s = mill;
        _openSupply(s, terms.start);
        mill.last = s.last;
    }

    function _month(uint64 used) private returns (SettlementItem[] memory) {
        vm.warp(boundaries[2]);
        return _one(_item(mill, terms, boundaries[2], used));
    }

    /// @dev Energy used, all in the flat register.
    function _flatUse(uint256 used) private pure returns (UsedFour) {
        return UsedFour.wrap(used << 128);
    }

    /// @dev The first period, January, with nothing in the deep valley.
    function _januaryOf(uint256 contracted) private view returns (UsedRest) {
        return UsedRest.wrap((contracted << 64) | (uint256(boundaries[1]) << 128) | (uint256(boundaries[2]) << 168));
    }

    function _line(
        LineKind kind,
        Payee payee,
        uint64 quantity,
        uint64 price,
        uint128 amount
    ) private pure returns (BillLine) {
        return LineLib.pack(kind, payee, Wh.wrap(quantity), MicroPerKwh.wrap(price), Micro.wrap(amount));
    }

    /// @dev SPEC section 7: 100,000 kWh contracted, 112,000 kWh used, 73,467.552200 paid. P12 on one bill.
    function test_P12_WorkedCheckIsPaidToTheUnit() public {
        SettlementItem[] memory items = _month(112_000_000);
        Supply memory after_ = mill;
        after_.last = _nextRead(mill.last, boundaries[2], 112_000_000);
        BillLine[] memory lines = new BillLine[](6);
        lines[0] = _line(LineKind.Energy, Payee.Seller, 105_000_000, 0, 40_369_350_000);
        lines[1] = _line(LineKind.Network, Payee.Grid, 105_000_000, 126_300, 13_261_500_000);
        lines[2] = _line(LineKind.LineLoss, Payee.Grid, 105_000_000, 13_643, 1_432_515_000);
        lines[3] = _line(LineKind.SystemOperation, Payee.Grid, 105_000_000, 82_273, 8_638_665_000);
        lines[4] = _line(LineKind.GovernmentFund, Payee.Government, 105_000_000, 45_200, 4_746_000_000);
        lines[5] = _line(LineKind.Excess, Payee.Seller, 7_000_000, 651_886, 5_019_522_200);
        uint128 before = _free(mill.consumer.addr);
        vm.expectEmit(address(settlement));
        emit ISettlement.BillSettled(agreementId, _flatUse(112_000_000), _januaryOf(100_000_000), lines);
        vm.prank(relayer);
        assertEq(settlement.settle(_tableOf(1), offer, items), 1);

        assertEq(before - _free(mill.consumer.addr), 73_467_552_200);
        assertEq(_free(retailer), 40_369_350_000 + 5_019_522_200);
        assertEq(_free(grid), 13_261_500_000 + 1_432_515_000 + 8_638_665_000);
        assertEq(_free(government), 4_746_000_000);
        assertEq(_free(subsidyPool), 0);
        assertEq(agreements.stateOf(agreementId).settledUntil, boundaries[2]);
        assertEq(meters.stateOf(mill.meterId), _stateOf(after_));
    }

    function test_RevertGiven_BatchEmpty() public {
        vm.expectRevert(ISettlement.BatchEmpty.selector);
        settlement.settle(_tableOf(1), offer, new SettlementItem[](0));
    }

    function test_RevertGiven_TariffUnknown() public {
        SettlementItem[] memory items = _month(100_000_000);
        TariffTable memory table = _tableOf(1);
        table.region = 11;
        vm.expectRevert(
            abi.encodeWithSelector(ITariffBook.TariffUnknown.selector, 11, table.voltageClass, table.start)
        );
        settlement.settle(table, offer, items);
    }

    function test_RevertGiven_TariffChanged() public {
        SettlementItem[] memory items = _month(100_000_000);
        TariffTable memory table = _tableOf(1);
        bytes32 published = keccak256(abi.encode(table));
        table.grid = rival;
        vm.expectRevert(
            abi.encodeWithSelector(ITariffBook.TariffMismatch.selector, published, keccak256(abi.encode(table)))
        );
        settlement.settle(table, offer, items);
    }

    function test_RevertGiven_TariffOutOfReach() public {
        SettlementItem[] memory items = _month(100_000_000);
        for (uint256 i; i < 2; ++i) {
            TariffTable memory table = _tableOf(1);
            if (i == 0) table.region = 11;
            if (i == 1) table.voltageClass = 1;
            vm.prank(exchange);
            tariffs.publish(table);
            vm.expectRevert(
                abi.encodeWithSelector(
                    ISettlement.TariffOutOfReach.selector,
                    keccak256(abi.encode(offer)),
                    table.region,
                    table.voltageClass
                )
            );
            settlement.settle(table, offer, items);
        }
    }

    /// @dev Under supply, no read can come between two bills.
    function test_RevertGiven_ReadBelongsToSettlement() public {
        vm.warp(terms.start + 10 days);
        Read memory early = _nextRead(mill.last, terms.start + 10 days, 1_000);
        bytes memory signature = _signRead(mill, early);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlement.ReadBelongsToSettlement.selector, mill.meterId, terms.start)
        );
        _recordRead(mill, early, signature);
    }
}
