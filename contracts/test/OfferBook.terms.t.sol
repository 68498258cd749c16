// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IOfferBook} from "../src/interfaces/IOfferBook.sol";
import {IPriceFormula} from "../src/interfaces/IPriceFormula.sol";
import {Offer, SettlementModel, WorkedExample} from "../src/types/Offer.sol";
import {Bps, Micro, MicroPerKwh, Wh} from "../src/types/Units.sol";
import {Figures} from "./market/Figures.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice What an offer may say, and what its worked examples must prove.
contract OfferBookTermsTest is SupplyTest {
    function _refuses(Offer memory offer, WorkedExample[] memory examples, bytes memory refusal) private {
        vm.prank(retailer);
        vm.expectRevert(refusal);
        offers.publish(offer, "Bad", examples);
    }

    function _refuses(Offer memory offer, bytes memory refusal) private {
        _refuses(offer, Figures.examplesAt(Figures.ENERGY), refusal);
    }

    function test_RevertGiven_BandInvalid() public {
        uint16[2][3] memory bands = [[uint16(10_001), 10_500], [uint16(9_500), 9_999], [uint16(9_500), 20_001]];
        for (uint256 i; i < bands.length; ++i) {
            Offer memory offer = _flatOffer();
            (offer.deviation.lower, offer.deviation.upper) = (Bps.wrap(bands[i][0]), Bps.wrap(bands[i][1]));
            _refuses(offer, abi.encodeWithSelector(IOfferBook.BandInvalid.selector, bands[i][0], bands[i][1]));
        }
    }

    function test_TakesTheWidestAndTheNarrowestBand() public {
        Offer memory offer = _flatOffer();
        (offer.deviation.lower, offer.deviation.upper) = (Bps.wrap(0), Bps.wrap(20_000));
        _publish(offer);
        (offer.deviation.lower, offer.deviation.upper) = (Bps.wrap(10_000), Bps.wrap(10_000));
        _publish(offer);
    }

    function test_RevertGiven_ExcessRatioTooHigh() public {
        Offer memory offer = _flatOffer();
        offer.deviation.excess = Bps.wrap(30_001);
        _refuses(offer, abi.encodeWithSelector(IOfferBook.ExcessRatioTooHigh.selector, 30_001));
    }

    function test_RevertGiven_TermInvalid() public {
        Offer memory offer = _flatOffer();
        offer.termPeriods = 0;
        _refuses(offer, abi.encodeWithSelector(IOfferBook.TermInvalid.selector, 0));
        offer.termPeriods = 61;
        _refuses(offer, abi.encodeWithSelector(IOfferBook.TermInvalid.selector, 61));
    }

    function test_RevertGiven_ValidityInvalid() public {
        Offer memory offer = _flatOffer();
        offer.validUntil = offer.validFrom;
        _refuses(offer, abi.encodeWithSelector(IOfferBook.ValidityInvalid.selector, offer.validFrom, offer.validUntil));
        (offer.validFrom, offer.validUntil) = (1, uint40(block.timestamp));
        _refuses(offer, abi.encodeWithSelector(IOfferBook.ValidityInvalid.selector, offer.validFrom, offer.validUntil));
    }

    function test_RevertGiven_ServiceFeeNotAllowed() public {
        Offer memory offer = _flatOffer();
        offer.serviceFee = MicroPerKwh.wrap(1);
        _refuses(offer, abi.encodeWithSelector(IOfferBook.ServiceFeeNotAllowed.selector));
        offer.model = SettlementModel.Integrated;
        _refuses(offer, abi.encodeWithSelector(IOfferBook.ServiceFeeNotAllowed.selector));
        offer.model = SettlementModel.GridLed;
        _publish(offer);
    }

    function test_RevertGiven_GreenShareInvalid() public {
        Offer memory offer = _flatOffer();
        offer.green = Bps.wrap(10_001);
        _refuses(offer, abi.encodeWithSelector(IOfferBook.GreenShareInvalid.selector, 10_001));
    }

    function test_RevertGiven_ExitFeeTooHigh() public {
        Offer memory offer = _flatOffer();
        offer.exitFee = Micro.wrap(1e12 + 1);
        _refuses(offer, abi.encodeWithSelector(IOfferBook.ExitFeeTooHigh.selector, offer.exitFee));
        offer.exitFee = Micro.wrap(1e12);
        _publish(offer);
    }

    function test_RevertGiven_FormulaNotAllowed() public {
        Offer memory offer = _flatOffer();
        offer.formula = makeAddr("a formula of my own");
        _refuses(offer, abi.encodeWithSelector(IOfferBook.FormulaNotAllowed.selector, offer.formula));
    }

    function test_RevertGiven_FormulaParamsInvalid() public {
        Offer memory offer = _flatOffer();
        offer.formulaParams = abi.encode(Figures.ENERGY, Figures.ENERGY);
        _refuses(offer, abi.encodeWithSelector(IPriceFormula.FormulaParamsInvalid.selector));
    }

    function test_RevertGiven_ExamplesMissing() public {
        WorkedExample[] memory two = new WorkedExample[](2);
        _refuses(_flatOffer(), two, abi.encodeWithSelector(IOfferBook.ExamplesMissing.selector, 2, 3));
    }

    function test_RevertGiven_ExamplesNotIncreasing() public {
        WorkedExample[] memory examples = Figures.examplesAt(Figures.ENERGY);
        examples[2] = examples[1];
        _refuses(_flatOffer(), examples, abi.encodeWithSelector(IOfferBook.ExamplesNotIncreasing.selector, 2));
        WorkedExample[] memory empty = new WorkedExample[](3);
        _refuses(_flatOffer(), empty, abi.encodeWithSelector(IOfferBook.ExamplesNotIncreasing.selector, 0));
    }

    function testFuzz_RevertGiven_ExampleMismatch(uint8 which, uint64 wrong) public {
        WorkedExample[] memory examples = Figures.examplesAt(Figures.ENERGY);
        uint256 index = bound(which, 0, 2);
        Micro computed = examples[index].charge;
        Micro promised = Micro.wrap(uint128(wrong));
        vm.assume(!(promised == computed));
        examples[index].charge = promised;
        _refuses(
            _flatOffer(),
            examples,
            abi.encodeWithSelector(IOfferBook.ExampleMismatch.selector, index, promised, computed)
        );
    }

    function testFuzz_PublishesAnyPriceWithItsOwnExamples(uint64 price, uint32 dust) public {
        Offer memory offer = _flatOffer();
        offer.formulaParams = abi.encode(price);
        WorkedExample[] memory examples = Figures.examplesAt(price);
        examples[0].usage.registers[2] = Wh.wrap((dust % Figures.MONTH) / 2 + 1);
        examples[0].charge = Micro.wrap((uint128(Wh.unwrap(examples[0].usage.registers[2])) * price) / 1000);
        vm.prank(retailer);
        offers.publish(offer, "Any price", examples);
    }
}
