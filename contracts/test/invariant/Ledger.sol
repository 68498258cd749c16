// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {BillLine} from "../../src/types/Billing.sol";
import {Micro, Wh} from "../../src/types/Units.sol";

/// @notice Second books, kept from events and from what was asked for, to hold against the contracts' own.
contract Ledger {
    using LineLib for BillLine;

    /// @dev Tokens that should be in the escrow.
    uint256 public held;
    uint256 public billed;
    uint256 public credited;
    uint256 public paid;
    uint256 public bills;
    uint256 public skips;
    mapping(address account => uint256) public agreementNonces;
    mapping(address account => uint256) public escrowNonces;

    function minted(uint256 money) external {
        held += money;
    }

    function burned(uint256 money) external {
        held -= money;
    }

    function usedAgreementNonce(address account) external {
        ++agreementNonces[account];
    }

    function usedEscrowNonce(address account) external {
        ++escrowNonces[account];
    }

    /// @param items How many were settled, at most one. Logs of a refused item are recorded although they never happened.
    /// @param payment What the consumer owned before and does not own any more.
    function settled(uint256 items, VmSafe.Log[] calldata logs, uint256 payment) external {
        paid += payment;
        if (items == 0) ++skips;
        if (items == 0) return;
        for (uint256 i; i < logs.length; ++i) {
            bytes32 topic = logs[i].topics[0];
            if (topic == ISettlement.BillSettled.selector) billed += _totalOf(logs[i].data);
            if (topic == IEscrow.Credited.selector) credited += abi.decode(logs[i].data, (uint256));
        }
    }

    function _totalOf(bytes calldata data) private returns (uint256 total) {
        (, , , , BillLine[] memory lines) = abi.decode(data, (uint40, uint40, Wh, Wh[5], BillLine[]));
        for (uint256 i; i < lines.length; ++i) {
            total += Micro.unwrap(lines[i].amountOf());
        }
        ++bills;
    }

    function ownedBy(IEscrow escrow, address account) external view returns (uint256) {
        IEscrow.Account memory a = escrow.accountOf(account);
        return uint256(Micro.unwrap(a.free)) + Micro.unwrap(a.locked);
    }
}
