// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {ENDED, Terms} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Offer} from "../src/types/Offer.sol";
import {Micro, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice A whole term: month after month on the signed terms, then the deposit comes back.
contract SettlementTermTest is SupplyTest {
    function test_ATermOfFourteenMonthsRunsToItsEnd() public {
        Offer memory offer = _flatOffer();
        offer.termPeriods = 14;
        _publish(offer);
        Supply memory s = _supply("mill", 2_000_000_000_000);
        Terms memory terms = _terms(s, offer);
        for (uint64 i; i < 12; ++i) {
            terms.contracted[i] = Wh.wrap(10_000_000 * (i + 1));
        }
        bytes32 agreementId = agreements.sign(offer, terms, signatures.terms(s.consumer.key, terms));
        uint128 deposit = _locked(s.consumer.addr);
        _openSupply(s, terms.start);
        // The retailer leaves the market; signed agreements go on.
        vm.prank(retailer);
        offers.withdraw(terms.offerId);
        vm.prank(exchange);
        members.suspend(retailer);

        uint128 paid = _free(s.consumer.addr);
        uint128 expected;
        for (uint256 month; month < 14; ++month) {
            uint40 end = boundaries[month + 2];
            vm.warp(end);
            // Exactly what is contracted for this month, repeated after twelve: no deviation in any month.
            uint64 used = Wh.unwrap(terms.contracted[month % 12]);
            expected += (uint128(used) * Figures.REFERENCE) / 1000;
            if (month == 13) {
                vm.expectEmit(address(agreements));
                emit IAgreementBook.AgreementEnded(agreementId, end, Micro.wrap(deposit));
            }
            SettlementItem memory item = _item(s, terms, end, used);
            assertEq(settlement.settle(_tableOf(month + 1), offer, _one(item)), 1);
        }
        assertEq(agreements.stateOf(agreementId).flags, ENDED);
        assertEq(agreements.agreementOf(s.meterId), 0);
        assertEq(_locked(s.consumer.addr), 0);
        assertEq(paid + deposit - _free(s.consumer.addr), expected);
    }

    function test_TwoMetersOfOneConsumerAreTwoAgreements() public {
        Offer memory offer = _flatOffer();
        _publish(offer);
        Supply memory mill = _supply("mill", 200_000_000_000);
        Supply memory annex = _supplyWith("annex", 0, true);
        annex.consumer = mill.consumer;
        vm.prank(grid);
        meters.changeHolder(annex.meterId, mill.consumer.addr);
        (Terms memory first, ) = _sign(mill, offer);
        (Terms memory second, ) = _sign(annex, offer);
        _openSupply(mill, first.start);
        _openSupply(annex, second.start);
        vm.warp(boundaries[2]);
        SettlementItem[] memory items = new SettlementItem[](2);
        items[0] = _item(mill, first, boundaries[2], 100_000_000);
        items[1] = _item(annex, second, boundaries[2], 100_000_000);
        assertEq(settlement.settle(_tableOf(1), offer, items), 2);
        assertEq(_free(mill.consumer.addr), 200_000_000_000 - 2 * 5_000_000_000 - 2 * 65_188_600_000);
    }
}
