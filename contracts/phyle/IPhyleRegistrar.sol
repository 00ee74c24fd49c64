// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Charter, Founder} from "../types/Charter.sol";

/// @title IPhyleRegistrar
/// @notice Founds a phyle in one transaction: its register, its fund, its other chapters and its root, a co-op of co-ops.
/// @dev The founders sign the root's founding, whose charter names the register, whose address follows from this
/// PhyleRegistrar, the terms and the charter: so their one word covers all of it.
interface IPhyleRegistrar {
    /// @dev A chapter that a federation is founded with.
    struct Founding {
        string name;
        address implementation;
    }

    /// @dev A federation: its register, its co-op of co-ops, and its chapters in the order of {chapters}.
    struct Federation {
        address phyle;
        address root;
        address[] chapters;
    }

    struct Terms {
        /// the one cash token, with 0 to 18 decimals
        address cash;
        /// when epoch 0 begins, at most a day before or a year after the founding
        uint48 start;
        /// seconds, 1 to 366 days
        uint32 epochLength;
        /// for each founder, how many of its cooperators start to earn together; at most those it has at the founding
        uint32[] granted;
    }

    /// @notice A federation was founded.
    /// @param chapters In the order of {chapters}; the register tells of each by {IPhyle-ChapterOpened}.
    event PhyleFounded(address indexed phyle, address indexed root, bytes32 indexed foundingHash, address[] chapters);

    /// @notice Thrown when epochs are not 1 to 366 days long, or would begin more than a day ago or more than 365 days
    /// ahead.
    error EpochInvalid(uint48 start, uint32 epochLength);
    /// @notice Thrown when the founding does not name the granted places of each founder.
    error GrantsMismatch(uint256 grants, uint256 founders);
    /// @notice Thrown when the cash token has no code.
    error CashInvalid(address cash);
    /// @notice Thrown when the cash token has more than `most` decimals, so that the books would soon be full.
    error CashDecimalsInvalid(uint256 decimals, uint256 most);
    /// @notice The charter names a federation; the founding fills in its own.
    error CharterNamesFederation(address federation);
    /// @notice An implementation calls itself other than it is listed.
    error ImplementationNamedOtherwise(address implementation, string name);
    /// @notice The list does not begin with the register and the fund.
    error FirstChaptersMissing();

    /// @notice Founds the phyle. Anyone may send it.
    /// @param charter of the root, with `federation` zero: it is filled in
    function found(
        Terms calldata terms,
        Charter calldata charter,
        Founder[] calldata founders,
        bytes[] calldata signatures,
        uint256 nonce,
        uint256 deadline
    ) external returns (Federation memory federation);

    /// @notice Tells where everything will be, and the hash that the founders of the root give their word for.
    function prepare(
        Terms calldata terms,
        Charter calldata charter,
        Founder[] calldata founders,
        uint256 nonce,
        uint256 deadline
    ) external view returns (Federation memory federation, bytes32 foundingHash);

    /// @notice Tells whether this PhyleRegistrar founded `phyle`.
    function isFounded(address phyle) external view returns (bool);

    /// @notice Tells what every federation is founded with: the register first, then the fund, then all others.
    function chapters() external view returns (Founding[] memory);
}
