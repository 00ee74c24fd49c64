// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @title Signatures
/// @notice Finds out whether somebody signed: by key first, then, for an account with code, by asking it.
/// @dev The key comes first also for an account with code, because the key of an account that delegated its code
/// (EIP-7702) stays its owner.
library Signatures {
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    /// @dev By key: `signature` has 65 bytes (r, s, v) or 64 (EIP-2098). A high s is refused.
    function isByKey(address signer, bytes32 digest, bytes memory signature) internal pure returns (bool) {
        bytes32 r;
        bytes32 s;
        uint8 v;
        if (signature.length == 65) {
            assembly ("memory-safe") {
                r := mload(add(signature, 0x20))
                s := mload(add(signature, 0x40))
                v := byte(0, mload(add(signature, 0x60)))
            }
        } else if (signature.length == 64) {
            assembly ("memory-safe") {
                r := mload(add(signature, 0x20))
                let vs := mload(add(signature, 0x40))
                s := shr(1, shl(1, vs))
                v := add(27, shr(255, vs))
            }
        } else {
            return false;
        }
        if (uint256(s) > HALF_ORDER) return false;
        address recovered = ecrecover(digest, v, r, s);
        return recovered != address(0) && recovered == signer;
    }

    /// @dev By the account's own word (ERC-1271). It gets `allowance` gas and can neither change anything nor make the
    /// caller pay for more than 32 bytes of answer.
    function isByAccount(
        address signer,
        bytes32 digest,
        bytes memory signature,
        uint256 allowance
    ) internal view returns (bool answer) {
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        bytes4 magic = IERC1271.isValidSignature.selector;
        assembly ("memory-safe") {
            mstore(0, 0)
            let ok := staticcall(allowance, signer, add(question, 0x20), mload(question), 0, 0x20)
            answer := and(and(ok, gt(returndatasize(), 31)), eq(mload(0), magic))
        }
    }

    function isBy(address signer, bytes32 digest, bytes memory signature) internal view returns (bool) {
        if (isByKey(signer, digest, signature)) return true;
        return signer.code.length != 0 && isByAccount(signer, digest, signature, gasleft());
    }
}
