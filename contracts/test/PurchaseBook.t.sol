// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Activity, ICircuitBreaker} from "../src/interfaces/ICircuitBreaker.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IMemberRegistry, Role} from "../src/interfaces/IMemberRegistry.sol";
import {IPurchaseBook} from "../src/interfaces/IPurchaseBook.sol";
import {PurchaseState, PurchaseTerms} from "../src/types/Purchase.sol";
import {Micro} from "../src/types/Units.sol";
import {OwnedWallet} from "./AgreementBook.accounts.t.sol";
import {PurchaseTest} from "./market/PurchaseTest.sol";

/// @notice Signing a purchase: three signatures over one message, and who may give them.
contract PurchaseBookTest is PurchaseTest {
    PurchaseTerms private terms;

    function setUp() public override {
        super.setUp();
        terms = _purchase();
    }

    function test_SignsWithThreeSignaturesAndLocksTheDeposit() public {
        bytes32 expected = purchaseSignatures.hash(terms);
        IPurchaseBook.Signed memory signed = _signatures(terms, retailerAccount);
        vm.expectEmit(address(purchases));
        emit IPurchaseBook.PurchaseSigned(expected, generator, retailer, terms);
        vm.prank(relayer);
        bytes32 purchaseId = purchases.sign(terms, signed);
        assertEq(purchaseId, expected);
        assertEq(agreements.agreementOf(plant.meterId), purchaseId);
        PurchaseState memory state = purchases.stateOf(purchaseId);
        assertEq(state.settledUntil, boundaries[1]);
        assertEq(state.periods, 0);
        assertFalse(state.ended);
        assertEq(Micro.unwrap(state.deposit), DEPOSIT);
        assertEq(_locked(generator), DEPOSIT);
        assertEq(_free(generator), PLENTY - DEPOSIT);
    }

    function test_P6_EachPartysNonceGoesUpByOne() public {
        _signPurchase(terms, retailerAccount);
        assertEq(purchases.nonces(generator, 0), 1);
        assertEq(purchases.nonces(retailer, 0), 1);
        assertEq(purchases.nonces(grid, 0), 1);
    }

    function test_SignsWithContractAccounts() public {
        address wallet = address(new OwnedWallet(retailer));
        vm.prank(exchange);
        members.admit(wallet, 1 << uint8(Role.Retailer));
        terms.buyer = wallet;
        bytes32 purchaseId = _signPurchase(terms, retailerAccount);
        assertEq(agreements.agreementOf(plant.meterId), purchaseId);
    }

    /* WRONG SIGNERS */

    function _expectSignatureInvalid(uint256[3] memory keys, address account) private {
        IPurchaseBook.Signed memory signed = _signedBy(terms, keys[0], keys[1], keys[2]);
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.SignatureInvalid.selector, account));
        purchases.sign(terms, signed);
    }

    function test_RevertGiven_OneOfTheThreeDidNotSign() public {
        uint256 thief = makeAccount("thief").key;
        uint256[3] memory keys = [plant.consumer.key, retailerAccount.key, gridAccount.key];
        address[3] memory parties = [generator, retailer, grid];
        for (uint256 i; i < 3; ++i) {
            uint256[3] memory wrong = [keys[0], keys[1], keys[2]];
            wrong[i] = thief;
            _expectSignatureInvalid(wrong, parties[i]);
        }
    }

    function test_RevertGiven_SignaturesInAnotherOrder() public {
        _expectSignatureInvalid([retailerAccount.key, plant.consumer.key, gridAccount.key], generator);
    }

    function test_RevertGiven_OneSignedOtherTerms() public {
        PurchaseTerms memory other = _purchase();
        other.deposit = Micro.wrap(DEPOSIT - 1);
        IPurchaseBook.Signed memory signed = _signatures(terms, retailerAccount);
        signed.grid = purchaseSignatures.sign(gridAccount.key, other);
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.SignatureInvalid.selector, grid));
        purchases.sign(terms, signed);
    }

    function test_RevertGiven_Erc1271WalletRefuses() public {
        address wallet = address(new OwnedWallet(makeAddr("owner")));
        vm.prank(exchange);
        members.admit(wallet, 1 << uint8(Role.Retailer));
        terms.buyer = wallet;
        _expectSignatureInvalid([plant.consumer.key, retailerAccount.key, gridAccount.key], wallet);
    }

    /* REPLAY AND EXPIRY */

    function test_RevertGiven_Replayed() public {
        IPurchaseBook.Signed memory signed = _signatures(terms, retailerAccount);
        purchases.sign(terms, signed);
        vm.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, generator, 1));
        purchases.sign(terms, signed);
    }

    function test_RevertGiven_OneOfTheNoncesIsUsed() public {
        for (uint256 i; i < 3; ++i) {
            PurchaseTerms memory ahead = _purchase();
            if (i == 0) ahead.generatorNonce = 1;
            else if (i == 1) ahead.buyerNonce = 1;
            else ahead.gridNonce = 1;
            address account = [generator, retailer, grid][i];
            IPurchaseBook.Signed memory signed = _signatures(ahead, retailerAccount);
            vm.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, account, 0));
            purchases.sign(ahead, signed);
        }
    }

    /// @dev Keyed nonces: an open offer to one does not hold up another.
    function test_SignsWithAnotherKeyOfTheNonce() public {
        terms.gridNonce = uint256(7) << 64;
        _signPurchase(terms, retailerAccount);
        assertEq(NoncesKeyed(address(purchases)).nonces(grid, 7), terms.gridNonce + 1);
        assertEq(purchases.nonces(grid, 0), 0);
    }

    function test_SignsAtTheLastSecond() public {
        vm.warp(terms.expiry);
        _signPurchase(terms, retailerAccount);
    }

    function test_RevertGiven_IntentExpired() public {
        vm.warp(terms.expiry + 1);
        IPurchaseBook.Signed memory signed = _signatures(terms, retailerAccount);
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.IntentExpired.selector, terms.expiry));
        purchases.sign(terms, signed);
    }

    /* ROLES */

    function _expectNotMember(address account, Role role) private {
        IPurchaseBook.Signed memory signed = _signatures(terms, retailerAccount);
        vm.expectRevert(abi.encodeWithSelector(IMemberRegistry.NotMember.selector, account, role));
        purchases.sign(terms, signed);
    }

    function test_RevertGiven_APartyIsSuspended() public {
        address[3] memory parties = [generator, grid, retailer];
        Role[3] memory roles = [Role.Generator, Role.Grid, Role.Retailer];
        for (uint256 i; i < 3; ++i) {
            vm.prank(exchange);
            members.suspend(parties[i]);
            _expectNotMember(parties[i], roles[i]);
            vm.prank(exchange);
            members.reinstate(parties[i]);
        }
        _signPurchase(terms, retailerAccount);
    }

    function test_RevertGiven_TheGeneratorIsNone() public {
        vm.prank(exchange);
        members.admit(generator, 1 << uint8(Role.Retailer));
        _expectNotMember(generator, Role.Generator);
    }

    function test_RevertGiven_PartiesNotDistinct() public {
        vm.prank(exchange);
        members.admit(generator, (1 << uint8(Role.Generator)) | (1 << uint8(Role.Retailer)) | (1 << uint8(Role.Grid)));
        address[2][3] memory pairs = [[generator, grid], [retailer, generator], [retailer, retailer]];
        for (uint256 i; i < 3; ++i) {
            (terms.buyer, terms.grid) = (pairs[i][0], pairs[i][1]);
            IPurchaseBook.Signed memory signed = _signatures(terms, retailerAccount);
            vm.expectRevert(IPurchaseBook.PartiesNotDistinct.selector);
            purchases.sign(terms, signed);
        }
    }

    /* MONEY AND PAUSES */

    function test_SignsWithExactlyTheDeposit() public {
        _drain(generator, DEPOSIT);
        _signPurchase(terms, retailerAccount);
        assertEq(_free(generator), 0);
        assertEq(_locked(generator), DEPOSIT);
    }

    function test_RevertGiven_OneMicroShortOfTheDeposit() public {
        _drain(generator, DEPOSIT - 1);
        IPurchaseBook.Signed memory signed = _signatures(terms, retailerAccount);
        vm.expectRevert(
            abi.encodeWithSelector(
                IEscrow.InsufficientFree.selector,
                generator,
                Micro.wrap(DEPOSIT),
                Micro.wrap(DEPOSIT - 1)
            )
        );
        purchases.sign(terms, signed);
    }

    function test_RevertGiven_SigningIsPaused() public {
        vm.prank(guardian);
        breaker.pause(Activity.Signing, uint40(block.timestamp + 1 days), "an exercise");
        IPurchaseBook.Signed memory signed = _signatures(terms, retailerAccount);
        vm.expectRevert(
            abi.encodeWithSelector(
                ICircuitBreaker.ActivityPaused.selector,
                Activity.Signing,
                uint40(block.timestamp + 1 days)
            )
        );
        purchases.sign(terms, signed);
    }
}
