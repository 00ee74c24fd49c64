// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev The cheat codes that the Solidity tests use.
interface Vm {
    function warp(uint256 time) external;

    function prank(address sender) external;

    function chainId(uint256 id) external;

    function startPrank(address sender) external;

    function stopPrank() external;

    function expectRevert() external;

    function expectRevert(bytes calldata data) external;

    function expectRevert(bytes4 selector) external;

    function assume(bool condition) external pure;

    function addr(uint256 key) external pure returns (address);

    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
}

Vm constant VM = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

/// @dev What a test needs to say.
abstract contract Checks {
    error NotEqual(string what, uint256 found, uint256 expected);
    error NotTrue(string what);

    function _equal(uint256 found, uint256 expected, string memory what) internal pure {
        if (found != expected) revert NotEqual(what, found, expected);
    }

    function _check(bool holds, string memory what) internal pure {
        if (!holds) revert NotTrue(what);
    }

    /// @dev A number from `least` to `most`, from any seed.
    function _within(uint256 seed, uint256 least, uint256 most) internal pure returns (uint256) {
        return least + (seed % (most - least + 1));
    }
}
