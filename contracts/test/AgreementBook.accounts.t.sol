// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {Terms} from "../src/types/Agreement.sol";
import {Offer} from "../src/types/Offer.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice A contract account that takes the signature of its owner.
contract OwnedWallet is IERC1271 {
    address private immutable OWNER;

    constructor(address owner) {
        OWNER = owner;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        (address signer, , ) = ECDSA.tryRecoverCalldata(digest, signature);
        return signer == OWNER ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}

/// @notice Signing with accounts that are contracts: ERC-1271 wallets, and wallets that run code of their own (EIP-7702).
contract AgreementBookAccountsTest is SupplyTest {
    Offer private offer;
    Supply private mill;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        mill = _supply("mill", 10_000_000_000);
    }

    /// @dev The mill's meter and money, moved to a contract wallet that the mill's key owns.
    function _moveToWallet() private returns (address wallet) {
        wallet = address(new OwnedWallet(mill.consumer.addr));
        vm.prank(grid);
        meters.changeHolder(mill.meterId, wallet);
        vm.startPrank(mill.consumer.addr);
        escrow.withdraw(wallet, 10_000_000_000);
        vm.startPrank(wallet);
        token.approve(address(escrow), 10_000_000_000);
        escrow.deposit(10_000_000_000);
        vm.stopPrank();
    }

    function test_SignsWithAnErc1271Wallet() public {
        address wallet = _moveToWallet();
        Terms memory terms = _terms(mill, offer);
        terms.consumer = wallet;
        bytes32 agreementId = agreements.sign(offer, terms, signatures.terms(mill.consumer.key, terms));
        assertEq(agreements.agreementOf(mill.meterId), agreementId);
        assertEq(_locked(wallet), 5_000_000_000);
    }

    function test_RevertGiven_Erc1271WalletRefuses() public {
        address wallet = _moveToWallet();
        Terms memory terms = _terms(mill, offer);
        terms.consumer = wallet;
        bytes memory signature = signatures.terms(makeAccount("thief").key, terms);
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, wallet));
        agreements.sign(offer, terms, signature);
    }

    /// @dev The account's own key, while the account runs a wallet's code: the wallet decides.
    function test_SignsWithAnEip7702Account() public {
        Account memory owner = makeAccount("owner");
        vm.signAndAttachDelegation(address(new OwnedWallet(owner.addr)), mill.consumer.key);
        Terms memory terms = _terms(mill, offer);
        bytes memory signature = signatures.terms(owner.key, terms);
        bytes32 agreementId = agreements.sign(offer, terms, signature);
        assertGt(mill.consumer.addr.code.length, 0);
        assertEq(agreements.agreementOf(mill.meterId), agreementId);
    }

    function test_RevertGiven_Eip7702WalletRefuses() public {
        vm.signAndAttachDelegation(address(new OwnedWallet(makeAddr("owner"))), mill.consumer.key);
        Terms memory terms = _terms(mill, offer);
        bytes memory signature = signatures.terms(mill.consumer.key, terms);
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, mill.consumer.addr));
        agreements.sign(offer, terms, signature);
    }
}
