// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../../src/interfaces/IAgreementBook.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {IModular} from "../../src/interfaces/IModular.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Ending, SettledPeriod, Terms} from "../../src/types/Agreement.sol";
import {SettlementItem, PAYEES} from "../../src/types/Billing.sol";
import {Meter, Read} from "../../src/types/Metering.sol";
import {Offer} from "../../src/types/Offer.sol";
import {Micro} from "../../src/types/Units.sol";
import {SupplyTest} from "./SupplyTest.sol";
import {Words} from "./Words.sol";

/// @notice A mill that was billed once, and every function that changes anything, called with what an attacker can have: what was
/// signed before, what is public, and its own signatures.
abstract contract AttackTest is SupplyTest {
    struct Attack {
        address target;
        bytes message;
    }

    address internal attacker = makeAddr("attacker");
    Offer internal offer;
    Supply internal mill;
    Terms internal terms;
    bytes32 internal agreementId;
    Attack[] internal attacks;
    bytes private _signed;

    function setUp() public virtual override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        mill = _supply("mill", 500_000_000_000);
        Supply memory s = mill;
        (terms, agreementId) = _sign(s, offer);
        _signed = signatures.terms(s.consumer.key, terms);
        _openSupply(s, terms.start);
        vm.warp(boundaries[2]);
        SettlementItem memory item = _item(s, terms, boundaries[2], 100_000_000);
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 1);
        mill.last = s.last;
        _prepareEscrow();
        _prepareModules();
        _prepareAgreements();
        _prepareSettlement(item);
        _prepareMeters();
    }

    function _add(address target, bytes memory message) private {
        attacks.push(Attack(target, message));
    }

    function _prepareEscrow() private {
        address e = address(escrow);
        (IEscrow.Withdrawal memory w, bytes memory signature) = _withdrawal(mill.consumer, attacker, 1);
        signature = signatures.withdrawal(makeAccount("attacker").key, w);
        _add(e, abi.encodeCall(IEscrow.deposit, (1)));
        _add(
            e,
            abi.encodeCall(
                IEscrow.depositWithPermit,
                (mill.consumer.addr, 1, block.timestamp, 27, bytes32(0), bytes32(0))
            )
        );
        _add(e, abi.encodeCall(IEscrow.withdraw, (attacker, 1)));
        _add(e, abi.encodeCall(IEscrow.withdrawSigned, (w, signature)));
        _add(e, abi.encodeCall(IEscrow.payDebts, (mill.consumer.addr, 1)));
        _add(e, abi.encodeCall(IEscrow.lock, (mill.consumer.addr, Micro.wrap(1))));
        _add(e, abi.encodeCall(IEscrow.unlock, (mill.consumer.addr, Micro.wrap(1))));
        _add(e, abi.encodeCall(IEscrow.debit, (mill.consumer.addr, Micro.wrap(1))));
        _add(e, abi.encodeCall(IEscrow.debitLocked, (mill.consumer.addr, Micro.wrap(1))));
        _add(e, abi.encodeCall(IEscrow.collect, (mill.consumer.addr, Micro.wrap(1))));
        _add(e, abi.encodeCall(IEscrow.refund, (attacker, Micro.wrap(1))));
        _add(e, abi.encodeCall(IEscrow.owe, (mill.consumer.addr, attacker, Micro.wrap(1), bytes32("cause"))));
        address[PAYEES] memory payees;
        Micro[PAYEES] memory amounts;
        (payees[0], amounts[0]) = (attacker, Micro.wrap(1));
        _add(e, abi.encodeCall(IEscrow.credit, (payees, amounts)));
    }

    function _prepareModules() private {
        bytes memory message = abi.encodeCall(IModular.setModule, (attacker, true));
        _add(address(escrow), message);
        _add(address(agreements), message);
        _add(address(meters), message);
        SettledPeriod memory p;
        (p.from, p.to, p.periodEnd, p.index) = (boundaries[2], boundaries[3], boundaries[3], 1);
        address a = address(agreements);
        _add(a, abi.encodeCall(IAgreementBook.advance, (agreementId, mill.consumer.addr, mill.meterId, p)));
        _add(a, abi.encodeCall(IAgreementBook.drawDeposit, (agreementId, Micro.wrap(1))));
        _add(a, abi.encodeWithSignature("markFrozen(bytes32)", agreementId));
    }

    function _prepareAgreements() private {
        address a = address(agreements);
        uint256 key = makeAccount("attacker").key;
        _add(a, abi.encodeCall(IAgreementBook.sign, (offer, terms, _signed)));
        Terms memory next = _terms(mill, offer);
        (next.replaces, next.start) = (agreementId, boundaries[4]);
        IAgreementBook.Replaced memory old = IAgreementBook.Replaced(offer, Words.pack(terms), boundaries[2]);
        _add(a, abi.encodeCall(IAgreementBook.switchTo, (old, offer, next, signatures.terms(key, next))));
        next.start = boundaries[2];
        _add(a, abi.encodeCall(IAgreementBook.switchAt, (old, offer, next, signatures.terms(key, next))));
        Ending memory e = Ending(agreementId, boundaries[4], next.nonce, next.expiry);
        bytes memory signature = signatures.ending(key, e);
        _add(a, abi.encodeCall(IAgreementBook.end, (offer, Words.pack(terms), boundaries[2], e, signature)));
    }

    function _prepareSettlement(SettlementItem memory item) private {
        address s = address(settlement);
        Terms memory next = _terms(mill, offer);
        (next.replaces, next.start) = (agreementId, boundaries[2]);
        bytes memory signature = signatures.terms(makeAccount("attacker").key, next);
        ISettlement.NewAgreement memory taken = ISettlement.NewAgreement(offer, next, signature);
        _add(s, abi.encodeCall(ISettlement.switchNow, (_tableOf(1), offer, item, taken)));
        _add(s, abi.encodeCall(ISettlement.settleTogether, (_tableOf(1), offer, _one(item))));
        _add(s, abi.encodeCall(ISettlement.settle, (_tableOf(1), offer, _one(item))));
    }

    function _prepareMeters() private {
        Supply memory s = mill;
        Read memory next = _nextRead(s.last, boundaries[2], 1);
        bytes memory signature = signatures.read(makeAccount("attacker").key, false, next);
        address m = address(meters);
        Meter memory meter = _meterOf(s);
        bytes memory read = abi.encode(
            s.meterId,
            _factsOf(s),
            Words.pack(s.last),
            Words.pack(next),
            next.intervalRoot,
            signature
        );
        _add(address(settlement), bytes.concat(ISettlement.recordRead.selector, read));
        _add(m, bytes.concat(meters.record.selector, read));
        _add(m, abi.encodeCall(meters.register, (s.meterId, meter, s.last)));
        _add(m, abi.encodeCall(meters.changeHolder, (s.meterId, attacker)));
        _add(
            m,
            abi.encodeCall(
                meters.rotateSigner,
                (s.meterId, _factsOf(s), Words.pack(s.last), abi.encodePacked(attacker))
            )
        );
    }

    /// @dev All that could be lost or changed.
    function _everything() internal view returns (bytes32) {
        address[4] memory accounts = [mill.consumer.addr, retailer, grid, attacker];
        bytes memory all = abi.encode(
            agreements.stateOf(agreementId),
            agreements.agreementOf(mill.meterId),
            agreements.nonces(mill.consumer.addr, 0),
            escrow.nonces(mill.consumer.addr, 0),
            meters.stateOf(mill.meterId),
            meters.supplyPoint(mill.meterId)
        );
        for (uint256 i; i < accounts.length; ++i) {
            all = bytes.concat(
                all,
                abi.encode(escrow.accountOf(accounts[i]), escrow.debtsOf(accounts[i])),
                abi.encode(token.balanceOf(accounts[i]))
            );
        }
        return keccak256(all);
    }
}
