// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The least that signing and settling on signed facts can cost behind the same interface. No members, no offers, no rules,
/// no safety: never to be deployed for anything but measuring. bench/gas/README.md says what is in it and why.
abstract contract Floor {
    function _domain(string memory name) internal view returns (bytes32) {
        bytes32 domainTypeHash = keccak256(
            "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
        );
        return
            keccak256(abi.encode(domainTypeHash, keccak256(bytes(name)), keccak256("1"), block.chainid, address(this)));
    }

    function _signer(bytes32 domain, bytes32 structHash, bytes calldata signature) internal pure returns (address) {
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", domain, structHash));
        return ecrecover(digest, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));
    }
}
