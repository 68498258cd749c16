// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {IRevisions} from "../src/interfaces/IRevisions.sol";
import {TariffTable} from "../src/types/Billing.sol";
import {Read, ReadQuality, ReadWords} from "../src/types/Metering.sol";
import {TwinTest} from "./market/TwinTest.sol";
import {Words} from "./market/Words.sol";

/// @notice Bills on monthly basis: a month is made again by itself.
contract RevisionsTest is TwinTest {
    function setUp() public override {
        super.setUp();
        offer = _timeOfUseOffer();
        offer.deviation.excessPayee = makeAddr("excess fund");
        _publish(offer);
        payees = [grid, retailer, government, offer.deviation.excessPayee];
        _supplyTwins(5);
    }

    /// @dev P3: whatever is estimated, and in whatever order the true reads and the revisions come, the sum of all runs is the bill
    /// that the true reads give.
    /// forge-config: default.fuzz.runs = 1000
    function testFuzz_P3_RunsAddUpToTheTrueBill(uint256 seed, uint256 errors, uint256 order) public {
        _settleInAnyOrder(seed, errors, order);
        _assertTrue();
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

    function test_RevertGiven_NotAModule() public {
        vm.expectRevert(abi.encodeWithSelector(IModular.NotModule.selector, relayer));
        vm.prank(relayer);
        revisions.open(millAgreement, 0, bytes32(uint256(1)));
    }
}
