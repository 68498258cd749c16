// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {IPriceFormula} from "../src/interfaces/IPriceFormula.sol";
import {IRevisions} from "../src/interfaces/IRevisions.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {Terms} from "../src/types/Agreement.sol";
import {Attestation, SettlementItem, TariffTable} from "../src/types/Billing.sol";
import {Read, ReadQuality} from "../src/types/Metering.sol";
import {Determinants, Offer, NOT_ATTESTED, WorkedExample} from "../src/types/Offer.sol";
import {Micro, Nano, SignedNano} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @dev Energy at the interval index: exactly what was attested.
contract IndexFormula is IPriceFormula {
    function check(bytes calldata) external pure {}

    function cost(bytes calldata, Determinants calldata usage) external pure returns (Nano) {
        int256 nano = SignedNano.unwrap(usage.indexCost);
        if (nano == SignedNano.unwrap(NOT_ATTESTED)) revert IndexCostMissing();
        return Nano.wrap(uint256(nano));
    }
}

/// @notice What a period's energy costs at the published interval indexes, on the word of the meter's operator.
contract MeterRegistryAttestTest is SupplyTest {
    bytes32 private constant SERIES = "hourly prices of January";
    /// @dev 40,000.000000 for the month.
    int256 private constant COST = 40_000_000_000_000;

    uint256 private gridKey;
    Offer private offer;
    Supply private mill;
    Terms private terms;

    function setUp() public override {
        super.setUp();
        gridKey = makeAccount("grid").key;
        IndexFormula formula = new IndexFormula();
        vm.prank(exchange);
        offers.allowFormula(address(formula), true);
        offer = _flatOffer();
        (offer.formula, offer.region) = (address(formula), 11);
        _publishIndexOffer();
        mill = _supplyIn("mill", 100_000_000_000, 11);
        (terms, ) = _sign(mill, offer);
    }

    function _publishIndexOffer() private {
        WorkedExample[] memory examples = Figures.examplesAt(1_000);
        for (uint256 i; i < 3; ++i) {
            examples[i].usage.indexCost = SignedNano.wrap(int256(85_000_000_999 + 15_000_000_000 * i));
            examples[i].charge = Micro.wrap(uint128(85_000_000 + 15_000_000 * i));
        }
        vm.prank(retailer);
        offers.publish(offer, "Hourly", examples);
    }

    function _table() private returns (TariffTable memory table) {
        table = _tableOf(1);
        (table.region, table.indexSeries) = (11, SERIES);
        vm.prank(exchange);
        tariffs.publish(table);
    }

    function _january() private returns (SettlementItem memory item) {
        Supply memory s = mill;
        _openSupply(s, terms.start);
        vm.warp(boundaries[2]);
        return _item(s, terms, boundaries[2], 100_000_000);
    }

    function _attested(bytes32 series, int256 nano) private view returns (Attestation[] memory attestation) {
        attestation = new Attestation[](1);
        attestation[0].indexCost = SignedNano.wrap(nano);
        attestation[0].signature = signatures.indexCost(
            gridKey,
            mill.meterId,
            [boundaries[1], boundaries[2]],
            series,
            nano
        );
    }

    function test_BillsWhatTheOperatorAttested() public {
        TariffTable memory table = _table();
        SettlementItem memory item = _january();
        item.attestation = _attested(SERIES, COST);
        vm.expectEmit(address(settlement));
        emit ISettlement.IndexCostAttested(signatures.termsHash(terms), SignedNano.wrap(COST));
        assertEq(settlement.settle(table, offer, _one(item)), 1);
        assertEq(_free(retailer), 40_000_000_000);
    }

    /// @dev A bill made from an estimate keeps what was attested for it, for the time when it is made again.
    function test_AnOpenBillKeepsWhatWasAttested() public {
        TariffTable memory table = _table();
        Supply memory s = mill;
        _openSupply(s, terms.start);
        vm.warp(boundaries[2]);
        Read memory estimated = _nextRead(s.last, boundaries[2], 100_000_000);
        estimated.quality = ReadQuality.Estimated;
        SettlementItem memory item = _itemOf(s, terms, estimated);
        item.attestation = _attested(SERIES, COST);
        assertEq(settlement.settle(table, offer, _one(item)), 1);
        IRevisions.OpenBill memory open = IRevisions.OpenBill(item.opening, item.closing, false, SignedNano.wrap(COST));
        assertEq(revisions.openBill(signatures.termsHash(terms), 0), keccak256(abi.encode(open)));
    }

    function _skips(SettlementItem memory item, TariffTable memory table, bytes memory refusal) private {
        bytes32 agreementId = signatures.termsHash(terms);
        vm.expectEmit(address(settlement));
        emit ISettlement.SettlementSkipped(agreementId, refusal);
        assertEq(settlement.settle(table, offer, _one(item)), 0);
    }

    function test_SkipsGiven_NothingIsAttested() public {
        TariffTable memory table = _table();
        _skips(_january(), table, abi.encodeWithSelector(IPriceFormula.IndexCostMissing.selector));
    }

    function test_SkipsGiven_AnotherSeriesIsAttested() public {
        TariffTable memory table = _table();
        SettlementItem memory item = _january();
        item.attestation = _attested("hourly prices of another zone", COST);
        _skips(item, table, _invalid());
    }

    function test_SkipsGiven_AnotherCostThanAttested() public {
        TariffTable memory table = _table();
        SettlementItem memory item = _january();
        item.attestation = _attested(SERIES, COST);
        item.attestation[0].indexCost = SignedNano.wrap(COST - 1);
        _skips(item, table, _invalid());
    }

    function test_SkipsGiven_TheRetailerAttests() public {
        TariffTable memory table = _table();
        SettlementItem memory item = _january();
        gridKey = makeAccount("retailer").key;
        item.attestation = _attested(SERIES, COST);
        _skips(item, table, _invalid());
    }

    function test_SkipsGiven_TheOperatorIsSuspended() public {
        TariffTable memory table = _table();
        SettlementItem memory item = _january();
        item.attestation = _attested(SERIES, COST);
        vm.prank(exchange);
        members.suspend(grid);
        _skips(item, table, abi.encodeWithSelector(IMemberRegistry.NotMember.selector, grid, Role.Grid));
    }

    function _invalid() private view returns (bytes memory) {
        return abi.encodeWithSelector(IMeterRegistry.AttestationInvalid.selector, mill.meterId, grid);
    }

    function _requires(bytes32 meterId, uint40 from, uint40 to, int256 nano, bytes memory signature) private view {
        meters.requireAttested(meterId, from, to, SERIES, SignedNano.wrap(nano), signature);
    }

    /// @dev A cost may be below zero: there are hours with negative prices.
    function testFuzz_TakesAnyCostOfItsOwnPeriodOnly(int256 nano, uint40 from, uint40 to) public {
        bytes memory signature = signatures.indexCost(gridKey, mill.meterId, [from, to], SERIES, nano);
        _requires(mill.meterId, from, to, nano, signature);
        bytes memory refusal = _invalid();
        unchecked {
            vm.expectRevert(refusal);
            _requires(mill.meterId, from + 1, to, nano, signature);
            vm.expectRevert(refusal);
            _requires(mill.meterId, from, to + 1, nano, signature);
            vm.expectRevert(refusal);
            _requires(mill.meterId, from, to, nano + 1, signature);
        }
    }

    function test_RevertGiven_AnotherMeter() public {
        bytes32 neighbour = _supply("neighbour", 0).meterId;
        uint40[2] memory january = [boundaries[1], boundaries[2]];
        bytes memory signature = signatures.indexCost(gridKey, mill.meterId, january, SERIES, COST);
        vm.expectRevert(abi.encodeWithSelector(IMeterRegistry.AttestationInvalid.selector, neighbour, grid));
        _requires(neighbour, january[0], january[1], COST, signature);
    }

    /// @dev Nobody operates a meter that is not there: no signature is its operator's.
    function test_RevertGiven_MeterUnknown() public {
        bytes memory refusal = abi.encodeWithSelector(
            IMeterRegistry.AttestationInvalid.selector,
            bytes32("none"),
            address(0)
        );
        bytes[3] memory wrong = [bytes(""), new bytes(65), bytes.concat(new bytes(64), hex"1b")];
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(refusal);
            _requires("none", 1, 2, COST, wrong[i]);
        }
    }
}
