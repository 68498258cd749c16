// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../../src/interfaces/IAgreementBook.sol";
import {Ending, Terms} from "../../src/types/Agreement.sol";
import {SettlementItem} from "../../src/types/Billing.sol";
import {Offer} from "../../src/types/Offer.sol";
import {Micro} from "../../src/types/Units.sol";
import {Figures} from "./Figures.sol";
import {SupplyTest} from "./SupplyTest.sol";
import {Words} from "./Words.sol";

/// @notice A mill under supply since January, a rival's offer, and what it takes to change from one to the other.
abstract contract SwitchTest is SupplyTest {
    uint128 internal constant EXIT_FEE_OF_OLD = 150_000_000;
    uint128 internal constant DEPOSIT = 5_000_000_000;

    Supply internal mill;
    /// @dev A year, an exit fee, no notice, and seven days of cooling-off.
    Offer internal old;
    Terms internal oldTerms;
    bytes32 internal oldId;
    Offer internal fresh;

    function setUp() public virtual override {
        super.setUp();
        old = _flatOffer();
        (old.exitFee, old.noticeDays) = (Micro.wrap(EXIT_FEE_OF_OLD), 0);
        _publish(old);
        fresh = Figures.flat(rival, address(flatFormula));
        _publish(fresh);
        mill = _supply("mill", 500_000_000_000);
    }

    /// @dev Signs the old offer and opens supply. Seven days of cooling-off have passed by then.
    function _supplyMill() internal {
        (oldTerms, oldId) = _sign(mill, old);
        _open(oldTerms.start);
    }

    function _open(uint40 start) internal {
        Supply memory s = mill;
        _openSupply(s, start);
        mill.last = s.last;
    }

    /// @dev Terms for the rival's offer from an instant on.
    function _successor(bytes32 replaces, uint40 start) internal view returns (Terms memory terms) {
        terms = _terms(mill, fresh);
        (terms.replaces, terms.start) = (replaces, start);
    }

    function _replaced(uint40 period) internal view returns (IAgreementBook.Replaced memory) {
        return IAgreementBook.Replaced(old, Words.pack(oldTerms), period);
    }

    function _consent(Terms memory terms) internal view returns (bytes memory) {
        return signatures.terms(mill.consumer.key, terms);
    }

    /// @dev A switch at the start of one of the months of `boundaries`, submitted by somebody without any power.
    function _switchTo(uint256 month, uint40 settledInto) internal returns (Terms memory terms, bytes32 agreementId) {
        terms = _successor(oldId, boundaries[month]);
        bytes memory signature = _consent(terms);
        vm.prank(relayer);
        agreementId = agreements.switchTo(_replaced(settledInto), fresh, terms, signature);
    }

    function _refusesSwitch(uint40 period, Terms memory terms, bytes memory refusal) internal {
        bytes memory signature = _consent(terms);
        bytes32 before = _everything();
        vm.expectRevert(refusal);
        agreements.switchTo(_replaced(period), fresh, terms, signature);
        assertEq(_everything(), before);
    }

    /// @dev All that a switch could have touched.
    function _everything() internal view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    agreements.agreementOf(mill.meterId),
                    agreements.successorOf(oldId),
                    agreements.stateOf(oldId),
                    agreements.nonces(mill.consumer.addr, 0),
                    escrow.accountOf(mill.consumer.addr),
                    offers.stateOf(keccak256(abi.encode(fresh))),
                    meters.stateOf(mill.meterId)
                )
            );
    }

    function _ending(bytes32 agreementId, uint40 endsAt) internal view returns (Ending memory e, bytes memory) {
        e = Ending(agreementId, endsAt, agreements.nonces(mill.consumer.addr, 0), uint40(block.timestamp + 1 hours));
        return (e, signatures.ending(mill.consumer.key, e));
    }

    function _end(Offer memory offer, Terms memory terms, uint40 period, uint40 endsAt) internal {
        (Ending memory e, bytes memory signature) = _ending(signatures.termsHash(terms), endsAt);
        vm.prank(relayer);
        agreements.end(offer, Words.pack(terms), period, e, signature);
    }

    function _refusesEnd(
        Offer memory offer,
        Terms memory terms,
        uint40 period,
        uint40 endsAt,
        bytes memory refusal
    ) internal {
        (Ending memory e, bytes memory signature) = _ending(signatures.termsHash(terms), endsAt);
        vm.expectRevert(refusal);
        agreements.end(offer, Words.pack(terms), period, e, signature);
    }

    /* BILLS */

    /// @dev The mill's next bill, up to `end`; its last read moves on.
    function _bill(Terms memory terms, uint40 end, uint64 used) internal returns (SettlementItem memory item) {
        Supply memory s = mill;
        item = _item(s, terms, end, used);
        mill.last = s.last;
    }

    /// @dev Settles all of the mill's bill or nothing of it.
    function _settle(uint256 period, Offer memory offer, SettlementItem memory item) internal {
        if (block.timestamp < boundaries[period + 1]) vm.warp(boundaries[period + 1]);
        assertEq(settlement.settle(_tableOf(period), offer, _one(item)), 1);
    }

    function _settleMonth(uint256 period, Offer memory offer, Terms memory terms) internal {
        _settle(period, offer, _bill(terms, boundaries[period + 1], 100_000_000));
    }
}
