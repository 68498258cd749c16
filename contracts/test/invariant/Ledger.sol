// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";
import {IAgreementBook} from "../../src/interfaces/IAgreementBook.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {IMeterRegistry} from "../../src/interfaces/IMeterRegistry.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {LineLib} from "../../src/libraries/LineLib.sol";
import {Terms} from "../../src/types/Agreement.sol";
import {BillLine, UsedRest} from "../../src/types/Billing.sol";
import {UsedFour} from "../../src/types/Metering.sol";
import {Micro} from "../../src/types/Units.sol";

/// @notice Second books, kept from events and from what was asked for, to hold against the contracts' own.
contract Ledger {
    using LineLib for BillLine;

    /// @dev Tokens that should be in the escrow.
    uint256 public held;
    uint256 public billed;
    uint256 public credited;
    uint256 public owed;
    uint256 public debtPaid;
    uint256 public bills;
    uint256 public skips;
    /// @dev Bills that begin before another one of the same meter ends.
    uint256 public overlaps;
    mapping(bytes32 meterId => uint256) public energy;
    mapping(bytes32 meterId => uint256) public billedUntil;
    mapping(bytes32 agreementId => bytes32) public meterOf;
    mapping(address account => uint256) public agreementNonces;
    mapping(address account => uint256) public escrowNonces;

    bool private _forgetful;
    bool private _triedAgain;

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

    /// @notice The call was refused: its logs are recorded although they never happened.
    function forget() external {
        _forgetful = true;
        ++skips;
    }

    /// @notice A refused group was tried again in parts, of which the one that went through read a meter last: nothing recorded
    /// before that ever happened.
    function forgetFirstTry() external {
        _triedAgain = true;
    }

    function read(VmSafe.Log[] calldata logs) external {
        for (uint256 i = _triedAgain ? _lastRead(logs) : 0; i < logs.length && !_forgetful; ++i) {
            bytes32 topic = logs[i].topics[0];
            if (topic == IAgreementBook.AgreementSigned.selector) _readSigned(logs[i]);
            if (topic == ISettlement.BillSettled.selector) _readBill(logs[i]);
            if (topic == IEscrow.Credited.selector) credited += abi.decode(logs[i].data, (uint256));
            if (topic == IEscrow.Owed.selector) owed += abi.decode(logs[i].data, (uint256));
            if (topic == IEscrow.DebtPaid.selector) debtPaid += abi.decode(logs[i].data, (uint256));
        }
        (_forgetful, _triedAgain) = (false, false);
    }

    function _lastRead(VmSafe.Log[] calldata logs) private pure returns (uint256 position) {
        position = logs.length - 1;
        while (logs[position].topics[0] != IMeterRegistry.ReadRecorded.selector) --position;
    }

    function _readSigned(VmSafe.Log calldata log) private {
        (Terms memory terms, , ) = abi.decode(log.data, (Terms, uint16, Micro));
        meterOf[log.topics[1]] = terms.meterId;
    }

    function _readBill(VmSafe.Log calldata log) private {
        (UsedFour usedFour, UsedRest usedRest, BillLine[] memory lines) = abi.decode(
            log.data,
            (UsedFour, UsedRest, BillLine[])
        );
        for (uint256 i; i < lines.length; ++i) {
            billed += Micro.unwrap(lines[i].amountOf());
        }
        (uint256 four, uint256 rest) = (UsedFour.unwrap(usedFour), UsedRest.unwrap(usedRest));
        bytes32 meterId = meterOf[log.topics[1]];
        energy[meterId] += uint64(four) + uint64(four >> 64) + uint64(four >> 128) + (four >> 192) + uint64(rest);
        if (uint40(rest >> 128) < billedUntil[meterId]) ++overlaps;
        billedUntil[meterId] = uint40(rest >> 168);
        ++bills;
    }

    function ownedBy(IEscrow escrow, address account) external view returns (uint256) {
        IEscrow.Account memory a = escrow.accountOf(account);
        return uint256(Micro.unwrap(a.free)) + Micro.unwrap(a.locked);
    }
}
