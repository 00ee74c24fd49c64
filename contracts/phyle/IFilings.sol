// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IFilings
/// @notice The accounts that the co-ops of a federation file each year, and who vouches for them.
/// @dev WHAT IT TRUSTS
/// - An attester for what an account says: the register keeps that they vouched, and for which document.
/// WHO CAN DO WHAT
/// - A co-op names attesters of its own by a founding rule, and the root accepts attesters for everybody.
/// - Anyone vouches. It counts where the co-op or the root has named them.
/// - A co-op files its accounts, the one of a year after the one of the year before.
/// IF NOBODY ACTS
/// - The account of a year is overdue half a year after it, and the co-op is out of good standing until it is filed.
/// RULES
/// - PHY-11 An account that counts has a document and leaves no year out. A social account has an attester who vouched for
///   that document of that year, and whom the co-op's founding rules or the root name.
interface IFilings {
    /* EVENTS */

    /// @notice A co-op filed its social account of a year, for which `attester` has vouched.
    event SocialAccountFiled(address indexed coop, uint32 indexed year, bytes32 document, address attester);

    /// @notice A co-op filed its books of a year.
    event BooksFiled(address indexed coop, uint32 indexed year, bytes32 document);

    /// @notice A co-op named an attester of its own, or no longer does.
    event AttesterNamed(address indexed coop, address indexed attester, bool named);

    /// @notice The root accepts an attester for every co-op, or no longer does.
    event AttesterAccepted(address indexed attester, bool accepted);

    /// @notice Somebody vouched for the social account of a year.
    event Vouched(address indexed attester, address indexed coop, uint32 indexed year, bytes32 document);

    /* ERRORS */

    /// @notice Thrown when an account is filed of a year that is not over.
    error YearNotOver(uint32 year);
    /// @notice Thrown when an account of `year` would leave out that of the year `next`.
    error YearLeftOut(uint32 year, uint32 next);
    /// @notice Thrown when an account of `year` has no document.
    error FilingWithoutDocument(uint32 year);
    /// @notice Thrown when a co-op names `attester`, or no longer, by a decision of a lower kind than ENTRENCHED.
    error NotByAFoundingRule(address attester);
    /// @notice Thrown when neither the co-op nor the root names `attester`, or it is the co-op itself.
    error AttesterNotNamed(address coop, address attester);
    /// @notice Thrown when `attester` has not vouched for that document as the social account of that year.
    error NotVouchedFor(address attester, uint32 year, bytes32 document);

    /* FUNCTIONS */

    /// @notice Files the calling co-op's social account of a year: the document lists each effect that its statutes
    /// name with unit, limit, figure and attester.
    function fileSocialAccount(uint32 year, bytes32 document, address attester) external;

    /// @notice Files the calling co-op's books of a year.
    function fileBooks(uint32 year, bytes32 document) external;

    /// @notice Says that what the document tells of a co-op's year is so. It cannot be taken back.
    function vouch(address coop, uint32 year, bytes32 document) external;

    /// @notice Names an attester of the calling co-op, or no longer. Only by an ENTRENCHED decision.
    function nameAttester(address attester, bool named) external;

    /// @notice Accepts an attester for every co-op, or no longer. Only the root.
    function acceptAttester(address attester, bool accepted) external;

    /// @notice Tells whether what `attester` vouches for counts for `coop`: the co-op or the root names them, and they
    /// are not the co-op itself.
    function isAttesterOf(address coop, address attester) external view returns (bool);

    /// @notice Tells whether `attester` vouched for the document as the social account of that year.
    function hasVouched(address attester, address coop, uint32 year, bytes32 document) external view returns (bool);
}
