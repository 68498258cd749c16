// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {Terms} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Meter} from "../src/types/Metering.sol";
import {Offer} from "../src/types/Offer.sol";
import {Micro, Watt, Wh} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";
import {Words} from "./market/Words.sol";

/// @dev A meter's "key" that burns all the gas it is given.
contract GasBurningSigner {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        while (true) {}
        return 0;
    }
}

/// @notice Nobody can stop a settlement by being late, greedy or wasteful.
contract SettlementLimitsTest is SupplyTest {
    /// @dev Twice what a signature may take, once with the other item and once alone, and the rest.
    uint256 private constant BURNT_AT_MOST = 2_500_000;

    Offer private offer;
    Supply private mill;
    Terms private terms;
    Supply private waster;
    Terms private wasted;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        mill = _supply("mill", 200_000_000_000);
        (terms, ) = _sign(mill, offer);
        uint256 signedAt = block.timestamp;
        _startWaster();
        vm.warp(signedAt);
        Supply memory s = mill;
        _openSupply(s, terms.start);
        mill.last = s.last;
        vm.warp(boundaries[2]);
    }

    function _startWaster() private {
        waster = _supply("waster", 200_000_000_000);
        (wasted, ) = _sign(waster, offer);
        Supply memory s = waster;
        _openSupply(s, wasted.start);
        waster.last = s.last;
    }

    function test_SettlesAMonthHoweverLate() public {
        SettlementItem memory item = _item(mill, terms, boundaries[2], 100_000_000);
        vm.warp(boundaries[2] + 400 days);
        assertEq(settlement.settle(_tableOf(1), offer, _one(item)), 1);
    }

    function test_AnItemThatBurnsItsGasStarvesNoOther() public {
        GasBurningSigner burner = new GasBurningSigner();
        bytes memory signer = abi.encodePacked(address(burner));
        vm.prank(grid);
        meters.rotateSigner(waster.meterId, _factsOf(waster), Words.pack(waster.last), signer);

        SettlementItem[] memory items = new SettlementItem[](2);
        items[0] = _item(waster, wasted, boundaries[2], 100_000_000);
        Meter memory rotated = _meterOf(waster);
        rotated.signer = signer;
        items[0].facts = Words.pack(rotated);
        items[1] = _item(mill, terms, boundaries[2], 100_000_000);
        uint256 before = gasleft();
        assertEq(settlement.settle{gas: 5_000_000}(_tableOf(1), offer, items), 1);
        assertLt(before - gasleft(), BURNT_AT_MOST);
    }

    /// @dev The dearest item there is: a P-256 signature, a last bill, and a deposit that comes back and pays twelve creditors who never
    /// had anything, with no storage slot read before in the transaction.
    function test_TheDearestItemHasEnoughGas() public {
        Offer memory last = _timeOfUseOffer();
        last.termPeriods = 1;
        _publish(last);
        Supply memory s = _supplyWith("a DLMS meter", 200_000_000_000, true);
        boundaries[1] = boundaries[3];
        (Terms memory lastTerms, ) = _sign(s, last);
        _openSupply(s, lastTerms.start);
        vm.warp(boundaries[4]);
        SettlementItem[] memory items = _one(_item(s, lastTerms, boundaries[4], 100_000_000));
        vm.startPrank(address(settlement));
        for (uint160 i; i < 12; ++i) {
            escrow.owe(s.consumer.addr, address(uint160(makeAddr("creditor")) + i), Micro.wrap(1), "another bill");
        }
        vm.stopPrank();
        address[5] memory cold = [
            address(escrow),
            address(agreements),
            address(meters),
            address(settlement),
            address(p256)
        ];
        for (uint256 i; i < cold.length; ++i) {
            vm.cool(cold[i]);
        }
        assertEq(settlement.settle(_tableOf(3), last, items), 1);
        assertEq(escrow.debtsOf(s.consumer.addr).length, 0);
    }

    /// @dev And the other one: nothing in the account, so that every payee waits.
    function test_AnItemThatIsOwedWholeHasEnoughGas() public {
        SettlementItem[] memory items = _one(_item(mill, terms, boundaries[2], 100_000_000));
        uint128 free = _free(mill.consumer.addr);
        vm.prank(mill.consumer.addr);
        escrow.withdraw(mill.consumer.addr, free);
        address[3] memory cold = [address(escrow), address(agreements), address(meters)];
        for (uint256 i; i < cold.length; ++i) {
            vm.cool(cold[i]);
        }
        assertEq(settlement.settle(_tableOf(1), offer, items), 1);
        assertEq(escrow.debtsOf(mill.consumer.addr).length, 3);
    }

    function test_RevertGiven_TooLittleGasForAnItem() public {
        SettlementItem[] memory items = _one(_item(mill, terms, boundaries[2], 100_000_000));
        (bool done, bytes memory reason) = address(settlement).call{gas: 500_000}(
            abi.encodeCall(ISettlement.settle, (_tableOf(1), offer, items))
        );
        assertFalse(done);
        assertEq(bytes4(reason), ISettlement.GasTooLow.selector);
    }

    function test_RevertGiven_MoreContractedThanTheConnectionCarries() public {
        Supply memory s = _supply("greedy", 200_000_000_000);
        uint64 possible = Watt.unwrap(_meterOf(s).capacity) * 32 * 24;
        Terms memory greedy = _terms(s, offer);
        greedy.start = boundaries[3];
        greedy.contracted[7] = Wh.wrap(possible + 1);
        bytes memory signature = signatures.terms(s.consumer.key, greedy);
        vm.expectRevert(
            abi.encodeWithSelector(
                IAgreementBook.ContractedTooMuch.selector,
                7,
                Wh.wrap(possible + 1),
                Wh.wrap(possible)
            )
        );
        agreements.sign(offer, greedy, signature);
    }

    function test_RevertGiven_WithdrawalToTheEscrowItself() public {
        vm.prank(mill.consumer.addr);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.WithdrawalTargetInvalid.selector, address(escrow)));
        escrow.withdraw(address(escrow), 1);
    }
}
