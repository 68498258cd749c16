// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IModular} from "../src/interfaces/IModular.sol";
import {Terms} from "../src/types/Agreement.sol";
import {Micro} from "../src/types/Units.sol";
import {SwitchTest} from "./market/SwitchTest.sol";

/// @notice Switches that nobody but the consumer could want, or that would leave a gap: refused, and nothing is changed.
contract AgreementBookSwitchRefusedTest is SwitchTest {
    /// @dev The supply point has a new holder: it cannot end what the one before signed.
    function test_RevertGiven_AnotherConsumerThanTheOneThatSigned() public {
        _supplyMill();
        address before = mill.consumer.addr;
        Account memory heir = makeAccount("heir");
        _fund(heir, DEPOSIT);
        vm.prank(grid);
        meters.changeHolder(mill.meterId, heir.addr);
        mill.consumer = heir;
        Terms memory terms = _successor(oldId, boundaries[3]);
        _refusesSwitch(
            boundaries[1],
            terms,
            abi.encodeWithSelector(IAgreementBook.NotMeterHolder.selector, heir.addr, before)
        );
    }

    function test_RevertGiven_SomeoneElsesSignature() public {
        _supplyMill();
        Terms memory terms = _successor(oldId, boundaries[3]);
        bytes memory signature = signatures.terms(makeAccount("pushy seller").key, terms);
        bytes32 before = _everything();
        vm.expectRevert(abi.encodeWithSelector(IAgreementBook.SignatureInvalid.selector, mill.consumer.addr));
        agreements.switchTo(_replaced(boundaries[1]), fresh, terms, signature);
        assertEq(_everything(), before);
    }

    function test_RevertGiven_NotEnoughForTheNewDeposit() public {
        _supplyMill();
        uint128 free = _free(mill.consumer.addr);
        vm.prank(mill.consumer.addr);
        escrow.withdraw(mill.consumer.addr, free - DEPOSIT + 1);
        _refusesSwitch(
            boundaries[1],
            _successor(oldId, boundaries[3]),
            abi.encodeWithSelector(
                IEscrow.InsufficientFree.selector,
                mill.consumer.addr,
                Micro.wrap(DEPOSIT),
                Micro.wrap(DEPOSIT - 1)
            )
        );
    }

    /// @dev P6: an intent counts once.
    function test_P6_RevertGiven_SwitchReplayed() public {
        _supplyMill();
        (Terms memory terms, ) = _switchTo(3, boundaries[1]);
        bytes memory refusal = abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, mill.consumer.addr, 2);
        _refusesSwitch(boundaries[1], terms, refusal);
        _end(fresh, terms, boundaries[3], boundaries[3]);
        refusal = abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, mill.consumer.addr, 3);
        _refusesSwitch(boundaries[1], terms, refusal);
    }

    function test_RevertGiven_AgreementEnding() public {
        _supplyMill();
        _switchTo(3, boundaries[1]);
        _refusesSwitch(
            boundaries[1],
            _successor(oldId, boundaries[4]),
            abi.encodeWithSelector(IAgreementBook.AgreementEnding.selector, oldId, boundaries[3])
        );
    }

    function test_RevertGiven_EndTooEarly() public {
        (oldTerms, oldId) = _sign(mill, old);
        _refusesSwitch(
            boundaries[1],
            _successor(oldId, boundaries[1]),
            abi.encodeWithSelector(IAgreementBook.EndTooEarly.selector, boundaries[1], boundaries[1])
        );
    }

    function test_RevertGiven_StartInPastOrNotAtABoundary() public {
        _supplyMill();
        vm.warp(boundaries[2] + 1);
        _refusesSwitch(
            boundaries[1],
            _successor(oldId, boundaries[2]),
            abi.encodeWithSelector(IAgreementBook.StartInPast.selector, boundaries[2], boundaries[2] + 1)
        );
        _refusesSwitch(
            boundaries[1],
            _successor(oldId, boundaries[3] + 1),
            abi.encodeWithSelector(IAgreementBook.PeriodUnknown.selector, boundaries[3] + 1)
        );
    }

    /// @dev The period is a hint, and it is checked: the one before, the one after, and none at all.
    function test_RevertGiven_AnotherPeriodThanTheOneSettledInto() public {
        _supplyMill();
        uint40[3] memory hints = [boundaries[0], boundaries[2], boundaries[1] + 1];
        for (uint256 i; i < hints.length; ++i) {
            _refusesSwitch(
                hints[i],
                _successor(oldId, boundaries[3]),
                abi.encodeWithSelector(IAgreementBook.PeriodUnknown.selector, hints[i])
            );
        }
    }

    function test_RevertGiven_NotSupplying() public {
        _supplyMill();
        bytes32 other = "another agreement";
        _refusesSwitch(
            boundaries[1],
            _successor(other, boundaries[3]),
            abi.encodeWithSelector(IAgreementBook.NotSupplying.selector, mill.meterId, other, oldId)
        );
        // The right name, and somebody else's terms in front of it.
        oldTerms.nonce = 7;
        _refusesSwitch(
            boundaries[1],
            _successor(oldId, boundaries[3]),
            abi.encodeWithSelector(IAgreementBook.NotSupplying.selector, mill.meterId, oldId, oldId)
        );
    }

    function test_RevertGiven_SwitchingAtOnceByNotModule() public {
        _supplyMill();
        Terms memory terms = _successor(oldId, uint40(block.timestamp));
        bytes memory signature = _consent(terms);
        IAgreementBook.Replaced memory replaced = _replaced(boundaries[1]);
        vm.prank(mill.consumer.addr);
        vm.expectRevert(abi.encodeWithSelector(IModular.NotModule.selector, mill.consumer.addr));
        agreements.switchAt(replaced, fresh, terms, signature);
    }
}
