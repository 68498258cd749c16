// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Activity} from "../../src/interfaces/ICircuitBreaker.sol";
import {IAgreementBook} from "../../src/interfaces/IAgreementBook.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {AgreementState, Ending, Terms, ENDED, FROZEN} from "../../src/types/Agreement.sol";
import {SettlementItem} from "../../src/types/Billing.sol";
import {Offer} from "../../src/types/Offer.sol";
import {Micro} from "../../src/types/Units.sol";
import {Words} from "../market/Words.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @notice The same market, with people who change supplier, go back on what they signed, and are frozen.
contract SwitchingMarket is MarketHandler {
    uint256 public switched;
    uint256 public switchedAtOnce;
    uint256 public undone;

    /* WHAT PEOPLE DO */

    function switchTo(uint256 who, uint256 which, uint64 monthly, uint8 later) external booked {
        uint256 index = who % CONSUMERS;
        (bytes32 oldId, Terms memory old) = _current(index);
        uint40 start = boundaries[_period + 1 + (later % 3)];
        if (oldId == 0 || !_canBeCut(oldId, _offerOf(old), start)) return;
        (bool allowed, Offer memory offer, Terms memory terms) = _wish(index, which, monthly);
        if (!allowed) return;
        (terms.replaces, terms.start) = (oldId, start);
        agreements.switchTo(
            _replaced(oldId, old),
            offer,
            terms,
            signatures.terms(_supplies[index].consumer.key, terms)
        );
        _noteSigned(index, terms);
        ++switched;
    }

    /// @dev At once, with a read of this very second, by a consumer whose months before are settled.
    function switchNow(uint256 who, uint256 which, uint64 monthly, uint64 used) external booked {
        uint256 index = who % CONSUMERS;
        _open(index);
        (bytes32 oldId, Terms memory old) = _current(index);
        if (oldId == 0 || _isPaused(Activity.Settling)) return;
        AgreementState memory state = agreements.stateOf(oldId);
        if (state.settledUntil != _supplies[index].last.time || state.settledUntil < boundaries[_period]) return;
        uint40 now_ = uint40(block.timestamp);
        if (state.flags & FROZEN != 0 && now_ < breaker.frozenUntil(oldId)) return;
        if (!_canBeCut(oldId, _offerOf(old), now_)) return;
        (bool allowed, Offer memory offer, Terms memory terms) = _wish(index, which, monthly);
        if (!allowed) return;
        (terms.replaces, terms.start) = (oldId, now_);
        _switchNow(index, old, used, ISettlement.NewAgreement(offer, terms, _consent(index, terms)));
    }

    /// @dev By notice, or undone within the cooling-off days: the agreement that supplies, or the one that follows it.
    function end(uint256 who, bool ofSuccessor, uint8 later) external booked {
        uint256 index = who % CONSUMERS;
        if (_signed[index].length == 0 || _isPaused(Activity.Signing)) return;
        (bytes32 agreementId, Terms memory terms) = _current(index);
        if (ofSuccessor) {
            terms = _signed[index][_signed[index].length - 1];
            agreementId = signatures.termsHash(terms);
        }
        AgreementState memory state = agreements.stateOf(agreementId);
        if (agreementId == 0 || state.flags & ENDED != 0) return;
        uint40 endsAt = boundaries[_period + 1 + (later % 3)];
        Offer memory offer = _offerOf(terms);
        bool undoes = state.periods == 0 && block.timestamp < terms.start && _isCoolingOff(state, offer);
        if (undoes ? agreements.successorOf(agreementId) != 0 : !_canBeCut(agreementId, offer, endsAt)) return;
        _end(index, offer, terms, endsAt);
        if (undoes) ++undone;
    }

    function freeze(uint256 who, uint32 time) external {
        bytes32 agreementId = agreements.agreementOf(_supplies[who % CONSUMERS].meterId);
        if (agreementId == 0) return;
        uint40 until = uint40(block.timestamp + bound(time, 1, 7 days));
        vm.prank(guardian);
        breaker.freeze(agreementId, until, "an exercise");
    }

    function thaw(uint256 who) external {
        bytes32 agreementId = agreements.agreementOf(_supplies[who % CONSUMERS].meterId);
        vm.prank(guardian);
        breaker.thaw(agreementId);
    }

    /* INTERNAL */

    function _consent(uint256 index, Terms memory terms) private view returns (bytes memory) {
        return signatures.terms(_supplies[index].consumer.key, terms);
    }

    /// @dev A bill above the mean is the only thing that may refuse.
    function _switchNow(uint256 index, Terms memory old, uint64 used, ISettlement.NewAgreement memory next) private {
        Supply memory s = _supplies[index];
        uint40 now_ = next.terms.start;
        SettlementItem memory item = _item(s, old, now_, _possible(used, s.last.time, now_));
        item.exit = _owesExitFee(next.terms.replaces, _offerOf(old), now_);
        try settlement.switchNow(_tableOf(_period), _offerOf(old), item, next) {
            _supplies[index].last = s.last;
            _noteSigned(index, next.terms);
            ++switchedAtOnce;
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), IAgreementBook.BillAboveAverage.selector, "a switch is refused");
            ledger.forget();
        }
    }

    function _end(uint256 index, Offer memory offer, Terms memory terms, uint40 endsAt) private {
        bytes32 agreementId = signatures.termsHash(terms);
        Account memory consumer = _supplies[index].consumer;
        uint256 nonce = agreements.nonces(consumer.addr, 0);
        Ending memory e = Ending(agreementId, endsAt, nonce, uint40(block.timestamp + 1 hours));
        uint40 period = boundaries[_periodOf(agreements.stateOf(agreementId).settledUntil)];
        agreements.end(offer, Words.pack(terms), period, e, signatures.ending(consumer.key, e));
        ledger.usedAgreementNonce(consumer.addr);
    }

    function _replaced(bytes32 agreementId, Terms memory terms) private view returns (IAgreementBook.Replaced memory) {
        uint40 period = boundaries[_periodOf(agreements.stateOf(agreementId).settledUntil)];
        return IAgreementBook.Replaced(_offerOf(terms), Words.pack(terms), period);
    }

    function _isCoolingOff(AgreementState memory state, Offer memory offer) private view returns (bool) {
        return block.timestamp < uint256(state.signedAt) + uint256(offer.coolingOffDays) * 1 days;
    }

    /// @dev The end of the term if nothing cuts it.
    function _termEnd(AgreementState memory state) private view returns (uint40) {
        uint256 last = _periodOf(state.settledUntil) + state.termPeriods - state.periods;
        return last <= PERIODS ? boundaries[last] : type(uint40).max;
    }

    /// @dev Whether the rules of notice and term let an agreement end at an instant.
    function _canBeCut(bytes32 agreementId, Offer memory offer, uint40 instant) private view returns (bool) {
        AgreementState memory state = agreements.stateOf(agreementId);
        bool inTime = _isCoolingOff(state, offer) ||
            offer.noticeDays == 0 ||
            instant >= block.timestamp + uint256(offer.noticeDays) * 1 days;
        return state.endsAt == 0 && instant > state.settledUntil && inTime && instant <= _termEnd(state);
    }

    function _owesExitFee(bytes32 agreementId, Offer memory offer, uint40 instant) private view returns (bool) {
        AgreementState memory state = agreements.stateOf(agreementId);
        return instant < _termEnd(state) && !_isCoolingOff(state, offer) && Micro.unwrap(offer.exitFee) != 0;
    }
}
