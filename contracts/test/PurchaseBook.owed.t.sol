// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IPurchaseBook} from "../src/interfaces/IPurchaseBook.sol";
import {SettlementModel} from "../src/types/Offer.sol";
import {Delivery, MeterAdvance, PurchaseTerms} from "../src/types/Purchase.sol";
import {Micro} from "../src/types/Units.sol";
import {PurchaseTest} from "./market/PurchaseTest.sol";

/// @notice When money is short nothing is blocked: what is there is paid, the rest is a debt in the escrow.
contract PurchaseBookOwedTest is PurchaseTest {
    /// @dev 95,000 kWh at 0.651886 − 0.602 for a month without any delivery.
    uint128 private constant OUTAGE = 4_739_170_000;
    uint128 private constant FULL = 60_200_000_000;

    PurchaseTerms private terms;
    bytes32 private purchaseId;

    function _open(SettlementModel model, uint128 deposit) private {
        terms = _purchase();
        (terms.model, terms.deposit) = (model, Micro.wrap(deposit));
        purchaseId = _signPurchase(terms, retailerAccount);
        _openPlant(boundaries[1]);
    }

    function _january(uint64 delivered) private returns (Delivery memory) {
        MeterAdvance[] memory advances = _advances(_delivered(boundaries[2], delivered));
        return _settled(_tableOf(1), terms, advances);
    }

    /* THE PAYER IS SHORT */

    function test_WhatThePayerLacksIsOwedAndPaidByMoneyThatComes() public {
        _open(SettlementModel.RetailerLed, DEPOSIT);
        _drain(retailer, FULL - 1_000);
        vm.expectEmit(address(escrow));
        emit IEscrow.Owed(retailer, generator, purchaseId, _micro(1_000));
        Delivery memory d = _january(100_000_000);
        assertEq(_number(d.received), FULL - 1_000);
        assertEq(_number(d.paymentOwed), 1_000);
        assertEq(_owed(purchaseId, retailer, generator), 1_000);
        assertEq(_free(retailer), 0);

        _fund(retailerAccount, 400);
        assertEq(_owed(purchaseId, retailer, generator), 600);
        _fund(retailerAccount, 601);
        assertEq(_owed(purchaseId, retailer, generator), 0);
        assertEq(_free(retailer), 1);
        assertEq(_free(generator), PLENTY - DEPOSIT + FULL);
    }

    /// @dev The next month's payment pays what an outage left, before the generator has it.
    function test_IncomeFromAPurchasePaysWhatItsGeneratorOwes() public {
        Delivery memory d = _outage(0, OUTAGE - 10);
        assertEq(_number(d.compensationOwed), 10);
        _settled(_tableOf(2), terms, _advances(_delivered(boundaries[3], 100_000_000)));
        assertEq(_owed(purchaseId, generator, grid), 0);
        assertEq(_free(generator), FULL - 10);
        assertEq(_free(grid), PLENTY + OUTAGE);
    }

    function test_DebtsOfMonthsAddUp() public {
        _open(SettlementModel.RetailerLed, DEPOSIT);
        _drain(retailer, 0);
        _january(100_000_000);
        _settled(_tableOf(2), terms, _advances(_delivered(boundaries[3], 50_000_000)));
        assertEq(_owed(purchaseId, retailer, generator), FULL + FULL / 2);
    }

    /// @dev The compensation is taken out of what the retailer could pay, before the generator sees any of it.
    function test_AShortPayersMoneyMeetsTheCompensationFirst() public {
        _open(SettlementModel.RetailerLed, DEPOSIT);
        _drain(retailer, 249_430_000 - 1);
        _drain(generator, 0);
        Delivery memory d = _january(90_000_000);
        assertEq(_number(d.setOff), 249_429_999);
        assertEq(_number(d.received), 0);
        assertEq(_number(d.fromDeposit), 1);
        assertEq(_owed(purchaseId, retailer, generator), 54_180_000_000 - 249_429_999);
        assertEq(_free(grid), PLENTY + 249_430_000);
        assertEq(_locked(generator), DEPOSIT - 1);
    }

    /// @dev What the grid owes the plant and the plant owes the grid cancels out, so the deposit stays whole.
    function test_AGridWithoutMoneySetsOff() public {
        _open(SettlementModel.Integrated, DEPOSIT);
        _drain(grid, 0);
        _drain(generator, 0);
        Delivery memory d = _january(90_000_000);
        assertEq(_number(d.setOff), 249_430_000);
        assertEq(_owed(purchaseId, grid, generator), 54_180_000_000 - 249_430_000);
        assertEq(_owed(purchaseId, generator, grid), 0);
        assertEq(_locked(generator), DEPOSIT);
    }

    function test_TheGridPaysWhereItIsTheSubject() public {
        SettlementModel[2] memory subjects = [SettlementModel.Integrated, SettlementModel.GridLed];
        for (uint256 i; i < 2; ++i) {
            uint256 copy = vm.snapshotState();
            _open(subjects[i], DEPOSIT);
            _january(90_000_000);
            assertEq(_free(retailer), PLENTY);
            assertEq(_free(grid), PLENTY - 54_180_000_000 + 249_430_000);
            vm.revertToState(copy);
        }
    }

    /* THE GENERATOR IS SHORT */

    function _outage(uint128 free, uint128 deposit) private returns (Delivery memory) {
        _open(SettlementModel.RetailerLed, deposit);
        _drain(generator, free);
        return _january(0);
    }

    function test_CompensationComesOutOfTheFreeBalance() public {
        Delivery memory d = _outage(OUTAGE, DEPOSIT);
        assertEq(_number(d.fromFree), OUTAGE);
        assertEq(_free(generator), 0);
        assertEq(_locked(generator), DEPOSIT);
    }

    function test_TheDepositStepsInForTheLastMicro() public {
        Delivery memory d = _outage(OUTAGE - 1, DEPOSIT);
        assertEq(_number(d.fromFree), OUTAGE - 1);
        assertEq(_number(d.fromDeposit), 1);
        assertEq(_locked(generator), DEPOSIT - 1);
        assertEq(_number(purchases.stateOf(purchaseId).deposit), DEPOSIT - 1);
    }

    function test_TheDepositIsExactlyEnough() public {
        Delivery memory d = _outage(0, OUTAGE);
        assertEq(_number(d.fromDeposit), OUTAGE);
        assertEq(_number(d.compensationOwed), 0);
        assertEq(_locked(generator), 0);
        assertEq(_free(grid), PLENTY + OUTAGE);
    }

    function test_TheDepositIsOneMicroMoreThanEnough() public {
        _outage(0, OUTAGE + 1);
        assertEq(_locked(generator), 1);
        assertEq(_owed(purchaseId, generator, grid), 0);
    }

    function test_TheDepositIsOneMicroShort() public {
        Delivery memory d = _outage(0, OUTAGE - 1);
        assertEq(_number(d.fromDeposit), OUTAGE - 1);
        assertEq(_number(d.compensationOwed), 1);
        assertEq(_owed(purchaseId, generator, grid), 1);
        assertEq(_locked(generator), 0);
        _fund(plant.consumer, 5);
        assertEq(_free(generator), 4);
        assertEq(_free(grid), PLENTY + OUTAGE);
    }

    /// @dev One purchase's deposit never pays for another's.
    function test_AnotherPurchasesDepositIsNotTouched() public {
        Supply memory second = _supply("second plant", 0);
        vm.prank(grid);
        meters.changeHolder(second.meterId, generator);
        PurchaseTerms memory other = _purchase();
        other.deliveryMeterId = second.meterId;
        bytes32 otherId = _signPurchase(other, retailerAccount);
        _outage(0, OUTAGE - 10);
        assertEq(_owed(purchaseId, generator, grid), 10);
        assertEq(_locked(generator), DEPOSIT);
        assertEq(_number(purchases.stateOf(otherId).deposit), DEPOSIT);
    }

    function test_TheLastPeriodReturnsWhatIsLeftOfTheDeposit() public {
        terms = _purchase();
        terms.periods = 1;
        purchaseId = _signPurchase(terms, retailerAccount);
        _openPlant(boundaries[1]);
        _drain(generator, 0);
        MeterAdvance[] memory advances = _advances(_delivered(boundaries[2], 0));
        vm.warp(boundaries[2]);
        vm.expectEmit(address(purchases));
        emit IPurchaseBook.PurchaseEnded(purchaseId, boundaries[2], _micro(DEPOSIT - OUTAGE));
        purchases.settle(_tableOf(1), terms, advances);
        assertEq(_free(generator), DEPOSIT - OUTAGE);
        assertEq(_locked(generator), 0);
    }

    /// @dev The deposit answers for the deliveries: it does not first become free and pay what the generator owes elsewhere.
    function test_TheDepositIsNotThereForOtherDebts() public {
        _open(SettlementModel.RetailerLed, DEPOSIT);
        _drain(generator, 0);
        vm.prank(address(settlement));
        escrow.owe(generator, government, _micro(1_000), "elsewhere");
        Delivery memory d = _january(0);
        assertEq(_number(d.fromDeposit), OUTAGE);
        assertEq(_locked(generator), DEPOSIT - OUTAGE);
        assertEq(_free(grid), PLENTY + OUTAGE);
        assertEq(_free(government), 0);
    }
}
