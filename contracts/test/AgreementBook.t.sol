// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {AgreementState, Terms} from "../src/types/Agreement.sol";
import {Offer} from "../src/types/Offer.sol";
import {Micro, Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice Signing by intent: what it does, and whose signature counts.
contract AgreementBookTest is SupplyTest {
    /// @dev An average month of 100,000 kWh at 0.05 per kWh.
    uint128 private constant DEPOSIT = 5_000_000_000;

    Offer private offer;
    Supply private mill;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        mill = _supply("mill", 10_000_000_000);
    }

    function _refuses(Terms memory terms, bytes memory signature, bytes memory refusal) private {
        vm.prank(relayer);
        vm.expectRevert(refusal);
        agreements.sign(offer, terms, signature);
        assertEq(_locked(terms.consumer), 0);
        assertEq(agreements.agreementOf(terms.meterId), 0);
    }

    function test_AnyoneMaySubmitAConsumersSignature() public {
        Terms memory terms = _terms(mill, offer);
        bytes32 agreementId = signatures.termsHash(terms);
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        vm.expectEmit(address(agreements));
        emit IAgreementBook.AgreementSigned(agreementId, mill.consumer.addr, retailer, terms, 12, Micro.wrap(DEPOSIT));
        vm.expectEmit(address(escrow));
        emit IEscrow.Locked(mill.consumer.addr, Micro.wrap(DEPOSIT));
        vm.prank(relayer);
        assertEq(agreements.sign(offer, terms, signature), agreementId);

        AgreementState memory state = agreements.stateOf(agreementId);
        assertEq(state.signedAt, block.timestamp);
        assertEq(state.settledUntil, boundaries[1]);
        assertEq(state.periods, 0);
        assertEq(state.termPeriods, 12);
        assertEq(state.flags, 0);
        assertEq(state.endsAt, 0);
        assertEq(state.averageBill, 0);
        assertEq(state.deposit, DEPOSIT);
        assertEq(agreements.agreementOf(mill.meterId), agreementId);
        assertEq(_locked(mill.consumer.addr), DEPOSIT);
        assertEq(_free(mill.consumer.addr), 10_000_000_000 - DEPOSIT);
        assertEq(agreements.nonces(mill.consumer.addr, 0), 1);
    }

    function test_RevertGiven_SomeoneElsesSignature() public {
        Terms memory terms = _terms(mill, offer);
        bytes memory signature = signatures.terms(makeAccount("thief").key, terms);
        _refuses(
            terms,
            signature,
            abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, mill.consumer.addr)
        );
    }

    function test_RevertGiven_OtherTermsThanSigned() public {
        Terms memory terms = _terms(mill, offer);
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        terms.contracted[11] = Wh.wrap(1);
        _refuses(
            terms,
            signature,
            abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, mill.consumer.addr)
        );
    }

    function testFuzz_RevertGiven_DamagedSignature(uint256 place, uint8 damage) public {
        vm.assume(damage != 0);
        Terms memory terms = _terms(mill, offer);
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        place = bound(place, 0, 64);
        signature[place] = bytes1(uint8(signature[place]) ^ damage);
        _refuses(
            terms,
            signature,
            abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, mill.consumer.addr)
        );
    }

    function test_RevertGiven_SignatureForAnotherChain() public {
        Terms memory terms = _terms(mill, offer);
        vm.chainId(1);
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        vm.chainId(31_337);
        _refuses(
            terms,
            signature,
            abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, mill.consumer.addr)
        );
    }

    function test_RevertGiven_IntentExpired() public {
        Terms memory terms = _terms(mill, offer);
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        vm.warp(terms.expiry + 1);
        _refuses(terms, signature, abi.encodeWithSelector(IAgreementBook.IntentExpired.selector, terms.expiry));
    }

    function test_SignsInTheLastSecondOfTheIntent() public {
        Terms memory terms = _terms(mill, offer);
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        vm.warp(terms.expiry);
        agreements.sign(offer, terms, signature);
    }

    /// @dev P6: nonces only +1.
    function test_P6_RevertGiven_NonceUsedTwice() public {
        (Terms memory first, ) = _sign(mill, offer);
        Supply memory second = _supply("second mill", 0);
        vm.prank(grid);
        meters.changeHolder(second.meterId, mill.consumer.addr);
        Terms memory terms = _terms(second, offer);
        (terms.consumer, terms.nonce) = (mill.consumer.addr, first.nonce);
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        vm.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, mill.consumer.addr, 1));
        agreements.sign(offer, terms, signature);
    }

    function test_P6_RevertGiven_NonceSkipped() public {
        Terms memory terms = _terms(mill, offer);
        terms.nonce = 1;
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        _refuses(terms, signature, abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, mill.consumer.addr, 0));
    }

    function test_NoncesOfOtherKeysCountOnTheirOwn() public {
        Terms memory terms = _terms(mill, offer);
        terms.nonce = uint256(7) << 64;
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        agreements.sign(offer, terms, signature);
        assertEq(agreements.nonces(mill.consumer.addr, 7), (uint256(7) << 64) + 1);
        assertEq(agreements.nonces(mill.consumer.addr, 0), 0);
    }

    /// @dev P4: at every instant a meter has at most one supplier. The same intent cannot be replayed either.
    function test_P4_RevertGiven_MeterAlreadySupplied() public {
        (Terms memory terms, bytes32 agreementId) = _sign(mill, offer);
        bytes memory refusal = abi.encodeWithSelector(
            IAgreementBook.MeterAlreadySupplied.selector,
            mill.meterId,
            agreementId
        );
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        vm.expectRevert(refusal);
        agreements.sign(offer, terms, signature);
        terms.nonce = 1;
        signature = signatures.terms(mill.consumer.key, terms);
        vm.expectRevert(refusal);
        agreements.sign(offer, terms, signature);
    }

    function test_RevertGiven_ItReplacesAnAgreementThatIsNotThere() public {
        Terms memory terms = _terms(mill, offer);
        terms.replaces = "none";
        _refuses(
            terms,
            signatures.terms(mill.consumer.key, terms),
            abi.encodeWithSelector(IAgreementBook.NotSupplying.selector, mill.meterId, bytes32("none"), bytes32(0))
        );
    }

    function test_RevertGiven_DepositTooSmall() public {
        vm.prank(mill.consumer.addr);
        escrow.withdraw(mill.consumer.addr, 5_000_000_001);
        Terms memory terms = _terms(mill, offer);
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        _refuses(
            terms,
            signature,
            abi.encodeWithSelector(
                IEscrow.InsufficientFree.selector,
                mill.consumer.addr,
                Micro.wrap(DEPOSIT),
                Micro.wrap(4_999_999_999)
            )
        );
    }
}
