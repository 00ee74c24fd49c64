// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IBodies
/// @notice It keeps which bodies work for the common good, and who says so: a part of {ILicences}.
interface IBodies {
    /// @dev It says that a body works for the common good.
    struct CommonGood {
        address attester;
        uint48 until;
        /// by registry number, until an attestation comes
        uint48 pendingUntil;
    }

    /// @notice The root lets `attester` attest bodies for the common good until `until`; in the past: no longer.
    event FederationAccredited(address indexed attester, uint48 until);

    /// @notice `attester` says that `body` works for the common good until `until`; `evidence` is the sha-256 of its
    /// reasons.
    event CommonGoodAttested(address indexed body, address indexed attester, uint48 until, bytes32 evidence);

    /// @notice `body` is free on its registry number until `until`, while it waits for an attestation. This happens
    /// once.
    event CommonGoodPending(address indexed body, bytes32 registryNumber, uint48 until);

    /// @notice The attestation of `body` was taken back. `attester` had given it; zero where there was none.
    event CommonGoodWithdrawn(address indexed body, address indexed attester);

    /// @notice Thrown when the root has not accredited the caller, or the accreditation is over.
    error NotAccredited(address caller);
    /// @notice Thrown when the caller is neither the root nor `attester`, who gave the attestation.
    error NotItsFederation(address caller, address attester);
    /// @notice Thrown when an attestation would end in the past, or in more than two years.
    error CommonGoodTermInvalid(uint48 until);

    /// @notice Accredits a federation to attest bodies until a date; in the past: ended. Only the root.
    function accredit(address attester, uint48 until) external;

    /// @notice Attests that `body` works for the common good, for at most two years. Only an accredited federation.
    function attestCommonGood(address body, uint48 until, bytes32 evidence) external;

    /// @notice Takes an attestation back, and ends the time that a body has by its registry number. Its attester, or
    /// the root. Grants run on (L5).
    function withdrawCommonGood(address body) external;

    /// @notice Tells what is known of a body: who attested it, and until when. It also tells entries that are over.
    function commonGoodOf(address body) external view returns (CommonGood memory);

    /// @notice Until when `attester` may attest bodies; 0: never accredited.
    function accreditedUntil(address attester) external view returns (uint48);
}
