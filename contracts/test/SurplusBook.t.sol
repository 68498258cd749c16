// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IRevisions} from "../src/interfaces/IRevisions.sol";
import {ISurplusBook} from "../src/interfaces/ISurplusBook.sol";
import {BillLine, LineKind, SettlementItem} from "../src/types/Billing.sol";
import {Read, ReadQuality} from "../src/types/Metering.sol";
import {NOT_ATTESTED} from "../src/types/Offer.sol";
import {Fates} from "../src/types/Surplus.sol";
import {Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SurplusBillTest} from "./market/SurplusBillTest.sol";
import {Words} from "./market/Words.sol";

/// @notice What surplus does to bills.
contract SurplusBookTest is SurplusBillTest {
    /* CONTRACTED ENERGY */

    /// @dev With 80,000 kWh left of its 100,000 the mill uses 80,000: without the sale 15,000 would fall short of its band.
    function test_TheSellersBandMovesDown() public {
        uint256 session = _tradeContracted();
        _claimAll(session);
        _supplyFrom(mill);
        SettlementItem memory item = _month(mill, millTerms, 1, 80_000_000);
        vm.expectEmit(address(surplusBook));
        emit ISurplusBook.SurplusSettled(millId, boundaries[1], Wh.wrap(0), Wh.wrap(20_000_000), Wh.wrap(0));
        BillLine[] memory lines = _settled(1, item);
        // 80,000 kWh at 0.651886.
        assertEq(_total(lines), 52_150_880_000);
        (uint64 shortfall, ) = _line(lines, LineKind.ShortfallPenalty);
        assertEq(shortfall, 0);
    }

    /// @dev With 120,000 kWh the band reaches up to 126,000: 125,000 are direct.
    function test_TheBuyersBandMovesUp() public {
        uint256 session = _tradeContracted();
        _claimAll(session);
        _supplyFrom(shop);
        BillLine[] memory lines = _settled(1, _month(shop, shopTerms, 1, 125_000_000));
        // 125,000 kWh at 0.651886.
        assertEq(_total(lines), 81_485_750_000);
        (uint64 excess, ) = _line(lines, LineKind.Excess);
        assertEq(excess, 0);
    }

    function test_ABillWaitsUntilWhatWasTradedIsClaimed() public {
        uint256 session = _tradeContracted();
        _supplyFrom(mill);
        SettlementItem memory item = _month(mill, millTerms, 1, 80_000_000);
        bytes memory refusal = abi.encodeWithSelector(
            ISurplusBook.SurplusUnclaimed.selector,
            millId,
            boundaries[1],
            Wh.wrap(30_000_000),
            Wh.wrap(0)
        );
        _skipped(item, millId, refusal);
        _claimAll(session);
        assertEq(_total(_settled(1, item)), 52_150_880_000);
    }

    function test_AnItemMustSayWhetherTheBookIsAsked() public {
        _claimAll(_tradeContracted());
        _supplyFrom(mill);
        SettlementItem memory item = _month(mill, millTerms, 1, 80_000_000);
        item.surplus = false;
        _skipped(item, millId, abi.encodeWithSelector(IAgreementBook.SurplusMismatch.selector, millId, true));
    }

    function test_AnItemMustNotAskForAnAgreementWithoutSurplus() public {
        _supplyFrom(mill);
        SettlementItem memory item = _month(mill, millTerms, 1, 80_000_000);
        item.surplus = true;
        _skipped(item, millId, abi.encodeWithSelector(IAgreementBook.SurplusMismatch.selector, millId, false));
    }

    /* WHAT IS DUE */

    /// @dev 30,000 of 100,000 kWh are paid for: energy 70,000 at 0.384470, the other lines all 100,000 at 0.267416.
    function test_WhatABuyerWonLowersTheEnergyLineOnly() public {
        _buyCredits(30_000_000);
        assertEq(_due(shopId), 30_000_000);
        _assertUsed(30_000_000);
        _supplyFrom(shop);
        SettlementItem memory item = _month(shop, shopTerms, 1, 100_000_000);
        vm.expectEmit(address(surplusBook));
        emit ISurplusBook.SurplusSettled(shopId, boundaries[1], Wh.wrap(0), Wh.wrap(0), Wh.wrap(30_000_000));
        BillLine[] memory lines = _settled(1, item);
        (uint64 quantity, uint256 amount) = _line(lines, LineKind.Energy);
        assertEq(quantity, 70_000_000);
        assertEq(amount, 26_912_900_000);
        (quantity, amount) = _line(lines, LineKind.Network);
        assertEq(quantity, 100_000_000);
        assertEq(amount, 12_630_000_000);
        assertEq(_total(lines), 53_654_500_000);
        assertEq(_due(shopId), 0);
    }

    /// @dev Of 112,000 kWh used 105,000 are direct: all of them are paid for, and 95,000 stay due. Excess has its own price.
    function test_ABillTakesNoMoreThanItsDirectEnergy() public {
        _buyCredits(200_000_000);
        _supplyFrom(shop);
        BillLine[] memory lines = _settled(1, _month(shop, shopTerms, 1, 112_000_000));
        assertEq(lines.length, 5, "no energy line");
        // 105,000 at 0.267416 and 7,000 at 110 % of 0.651886.
        assertEq(_total(lines), 28_078_680_000 + 5_019_522_200);
        assertEq(_due(shopId), 95_000_000);
        lines = _settled(2, _month(shop, shopTerms, 2, 100_000_000));
        // 5,000 kWh of energy are left to pay.
        assertEq(_total(lines), 26_741_600_000 + 1_922_350_000);
        assertEq(_due(shopId), 0);
    }

    /// @dev A bid that names no agreement keeps its credits; their holder puts them where it likes, here on both its bills.
    function test_AHolderPutsCreditsOnItsAgreement() public {
        vm.prank(meterReader);
        credits.grant(shop.consumer.addr, Figures.REGION, boundaries[0], Wh.wrap(30_000_000));
        vm.expectEmit(address(surplusBook));
        emit ISurplusBook.DuePut(shop.consumer.addr, shopId, Wh.wrap(10_000_000));
        vm.prank(shop.consumer.addr);
        surplusBook.put(_usable(), Wh.wrap(10_000_000), _proof(shopTerms));
        assertEq(_due(shopId), 10_000_000);
        assertEq(_credit(shop.consumer.addr, _usable()), 20_000_000);
        _assertUsed(10_000_000);
    }

    /// @dev Minted = balances + used: what is due is used, and no bill counts it again.
    function _assertUsed(uint64 energy) private view {
        Fates memory f = credits.fatesOf(_usable());
        assertEq(Wh.unwrap(f.used), energy);
        address[] memory holders = new address[](1);
        holders[0] = shop.consumer.addr;
        _assertFates(_usable(), holders);
    }

    /* EXPORTS */

    function test_SettlingCreditsWhatWasExported() public {
        _supplyFrom(mill);
        SettlementItem memory item = _month(mill, millTerms, 1, 100_000_000, 7_000);
        assertEq(_total(_settled(1, item)), 65_188_600_000, "the bill is the same");
        assertEq(credits.balanceOf(mill.consumer.addr, _creditOf(1)), 7_000);
        assertEq(agreements.stateOf(millId).flags, 0, "exports alone mark nothing");
    }

    /* REVISIONS */

    /// @dev An estimated bill takes nothing and credits nothing; the one from the true read does both, once.
    function test_OnlyTheTrueReadTakesWhatIsDueAndCreditsExports() public {
        _buyCredits(30_000_000);
        _supplyFrom(shop);
        vm.warp(boundaries[2]);
        Read memory opening = shop.last;
        Read memory estimated = _nextRead(opening, boundaries[2], 90_000_000);
        estimated.exportWh = estimated.exportWh + Wh.wrap(7_000);
        estimated.quality = ReadQuality.Estimated;
        BillLine[] memory lines = _settled(1, _itemOf(shop, shopTerms, estimated));
        // 90,000 at 0.651886, and 5,000 that fall short of the band at 0.02.
        assertEq(_total(lines), 58_669_740_000 + 100_000_000);
        assertEq(_due(shopId), 30_000_000);
        assertEq(credits.balanceOf(shop.consumer.addr, _creditOf(1)), 0);

        Read memory measured = _nextRead(opening, boundaries[2], 100_000_000);
        measured.exportWh = measured.exportWh + Wh.wrap(9_000);
        measured.sequence = estimated.sequence + 1;
        _correct(estimated, measured);
        uint128 before = _free(shop.consumer.addr);
        revisions.revise(_tableOf(1), offer, _revision(opening, estimated, measured));
        // The right bill is 53,654.5: as if the true read had come first.
        assertEq(before + 58_769_740_000 - _free(shop.consumer.addr), 53_654_500_000);
        assertEq(_due(shopId), 0);
        assertEq(credits.balanceOf(shop.consumer.addr, _creditOf(1)), 9_000);
    }

    function _correct(Read memory estimated, Read memory measured) private {
        revisions.correct(
            shop.meterId,
            _factsOf(shop),
            Words.pack(estimated),
            Words.pack(estimated),
            Words.pack(measured),
            measured.intervalRoot,
            _signRead(shop, measured)
        );
    }

    function _revision(
        Read memory opening,
        Read memory estimated,
        Read memory measured
    ) private view returns (IRevisions.RevisionItem memory item) {
        item.terms = Words.pack(shopTerms);
        item.facts = _factsOf(shop);
        item.last = Words.pack(measured);
        item.opening = Words.pack(opening);
        item.closing = Words.pack(measured);
        item.old = IRevisions.OpenBill(Words.pack(opening), Words.pack(estimated), false, NOT_ATTESTED);
    }

    function _creditOf(uint256 period) private view returns (uint256) {
        // Kind 1 | region | start.
        return 1 | (uint256(Figures.REGION) << 8) | (uint256(boundaries[period]) << 40);
    }
}
