// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Family, WorkId} from "../types/WorkId.sol";

/// @title IContributions
/// @notice It keeps who gave what to a commons: points that lower the fee of a licence.
/// @dev Credit is status, not money: it is not spent, cannot be transferred, and counts for one family of works.
/// RULES
/// - CON-1 Points are given by attesters whom the steward's account named, within their quota of a quarter.
/// - CON-2 One artefact counts once, whoever the steward is (L4), and nobody attests for themself.
/// - CON-3 Points count after 14 days, unless their attester or the steward withdrew them before. They land in the
///   quarter in which they matured, whenever that is written down, and fade: they count whole for a year and are gone
///   after seven quarters. An attester counts as long as points that they gave.
interface IContributions {
    enum State {
        NONE,
        ATTESTED,
        COUNTED
    }

    struct Contribution {
        address contributor;
        Family family;
        uint24 points;
        uint48 maturesAt;
        /// the number of the attester with the steward
        uint8 attester;
        State state;
    }

    struct Attester {
        /// points that may be given in a quarter
        uint24 quota;
        uint24 used;
        /// the quarter that `used` is of
        uint32 quarter;
        uint48 until;
        uint8 number;
        bool named;
    }

    /// @notice A co-op named an attester, or changed their quota and term. `number` tells the attesters of a co-op
    /// apart.
    event AttesterNamed(address indexed coop, address indexed attester, uint8 number, uint24 quota, uint48 until);

    /// @notice `attester` gave points for one artefact. They count from `maturesAt` on.
    /// @param artefact sha-256 of what was given, or of its identifier.
    /// @param link A link to a page that shows it.
    event ContributionAttested(
        Family indexed family,
        address indexed contributor,
        address indexed attester,
        bytes32 artefact,
        uint24 points,
        uint48 maturesAt,
        string link
    );

    /// @notice Points were taken back before they matured.
    event ContributionWithdrawn(Family indexed family, address indexed contributor, bytes32 indexed artefact);

    /// @notice Points matured, and stand in the book of the contributor for `quarter`.
    event ContributionCounted(
        Family indexed family,
        address indexed contributor,
        bytes32 indexed artefact,
        uint24 points,
        uint32 quarter
    );

    /// @notice Thrown when the caller is no co-op of the federation now.
    error NotACoopOfThePhyle(address coop);
    /// @notice Thrown when `coop`, which stewards the family, has not named the caller, or their term is over.
    error NotAnAttester(address caller, address coop);
    /// @notice Thrown when a co-op has named 56 attesters already, the ones whose term is over included.
    error AttestersTooMany(address coop);
    /// @notice Thrown when a term would end in more than two years.
    error AttestersTermTooLong(uint48 until);
    /// @notice Thrown when an attester gives `points` and has only `left` of the quota of this quarter.
    error QuotaExceeded(address attester, uint256 left, uint256 points);
    /// @notice Thrown when somebody attests zero points.
    error NoPoints();
    /// @notice Thrown when the digest of the artefact is zero.
    error ArtefactMissing();
    /// @notice Thrown when points were given for the artefact already, by this steward or another.
    error ArtefactCounted(bytes32 artefact);
    /// @notice Thrown when an attester names themself, or nobody, as the contributor.
    error ContributorInvalid(address contributor);
    /// @notice Thrown when `work` is not the first release of a family, by whose id the family is known.
    error NotAFamilyOfWorks(WorkId work);
    /// @notice Thrown when no points for this artefact wait to be counted in this family.
    error NotAttested(Family family, bytes32 artefact);
    /// @notice Thrown when the caller is neither the attester who gave the points nor the steward.
    error NotItsAttester(address caller);
    /// @notice Thrown when points have matured at `maturedAt`, and can no longer be taken back.
    error AlreadyMatured(uint48 maturedAt);
    /// @notice Thrown when points count only from `maturesAt` on.
    error NotMatured(uint48 maturesAt);

    /// @notice The calling co-op names an attester, or changes their quota and term (at most two years; in the past:
    /// ended). A co-op names at most 56 over time.
    function nameAttester(address attester, uint24 quota, uint48 until) external;

    /// @notice Gives points for one artefact. Only an attester of the family's steward.
    function attest(Family family, address contributor, bytes32 artefact, uint24 points, string calldata link) external;

    /// @notice Takes back what was attested, before it matures. Its attester, or the account of the steward that named
    /// them. The artefact can then be attested anew.
    function withdraw(Family family, bytes32 artefact) external;

    /// @notice Writes matured points into the contributor's book. Anyone.
    function mature(Family family, bytes32 artefact) external;

    /// @notice Tells what a licence fee needs to know of a contributor.
    /// @return quarters Matured points by quarter, newest first.
    /// @return distinctAttesters How many attesters gave points in the last seven or eight quarters, the running one
    /// included: they are kept by half-year.
    function creditOf(
        Family family,
        address contributor
    ) external view returns (uint32[8] memory quarters, uint256 distinctAttesters);

    /// @notice The points that were given for an artefact; `state` NONE where there are none.
    function contributionOf(bytes32 artefact) external view returns (Contribution memory);

    /// @notice Tells what a co-op lets an attester do; `named` is false if it never named them.
    function attesterOf(address coop, address attester) external view returns (Attester memory);

    /// @notice The running quarter: 91.25 days each, counted from 1970.
    function quarter() external view returns (uint32);

    /// @notice The register of works whose families points are given for: from the first contribution on always the same.
    function works() external view returns (address);

    /// @notice The federation that these contributions belong to.
    function phyle() external view returns (address);
}
