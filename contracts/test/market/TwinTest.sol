// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {IRevisions} from "../../src/interfaces/IRevisions.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {Terms} from "../../src/types/Agreement.sol";
import {BillLine, SettlementItem, TariffTable, UsedRest, PAYEES} from "../../src/types/Billing.sol";
import {Read, ReadQuality, ReadWords, UsedFour} from "../../src/types/Metering.sol";
import {NOT_ATTESTED, Offer} from "../../src/types/Offer.sol";
import {Micro} from "../../src/types/Units.sol";
import {SupplyTest} from "./SupplyTest.sol";
import {Words} from "./Words.sol";

/// @notice Two mills with the same use: one is billed on true reads, the other on estimates that are corrected later.
abstract contract TwinTest is SupplyTest {
    using LineLib for BillLine;

    uint128 internal constant MONEY = 2_000_000_000_000;

    Offer internal offer;
    Supply internal mill;
    Supply internal twin;
    Terms internal millTerms;
    Terms internal twinTerms;
    bytes32 internal millAgreement;
    bytes32 internal twinAgreement;

    /// @dev How many months are settled, and whether the last of them has the exit fee.
    uint256 internal months;
    bool internal exits;
    /// @dev By boundary: what the mill's meter really showed, and what was billed.
    mapping(uint256 boundary => Read) internal truth;
    mapping(uint256 boundary => Read) internal billed;
    mapping(uint256 boundary => bool) internal corrected;
    /// @dev By month: the reads that its bill rests on now.
    mapping(uint256 month => Read) internal openings;
    mapping(uint256 month => Read) internal closings;
    uint256 internal settledMonths;
    /// @dev Everybody who is paid, and what the twin's bills say they get.
    address[] internal payees;
    mapping(address payee => uint256) internal due;

    /// @dev Both sign the offer and are supplied from January on.
    function _supplyTwins(uint256 toSettle) internal {
        months = toSettle;
        mill = _supplyIn("mill", MONEY, offer.region);
        twin = _supplyIn("twin", MONEY, offer.region);
        (millTerms, millAgreement) = _sign(mill, offer);
        (twinTerms, twinAgreement) = _sign(twin, offer);
        Supply memory s = mill;
        _openSupply(s, boundaries[1]);
        mill = s;
        s = twin;
        _openSupply(s, boundaries[1]);
        twin = s;
        truth[0] = billed[0] = mill.last;
    }

    /* WHAT IS OTHERWISE ON ANNUAL BASIS */

    function _tariffOf(uint256 m) internal view virtual returns (TariffTable memory) {
        return _tableOf(m);
    }

    function _yearTableOf(uint256) internal view virtual returns (TariffTable[] memory none) {}

    /* WHAT HAPPENS */

    /// @dev Month `m` of both: the mill on an estimate that is off by `off`, if there is one.
    function _settleMonth(uint256 m, uint64 used, int64 off) internal {
        if (block.timestamp < boundaries[m + 1] + 1 hours) vm.warp(boundaries[m + 1] + 1 hours);
        Read memory real = _nextRead(truth[m - 1], boundaries[m + 1], used);
        real.sequence = uint32(100 * m);
        truth[m] = real;
        Read memory shown = real;
        if (off != 0) {
            shown = _nextRead(truth[m - 1], boundaries[m + 1], uint64(int64(used) + off));
            shown.sequence = uint32(100 * m - 50);
            shown.quality = ReadQuality.Estimated;
        }
        billed[m] = shown;
        _settleBoth(m, shown, used);
        settledMonths = m;
    }

    function _settleBoth(uint256 m, Read memory shown, uint64 used) private {
        TariffTable memory table = _tariffOf(m);
        Supply memory s = mill;
        (openings[m], closings[m]) = (s.last, shown);
        SettlementItem memory item = _itemOf(s, millTerms, shown);
        item.exit = exits && m == months;
        assertEq(settlement.settle(table, offer, _one(item)), 1);
        mill = s;
        s = twin;
        item = _item(s, twinTerms, boundaries[m + 1], used);
        item.exit = exits && m == months;
        vm.recordLogs();
        assertEq(settlement.settle(table, offer, _one(item)), 1);
        twin = s;
        _countDue(table, vm.getRecordedLogs());
    }

    function _countDue(TariffTable memory table, VmSafe.Log[] memory logs) private {
        address[PAYEES] memory accounts = [
            table.grid,
            offer.retailer,
            table.government,
            table.subsidyPool,
            offer.deviation.excessPayee,
            offer.deviation.shortfallPayee
        ];
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != ISettlement.BillSettled.selector) continue;
            (, , BillLine[] memory lines) = abi.decode(logs[i].data, (UsedFour, UsedRest, BillLine[]));
            for (uint256 l; l < lines.length; ++l) {
                due[accounts[uint256(lines[l].payeeOf())]] += Micro.unwrap(lines[l].amountOf());
            }
        }
    }

    function _correct(uint256 m) internal {
        ReadWords memory last = Words.pack(mill.last);
        Read memory real = truth[m];
        if (mill.last.time == real.time) mill.last = real;
        revisions.correct(
            mill.meterId,
            _factsOf(mill),
            last,
            Words.pack(billed[m]),
            Words.pack(real),
            real.intervalRoot,
            _signRead(mill, real)
        );
        corrected[m] = true;
    }

    function _revisionOf(uint256 m) internal view returns (IRevisions.RevisionItem memory item) {
        item.terms = Words.pack(millTerms);
        item.index = uint8(m - 1);
        item.facts = _factsOf(mill);
        item.last = Words.pack(mill.last);
        bool exit = exits && m == months;
        item.old = IRevisions.OpenBill(Words.pack(openings[m]), Words.pack(closings[m]), exit, NOT_ATTESTED);
        item.opening = corrected[m - 1] ? Words.pack(truth[m - 1]) : item.old.opening;
        item.closing = corrected[m] ? Words.pack(truth[m]) : item.old.closing;
        item.yearTable = _yearTableOf(m);
    }

    function _revise(uint256 m) internal {
        revisions.revise(_tariffOf(m), offer, _revisionOf(m));
        if (corrected[m - 1]) openings[m] = truth[m - 1];
        if (corrected[m]) closings[m] = truth[m];
    }

    function _changed(uint256 m) internal view returns (bool) {
        bool opening = corrected[m - 1] && openings[m].quality != ReadQuality.Measured;
        return opening || (corrected[m] && closings[m].quality != ReadQuality.Measured);
    }

    /// @dev Settles all months; true reads and revisions come in an order that `order` draws. In the end nothing is estimated.
    function _settleInAnyOrder(uint256 seed, uint256 errors, uint256 order) internal {
        uint256 left = type(uint256).max;
        for (uint256 step; left != 0; ++step) {
            left = 0;
            uint256 draw = uint256(keccak256(abi.encode(order, step)));
            for (uint256 i; i < 2 * months; ++i) {
                uint256 m = 1 + ((draw + i) % months);
                bool second = (draw >> 128) % 2 == 0;
                bool correctable = m <= settledMonths && !corrected[m] && billed[m].quality != ReadQuality.Measured;
                if (m <= settledMonths && second && _changed(m)) {
                    _revise(m);
                } else if (correctable) {
                    _correct(m);
                } else if (m == settledMonths + 1) {
                    _settleMonth(m, _use(seed, m), _errorOf(errors, m));
                } else {
                    continue;
                }
                left = 1;
                break;
            }
        }
        for (uint256 m = 1; m <= months; ++m) {
            if (_changed(m)) _revise(m);
            assertEq(revisions.openBill(millAgreement, uint8(m - 1)), 0, "nothing is left open");
        }
    }

    /// @dev On average between 80,000 and 120,000 kWh, each month 20,000 kWh more or less.
    function _use(uint256 seed, uint256 m) internal pure returns (uint64) {
        return 60_000_000 + uint64((seed % 40_000_000) + (uint256(keccak256(abi.encode(seed, m))) % 40_000_000));
    }

    /// @dev A third of the months are measured; the others are off by up to 30,000 kWh either way.
    function _errorOf(uint256 errors, uint256 m) internal pure returns (int64) {
        uint256 draw = uint256(keccak256(abi.encode(errors, m)));
        if (draw % 3 == 0) return 0;
        int64 off = int64(uint64((draw >> 8) % 30_000_000)) + 1;
        return draw & 16 == 0 ? off : -off;
    }

    /* WHAT MUST COME OUT */

    /// @dev P3: the sum of all runs is the bill that the true reads give: both paid the same, and each payee got that twice.
    function _assertTrue() internal view {
        assertEq(_worth(mill.consumer.addr), _worth(twin.consumer.addr), "P3: both paid the same");
        for (uint256 i; i < payees.length; ++i) {
            assertEq(_worth(payees[i]), int256(2 * due[payees[i]]), "P3: to the same payees");
        }
        assertEq(escrow.TOKEN().balanceOf(address(escrow)), 2 * MONEY, "P1: and nothing else moved");
    }

    /// @dev What an account has, less what it owes, and more what it is owed.
    function _worth(address account) internal view returns (int256 worth) {
        worth = int256(uint256(_free(account)) + _locked(account));
        worth -= _owes(mill.consumer.addr, account) + _owes(twin.consumer.addr, account);
        for (uint256 i; i < payees.length; ++i) {
            worth -= _owes(payees[i], account);
        }
    }

    /// @dev What `debtor` owes, if it is the account, less what it owes to the account.
    function _owes(address debtor, address account) private view returns (int256 owes) {
        for (uint256 d; d < escrow.debtsOf(debtor).length; ++d) {
            int256 amount = int256(uint256(escrow.debtsOf(debtor)[d].amount));
            if (debtor == account) owes += amount;
            if (escrow.debtsOf(debtor)[d].creditor == account) owes -= amount;
        }
    }
}
