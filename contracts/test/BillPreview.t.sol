// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {Terms} from "../src/types/Agreement.sol";
import {BillLine, SettlementItem, UsedRest} from "../src/types/Billing.sol";
import {UsedFour} from "../src/types/Metering.sol";
import {Determinants, Offer, SettlementModel} from "../src/types/Offer.sol";
import {Micro, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice A previewed bill is the bill that settling writes and the money it moves.
contract BillPreviewTest is SupplyTest {
    Supply private mill;

    function setUp() public override {
        super.setUp();
        mill = _supply("mill", 100_000_000_000);
    }

    function test_TheWorkedCheckOfTheSpecification() public view {
        (BillLine[] memory lines, Micro total) = _preview(_flatOffer(), 112_000_000);
        assertEq(lines.length, 6);
        assertEq(Micro.unwrap(total), 73_467_552_200);
    }

    function test_LinesAndTotalAreThoseThatSettlingWrites() public {
        Offer memory offer = _flatOffer();
        offer.model = SettlementModel.GridLed;
        offer.serviceFee = MicroPerKwh.wrap(12_000);
        uint64 used = 112_000_001;
        (BillLine[] memory lines, Micro total) = _preview(offer, used);
        (BillLine[] memory settled, uint128 paid) = _settle(offer, used);
        assertEq(abi.encode(lines), abi.encode(settled));
        assertEq(Micro.unwrap(total), paid);
    }

    function test_ChargesOnlyTheShortfallWhenNothingWasUsed() public view {
        (BillLine[] memory lines, Micro total) = _preview(_flatOffer(), 0);
        assertEq(lines.length, 1);
        assertEq(Micro.unwrap(total), 1_900_000_000); // 95,000 kWh at 0.02
    }

    /// @dev January 2026 against 100,000 kWh contracted, all in the flat register.
    function _preview(Offer memory offer, uint64 used) private view returns (BillLine[] memory, Micro) {
        Determinants memory usage;
        usage.registers[2] = Wh.wrap(used);
        usage.elapsed = usage.whole = uint32(boundaries[2] - boundaries[1]);
        return billPreview.preview(_tableOf(1), offer, Wh.wrap(100_000_000), Wh.wrap(0), usage);
    }

    function _settle(Offer memory offer, uint64 used) private returns (BillLine[] memory lines, uint128 paid) {
        _publish(offer);
        Supply memory s = mill;
        (Terms memory terms, ) = _sign(s, offer);
        _openSupply(s, terms.start);
        vm.warp(boundaries[2]);
        SettlementItem memory item = _item(s, terms, boundaries[2], used);
        uint128 before = _free(s.consumer.addr);
        vm.recordLogs();
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 1);
        paid = before - _free(s.consumer.addr);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != ISettlement.BillSettled.selector) continue;
            (, , lines) = abi.decode(logs[i].data, (UsedFour, UsedRest, BillLine[]));
        }
    }
}
