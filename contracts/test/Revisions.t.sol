// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {IRevisions} from "../src/interfaces/IRevisions.sol";
import {Terms} from "../src/types/Agreement.sol";
import {SettlementItem, TariffTable} from "../src/types/Billing.sol";
import {Read, ReadQuality, ReadWords} from "../src/types/Metering.sol";
import {NOT_ATTESTED, Offer, RuleBasis} from "../src/types/Offer.sol";
import {Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";
import {Words} from "./market/Words.sol";

/// @notice Two mills with the same use: one is billed on true reads, the other on estimates that are corrected later.
contract RevisionsTest is SupplyTest {
    uint256 private constant MONTHS = 5;
    uint128 private constant MONEY = 1_000_000_000_000;

    Offer private offer;
    Supply private mill;
    Supply private twin;
    Terms private millTerms;
    Terms private twinTerms;
    bytes32 private millAgreement;

    /// @dev By boundary: what the mill's meter really showed, and what was billed.
    Read[MONTHS + 1] private truth;
    Read[MONTHS + 1] private billed;
    bool[MONTHS + 1] private corrected;
    /// @dev By month: the reads that its bill rests on now.
    Read[MONTHS + 1] private openings;
    Read[MONTHS + 1] private closings;
    uint256 private settledMonths;

    function setUp() public override {
        super.setUp();
        offer = _timeOfUseOffer();
        offer.deviation.excessPayee = makeAddr("excess fund");
        _publish(offer);
        mill = _supply("mill", MONEY);
        twin = _supply("twin", MONEY);
        (millTerms, millAgreement) = _sign(mill, offer);
        (twinTerms, ) = _sign(twin, offer);
        Supply memory s = mill;
        _openSupply(s, boundaries[1]);
        mill = s;
        s = twin;
        _openSupply(s, boundaries[1]);
        twin = s;
        truth[0] = billed[0] = mill.last;
    }

    /* WHAT HAPPENS */

    /// @dev Month `m` of both: the mill on an estimate that is off by `off`, if there is one.
    function _settleMonth(uint256 m, uint64 used, int64 off) private {
        vm.warp(boundaries[m + 1] + 1 hours);
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
        Supply memory s = mill;
        (openings[m], closings[m]) = (s.last, shown);
        assertEq(settlement.settle(_tableOf(m), offer, _one(_itemOf(s, millTerms, shown))), 1);
        mill = s;
        s = twin;
        SettlementItem memory item = _item(s, twinTerms, boundaries[m + 1], used);
        assertEq(settlement.settle(_tableOf(m), offer, _one(item)), 1);
        twin = s;
    }

    function _correct(uint256 m) private {
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

    function _revisionOf(uint256 m) private view returns (IRevisions.RevisionItem memory item) {
        item.terms = Words.pack(millTerms);
        item.index = uint8(m - 1);
        item.facts = _factsOf(mill);
        item.last = Words.pack(mill.last);
        item.old = IRevisions.OpenBill(Words.pack(openings[m]), Words.pack(closings[m]), false, NOT_ATTESTED);
        item.opening = corrected[m - 1] ? Words.pack(truth[m - 1]) : item.old.opening;
        item.closing = corrected[m] ? Words.pack(truth[m]) : item.old.closing;
    }

    function _revise(uint256 m) private {
        revisions.revise(_tableOf(m), offer, _revisionOf(m));
        if (corrected[m - 1]) openings[m] = truth[m - 1];
        if (corrected[m]) closings[m] = truth[m];
    }

    /// @dev What an account has, less what it owes, and more what it is owed.
    function _worth(address account) private view returns (int256 worth) {
        worth = int256(uint256(_free(account)) + _locked(account));
        address[7] memory all = [
            mill.consumer.addr,
            twin.consumer.addr,
            grid,
            retailer,
            government,
            subsidyPool,
            offer.deviation.excessPayee
        ];
        for (uint256 i; i < all.length; ++i) {
            for (uint256 d; d < escrow.debtsOf(all[i]).length; ++d) {
                if (all[i] == account) worth -= int256(uint256(escrow.debtsOf(all[i])[d].amount));
                if (escrow.debtsOf(all[i])[d].creditor == account) {
                    worth += int256(uint256(escrow.debtsOf(all[i])[d].amount));
                }
            }
        }
    }

    function _changed(uint256 m) private view returns (bool) {
        bool opening = corrected[m - 1] && openings[m].quality != ReadQuality.Measured;
        return opening || (corrected[m] && closings[m].quality != ReadQuality.Measured);
    }

    /// @dev P3: whatever is estimated, and in whatever order the true reads and the revisions come, the sum of all runs is the bill
    /// that the true reads give.
    /// forge-config: default.fuzz.runs = 1000
    function testFuzz_P3_RunsAddUpToTheTrueBill(uint256 seed, uint256 errors, uint256 order) public {
        uint256 left = type(uint256).max;
        for (uint256 step; left != 0; ++step) {
            left = 0;
            uint256 draw = uint256(keccak256(abi.encode(order, step)));
            for (uint256 i; i < 2 * MONTHS; ++i) {
                uint256 m = 1 + ((draw + i) % MONTHS);
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
        for (uint256 m = 1; m <= MONTHS; ++m) {
            if (_changed(m)) _revise(m);
            assertEq(revisions.openBill(millAgreement, uint8(m - 1)), 0, "nothing is left open");
        }
        assertEq(_worth(mill.consumer.addr), _worth(twin.consumer.addr), "both paid the same");
        assertEq(escrow.TOKEN().balanceOf(address(escrow)), 2 * MONEY, "P1: and nothing else moved");
    }

    function _use(uint256 seed, uint256 m) private pure returns (uint64) {
        return 60_000_000 + uint64(uint256(keccak256(abi.encode(seed, m))) % 60_000_000);
    }

    /// @dev A third of the months are measured; the others are off by up to 30,000 kWh either way.
    function _errorOf(uint256 errors, uint256 m) private pure returns (int64) {
        uint256 draw = uint256(keccak256(abi.encode(errors, m)));
        if (draw % 3 == 0) return 0;
        int64 off = int64(uint64((draw >> 8) % 30_000_000)) + 1;
        return draw & 16 == 0 ? off : -off;
    }

    /* ONE BY ONE */

    function test_AnEstimateTooHighIsGivenBack() public {
        _settleMonth(1, 100_000_000, 4_000_000);
        uint128 before = _free(mill.consumer.addr);
        _correct(1);
        _revise(1);
        assertGt(_free(mill.consumer.addr), before);
        assertEq(_worth(mill.consumer.addr), _worth(twin.consumer.addr));
    }

    function test_PayeesWithoutMoneyOweWhatTheyGotTooMuch() public {
        _settleMonth(1, 100_000_000, 4_000_000);
        uint128 income = _free(retailer);
        vm.prank(retailer);
        escrow.withdraw(retailer, income);
        _correct(1);
        _revise(1);
        assertEq(escrow.debtsOf(retailer).length, 1);
        assertEq(escrow.debtsOf(retailer)[0].creditor, mill.consumer.addr);
        assertEq(_worth(mill.consumer.addr), _worth(twin.consumer.addr));
        // Its next income pays it.
        _settleMonth(2, 100_000_000, 0);
        assertEq(escrow.debtsOf(retailer).length, 0);
    }

    function test_AConsumerWithoutMoneyOwesWhatWasTooLittle() public {
        _settleMonth(1, 100_000_000, -30_000_000);
        uint128 free = _free(mill.consumer.addr);
        vm.prank(mill.consumer.addr);
        escrow.withdraw(mill.consumer.addr, free);
        _correct(1);
        _revise(1);
        assertGt(escrow.debtsOf(mill.consumer.addr).length, 0);
        assertEq(_worth(mill.consumer.addr) + int256(uint256(free)), _worth(twin.consumer.addr));
    }

    function test_TheReadThatTakesTheEstimatesPlaceIsTheOneTheNextReadBuildsOn() public {
        _settleMonth(1, 100_000_000, 5_000_000);
        _correct(1);
        assertEq(meters.stateOf(mill.meterId), _stateOf(mill));
        _settleMonth(2, 90_000_000, 0);
        _revise(1);
        assertEq(_worth(mill.consumer.addr), _worth(twin.consumer.addr));
    }

    function test_RevertGiven_MeasuredBillIsRevised() public {
        _settleMonth(1, 100_000_000, 0);
        IRevisions.RevisionItem memory item = _revisionOf(1);
        vm.expectRevert(abi.encodeWithSelector(IRevisions.BillNotOpen.selector, millAgreement, 0));
        revisions.revise(_tableOf(1), offer, item);
    }

    function test_RevertGiven_NothingChanged() public {
        _settleMonth(1, 100_000_000, 1);
        IRevisions.RevisionItem memory item = _revisionOf(1);
        vm.expectRevert(abi.encodeWithSelector(IRevisions.NothingToRevise.selector, millAgreement, 0));
        revisions.revise(_tableOf(1), offer, item);
    }

    function test_RevertGiven_AReadThatNobodyRecorded() public {
        _settleMonth(1, 100_000_000, 1);
        IRevisions.RevisionItem memory item = _revisionOf(1);
        item.closing = Words.pack(truth[1]);
        vm.expectRevert(abi.encodeWithSelector(IRevisions.ReadNotTrue.selector, mill.meterId, boundaries[2]));
        revisions.revise(_tableOf(1), offer, item);
    }

    function test_RevertGiven_RevisedTwice() public {
        _settleMonth(1, 100_000_000, 1);
        _correct(1);
        IRevisions.RevisionItem memory item = _revisionOf(1);
        _revise(1);
        vm.expectRevert(abi.encodeWithSelector(IRevisions.BillNotOpen.selector, millAgreement, 0));
        revisions.revise(_tableOf(1), offer, item);
    }

    function test_RevertGiven_AnotherTable() public {
        _settleMonth(1, 100_000_000, 1);
        _correct(1);
        IRevisions.RevisionItem memory item = _revisionOf(1);
        vm.expectRevert(abi.encodeWithSelector(IRevisions.BillNotOpen.selector, millAgreement, 0));
        revisions.revise(_tableOf(2), offer, item);
    }

    /// @dev Published for the same month, but for other customers: it would price the month anew.
    function test_RevertGiven_TheTableOfAnotherRegionOrVoltage() public {
        _settleMonth(1, 100_000_000, 1);
        _correct(1);
        IRevisions.RevisionItem memory item = _revisionOf(1);
        TariffTable memory region = _tableOf(1);
        ++region.region;
        TariffTable memory voltage = _tableOf(1);
        ++voltage.voltageClass;
        vm.startPrank(exchange);
        tariffs.publish(region);
        tariffs.publish(voltage);
        vm.stopPrank();
        bytes memory refusal = abi.encodeWithSelector(IRevisions.BillNotOpen.selector, millAgreement, 0);
        vm.expectRevert(refusal);
        revisions.revise(region, offer, item);
        vm.expectRevert(refusal);
        revisions.revise(voltage, offer, item);
        _revise(1);
    }

    function test_RevertGiven_CorrectedTwiceOrByAnotherKey() public {
        _settleMonth(1, 100_000_000, 1);
        Read memory real = truth[1];
        bytes memory forged = _signRead(twin, real);
        ReadWords memory last = Words.pack(mill.last);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.ReadSignatureInvalid.selector, mill.meterId));
        revisions.correct(
            mill.meterId,
            _factsOf(mill),
            last,
            Words.pack(billed[1]),
            Words.pack(real),
            real.intervalRoot,
            forged
        );
        _correct(1);
        vm.expectRevert(abi.encodeWithSelector(IRevisions.ReadAlreadyCorrected.selector, mill.meterId, boundaries[2]));
        revisions.correct(
            mill.meterId,
            _factsOf(mill),
            last,
            Words.pack(billed[1]),
            Words.pack(real),
            real.intervalRoot,
            forged
        );
    }

    function test_RevertGiven_AMeasuredReadIsCorrectedOrByAnEstimate() public {
        _settleMonth(1, 100_000_000, 0);
        Read memory real = truth[1];
        bytes memory signature = _signRead(mill, real);
        ReadWords memory words = Words.pack(real);
        vm.expectRevert(abi.encodeWithSelector(IRevisions.ReadNotEstimated.selector, mill.meterId, boundaries[2]));
        revisions.correct(mill.meterId, _factsOf(mill), words, words, words, real.intervalRoot, signature);
        real.quality = ReadQuality.Substituted;
        ReadWords memory guess = Words.pack(real);
        vm.expectRevert(abi.encodeWithSelector(IRevisions.ReadNotMeasured.selector, mill.meterId, boundaries[2]));
        revisions.correct(mill.meterId, _factsOf(mill), words, guess, guess, real.intervalRoot, signature);
    }

    function test_RevertGiven_AnnualBasis() public {
        offer.deviation.ruleBasis = RuleBasis.Annual;
        offer.validUntil += 1;
        _publish(offer);
        Supply memory s = _supply("foundry", MONEY);
        Terms memory terms = _terms(s, offer);
        terms.start = boundaries[2];
        bytes32 agreementId = agreements.sign(offer, terms, signatures.terms(s.consumer.key, terms));
        _openSupply(s, boundaries[2]);
        Read memory guess = _nextRead(s.last, boundaries[3], 5_000_000);
        guess.quality = ReadQuality.Estimated;
        vm.warp(boundaries[3]);
        IRevisions.RevisionItem memory item;
        item.old.opening = Words.pack(s.last);
        SettlementItem memory month = _itemOf(s, terms, guess);
        settlement.settle(_tableOf(2), offer, _one(month));
        item.terms = Words.pack(terms);
        item.old.closing = Words.pack(guess);
        item.old.indexCost = NOT_ATTESTED;
        vm.expectRevert(abi.encodeWithSelector(IRevisions.RevisionUnsupported.selector, agreementId));
        revisions.revise(_tableOf(2), offer, item);
    }

    function test_RevertGiven_NotAModule() public {
        vm.expectRevert(abi.encodeWithSelector(IModular.NotModule.selector, relayer));
        vm.prank(relayer);
        revisions.open(millAgreement, 0, bytes32(uint256(1)));
    }
}
