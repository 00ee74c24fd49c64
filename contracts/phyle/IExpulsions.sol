// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IExpulsions
/// @notice How a federation puts a co-op out: with grounds, time to reply, and an appeal.
/// @dev WHO CAN DO WHAT
/// - The root decides it. The co-op replies and appeals.
/// IF NOBODY ACTS
/// - Who did not appeal leaves as soon as anybody says so. Who appealed stays, unless the root decides the same again.
/// RULES
/// - PHY-15 Whom the root expels leaves 30 days later at the earliest. Until then it can appeal once, and stays until the
///   root decides the same once more, by a motion made after the appeal and within 180 days.
interface IExpulsions {
    /* EVENTS */

    /// @notice The root decided that a co-op has to leave; `grounds` is the digest of its reasons. It does so from `from`
    /// on, unless it appeals before.
    event ExpulsionDecided(address indexed coop, bytes32 grounds, uint48 from);

    /// @notice A co-op that is to be expelled appealed, with the document of this digest: it stays until the root has
    /// decided once more.
    event ExpulsionAppealed(address indexed coop, bytes32 appeal);

    /// @notice A co-op replied to what is said against it; `reply` is the digest of its document.
    event ChargesAnswered(address indexed coop, bytes32 reply);

    /// @notice A co-op was taken out as the root decided; `grounds` is the digest of its reasons. {CoopDeparted} follows.
    event CoopExpelled(address indexed coop, bytes32 grounds);

    /* ERRORS */

    /// @notice Thrown when the root expels `coop` and names no grounds.
    error ExpelledWithoutGrounds(address coop);
    /// @notice Thrown when the root has decided before that `coop` leaves at `from`, and that runs.
    error ExpulsionRuns(address coop, uint48 from);
    /// @notice Thrown when no expulsion of `coop` was decided from which it could still appeal, or it has.
    error NothingToAppeal(address coop);
    /// @notice Thrown when the root decides on an appeal by a motion that was made before it, at `appealedAt`.
    error AppealNotHeard(address coop, uint48 appealedAt);
    /// @notice Thrown when a reply or an appeal says nothing.
    error NothingSaid();

    /* FUNCTIONS */

    /// @notice Decides that a co-op has to leave, 30 days later: until then it can appeal. Who appealed leaves at once
    /// when the root decides it a second time, by a motion that was made after the appeal, within 180 days; after that
    /// the appeal has succeeded. Who was never entered, or is in one of the two registers alone, leaves at once. Only
    /// the root.
    /// @param grounds sha-256 of the document with the reasons; not zero.
    function expel(address coop, bytes32 grounds) external;

    /// @notice The calling co-op appeals from its expulsion, once, within 30 days of the decision.
    /// @param document sha-256 of what it says; not zero.
    function appeal(bytes32 document) external;

    /// @notice The calling co-op replies to what is said against it, whenever it likes.
    /// @param document sha-256 of what it says; not zero.
    function answerCharges(bytes32 document) external;

    /// @notice The expulsion of a co-op that runs: from when on it leaves, when it appealed (0: it has not), and the
    /// digest of the reasons; all 0: none.
    function expulsionOf(address coop) external view returns (uint48 from, uint48 appealedAt, bytes32 grounds);
}
