// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {PriceWord} from "../libraries/PriceWord.sol";
import {Family, WorkId} from "../types/WorkId.sol";

/// @title IOffers
/// @notice The terms under which stewards offer their works to those who do not give back.
/// @dev RULES
/// - OFF-1 Terms are kept for ever; a steward can only offer new ones.
/// - OFF-2 What is nowhere worse for licensees holds at once; anything else after the notice of the terms in force. The
/// first terms of a work, which was free until then, hold after their own notice.
/// - OFF-3 The day from which a work is free for all only moves earlier.
/// - OFF-4 Nothing is sold that the work's own public licence already allows (L9): a family of which every release is
///   free, of unknown licence or the content of another takes no terms, and such a release has no price.
/// - OFF-5 Terms name the account of the licensor, who agreed to them.
interface IOffers {
    /// @dev It holds what a steward offers. It never changes once it is offered.
    struct Terms {
        /// who sells the permission: the steward, or whoever agreed that the steward sells it
        address licensor;
        /// sha-256 of the legal text
        bytes32 legalText;
        /// in the cash token of the federation, for the largest firms
        uint96 pricePerYear;
        /// share of the price by size of firm, 2 to 8, not falling; the first is 0, the last 10 000
        uint16[] tierBps;
        /// yearly turnover up to which a tier goes, in whole units of the cash token; the last is 0 (no bound)
        uint32[] tierTurnover;
        /// who gets the fee; the three sum to 10 000, the fund at least 500
        uint16 stewardBps;
        uint16 parentsBps;
        uint16 fundBps;
        /// after its end a permission can be renewed without a gap for so long; whole days
        uint32 grace;
        /// time to put right what a ruling finds
        uint32 cure;
        /// a payment can be taken back for so long; whole days
        uint32 refundWindow;
        /// how long before they hold, terms that are worse for licensees must be known
        uint32 notice;
        /// points that waive the fee of the largest firms
        uint32 waivePoints;
        /// bodies that must have given the points, for more than half off
        uint8 minAttesters;
        /// from then on free for all; 0: as before
        uint48 changeDate;
    }

    /// @dev The licensor's word, see {consentDigest}. Empty where the licensor is the steward, who decides itself.
    struct Consent {
        uint48 deadline;
        bytes signature;
    }

    /// @notice A steward offered terms, which hold from `from` on.
    /// @param hash keccak256 of the encoded terms.
    event TermsOffered(
        Family indexed family,
        uint256 indexed version,
        bytes32 indexed hash,
        uint48 from,
        Terms terms,
        Consent consent
    );

    /// @notice A family becomes free for all at `changeDate`.
    event ChangeDateSet(Family indexed family, uint48 changeDate);

    /// @notice Thrown when the caller is not the account of `steward`, whose family it is.
    error NotTheSteward(address caller, address steward);
    /// @notice Thrown when `work` is not the first release of a family, by whose id the family is known.
    error NotAFamily(WorkId work);
    /// @notice Thrown when there is nothing to sell in a family: its licences already allow everything, nobody has said
    /// what they allow, or another work with the same content stands.
    error NothingToSell(Family family);
    /// @notice Thrown when `licensor`, whom the terms name, has not agreed to them, or no longer.
    error LicensorConsentInvalid(address licensor);
    /// @notice Thrown when the digest of the legal text is zero.
    error LegalTextMissing();
    /// @notice Thrown when the sizes of firms are not 2 to 8 with rising turnover and shares that do not fall, from 0
    /// to 10 000.
    error TiersInvalid();
    /// @notice Thrown when the three shares of a fee do not sum to 10 000, or the fund gets less than 500.
    error SplitsInvalid(uint256 sum, uint256 fundBps);
    /// @notice Thrown when a period of the terms lies outside its bounds: grace at most 90 days, cure 14 to 365 days,
    /// refund window at most 60 days and no longer than the grace, notice 30 to 365 days; grace and refund window in whole days.
    error TermsPeriodInvalid(uint32 grace, uint32 cure, uint32 refundWindow, uint32 notice);
    /// @notice Thrown when no points would waive the fee, or the least number of attesters is not 1 to 56.
    error WaiverInvalid(uint32 waivePoints, uint8 minAttesters);
    /// @notice Thrown when a change date lies before `least`, which is now, or after `most`, the date that holds.
    error ChangeDateInvalid(uint48 changeDate, uint48 least, uint48 most);

    /// @notice Offers terms for a family. Only the account of its steward, with the consent of the licensor. What is nowhere worse for a licensee holds
    /// at once, anything else after the notice of the terms in force; a later offer takes the place of a waiting one.
    function offer(Family family, Terms calldata terms, Consent calldata consent) external returns (uint256 version);

    /// @notice A licensor who lets the steward sell permissions signs this: EIP-712
    /// `LicensorConsent(uint256 family,uint256 pricePerYear,bytes32 legalText,bytes32 terms,uint48 deadline)`, domain
    /// Phyle, 1, this chain, this contract; `terms` is the hash of all terms.
    function consentDigest(Family family, Terms calldata terms, uint48 deadline) external view returns (bytes32);

    /// @notice Moves the day from which a family is free for all to an earlier one. Only its steward.
    function bringForward(Family family, uint48 changeDate) external;

    /// @notice The terms that a steward offered as `version`; all zero where there is no such version.
    function termsOf(Family family, uint256 version) external view returns (Terms memory);

    /// @notice keccak256 of the encoded terms of a version, as {TermsOffered} told it.
    function termsHash(Family family, uint256 version) external view returns (bytes32);

    /// @notice The version in force, the newest version and when that holds. 0: none.
    function versionsOf(Family family) external view returns (uint256 inForce, uint256 latest, uint48 latestFrom);

    /// @notice From when on a family is free for all; 0: no day is set.
    function changeDateOf(Family family) external view returns (uint48);

    /// @notice Tells what a fee for a work depends on now. If another work with the same content stands, the answer
    /// is for that one.
    /// @return origin the work that stands
    /// @return family of that work
    /// @return version of the terms in force; 0: none, or its own licence already allows everything
    /// @return firstFrom when the first terms of the family held; 0: never
    /// @return changeDate from then on free for all; 0: never
    /// @return price 0 where there are no terms
    function priceOf(
        WorkId work
    )
        external
        view
        returns (WorkId origin, Family family, uint256 version, uint256 firstFrom, uint256 changeDate, PriceWord price);

    /// @notice How a fee is split that was paid for a family under a version of its terms. Without terms the fund
    /// gets its least share and the steward the rest.
    function splitOf(Family family, uint256 version) external view returns (uint256 stewardBps, uint256 parentsBps);
}
