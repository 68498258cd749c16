// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {IPurchaseBook} from "../../src/interfaces/IPurchaseBook.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {BillLine} from "../../src/types/Billing.sol";
import {Delivery, PurchaseTerms} from "../../src/types/Purchase.sol";
import {Micro, Wh} from "../../src/types/Units.sol";

/// @notice Second books of purchases, kept from events and from what was asked for, to hold against the contracts' own.
contract PurchaseLedgerBooks {
    using LineLib for BillLine;

    /// @dev Tokens that should be in the escrow.
    uint256 public held;
    uint256 public debited;
    uint256 public credited;
    /// @dev Bills, payments and compensation: what was to be paid, and what of it was met in money or set off, or is owed.
    uint256 public due;
    uint256 public met;
    uint256 public bills;
    uint256 public shortMonths;
    mapping(bytes32 purchaseId => mapping(address debtor => mapping(address creditor => uint256))) public owed;
    /// @dev All open debts.
    uint256 public owedTotal;
    mapping(address account => uint256) public nonces;

    function minted(uint256 money) external {
        held += money;
    }

    function burned(uint256 money) external {
        held -= money;
    }

    function signed(PurchaseTerms calldata terms) external {
        ++nonces[terms.generator];
        ++nonces[terms.buyer];
        ++nonces[terms.grid];
    }

    function settled(PurchaseTerms calldata terms, VmSafe.Log[] calldata logs) external {
        for (uint256 i; i < logs.length; ++i) {
            bytes32 topic = logs[i].topics[0];
            if (topic == IEscrow.Credited.selector) credited += abi.decode(logs[i].data, (uint256));
            if (topic == IPurchaseBook.UseBilled.selector) _bookBill(logs[i].data);
            if (topic == IPurchaseBook.DeliverySettled.selector) _bookDelivery(terms, logs[i].data);
            if (topic == IEscrow.Owed.selector) _bookOwed(logs[i]);
        }
        paid(logs);
    }

    /// @dev Debts are paid whenever money comes.
    function paid(VmSafe.Log[] calldata logs) public {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == IEscrow.DebtPaid.selector) _bookPaid(logs[i]);
        }
    }

    function _bookBill(bytes calldata data) private {
        (, , , , BillLine[] memory lines, Micro unpaid) = abi.decode(
            data,
            (uint40, uint40, Wh, Wh[5], BillLine[], Micro)
        );
        uint256 total;
        for (uint256 i; i < lines.length; ++i) {
            total += Micro.unwrap(lines[i].amountOf());
        }
        due += total;
        met += total - Micro.unwrap(unpaid);
        debited += total - Micro.unwrap(unpaid);
        ++bills;
    }

    function _bookDelivery(PurchaseTerms calldata terms, bytes calldata data) private {
        (, , address payer, Delivery memory d) = abi.decode(data, (uint40, uint40, address, Delivery));
        due += uint256(Micro.unwrap(d.payment)) + Micro.unwrap(d.compensation);
        uint256 fromGenerator = Micro.unwrap(d.fromFree + d.fromDeposit);
        met += 2 * uint256(Micro.unwrap(d.setOff)) + Micro.unwrap(d.received) + fromGenerator;
        // Set off against the grid's own payment, nothing moves.
        if (payer != terms.grid) debited += Micro.unwrap(d.setOff);
        debited += Micro.unwrap(d.received) + fromGenerator;
        if (Wh.unwrap(d.short) != 0) ++shortMonths;
    }

    function _bookOwed(VmSafe.Log calldata log) private {
        uint256 amount = abi.decode(log.data, (uint256));
        owed[log.topics[3]][_account(log.topics[1])][_account(log.topics[2])] += amount;
        owedTotal += amount;
    }

    function _bookPaid(VmSafe.Log calldata log) private {
        uint256 amount = abi.decode(log.data, (uint256));
        owed[log.topics[3]][_account(log.topics[1])][_account(log.topics[2])] -= amount;
        owedTotal -= amount;
        met += amount;
    }

    function _account(bytes32 topic) private pure returns (address) {
        return address(uint160(uint256(topic)));
    }
}
