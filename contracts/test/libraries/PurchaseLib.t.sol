// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PurchaseLib} from "../../src/libraries/PurchaseLib.sol";
import {ReferenceBasis, RuleBasis, SettlementModel} from "../../src/types/Offer.sol";
import {PurchaseTerms} from "../../src/types/Purchase.sol";
import {Bps, Micro, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {VectorTest} from "./VectorTest.sol";

contract PurchaseLibTest is VectorTest {
    using PurchaseLib for PurchaseTerms;

    function test_Vectors() public {
        _checkAll("contract-year.json");
    }

    function yearOf(
        PurchaseTerms calldata terms,
        uint256 index
    ) external pure returns (Wh agreed, bool closes, Wh contracted) {
        return (terms.agreed[index % PurchaseLib.MONTHS], terms.closesYear(index), terms.contractedOfYear(index));
    }

    function hashOf(PurchaseTerms calldata terms) external pure returns (bytes32) {
        return terms.hash();
    }

    function _check(Case memory c) internal view override {
        PurchaseTerms memory terms;
        terms.periods = uint16(_in(c, "periods"));
        uint256[] memory months = _inMany(c, "agreedWh");
        for (uint256 i; i < 12; ++i) {
            terms.agreed[i] = Wh.wrap(uint64(months[i]));
        }
        (Wh agreed, bool closes, Wh contracted) = this.yearOf(terms, _in(c, "index"));
        assertEq(Wh.unwrap(agreed), _out(c, "agreedWh"), c.name);
        assertEq(closes ? 1 : 0, _out(c, "closes"), c.name);
        assertEq(Wh.unwrap(contracted), _out(c, "contractedWh"), c.name);
    }

    /// @dev Hashes of the types as wallets have them, worked out with @noble/hashes.
    function test_TheTypesAreThoseOfWallets() public pure {
        assertEq(PurchaseLib.CLAUSE_TYPEHASH, 0x8bddb773fc9d983c91eaf650c16be6422f5fe9e0f2e3bdb808c20cfcfce58297);
        assertEq(PurchaseLib.PURCHASE_TYPEHASH, 0x50995211bfce4fc3ea88ca411f7bebf182a36b34ea43818e2eb8743bb6fec4a5);
    }

    function kindOf(PurchaseTerms calldata terms) external pure returns (bool direct, bool annual) {
        return (terms.isDirect(), terms.isAnnual());
    }

    /// @dev A purchase with a meter of use is a direct one; only such a one can be annual.
    function test_DirectAndAnnualPurchases() public view {
        PurchaseTerms memory terms;
        for (uint256 i; i < 4; ++i) {
            bool uses = i & 1 != 0;
            bool yearly = i & 2 != 0;
            terms.useMeterId = uses ? bytes32(uint256(1)) : bytes32(0);
            terms.deviation.ruleBasis = yearly ? RuleBasis.Annual : RuleBasis.Monthly;
            (bool direct, bool annual) = this.kindOf(terms);
            assertEq(direct, uses);
            assertEq(annual, uses && yearly);
        }
    }

    /// @dev EIP-712 says: the type hash, then every member as one word, an array or a struct as its hash.
    function testFuzz_TermsAreHashedAsEip712Says(
        address[3] memory parties,
        bytes32[2] memory meterIds,
        uint64[8] memory n,
        Wh[12] memory agreed,
        uint256[3] memory nonces
    ) public view {
        PurchaseTerms memory t;
        (t.generator, t.buyer, t.grid) = (parties[0], parties[1], parties[2]);
        (t.deliveryMeterId, t.useMeterId) = (meterIds[0], meterIds[1]);
        (t.region, t.voltageClass, t.model) = (uint32(n[0]), uint8(n[0] >> 32), SettlementModel(n[0] % 3));
        (t.start, t.periods, t.agreed) = (uint40(n[1]), uint16(n[1] >> 40), agreed);
        (t.price, t.lower, t.deposit) = (MicroPerKwh.wrap(n[2]), Bps.wrap(uint16(n[3])), Micro.wrap(n[4]));
        t.deviation.lower = Bps.wrap(uint16(n[5]));
        t.deviation.upper = Bps.wrap(uint16(n[5] >> 16));
        t.deviation.excess = Bps.wrap(uint16(n[5] >> 32));
        t.deviation.shortfall = MicroPerKwh.wrap(n[6]);
        t.deviation.referenceBasis = ReferenceBasis(n[7] % 2);
        t.deviation.ruleBasis = RuleBasis((n[7] >> 1) % 2);
        (t.deviation.excessPayee, t.deviation.shortfallPayee) = (parties[2], parties[0]);
        (t.generatorNonce, t.buyerNonce, t.gridNonce) = (nonces[0], nonces[1], nonces[2]);
        t.expiry = uint40(n[7] >> 2);
        assertEq(this.hashOf(t), keccak256(_membersOf(t)));
    }

    function _membersOf(PurchaseTerms memory t) private pure returns (bytes memory) {
        bytes memory first = abi.encode(
            PurchaseLib.PURCHASE_TYPEHASH,
            t.generator,
            t.buyer,
            t.grid,
            t.deliveryMeterId,
            t.useMeterId,
            t.region
        );
        bytes memory second = abi.encode(
            t.voltageClass,
            t.model,
            t.start,
            t.periods,
            keccak256(abi.encode(t.agreed)),
            t.price,
            t.lower,
            t.deposit
        );
        bytes32 clause = keccak256(abi.encode(PurchaseLib.CLAUSE_TYPEHASH, t.deviation));
        return bytes.concat(first, second, abi.encode(clause, t.generatorNonce, t.buyerNonce, t.gridNonce, t.expiry));
    }
}
