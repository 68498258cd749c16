// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Activity} from "../../src/interfaces/ICircuitBreaker.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Role} from "../../src/interfaces/IMemberRegistry.sol";
import {PurchaseBook} from "../../src/PurchaseBook.sol";
import {RuleBasis, SettlementModel} from "../../src/types/Offer.sol";
import {Read} from "../../src/types/Metering.sol";
import {MeterAdvance, PurchaseState, PurchaseTerms} from "../../src/types/Purchase.sol";
import {Escrow} from "../../src/Escrow.sol";
import {Micro, Wh} from "../../src/types/Units.sol";
import {PurchaseTest} from "../market/PurchaseTest.sol";
import {PurchaseLedgerBooks} from "./PurchaseLedgerBooks.sol";

/// @notice Everything the parties of purchases do, in any order. Every call is bounded so that it is allowed: a revert is a
/// finding. Money is scarce on purpose: months without enough of it are the point.
contract PurchaseHandler is PurchaseTest {
    uint256 public constant DEALS = 3;
    uint128 private constant MOST_MONEY = 100_000_000_000;

    /// @dev A plant with whoever buys from it, one purchase after the other.
    struct Deal {
        Supply plant;
        Supply use;
        bool direct;
        PurchaseTerms terms;
        bytes32 purchaseId;
    }

    Deal[] private _deals;
    Account[] private _accounts;
    /// @dev The period whose start the market has reached.
    uint256 private _period;
    PurchaseLedgerBooks public books;

    constructor() {
        setUp();
        books = new PurchaseLedgerBooks();
        // Two deals are direct, one of them on annual basis; the third is a retailer's.
        for (uint256 i; i < DEALS; ++i) {
            Deal storage deal = _deals.push();
            deal.plant = _supply(string.concat("plant ", vm.toString(i)), 0);
            vm.prank(grid);
            meters.changeHolder(deal.plant.meterId, generator);
            deal.direct = i != 2;
            if (deal.direct) deal.use = _supply(string.concat("mill ", vm.toString(i)), 0);
        }
        _accounts.push(plant.consumer);
        _accounts.push(gridAccount);
        _accounts.push(retailerAccount);
        _accounts.push(_deals[0].use.consumer);
        _accounts.push(_deals[1].use.consumer);
        for (uint256 i; i < 3; ++i) {
            _drain(_accounts[i].addr, 0);
        }
    }

    /* WHAT THE PARTIES DO */

    function topUp(uint256 who, uint128 money) external {
        money = uint128(bound(money, 1, MOST_MONEY));
        vm.recordLogs();
        _fund(_accounts[who % _accounts.length], money);
        books.minted(money);
        books.paid(vm.getRecordedLogs());
    }

    function withdraw(uint256 who, uint128 money) external {
        address account = _accounts[who % _accounts.length].addr;
        // What is owed is paid first.
        (uint256 free, uint256 owed) = (_free(account), _debtsOf(account));
        if (free <= owed) return;
        money = uint128(bound(money, 1, free - owed));
        vm.recordLogs();
        vm.prank(account);
        escrow.withdraw(account, money);
        books.burned(money);
        books.paid(vm.getRecordedLogs());
    }

    function sign(uint256 which, uint64 monthly, uint128 deposit, uint8 choice) external {
        Deal storage deal = _deals[which % DEALS];
        if (agreements.agreementOf(deal.plant.meterId) != 0 || _period + 6 > PERIODS) return;
        if (block.timestamp < breaker.pausedUntil(Activity.Signing)) return;
        if (!members.hasRole(generator, Role.Generator)) return;
        PurchaseTerms memory terms = deal.direct ? _directPurchase(deal.use) : _purchase();
        terms.deliveryMeterId = deal.plant.meterId;
        terms.start = boundaries[_period + 1];
        terms.periods = uint16(1 + (choice % 4));
        terms.model = SettlementModel(deal.direct ? choice % 2 : choice % 3);
        if (which % DEALS == 1) terms.deviation.ruleBasis = RuleBasis.Annual;
        for (uint256 i; i < 12; ++i) {
            terms.agreed[i] = Wh.wrap(uint64(bound(monthly, 0, 100_000_000)));
        }
        terms.deposit = Micro.wrap(uint128(bound(deposit, 0, _free(generator))));
        Account memory buyer = deal.direct ? deal.use.consumer : retailerAccount;
        deal.purchaseId = _signPurchase(terms, buyer);
        deal.terms = terms;
        books.signed(terms);
    }

    /// @dev A month goes by, and purchases that start are opened with their reads.
    function nextMonth() external {
        if (_period + 2 > PERIODS) return;
        vm.warp(boundaries[++_period] + 1 hours);
        for (uint256 i; i < DEALS; ++i) {
            Deal storage deal = _deals[i];
            uint40 start = deal.terms.start;
            if (agreements.agreementOf(deal.plant.meterId) == 0 || start > block.timestamp) continue;
            if (deal.plant.last.time < start) deal.plant.last = _opened(deal.plant, start);
            if (deal.direct && deal.use.last.time < start) deal.use.last = _opened(deal.use, start);
        }
    }

    /// @dev Settles the next month of a deal, if one is over, with whatever money there is.
    function settle(uint256 which, uint64 delivered, uint64 used) external {
        Deal storage deal = _deals[which % DEALS];
        (bool due, uint256 period) = _due(deal);
        if (!due || block.timestamp < breaker.pausedUntil(Activity.Settling)) return;
        uint40 end = boundaries[period + 1];
        Supply memory s = deal.plant;
        MeterAdvance memory delivery = _delivery(s, end, uint64(bound(delivered, 0, 150_000_000)));
        deal.plant.last = s.last;
        MeterAdvance[] memory advances = _advances(delivery);
        if (deal.direct) {
            s = deal.use;
            advances = _advances(delivery, _use(s, end, uint64(bound(used, 0, 150_000_000))));
            deal.use.last = s.last;
        }
        vm.recordLogs();
        purchases.settle(_tableOf(period), deal.terms, advances);
        books.settled(deal.terms, vm.getRecordedLogs());
    }

    /// @dev Somebody has debts paid, of whoever has both debts and money.
    function payDebts(uint256 who, uint256 most) external {
        vm.recordLogs();
        escrow.payDebts(_accounts[who % _accounts.length].addr, bound(most, 1, 20));
        books.paid(vm.getRecordedLogs());
    }

    function suspend(bool suspended) external {
        vm.prank(exchange);
        if (suspended) members.suspend(generator);
        else members.reinstate(generator);
    }

    function pause(bool signing, uint32 time) external {
        uint40 until = uint40(block.timestamp + bound(time, 1, 7 days));
        vm.prank(guardian);
        breaker.pause(signing ? Activity.Signing : Activity.Settling, until, "an exercise");
    }

    /* WHAT THE INVARIANTS ASK */

    function contracts() external view returns (Escrow, PurchaseBook) {
        return (escrow, purchases);
    }

    function dealOf(uint256 index) external view returns (PurchaseTerms memory terms, bytes32 purchaseId) {
        return (_deals[index].terms, _deals[index].purchaseId);
    }

    /// @dev Parties first, then those who are only paid.
    function accounts() public view returns (address[] memory all) {
        all = new address[](7);
        for (uint256 i; i < 5; ++i) {
            all[i] = _accounts[i].addr;
        }
        (all[5], all[6]) = (government, subsidyPool);
    }

    /// @dev Of debtor and creditor under a purchase, and of a debtor under all.
    function owedUnder(bytes32 purchaseId, address debtor, address creditor) external view returns (uint256) {
        return _owed(purchaseId, debtor, creditor);
    }

    function debtsOf(address account) external view returns (uint256) {
        return _debtsOf(account);
    }

    /* INTERNAL */

    function _debtsOf(address account) private view returns (uint256 sum) {
        IEscrow.Debt[] memory debts = escrow.debtsOf(account);
        for (uint256 i; i < debts.length; ++i) {
            sum += debts[i].amount;
        }
    }

    function _opened(Supply memory s, uint40 start) private returns (Read memory) {
        _openPurchase(s, start);
        return s.last;
    }

    function _due(Deal storage deal) private view returns (bool due, uint256 period) {
        if (agreements.agreementOf(deal.plant.meterId) == 0) return (false, 0);
        PurchaseState memory state = purchases.stateOf(deal.purchaseId);
        if (deal.plant.last.time != state.settledUntil) return (false, 0);
        while (boundaries[period] != state.settledUntil) {
            ++period;
        }
        due = boundaries[period + 1] <= block.timestamp;
    }
}
