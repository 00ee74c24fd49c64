// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Right} from "../types/Right.sol";
import {Family, WorkId} from "../types/WorkId.sol";

import {IOffers} from "./IOffers.sol";

/// @title IWorks
/// @notice The immaterial commons of a federation: designs, software and texts, each with the co-op that stewards it
/// and the terms that it offers.
/// @dev RULES
/// - WRK-1 A work is registered by the account of the co-op that stewards it, or by a delegate whom that account named.
/// - WRK-2 The parents of a work have smaller ids than its own, so the graph has no cycle (L7); at most 8.
/// - WRK-3 A work never changes and is never taken back; a newer state is a new release of the same family.
/// - WRK-4 A steward registers the same content once.
/// - WRK-5 Of the works with one content the first registered stands. A later one is kept, counts for the standing of its
///   steward, and sells nothing, until the root decides that it stands instead.
interface IWorks is IOffers {
    /// @dev It holds what is registered. The words are kept in the event alone.
    struct Entry {
        address steward;
        /// the id of the first release; 0: this is the first of a new family
        Family family;
        /// sha-256 of the content, the same as in its CID
        bytes32 digest;
        /// works of other families that it builds on, in ascending order
        WorkId[] parents;
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

    /// @dev It holds what is kept of a work.
    struct Work {
        address steward;
        Family family;
        uint48 registered;
        /// what its public licence already allows a firm
        Right right;
        /// the work with the same content that stands; its own id where it stands itself
        WorkId origin;
        bytes32 digest;
        WorkId[] parents;
    }

    /// @notice A work or a new release of one was registered.
    /// @param by The steward's account or the delegate who registered it.
    /// @param approved True if it counts for the steward's standing.
    /// @param right The use that its public licence already allows a firm.
    /// @param origin The work with the same content that stands; its own id where there was none before.
    event WorkRegistered(
        WorkId indexed id,
        Family indexed family,
        address indexed steward,
        address by,
        bool approved,
        Right right,
        WorkId origin,
        Entry entry
    );

    /// @notice A co-op let `wallet` register works in its name, or changed until when.
    /// @param until The end of the delegation; in the past or 0: it has ended.
    event WorksDelegateNamed(address indexed coop, address indexed wallet, uint48 until);

    /// @notice The root approved or struck a licence.
    event LicenceApproved(string licence, bool approved);

    /// @notice The root said what a licence allows a firm, for works registered from now on.
    event RightListed(string licence, Right right);

    /// @notice The root decided what the public licence of a work allows a firm.
    event RightDecided(WorkId indexed work, Right right);

    /// @notice The root decided that of the works with one content `work` stands, and no longer `before`.
    event OriginDecided(bytes32 indexed digest, WorkId indexed work, WorkId before);

    /// @notice Thrown when the caller is neither `steward` nor its delegate.
    error NotTheStewards(address caller, address steward);
    /// @notice Thrown when `steward` is no co-op of the federation now.
    error NotAStewardCoop(address steward);
    /// @notice Thrown when a release names a family that is not the id of a first release.
    error FamilyUnknown(Family family);
    /// @notice Thrown when a release names a family that `steward` looks after.
    error FamilyOfAnother(Family family, address steward);
    /// @notice Thrown when there is no work with this id.
    error WorkUnknown(WorkId work);
    /// @notice Thrown when the digest of the content is zero.
    error DigestMissing();
    /// @notice Thrown when a text of the entry is missing, too long or holds characters that do not show, or there are
    /// more than 16 links.
    error WorkTextInvalid(uint256 titleBytes, uint256 licenceBytes);
    /// @notice Thrown when the steward has registered the same content as `work`.
    error AlreadyRegistered(WorkId work);
    /// @notice Thrown when of the works with the content of `work` it is this one that stands.
    error StandsAlready(WorkId work);
    /// @notice Thrown when a work names more than 8 parents.
    error ParentsTooMany(uint256 parents);
    /// @notice Thrown when the parents are not in ascending order, or one is not older than the work, or is of the same
    /// family.
    error ParentInvalid(WorkId parent);
    /// @notice Thrown when a delegation would end in more than two years.
    error TooLongAhead(uint48 until);

    /// @notice Registers a work or a new release of one, and notes in Phyle that its steward made something for the
    /// commons, where the licence is approved.
    function register(Entry calldata entry) external returns (WorkId id);

    /// @notice The calling co-op lets `wallet` register works in its name until a date, at most two years ahead.
    function nameDelegate(address wallet, uint48 until) external;

    /// @notice Approves or strikes a licence. Only the root.
    /// @dev The usual free licences are approved from the start. An expression with AND is approved where each of its
    /// parts is, unless the root spoke about the whole.
    function approveLicence(string calldata licence, bool approved) external;

    /// @notice Says what a licence, by its exact SPDX identifier or as a whole expression, allows a firm: for works
    /// registered from then on. UNKNOWN takes back what was said. Only the root.
    function listRight(string calldata licence, Right right) external;

    /// @notice Decides what the public licence of one work allows a firm. Permissions that were sold stay. Only the root.
    function decideRight(WorkId work, Right right) external;

    /// @notice Decides that of the works with the same content this one stands. Permissions that were sold for another
    /// stay. Only the root.
    function decideOrigin(WorkId work) external;

    /// @notice Tells what an SPDX expression allows a firm, as the root and the usual list of licences say.
    /// @dev OR takes the freest, AND the strictest; UNKNOWN where an identifier that matters is in no list.
    function rightOfLicence(string calldata licence) external view returns (Right);

    /// @notice Of the works with this content, the one that stands; 0: there is none.
    function originOf(bytes32 digest) external view returns (WorkId);

    /// @notice Tells whether works under this licence count for the standing of their steward.
    function isApprovedLicence(string calldata licence) external view returns (bool);

    /// @notice Tells whether `wallet` may register works for `coop` now.
    function isDelegate(address coop, address wallet) external view returns (bool);

    /// @notice Until when `wallet` may register works for `coop`.
    function delegateUntil(address coop, address wallet) external view returns (uint48);

    /// @notice The entry of a work, without its words.
    function workOf(WorkId work) external view returns (Work memory);

    /// @notice The family and steward of a work; reverts where there is none.
    function stewardOf(WorkId work) external view returns (Family family, address steward);

    /// @notice The works that a work builds on, in ascending order.
    function parentsOf(WorkId work) external view returns (WorkId[] memory);

    /// @notice The work that `steward` registered with this content; 0: none.
    function idOf(address steward, bytes32 digest) external view returns (WorkId);

    /// @notice The number of works; ids run from 1.
    function count() external view returns (uint256);

    /// @notice The federation that these works belong to.
    function phyle() external view returns (address);
}
