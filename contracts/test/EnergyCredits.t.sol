// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {IEnergyCredits} from "../src/interfaces/IEnergyCredits.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {CreditId, FeedIn, Order, Returning, StorageTerms, Storing, Voucher} from "../src/types/Surplus.sol";
import {Bps, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SurplusTest} from "./market/SurplusTest.sol";

/// @notice What becomes of an exported Wh.
contract EnergyCreditsTest is SurplusTest {
    Account private roof;
    uint32 private storageId;
    address[] private holders;

    function setUp() public override {
        super.setUp();
        roof = _seller("roof", 10_000);
        vm.prank(battery);
        storageId = credits.offerStorage(StorageTerms(Bps.wrap(8_500), 30 days, Wh.wrap(5_000)));
        holders.push(roof.addr);
        holders.push(station);
    }

    function _storing(uint64 energy) private view returns (Storing memory) {
        return
            Storing(
                roof.addr,
                _exported(),
                storageId,
                Wh.wrap(energy),
                credits.nonces(roof.addr, 0),
                uint40(block.timestamp)
            );
    }

    function _returning(uint64 energy) private view returns (Returning memory) {
        uint256 nonce = credits.nonces(roof.addr, 0);
        return Returning(roof.addr, _exported(), Wh.wrap(energy), nonce, uint40(block.timestamp));
    }

    function _voucher(uint64 most) private view returns (Voucher memory) {
        uint256 nonce = uint256(77) << 64;
        return Voucher(roof.addr, _exported(), Wh.wrap(most), address(0), nonce, uint40(block.timestamp + 5 days));
    }

    function _store(uint64 energy) private returns (CreditId, Wh) {
        Storing memory s = _storing(energy);
        bytes memory signature = surplusSignatures.storing(roof.key, s);
        vm.prank(relayer);
        return credits.store(s, signature);
    }

    function _return(uint64 energy) private {
        Returning memory r = _returning(energy);
        bytes memory signature = surplusSignatures.returning(roof.key, r);
        vm.prank(relayer);
        credits.returnToGrid(r, signature);
    }

    function _redeem(Voucher memory v, uint64 energy) private {
        bytes memory signature = surplusSignatures.voucher(roof.key, v);
        vm.prank(station);
        credits.redeem(v, Wh.wrap(energy), signature);
    }

    function _publishFeedIn() private {
        vm.prank(exchange);
        // 0.4153 per kWh.
        credits.publishFeedIn(Figures.REGION, boundaries[0], FeedIn(grid, MicroPerKwh.wrap(415_300)));
    }

    /* THE FOUR FATES */

    function test_SettlementMintsWhatWasExported() public {
        assertEq(_credit(roof.addr, _exported()), 10_000);
        assertEq(Wh.unwrap(credits.fatesOf(_exported()).minted), 10_000);
        vm.prank(meterReader);
        credits.mint(roof.addr, Figures.REGION, boundaries[0], Wh.wrap(0));
        assertEq(_credit(roof.addr, _exported()), 10_000);
    }

    /// @dev 1,001 Wh at 85 % are 850.85: the operator keeps the dust.
    function test_StoresAtTheRoundTripEfficiency() public {
        (CreditId storedId, Wh stored) = _store(1_001);
        assertEq(Wh.unwrap(stored), 850);
        assertEq(_credit(roof.addr, storedId), 850);
        assertEq(_credit(roof.addr, _exported()), 8_999);
        uint256 expiry = uint40(CreditId.unwrap(storedId) >> 80);
        assertGe(expiry, block.timestamp + 30 days);
        assertLt(expiry, block.timestamp + 30 days + 1 hours);
        assertEq(expiry % 1 hours, 0);
        assertEq(uint32(CreditId.unwrap(storedId) >> 120), storageId);
        (, , Wh left) = credits.storageOf(storageId);
        assertEq(Wh.unwrap(left), 3_999);
        _assertFates(_exported(), holders);
        _assertFates(storedId, holders);
    }

    /// @dev 1,001 Wh at 0.4153 per kWh are 0.4157153: rounded down.
    function test_ReturnsAtTheFeedInPrice() public {
        _publishFeedIn();
        _fund(makeAccount("grid"), 1_000_000);
        _return(1_001);
        assertEq(_free(roof.addr), 415_715);
        assertEq(_free(grid), 1_000_000 - 415_715);
        assertEq(Wh.unwrap(credits.fatesOf(_exported()).returned), 1_001);
        _assertFates(_exported(), holders);
    }

    function test_WhatTheGridCannotPayItOwes() public {
        _publishFeedIn();
        _fund(makeAccount("grid"), 15_715);
        _return(1_001);
        assertEq(_free(roof.addr), 15_715);
        assertEq(escrow.debtsOf(grid)[0].amount, 400_000);
        assertEq(escrow.debtsOf(grid)[0].creditor, roof.addr);
        assertEq(escrow.debtsOf(grid)[0].cause, bytes32(CreditId.unwrap(_exported())));
    }

    function test_RedeemsAtAChargingPoint() public {
        Voucher memory v = _voucher(2_000);
        // Offline for days.
        vm.warp(block.timestamp + 5 days);
        _redeem(v, 1_500);
        assertEq(_credit(roof.addr, _exported()), 8_500);
        assertEq(_credit(station, _usable()), 1_500);
        assertEq(Wh.unwrap(credits.fatesOf(_exported()).redeemed), 1_500);
        _assertFates(_exported(), holders);
        _assertFates(_usable(), holders);
    }

    function test_VouchersArePresentedInAnyOrder() public {
        Voucher memory first = _voucher(10);
        Voucher memory second = _voucher(20);
        second.nonce = uint256(78) << 64;
        _redeem(second, 20);
        _redeem(first, 10);
        assertEq(_credit(station, _usable()), 30);
    }

    function test_StoredEnergyIsRedeemedUntilItExpires() public {
        (CreditId storedId, ) = _store(1_000);
        Voucher memory v = _voucher(850);
        v.creditId = storedId;
        uint40 expiry = uint40(CreditId.unwrap(storedId) >> 80);
        v.expiry = expiry + 1;
        vm.warp(expiry - 1);
        _redeem(v, 849);
        assertEq(_credit(station, _usable()), 849);
        _assertFates(storedId, holders);
        v.nonce += 1;
        vm.warp(expiry);
        bytes memory signature = surplusSignatures.voucher(roof.key, v);
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.StoredExpired.selector, storedId, expiry));
        vm.prank(station);
        credits.redeem(v, Wh.wrap(1), signature);
    }

    function test_StoredEnergyIsSold() public {
        (CreditId storedId, ) = _store(1_000);
        Account memory mill = _buyer("mill");
        uint256 session = _open();
        Order memory lot = _order(session, roof.addr, 850, 200);
        lot.subject = bytes32(CreditId.unwrap(storedId));
        _listOrder(lot, noProof, roof.key);
        _bid(session, mill, 500, 300);
        _close(session);
        _clear(session, _lotsShare(200, 850, 500));
        _claimAll(session);
        assertEq(_credit(mill.addr, _usable()), 500);
        assertEq(_credit(roof.addr, storedId), 350);
        assertEq(_free(roof.addr), 100_000);
        _assertFates(storedId, holders);
    }

    function test_UsableCreditsLowerABill() public {
        vm.prank(meterReader);
        credits.grant(roof.addr, Figures.REGION, boundaries[0], Wh.wrap(300));
        vm.startPrank(meterReader);
        assertEq(Wh.unwrap(credits.use(roof.addr, _usable(), Wh.wrap(200))), 200);
        assertEq(Wh.unwrap(credits.use(roof.addr, _usable(), Wh.wrap(200))), 100);
        assertEq(Wh.unwrap(credits.use(roof.addr, _usable(), Wh.wrap(200))), 0);
        vm.stopPrank();
        assertEq(Wh.unwrap(credits.fatesOf(_usable()).used), 300);
        _assertFates(_usable(), holders);
    }

    function test_CreditsAreGivenAway() public {
        vm.prank(roof.addr);
        assertTrue(credits.transfer(station, CreditId.unwrap(_exported()), 5));
        assertEq(_credit(station, _exported()), 5);
        _assertFates(_exported(), holders);
    }

    /* REFUSED */

    function test_RevertGiven_SentToTheMarket() public {
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.CreditTargetInvalid.selector, address(surplus)));
        vm.prank(roof.addr);
        credits.transfer(address(surplus), CreditId.unwrap(_exported()), 5);
    }

    function test_P7_RevertGiven_NotAModule() public {
        bytes memory refusal = abi.encodeWithSelector(IModular.NotModule.selector, relayer);
        vm.startPrank(relayer);
        vm.expectRevert(refusal);
        credits.mint(relayer, 1, 1, Wh.wrap(1));
        vm.expectRevert(refusal);
        credits.grant(relayer, 1, 1, Wh.wrap(1));
        vm.expectRevert(refusal);
        credits.use(roof.addr, _usable(), Wh.wrap(1));
        vm.expectRevert(refusal);
        credits.take(roof.addr, _exported(), Wh.wrap(1));
        vm.expectRevert(refusal);
        credits.sell(roof.addr, _exported(), Wh.wrap(1), Wh.wrap(1));
    }

    function test_RevertGiven_ExportedEnergyUsedOnABill() public {
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.CreditKindWrong.selector, _exported()));
        vm.prank(meterReader);
        credits.use(roof.addr, _exported(), Wh.wrap(1));
    }

    function _refusedStoring(Storing memory s, bytes memory refusal) private {
        bytes memory signature = surplusSignatures.storing(roof.key, s);
        vm.expectRevert(refusal);
        credits.store(s, signature);
    }

    function test_RevertGiven_StoringWhatCannotBe() public {
        Storing memory s = _storing(1);
        // 0.85 of a Wh.
        _refusedStoring(s, abi.encodeWithSelector(IEnergyCredits.EnergyZero.selector));
        s.energy = Wh.wrap(5_001);
        bytes memory full = abi.encodeWithSelector(IEnergyCredits.StorageFull.selector, storageId, Wh.wrap(5_000));
        _refusedStoring(s, full);
        s.storageId = 9;
        _refusedStoring(s, abi.encodeWithSelector(IEnergyCredits.StorageUnknown.selector, 9));
        s.creditId = _usable();
        _refusedStoring(s, abi.encodeWithSelector(IEnergyCredits.CreditKindWrong.selector, _usable()));
        s.expiry = uint40(block.timestamp - 1);
        _refusedStoring(s, abi.encodeWithSelector(IEnergyCredits.IntentExpired.selector, s.expiry));
    }

    function test_RevertGiven_StoringMoreThanOneHas() public {
        vm.prank(battery);
        storageId = credits.offerStorage(StorageTerms(Bps.wrap(10_000), 1, Wh.wrap(50_000)));
        bytes memory refusal = abi.encodeWithSelector(
            IEnergyCredits.CreditsShort.selector,
            roof.addr,
            _exported(),
            Wh.wrap(10_001),
            Wh.wrap(10_000)
        );
        _refusedStoring(_storing(10_001), refusal);
    }

    function test_RevertGiven_StorageClosedOrSuspended() public {
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.NotStorageOperator.selector, relayer, battery));
        vm.prank(relayer);
        credits.closeStorage(storageId);
        vm.prank(exchange);
        members.suspend(battery);
        bytes memory refusal = abi.encodeWithSelector(IMemberRegistry.NotMember.selector, battery, Role.Storage);
        _refusedStoring(_storing(100), refusal);
        vm.prank(battery);
        credits.closeStorage(storageId);
        vm.prank(exchange);
        members.reinstate(battery);
        refusal = abi.encodeWithSelector(IEnergyCredits.StorageFull.selector, storageId, Wh.wrap(0));
        _refusedStoring(_storing(100), refusal);
    }

    function test_RevertGiven_StorageTermsInvalid() public {
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, relayer, Role.Storage));
        vm.prank(relayer);
        credits.offerStorage(StorageTerms(Bps.wrap(1), 1, Wh.wrap(1)));
        vm.startPrank(battery);
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.EfficiencyInvalid.selector, 0));
        credits.offerStorage(StorageTerms(Bps.wrap(0), 1, Wh.wrap(1)));
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.EfficiencyInvalid.selector, 10_001));
        credits.offerStorage(StorageTerms(Bps.wrap(10_001), 1, Wh.wrap(1)));
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.EnergyZero.selector));
        credits.offerStorage(StorageTerms(Bps.wrap(1), 0, Wh.wrap(1)));
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.EnergyZero.selector));
        credits.offerStorage(StorageTerms(Bps.wrap(1), 1, Wh.wrap(0)));
    }

    function _refusedReturning(Returning memory r, bytes memory refusal) private {
        bytes memory signature = surplusSignatures.returning(roof.key, r);
        vm.expectRevert(refusal);
        credits.returnToGrid(r, signature);
    }

    function test_RevertGiven_ReturningWhatCannotBe() public {
        Returning memory r = _returning(1);
        bytes memory unknown = abi.encodeWithSelector(
            IEnergyCredits.FeedInUnknown.selector,
            Figures.REGION,
            boundaries[0]
        );
        _refusedReturning(r, unknown);
        _publishFeedIn();
        r.energy = Wh.wrap(0);
        _refusedReturning(r, abi.encodeWithSelector(IEnergyCredits.EnergyZero.selector));
        r.creditId = _usable();
        _refusedReturning(r, abi.encodeWithSelector(IEnergyCredits.CreditKindWrong.selector, _usable()));
    }

    function test_RevertGiven_FeedInInvalid() public {
        _publishFeedIn();
        FeedIn memory f = FeedIn(grid, MicroPerKwh.wrap(1));
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, grid, Role.Exchange));
        vm.prank(grid);
        credits.publishFeedIn(Figures.REGION, boundaries[0], f);
        vm.startPrank(exchange);
        vm.expectRevert(
            abi.encodeWithSelector(IEnergyCredits.FeedInAlreadyPublished.selector, Figures.REGION, boundaries[0])
        );
        credits.publishFeedIn(Figures.REGION, boundaries[0], f);
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.PeriodUnknown.selector, boundaries[0] + 1));
        credits.publishFeedIn(Figures.REGION, boundaries[0] + 1, f);
        f.payer = retailer;
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, retailer, Role.Grid));
        credits.publishFeedIn(Figures.REGION, boundaries[1], f);
    }

    function _refusedVoucher(Voucher memory v, uint64 energy, bytes memory refusal) private {
        bytes memory signature = surplusSignatures.voucher(roof.key, v);
        vm.expectRevert(refusal);
        vm.prank(station);
        credits.redeem(v, Wh.wrap(energy), signature);
    }

    function test_RevertGiven_VoucherThatDoesNotCount() public {
        Voucher memory v = _voucher(100);
        bytes memory above = abi.encodeWithSelector(
            IEnergyCredits.VoucherAboveMost.selector,
            Wh.wrap(100),
            Wh.wrap(101)
        );
        _refusedVoucher(v, 101, above);
        _refusedVoucher(v, 0, abi.encodeWithSelector(IEnergyCredits.EnergyZero.selector));
        v.station = battery;
        bytes memory another = abi.encodeWithSelector(IEnergyCredits.VoucherForAnother.selector, battery, station);
        _refusedVoucher(v, 1, another);
        v.station = station;
        v.creditId = _usable();
        _refusedVoucher(v, 1, abi.encodeWithSelector(IEnergyCredits.CreditKindWrong.selector, _usable()));
        v.creditId = CreditId.wrap(type(uint256).max);
        _refusedVoucher(v, 1, abi.encodeWithSelector(IEnergyCredits.CreditKindWrong.selector, v.creditId));
        v.expiry = uint40(block.timestamp - 1);
        _refusedVoucher(v, 1, abi.encodeWithSelector(IEnergyCredits.IntentExpired.selector, v.expiry));
    }

    function test_P6_RevertGiven_VoucherPresentedTwice() public {
        Voucher memory v = _voucher(100);
        _redeem(v, 1);
        bytes memory signature = surplusSignatures.voucher(roof.key, v);
        vm.expectPartialRevert(bytes4(keccak256("InvalidAccountNonce(address,uint256)")));
        vm.prank(station);
        credits.redeem(v, Wh.wrap(1), signature);
    }

    function test_P7_RevertGiven_VoucherNotSignedByItsOwner() public {
        Voucher memory v = _voucher(100);
        bytes memory signature = surplusSignatures.voucher(makeAccount("thief").key, v);
        vm.expectRevert(abi.encodeWithSelector(IEnergyCredits.SignatureInvalid.selector, roof.addr));
        vm.prank(station);
        credits.redeem(v, Wh.wrap(1), signature);
    }

    function test_RevertGiven_NotAChargingPoint() public {
        Voucher memory v = _voucher(100);
        bytes memory signature = surplusSignatures.voucher(roof.key, v);
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, relayer, Role.ChargingPoint));
        vm.prank(relayer);
        credits.redeem(v, Wh.wrap(1), signature);
    }
}
