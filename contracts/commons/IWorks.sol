// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IOffers} from "./IOffers.sol";

/// @title IWorks
/// @notice The immaterial commons of a federation: designs, software and texts, each with the co-op that stewards it
/// and the terms that it offers.
/// @dev RULES
/// - WRK-1 A work is registered by the account of the co-op that stewards it, or by a delegate whom that account named.
/// - WRK-2 The parents of a work have smaller ids than its own, so the graph has no cycle (L7); at most 8.
/// - WRK-3 A work never changes and is never taken back; a newer state is a new release of the same family.
/// - WRK-4 A steward registers the same content once.
interface IWorks is IOffers {
    /// @dev What is registered. The words are kept in the event alone.
    struct Entry {
        address steward;
        /// the id of the first release; 0: this is the first of a new family
        uint256 family;
        /// sha-256 of the content, the same as in its CID
        bytes32 digest;
        /// works of other families that it builds on, in ascending order
        uint256[] parents;
        string title;
        string version;
        /// SPDX licence expression
        string licence;
        /// who licenses it, in words
        string licensor;
        /// what it is for, in a sentence
        string purpose;
        string[] links;
    }

    /// @dev What is kept of a work.
    struct Work {
        address steward;
        uint256 family;
        uint48 registered;
        bytes32 digest;
        uint256[] parents;
    }

    /// @notice A work or a new release of one was registered.
    /// @param by The steward's account or the delegate who registered it.
    /// @param approved Whether it counts for the steward's standing.
    event WorkRegistered(
        uint256 indexed id,
        uint256 indexed family,
        address indexed steward,
        address by,
        bool approved,
        Entry entry
    );

    /// @notice A co-op let `wallet` register works in its name, or changed until when.
    /// @param until The end of the delegation; in the past or 0: it has ended.
    event WorksDelegateNamed(address indexed coop, address indexed wallet, uint48 until);

    /// @notice The root approved or struck a licence.
    event LicenceApproved(string licence, bool approved);

    /// @notice Thrown when the caller is neither `steward` nor its delegate.
    error NotTheStewards(address caller, address steward);
    /// @notice Thrown when `steward` is no co-op of the federation now.
    error NotAStewardCoop(address steward);
    /// @notice Thrown when a release names a family that is not the id of a first release.
    error FamilyUnknown(uint256 family);
    /// @notice Thrown when a release names a family that `steward` looks after.
    error FamilyOfAnother(uint256 family, address steward);
    /// @notice Thrown when there is no work with this id.
    error WorkUnknown(uint256 work);
    /// @notice Thrown when the digest of the content is zero.
    error DigestMissing();
    /// @notice Thrown when a text of the entry is missing, too long or holds characters that do not show, or there are
    /// more than 16 links.
    error WorkTextInvalid(uint256 titleBytes, uint256 licenceBytes);
    /// @notice Thrown when the steward has registered the same content as `work`.
    error AlreadyRegistered(uint256 work);
    /// @notice Thrown when a work names more than 8 parents.
    error ParentsTooMany(uint256 parents);
    /// @notice Thrown when the parents are not in ascending order, or one is not older than the work, or is of the same
    /// family.
    error ParentInvalid(uint256 parent);
    /// @notice Thrown when a delegation would end in more than two years.
    error TooLongAhead(uint48 until);

    /// @notice Registers a work or a new release of one, and notes in Phyle that its steward made something for the
    /// commons, where the licence is approved.
    function register(Entry calldata entry) external returns (uint256 id);

    /// @notice The calling co-op lets `wallet` register works in its name until a date, at most two years ahead.
    function nameDelegate(address wallet, uint48 until) external;

    /// @notice Approves or strikes a licence. Only the root.
    /// @dev The usual free licences are approved from the start. An expression with AND is approved where each of its
    /// parts is, unless the root spoke about the whole.
    function approveLicence(string calldata licence, bool approved) external;

    /// @notice Whether works under this licence count for the standing of their steward.
    function isApprovedLicence(string calldata licence) external view returns (bool);

    /// @notice Whether `wallet` may register works for `coop` now.
    function isDelegate(address coop, address wallet) external view returns (bool);

    /// @notice Until when `wallet` may register works for `coop`.
    function delegateUntil(address coop, address wallet) external view returns (uint48);

    /// @notice The entry of a work, without its words.
    function workOf(uint256 work) external view returns (Work memory);

    /// @notice The family and steward of a work; reverts where there is none.
    function stewardOf(uint256 work) external view returns (uint256 family, address steward);

    /// @notice The works that a work builds on, in ascending order.
    function parentsOf(uint256 work) external view returns (uint256[] memory);

    /// @notice The work that `steward` registered with this content; 0: none.
    function idOf(address steward, bytes32 digest) external view returns (uint256);

    /// @notice The number of works; ids run from 1.
    function count() external view returns (uint256);

    /// @notice The federation that these works belong to.
    function phyle() external view returns (address);
}
