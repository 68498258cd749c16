// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementBook} from "../src/interfaces/IAgreementBook.sol";
import {IMeterRegistry} from "../src/interfaces/IMeterRegistry.sol";
import {IPurchaseBook} from "../src/interfaces/IPurchaseBook.sol";
import {Meter} from "../src/types/Metering.sol";
import {CustomerClass, Offer, SettlementModel} from "../src/types/Offer.sol";
import {PurchaseTerms} from "../src/types/Purchase.sol";
import {Bps, MicroPerKwh, Watt, Wh} from "../src/types/Units.sol";
import {PurchaseTest} from "./market/PurchaseTest.sol";

/// @notice Terms that nobody's signature makes valid.
contract PurchaseBookTermsTest is PurchaseTest {
    /// @dev What the connection of 1 MW can carry in the longest period.
    uint64 private constant POSSIBLE = 768_000_000;

    PurchaseTerms private terms;
    PurchaseTerms private direct;
    Supply private mill;

    function setUp() public override {
        super.setUp();
        mill = _supply("mill", PLENTY);
        terms = _purchase();
        direct = _directPurchase(mill);
    }

    function _expect(PurchaseTerms memory t, bytes memory refusal) private {
        IPurchaseBook.Signed memory signed = _signatures(t, t.useMeterId == 0 ? retailerAccount : mill.consumer);
        vm.expectRevert(refusal);
        purchases.sign(t, signed);
    }

    function test_DirectTermsAreSigned() public {
        bytes32 purchaseId = _signPurchase(direct, mill.consumer);
        assertEq(agreements.agreementOf(mill.meterId), purchaseId);
        assertEq(agreements.agreementOf(plant.meterId), purchaseId);
    }

    /* TIME */

    function test_RevertGiven_StartInPast() public {
        vm.warp(boundaries[1] + 1);
        terms.expiry = uint40(block.timestamp);
        _expect(terms, abi.encodeWithSelector(IPurchaseBook.StartInPast.selector, boundaries[1], boundaries[1] + 1));
    }

    function test_SignsAtTheStart() public {
        vm.warp(boundaries[1]);
        terms.expiry = uint40(block.timestamp);
        _signPurchase(terms, retailerAccount);
    }

    function test_RevertGiven_PeriodUnknown() public {
        terms.start = boundaries[1] + 1;
        _expect(terms, abi.encodeWithSelector(IPurchaseBook.PeriodUnknown.selector, terms.start));
    }

    function test_RevertGiven_TermInvalid() public {
        terms.periods = 0;
        _expect(terms, abi.encodeWithSelector(IPurchaseBook.TermInvalid.selector, 0));
        terms.periods = 61;
        _expect(terms, abi.encodeWithSelector(IPurchaseBook.TermInvalid.selector, 61));
        terms.periods = 60;
        _signPurchase(terms, retailerAccount);
    }

    /* FIGURES */

    function test_RevertGiven_PriceTooHigh() public {
        terms.price = MicroPerKwh.wrap(uint64(type(uint32).max) + 1);
        _expect(terms, abi.encodeWithSelector(IPurchaseBook.PriceTooHigh.selector, terms.price));
        direct.deviation.shortfall = terms.price;
        _expect(direct, abi.encodeWithSelector(IPurchaseBook.PriceTooHigh.selector, terms.price));
        terms.price = MicroPerKwh.wrap(type(uint32).max);
        _signPurchase(terms, retailerAccount);
    }

    function test_RevertGiven_MoreThanAllMustBeDelivered() public {
        terms.lower = Bps.wrap(10_001);
        _expect(terms, abi.encodeWithSelector(IPurchaseBook.BandInvalid.selector, 10_001, 10_000));
        terms.lower = Bps.wrap(10_000);
        _signPurchase(terms, retailerAccount);
    }

    function test_RevertGiven_BandInvalid() public {
        uint16[2][3] memory bands = [[uint16(10_001), 10_500], [uint16(9_500), 9_999], [uint16(9_500), 20_001]];
        for (uint256 i; i < 3; ++i) {
            (direct.deviation.lower, direct.deviation.upper) = (Bps.wrap(bands[i][0]), Bps.wrap(bands[i][1]));
            _expect(direct, abi.encodeWithSelector(IPurchaseBook.BandInvalid.selector, bands[i][0], bands[i][1]));
        }
        (direct.deviation.lower, direct.deviation.upper) = (Bps.wrap(10_000), Bps.wrap(20_000));
        _signPurchase(direct, mill.consumer);
    }

    function test_RevertGiven_ExcessRatioTooHigh() public {
        direct.deviation.excess = Bps.wrap(30_001);
        _expect(direct, abi.encodeWithSelector(IPurchaseBook.ExcessRatioTooHigh.selector, 30_001));
        direct.deviation.excess = Bps.wrap(30_000);
        _signPurchase(direct, mill.consumer);
    }

    function test_RevertGiven_DirectWithoutAGridThatBills() public {
        direct.model = SettlementModel.RetailerLed;
        _expect(direct, abi.encodeWithSelector(IPurchaseBook.DirectNeedsGrid.selector, SettlementModel.RetailerLed));
    }

    /* METERS */

    function test_RevertGiven_ContractedTooMuch() public {
        terms.agreed[11] = Wh.wrap(POSSIBLE + 1);
        _expect(
            terms,
            abi.encodeWithSelector(IPurchaseBook.ContractedTooMuch.selector, 11, terms.agreed[11], Wh.wrap(POSSIBLE))
        );
        terms.agreed[11] = Wh.wrap(POSSIBLE);
        _signPurchase(terms, retailerAccount);
    }

    function _plantWith(string memory name, Watt capacity, CustomerClass class) private returns (Supply memory s) {
        s = _keysOf(name);
        Meter memory meter = _meterOf(s);
        (meter.capacity, meter.customerClass) = (capacity, class);
        vm.prank(grid);
        meters.register(s.meterId, meter, s.last);
    }

    function test_RevertGiven_MeterUnknown() public {
        terms.deliveryMeterId = keccak256("no meter");
        _expect(terms, abi.encodeWithSelector(IMeterRegistry.MeterUnknown.selector, terms.deliveryMeterId));
    }

    function test_RevertGiven_AMeterIsSomeoneElses() public {
        terms.deliveryMeterId = mill.meterId;
        _expect(terms, abi.encodeWithSelector(IPurchaseBook.NotMeterHolder.selector, generator, mill.consumer.addr));
        direct.useMeterId = plant.meterId;
        _expect(direct, abi.encodeWithSelector(IPurchaseBook.NotMeterHolder.selector, mill.consumer.addr, generator));
    }

    function test_RevertGiven_AnotherGridRunsTheMeter() public {
        Account memory other = makeAccount("other grid");
        vm.prank(exchange);
        members.admit(other.addr, 1 << 3);
        terms.grid = other.addr;
        IPurchaseBook.Signed memory signed = _signedBy(terms, plant.consumer.key, retailerAccount.key, other.key);
        vm.expectRevert(abi.encodeWithSelector(IPurchaseBook.NotMeterOperator.selector, other.addr, grid));
        purchases.sign(terms, signed);
    }

    function test_RevertGiven_AHouseholdBuysDirect() public {
        Supply memory home = _plantWith("home", Watt.wrap(1_000_000), CustomerClass.Household);
        PurchaseTerms memory t = _directPurchase(home);
        IPurchaseBook.Signed memory signed = _signatures(t, home.consumer);
        vm.expectRevert(
            abi.encodeWithSelector(IPurchaseBook.NotLargeConsumer.selector, home.consumer.addr, home.meterId)
        );
        purchases.sign(t, signed);
    }

    function test_RevertGiven_PurchaseOutOfReach() public {
        (direct.region, direct.voltageClass) = (11, 2);
        _expect(direct, abi.encodeWithSelector(IPurchaseBook.PurchaseOutOfReach.selector, mill.meterId, 42, 2));
        (direct.region, direct.voltageClass) = (42, 3);
        _expect(direct, abi.encodeWithSelector(IPurchaseBook.PurchaseOutOfReach.selector, mill.meterId, 42, 2));
    }

    /// @dev P4: a meter has one supplier, and its reads one keeper.
    function test_P4_RevertGiven_MeterAlreadySupplied() public {
        Offer memory offer = _flatOffer();
        _publish(offer);
        (, bytes32 agreementId) = _sign(mill, offer);
        _expect(
            direct,
            abi.encodeWithSelector(IAgreementBook.MeterAlreadySupplied.selector, mill.meterId, agreementId)
        );
    }

    function test_P4_RevertGiven_AMeterOfAnotherPurchase() public {
        bytes32 first = _signPurchase(terms, retailerAccount);
        PurchaseTerms memory second = _directPurchase(mill);
        _expect(second, abi.encodeWithSelector(IAgreementBook.MeterAlreadySupplied.selector, plant.meterId, first));
    }
}
