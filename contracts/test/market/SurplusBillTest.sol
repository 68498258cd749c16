// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {Terms} from "../../src/types/Agreement.sol";
import {BillLine, LineKind, SettlementItem, UsedRest} from "../../src/types/Billing.sol";
import {Read, UsedFour} from "../../src/types/Metering.sol";
import {Offer} from "../../src/types/Offer.sol";
import {AgreementProof, Order, SessionKind} from "../../src/types/Surplus.sol";
import {Micro, Wh} from "../../src/types/Units.sol";
import {Figures} from "./Figures.sol";
import {SurplusTest} from "./SurplusTest.sol";
import {Words} from "./Words.sol";

/// @notice A mill and a shop with 100,000 kWh a month each, from January on. All figures are worked by hand from the published
/// prices: 384,470 for energy and 267,416 for the regulated lines, together 651,886 Micro a kWh.
abstract contract SurplusBillTest is SurplusTest {
    uint128 internal constant RICH = 100_000_000_000_000;

    Offer internal offer;
    Supply internal mill;
    Supply internal shop;
    Terms internal millTerms;
    Terms internal shopTerms;
    bytes32 internal millId;
    bytes32 internal shopId;

    function setUp() public virtual override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        mill = _supply("mill", RICH);
        shop = _supply("shop", RICH);
        (millTerms, millId) = _sign(mill, offer);
        (shopTerms, shopId) = _sign(shop, offer);
    }

    function _proof(Terms memory terms) internal view returns (AgreementProof memory) {
        return AgreementProof(terms.offerId, Words.pack(terms), boundaries[1]);
    }

    /* TRADES */

    /// @dev The mill sells 20,000 of the 30,000 kWh of its January that it lists, and the shop buys them. Not claimed yet.
    function _tradeContracted() internal returns (uint256 session) {
        session = _openKind(SessionKind.Contracted, boundaries[1]);
        Order memory lot = _order(session, mill.consumer.addr, 30_000_000, 300);
        lot.subject = millId;
        _listOrder(lot, _proof(millTerms), mill.consumer.key);
        Order memory order = _order(session, shop.consumer.addr, 20_000_000, 400);
        order.subject = shopId;
        _bidOrder(order, _proof(shopTerms), shop.consumer.key);
        _close(session);
        _clear(session, _lotsShare(300, 30_000_000, 20_000_000));
    }

    /// @dev The shop wins credits for its agreement. What it bids for is what there is.
    function _buyCredits(uint40 energy) internal {
        Account memory roof = _seller("roof", energy);
        uint256 session = _open();
        _list(session, roof, energy, 100);
        Order memory order = _order(session, shop.consumer.addr, energy, 200);
        order.subject = shopId;
        _bidOrder(order, _proof(shopTerms), shop.consumer.key);
        _close(session);
        _clear(session, _bidsShare(200, energy, energy));
        _claimAll(session);
    }

    /* BILLS */

    /// @dev From here on the meter counts for the first bill.
    function _supplyFrom(Supply storage s) internal {
        Supply memory supply = s;
        _openSupply(supply, boundaries[1]);
        s.last = supply.last;
    }

    /// @dev What the meter counted in a month, one being January, after the month.
    function _month(
        Supply storage s,
        Terms memory terms,
        uint256 period,
        uint64 used
    ) internal returns (SettlementItem memory item) {
        return _month(s, terms, period, used, 0);
    }

    function _month(
        Supply storage s,
        Terms memory terms,
        uint256 period,
        uint64 used,
        uint64 exported
    ) internal returns (SettlementItem memory item) {
        uint40 end = boundaries[period + 1];
        if (block.timestamp < end) vm.warp(end);
        Read memory closing = _nextRead(s.last, end, used);
        closing.exportWh = closing.exportWh + Wh.wrap(exported);
        item = _itemOf(s, terms, closing);
        s.last = closing;
    }

    function _settled(uint256 period, SettlementItem memory item) internal returns (BillLine[] memory lines) {
        vm.recordLogs();
        vm.prank(relayer);
        assertEq(settlement.settle(_tableOf(period), offer, _one(item)), 1, "settled");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != ISettlement.BillSettled.selector) continue;
            (, , lines) = abi.decode(logs[i].data, (UsedFour, UsedRest, BillLine[]));
        }
    }

    /// @dev Settles and expects a refusal of the item.
    function _skipped(SettlementItem memory item, bytes32 agreementId, bytes memory refusal) internal {
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(agreementId, refusal);
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 0, "skipped");
    }

    function _total(BillLine[] memory lines) internal pure returns (uint256 sum) {
        for (uint256 i; i < lines.length; ++i) {
            sum += Micro.unwrap(LineLib.amountOf(lines[i]));
        }
    }

    /// @dev Zero if there is no such line.
    function _line(BillLine[] memory lines, LineKind kind) internal pure returns (uint64 quantity, uint256 amount) {
        for (uint256 i; i < lines.length; ++i) {
            if (LineLib.kindOf(lines[i]) != kind) continue;
            return (Wh.unwrap(LineLib.quantityOf(lines[i])), Micro.unwrap(LineLib.amountOf(lines[i])));
        }
    }

    function _due(bytes32 agreementId) internal view returns (uint64) {
        return Wh.unwrap(surplusBook.dueOf(agreementId));
    }
}
