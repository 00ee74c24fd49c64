// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

/// @title FalseFederation
/// @notice A register of a federation of somebody's own: it says that they are its root, opened nothing, and is its own
/// fund, which takes nothing in.
contract FalseFederation {
    address public immutable root;
    address public immutable cash;

    constructor(address root_, address cash_) {
        (root, cash) = (root_, cash_);
    }

    function pour(uint256, uint8, uint256) external {}

    function chapterOf(bytes32) external view returns (address) {
        return address(this);
    }

    function chapterAt(address) external pure returns (bytes32 codeHash, bool current) {}
}
