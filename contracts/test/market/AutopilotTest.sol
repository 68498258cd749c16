// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {
    FeedIn,
    InstructedUse,
    InstructionRevocation,
    Leftover,
    StandingInstruction,
    StorageTerms,
    Tick
} from "../../src/types/Surplus.sol";
import {Bps, MicroPerKwh, Wh} from "../../src/types/Units.sol";
import {Figures} from "./Figures.sol";
import {SurplusTest} from "./SurplusTest.sol";

/// @notice A roof with 10,000 Wh of December, a battery, a grid company that pays 0.4153, and what owners sign for it all.
abstract contract AutopilotTest is SurplusTest {
    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant INSTRUCTION_TYPEHASH =
        keccak256(
            "StandingInstruction(address account,uint32 region,uint8 first,uint24 reserve,uint32 storageId,uint16 efficiency,uint8 rest,uint64 feedIn,uint40 from,uint40 until,uint256 nonce)"
        );
    bytes32 private constant REVOCATION_TYPEHASH =
        keccak256("InstructionRevocation(address account,uint32 region,uint256 nonce,uint40 expiry)");

    uint64 internal constant EXPORTED = 10_000;
    uint24 internal constant RESERVE = 300;

    Account internal roof;
    uint32 internal storageId;

    function setUp() public virtual override {
        super.setUp();
        roof = _seller("roof", EXPORTED);
        vm.prank(battery);
        storageId = credits.offerStorage(StorageTerms(Bps.wrap(8_500), 30 days, Wh.wrap(4_000)));
        _fund(makeAccount("grid"), 1_000_000_000);
        vm.prank(exchange);
        credits.publishFeedIn(Figures.REGION, boundaries[0], FeedIn(grid, MicroPerKwh.wrap(415_300)));
    }

    /* WHAT OWNERS SIGN */

    function _instruction(InstructedUse first, Leftover rest) internal view returns (StandingInstruction memory i) {
        i.account = roof.addr;
        i.region = Figures.REGION;
        i.first = first;
        i.rest = rest;
        if (first == InstructedUse.Sell) i.reserve = Tick.wrap(RESERVE);
        if (first == InstructedUse.Store) (i.storageId, i.efficiency) = (storageId, Bps.wrap(8_500));
        if (first == InstructedUse.Return || rest == Leftover.Return) i.feedIn = MicroPerKwh.wrap(400_000);
        i.from = boundaries[0];
        i.until = uint40(block.timestamp + 300 days);
        i.nonce = autopilot.nonces(roof.addr, 0);
    }

    function _give(InstructedUse first, Leftover rest) internal returns (StandingInstruction memory i) {
        i = _instruction(first, rest);
        _give(i);
    }

    function _give(StandingInstruction memory i) internal {
        bytes memory signature = _signed(roof.key, i);
        vm.prank(relayer);
        autopilot.give(i, signature);
    }

    function _revocation() internal view returns (InstructionRevocation memory) {
        uint40 expiry = uint40(block.timestamp + 1 hours);
        return InstructionRevocation(roof.addr, Figures.REGION, autopilot.nonces(roof.addr, 0), expiry);
    }

    function _revoke() internal {
        InstructionRevocation memory r = _revocation();
        bytes memory signature = _signed(roof.key, r);
        vm.prank(relayer);
        autopilot.revoke(r, signature);
    }

    /// @dev Field by field, as the type reads.
    function _signed(uint256 key, StandingInstruction memory i) internal view returns (bytes memory) {
        bytes memory what = abi.encode(INSTRUCTION_TYPEHASH, i.account, i.region, i.first, i.reserve, i.storageId);
        bytes memory rest = abi.encode(i.efficiency, i.rest, i.feedIn, i.from, i.until, i.nonce);
        return _sign(key, keccak256(bytes.concat(what, rest)));
    }

    function _signed(uint256 key, InstructionRevocation memory r) internal view returns (bytes memory) {
        return _sign(key, keccak256(abi.encode(REVOCATION_TYPEHASH, r.account, r.region, r.nonce, r.expiry)));
    }

    function _sign(uint256 key, bytes32 structHash) private view returns (bytes memory) {
        bytes32 name = keccak256("Switchyard Autopilot");
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, name, keccak256("1"), block.chainid, address(autopilot))
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, MessageHashUtils.toTypedDataHash(domain, structHash));
        return abi.encodePacked(r, s, v);
    }

    /* WHAT ANYBODY DOES WITH IT */

    function _store() internal returns (Wh) {
        vm.prank(relayer);
        return autopilot.store(roof.addr, Figures.REGION, boundaries[0]);
    }

    function _return() internal returns (Wh) {
        vm.prank(relayer);
        return autopilot.returnToGrid(roof.addr, Figures.REGION, boundaries[0]);
    }

    function _listAt(uint256 session) internal returns (Wh) {
        vm.prank(relayer);
        return autopilot.list(roof.addr, session);
    }
}
