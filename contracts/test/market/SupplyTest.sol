// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {AgreementState, Terms, SURPLUS} from "../../src/types/Agreement.sol";
import {SettlementItem} from "../../src/types/Billing.sol";
import {Meter, MeterFacts, Read} from "../../src/types/Metering.sol";
import {Offer, WorkedExample} from "../../src/types/Offer.sol";
import {Micro, Watt, Wh} from "../../src/types/Units.sol";
import {Figures} from "./Figures.sol";
import {MarketTest} from "./MarketTest.sol";
import {Signatures} from "./Signatures.sol";
import {Words} from "./Words.sol";

/// @notice Offers, metered consumers with money, signed agreements and signed reads on top of the market.
abstract contract SupplyTest is MarketTest {
    /// @dev A supply point with the keys of its consumer and its meter, as the people holding them would have them.
    struct Supply {
        Account consumer;
        bytes32 meterId;
        uint256 meterKey;
        bool p256;
        Read last;
    }

    Signatures internal signatures;

    function setUp() public virtual override {
        super.setUp();
        signatures = new Signatures(agreements, meters, escrow, token);
    }

    /* OFFERS */

    function _flatOffer() internal view returns (Offer memory) {
        return Figures.flat(retailer, address(flatFormula));
    }

    function _timeOfUseOffer() internal view returns (Offer memory) {
        return Figures.timeOfUse(retailer, address(timeOfUseFormula));
    }

    function _publish(Offer memory offer) internal returns (bytes32 offerId) {
        WorkedExample[] memory examples = Figures.examplesAt(Figures.ENERGY);
        vm.prank(offer.retailer);
        return offers.publish(offer, "Fixed 12", examples);
    }

    /* CONSUMERS AND METERS */

    /// @dev A consumer with a meter in service since the day before, and `money` in its free balance.
    function _supply(string memory name, uint128 money) internal returns (Supply memory s) {
        return _supplyWith(name, money, false);
    }

    function _supplyWith(string memory name, uint128 money, bool useP256) internal returns (Supply memory s) {
        s = _keysOf(name);
        s.p256 = useP256;
        _connect(s, _meterOf(s), money);
    }

    function _supplyIn(string memory name, uint128 money, uint32 region) internal returns (Supply memory s) {
        s = _keysOf(name);
        Meter memory meter = _meterOf(s);
        meter.region = region;
        _connect(s, meter, money);
    }

    function _keysOf(string memory name) internal returns (Supply memory s) {
        s.consumer = makeAccount(name);
        s.meterId = keccak256(abi.encode("meter of", name));
        s.meterKey = uint256(keccak256(abi.encode("key of", name))) >> 1;
        s.last = _openingOf(s);
    }

    function _connect(Supply memory s, Meter memory meter, uint128 money) private {
        vm.prank(grid);
        meters.register(s.meterId, meter, s.last);
        if (money != 0) _fund(s.consumer, money);
    }

    function _openingOf(Supply memory s) internal view returns (Read memory opening) {
        opening.meterId = s.meterId;
        opening.time = uint40(block.timestamp - 1 days);
        opening.importWh[2] = Wh.wrap(5_000);
    }

    function _meterOf(Supply memory s) internal view returns (Meter memory meter) {
        Offer memory reach = _flatOffer();
        meter.operator = grid;
        meter.digits = 12;
        meter.multiplier = 1;
        meter.capacity = Watt.wrap(1_000_000);
        meter.holder = s.consumer.addr;
        meter.region = reach.region;
        meter.voltageClass = reach.voltageClass;
        meter.customerClass = reach.customerClass;
        meter.signer = _signerOf(s);
    }

    function _signerOf(Supply memory s) internal view returns (bytes memory) {
        if (!s.p256) return abi.encodePacked(vm.addr(s.meterKey));
        (uint256 x, uint256 y) = vm.publicKeyP256(s.meterKey);
        return abi.encodePacked(address(p256), x, y);
    }

    /// @dev Test money, moved into the escrow by permit.
    function _fund(Account memory account, uint128 money) internal {
        token.mint(account.addr, money);
        (uint8 v, bytes32 r, bytes32 s) = signatures.permit(account.key, account.addr, money, block.timestamp);
        escrow.depositWithPermit(account.addr, money, block.timestamp, v, r, s);
    }

    function _free(address account) internal view returns (uint128) {
        return Micro.unwrap(escrow.accountOf(account).free);
    }

    function _locked(address account) internal view returns (uint128) {
        return Micro.unwrap(escrow.accountOf(account).locked);
    }

    /* AGREEMENTS */

    /// @dev Terms for supply from January 2026, 100,000 kWh a month.
    function _terms(Supply memory s, Offer memory offer) internal view returns (Terms memory terms) {
        terms.consumer = s.consumer.addr;
        terms.offerId = keccak256(abi.encode(offer));
        terms.meterId = s.meterId;
        terms.start = boundaries[1];
        terms.contracted = Figures.everyMonth(Figures.MONTH);
        terms.nonce = agreements.nonces(s.consumer.addr, 0);
        terms.expiry = uint40(block.timestamp + 1 hours);
    }

    function _sign(Supply memory s, Offer memory offer) internal returns (Terms memory terms, bytes32 agreementId) {
        terms = _terms(s, offer);
        bytes memory signature = signatures.terms(s.consumer.key, terms);
        vm.prank(relayer);
        agreementId = agreements.sign(offer, terms, signature);
    }

    /* READS */

    /// @dev The meter's next read: `used` Wh more in the flat register, unsigned.
    function _nextRead(Read memory last, uint40 time, uint64 used) internal pure returns (Read memory next) {
        next.meterId = last.meterId;
        next.time = time;
        next.sequence = last.sequence + 1;
        for (uint256 i; i < 5; ++i) {
            next.importWh[i] = last.importWh[i];
        }
        next.importWh[2] = next.importWh[2] + Wh.wrap(used);
        next.exportWh = last.exportWh;
        next.maxDemand = Watt.wrap(180_000);
        next.intervalRoot = keccak256(abi.encode(last.meterId, time));
    }

    function _signRead(Supply memory s, Read memory r) internal view returns (bytes memory) {
        bytes memory signature = signatures.read(s.meterKey, s.p256, r);
        return s.p256 ? bytes.concat(_signerOf(s), signature) : signature;
    }

    /// @dev Records the read at the start of supply, which opens the first bill.
    function _openSupply(Supply memory s, uint40 start) internal {
        _openAt(settlement, s, start);
    }

    function _recordRead(Supply memory s, Read memory next, bytes memory signature) internal {
        _recordReadAt(settlement, s, next, signature);
    }

    /// @param book The settlement, or the purchase book, which takes reads by the same function.
    function _openAt(ISettlement book, Supply memory s, uint40 start) internal {
        if (block.timestamp < start) vm.warp(start);
        Read memory opening = _nextRead(s.last, start, 1_000);
        _recordReadAt(book, s, opening, _signRead(s, opening));
        s.last = opening;
    }

    function _recordReadAt(ISettlement book, Supply memory s, Read memory next, bytes memory signature) internal {
        book.recordRead(s.meterId, _factsOf(s), Words.pack(s.last), Words.pack(next), next.intervalRoot, signature);
    }

    function _factsOf(Supply memory s) internal view returns (MeterFacts) {
        return Words.pack(_meterOf(s));
    }

    /// @dev What the registry should keep of the meter.
    function _stateOf(Supply memory s) internal view returns (bytes32) {
        return Words.state(_meterOf(s), s.last);
    }

    /* SETTLEMENT */

    /// @dev One customer-month: from the last read to `end`, `used` Wh. Moves the supply's last read on.
    function _item(
        Supply memory s,
        Terms memory terms,
        uint40 end,
        uint64 used
    ) internal view returns (SettlementItem memory) {
        return _itemOf(s, terms, _nextRead(s.last, end, used));
    }

    function _itemOf(
        Supply memory s,
        Terms memory terms,
        Read memory closing
    ) internal view returns (SettlementItem memory item) {
        item.terms = Words.pack(terms);
        item.facts = _factsOf(s);
        item.opening = Words.pack(s.last);
        item.closing = Words.pack(closing);
        item.intervalRoot = closing.intervalRoot;
        AgreementState memory state = agreements.stateOf(signatures.termsHash(terms));
        item.index = state.periods;
        item.surplus = state.flags & SURPLUS != 0;
        item.signature = _signRead(s, closing);
        s.last = closing;
    }

    function _one(SettlementItem memory item) internal pure returns (SettlementItem[] memory items) {
        items = new SettlementItem[](1);
        items[0] = item;
    }

    function _withdrawal(
        Account memory account,
        address to,
        uint128 amount
    ) internal view returns (IEscrow.Withdrawal memory w, bytes memory signature) {
        w = IEscrow.Withdrawal(
            account.addr,
            to,
            amount,
            escrow.nonces(account.addr, 0),
            uint40(block.timestamp + 1 hours)
        );
        signature = signatures.withdrawal(account.key, w);
    }

    function _withdrawSigned(Account memory account, address to, uint128 amount) internal {
        (IEscrow.Withdrawal memory w, bytes memory signature) = _withdrawal(account, to, amount);
        vm.prank(relayer);
        escrow.withdrawSigned(w, signature);
    }
}
