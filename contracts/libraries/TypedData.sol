// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title TypedData
/// @notice EIP-712 with the domain that all contracts here share: Phyle, 1, this chain, the running contract.
library TypedData {
    string internal constant NAME = "Phyle";
    string internal constant VERSION = "1";

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );

    bytes32 private constant NAME_HASH = keccak256("Phyle");
    bytes32 private constant VERSION_HASH = keccak256("1");

    /// @dev Never cached, so that a signature does not outlive a change of the chain's id.
    function domain() internal view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPEHASH, NAME_HASH, VERSION_HASH, block.chainid, address(this)));
    }

    function digest(bytes32 domain_, bytes32 structHash) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", domain_, structHash));
    }
}
