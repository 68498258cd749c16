// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {IPurchaseBook} from "../../src/interfaces/IPurchaseBook.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {TariffTable} from "../../src/types/Billing.sol";
import {Read} from "../../src/types/Metering.sol";
import {SettlementModel} from "../../src/types/Offer.sol";
import {Delivery, MeterAdvance, PurchaseTerms} from "../../src/types/Purchase.sol";
import {Bps, Micro, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {Figures} from "./Figures.sol";
import {PurchaseSignatures} from "./PurchaseSignatures.sol";
import {SupplyTest} from "./SupplyTest.sol";
import {Words} from "./Words.sol";

/// @notice A power plant, a retailer and a grid company with money, and purchases they sign.
abstract contract PurchaseTest is SupplyTest {
    /// @dev 0.602 per kWh, below the reference price of 0.651886.
    uint64 internal constant DIRECT = 602_000;
    uint128 internal constant DEPOSIT = 5_000_000_000;
    uint128 internal constant PLENTY = 1_000_000_000_000;

    PurchaseSignatures internal purchaseSignatures;
    /// @dev The generator and its delivery meter.
    Supply internal plant;
    Account internal gridAccount;
    Account internal retailerAccount;

    function setUp() public virtual override {
        super.setUp();
        purchaseSignatures = new PurchaseSignatures(purchases);
        plant = _supply("generator", PLENTY);
        gridAccount = makeAccount("grid");
        retailerAccount = makeAccount("retailer");
        _fund(gridAccount, PLENTY);
        _fund(retailerAccount, PLENTY);
    }

    /* TERMS */

    /// @dev The retailer buys 100,000 kWh a month from January 2026 on, for a year.
    function _purchase() internal view returns (PurchaseTerms memory terms) {
        terms.generator = generator;
        terms.buyer = retailer;
        terms.grid = grid;
        terms.deliveryMeterId = plant.meterId;
        terms.region = Figures.REGION;
        terms.voltageClass = Figures.VOLTAGE_CLASS;
        terms.model = SettlementModel.RetailerLed;
        terms.start = boundaries[1];
        terms.periods = 12;
        terms.agreed = Figures.everyMonth(Figures.MONTH);
        terms.price = MicroPerKwh.wrap(DIRECT);
        terms.lower = Bps.wrap(9_500);
        terms.deposit = Micro.wrap(DEPOSIT);
        terms.expiry = uint40(block.timestamp + 1 hours);
        _numbered(terms);
    }

    /// @dev The same with a large consumer: the grid bills it and pays the plant.
    function _directPurchase(Supply memory mill) internal view returns (PurchaseTerms memory terms) {
        terms = _purchase();
        terms.buyer = mill.consumer.addr;
        terms.useMeterId = mill.meterId;
        terms.model = SettlementModel.Integrated;
        terms.deviation = Figures.clause();
        _numbered(terms);
    }

    function _numbered(PurchaseTerms memory terms) internal view {
        terms.generatorNonce = purchases.nonces(terms.generator, 0);
        terms.buyerNonce = purchases.nonces(terms.buyer, 0);
        terms.gridNonce = purchases.nonces(terms.grid, 0);
    }

    /* SIGNATURES */

    function _signedBy(
        PurchaseTerms memory terms,
        uint256 generatorKey,
        uint256 buyerKey,
        uint256 gridKey
    ) internal view returns (IPurchaseBook.Signed memory) {
        return
            IPurchaseBook.Signed(
                purchaseSignatures.sign(generatorKey, terms),
                purchaseSignatures.sign(buyerKey, terms),
                purchaseSignatures.sign(gridKey, terms)
            );
    }

    function _signatures(
        PurchaseTerms memory terms,
        Account memory buyer
    ) internal view returns (IPurchaseBook.Signed memory) {
        return _signedBy(terms, plant.consumer.key, buyer.key, gridAccount.key);
    }

    function _signPurchase(PurchaseTerms memory terms, Account memory buyer) internal returns (bytes32) {
        IPurchaseBook.Signed memory signed = _signatures(terms, buyer);
        vm.prank(relayer);
        return purchases.sign(terms, signed);
    }

    /* READS */

    /// @dev Records the read at the start, which opens the first period.
    function _openPurchase(Supply memory s, uint40 start) internal {
        _openAt(ISettlement(address(purchases)), s, start);
    }

    function _recordPurchaseRead(Supply memory s, Read memory next, bytes memory signature) internal {
        _recordReadAt(ISettlement(address(purchases)), s, next, signature);
    }

    /// @dev The plant's month: `delivered` Wh exported up to `end`. Moves its last read on.
    function _delivery(Supply memory s, uint40 end, uint64 delivered) internal view returns (MeterAdvance memory) {
        Read memory closing = _nextRead(s.last, end, 12_345);
        closing.exportWh = closing.exportWh + Wh.wrap(delivered);
        return _advanceTo(s, closing);
    }

    function _use(Supply memory s, uint40 end, uint64 used) internal view returns (MeterAdvance memory) {
        return _advanceTo(s, _nextRead(s.last, end, used));
    }

    function _advanceTo(Supply memory s, Read memory closing) internal view returns (MeterAdvance memory a) {
        a.facts = _factsOf(s);
        a.opening = Words.pack(s.last);
        a.closing = Words.pack(closing);
        a.intervalRoot = closing.intervalRoot;
        a.signature = _signRead(s, closing);
        s.last = closing;
    }

    /// @dev The same for the plant, whose last read is kept.
    function _openPlant(uint40 start) internal {
        Supply memory s = plant;
        _openPurchase(s, start);
        plant.last = s.last;
    }

    function _delivered(uint40 end, uint64 delivered) internal returns (MeterAdvance memory a) {
        Supply memory s = plant;
        a = _delivery(s, end, delivered);
        plant.last = s.last;
    }

    /* SETTLEMENT */

    function _advances(MeterAdvance memory delivery) internal pure returns (MeterAdvance[] memory advances) {
        advances = new MeterAdvance[](1);
        advances[0] = delivery;
    }

    function _advances(
        MeterAdvance memory delivery,
        MeterAdvance memory use
    ) internal pure returns (MeterAdvance[] memory advances) {
        advances = new MeterAdvance[](2);
        (advances[0], advances[1]) = (delivery, use);
    }

    /// @dev Settles and returns what the event says of the delivery.
    function _settled(
        TariffTable memory table,
        PurchaseTerms memory terms,
        MeterAdvance[] memory advances
    ) internal returns (Delivery memory) {
        if (block.timestamp < table.end) vm.warp(table.end + 1 hours);
        vm.recordLogs();
        vm.prank(relayer);
        purchases.settle(table, terms, advances);
        return _deliveryIn(vm.getRecordedLogs());
    }

    function _deliveryIn(VmSafe.Log[] memory logs) internal pure returns (Delivery memory delivery) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IPurchaseBook.DeliverySettled.selector) continue;
            (, , , delivery) = abi.decode(logs[i].data, (uint40, uint40, address, Delivery));
        }
    }

    function _owed(bytes32 purchaseId, address debtor, address creditor) internal view returns (uint128 sum) {
        IEscrow.Debt[] memory debts = escrow.debtsOf(debtor);
        for (uint256 i; i < debts.length; ++i) {
            if (debts[i].cause == purchaseId && debts[i].creditor == creditor) sum += debts[i].amount;
        }
    }

    function _micro(uint128 amount) internal pure returns (Micro) {
        return Micro.wrap(amount);
    }

    function _number(Micro amount) internal pure returns (uint128) {
        return Micro.unwrap(amount);
    }

    function _wh(uint64 energy) internal pure returns (Wh) {
        return Wh.wrap(energy);
    }

    /// @dev Takes an account's free money away until `left` remains.
    function _drain(address account, uint128 left) internal {
        uint128 amount = _free(account) - left;
        if (amount == 0) return;
        vm.prank(account);
        escrow.withdraw(account, amount);
    }
}
