// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IHeirs
/// @notice Who holds and collects after a person who died, or whose wallet is lost for good.
/// @dev WHAT IT TRUSTS
/// - A co-op on whose roll the person is or was, for the proof of the death and of who inherits.
/// WHO CAN DO WHAT
/// - Such a co-op names the heir's wallet, by a SPECIAL decision. Nothing moves for 30 days.
/// - The person's own wallet dismisses the heir by one call, at any time, and for a year nobody is named again. Any co-op on
///   whose roll the person is or was, the one that named them included, dismisses the heir in the 30 days.
/// - Anyone passes on what nobody dismissed. From then on the heir takes bonds and money from the chapters that hold them.
/// IF NOBODY ACTS
/// - What the person is owed stays where it is. Between the naming and the passing on, nobody but the person moves it.
/// RULES
/// - PHY-16 Only a co-op on whose roll a person is or was names their heir, by a SPECIAL decision with a proof, and 30 days
///   pass in which one call of the person's own wallet ends it, for a year.
/// - PHY-17 When the estate passes on, every seat of the person ends in that second, and what they earned until then is the
///   heir's (I11). The heir has no seat and no vote by it.
interface IHeirs {
    /// @dev It holds what is known of the estate of a person.
    struct Estate {
        /// zero: none is named
        address heir;
        /// when it can be passed on
        uint40 from;
        /// nobody is named before; 0: no such time
        uint40 barredUntil;
        bool passed;
        /// whose decision named the heir
        address coop;
    }

    /// @notice A co-op named the heir of a person, which can be passed on to them from `from` on.
    /// @param document sha-256 of the proof
    event HeirNamed(address indexed person, address indexed heir, address indexed coop, bytes32 document, uint48 from);

    /// @notice The person's own wallet, or a co-op of theirs, ended what would have passed on, or passes on.
    /// @param barredUntil nobody is named before; 0: no such time
    event HeirDismissed(address indexed person, address indexed by, uint48 barredUntil);

    /// @notice From now on the heir holds and collects.
    event EstatePassed(address indexed person, address indexed heir);

    /// @notice Thrown when an heir is named by less than a major decision.
    error HeirNeedsMajority(address person);
    /// @notice Thrown when an heir is named without the digest of a proof.
    error HeirWithoutProof(address person);
    /// @notice Thrown when the heir is nobody, the person, or the co-op that decides.
    error HeirInvalid(address heir);
    /// @notice Thrown when `person` is not and never was on the roll of `coop`.
    error NeverOnTheRoll(address coop, address person);
    /// @notice Thrown when `heir` is named already.
    error HeirAlreadyNamed(address person, address heir);
    /// @notice Thrown when the wallet of `person` dismissed an heir, so that none can be named before `until`.
    error HeirBarred(address person, uint256 until);
    /// @notice Thrown when no heir of `person` is named.
    error NoHeirNamed(address person);
    /// @notice Thrown when an estate is passed on before `from`.
    error HeirWaits(address person, uint256 from);
    /// @notice Thrown when the estate of `person` has passed on, which only their own wallet ends.
    error PassedOnAlready(address person);
    /// @notice Thrown when `caller` would take what is the heir's of `person`.
    error NotTheHeir(address person, address caller);
    /// @notice Thrown when somebody would send what `person` is owed to their wallet, while an heir is named.
    error EstateHeld(address person);

    /// @notice Names the heir of a person. Only a co-op on whose roll they are or were, by a SPECIAL decision.
    /// @dev Rule: PHY-16. Emits {HeirNamed}.
    /// @param document sha-256 of the proof, such as a certificate of inheritance.
    function nameHeir(address person, address heir, bytes32 document) external;

    /// @notice Ends what a decision began. The person's own wallet, at any time; before it is passed on also a co-op on whose
    /// roll they are or were.
    /// @dev Rule: PHY-16. Emits {HeirDismissed}. What the heir took by then stays theirs.
    function dismissHeir(address person) external;

    /// @notice Passes an estate on, 30 days after the heir was named. Anyone.
    /// @dev Rule: PHY-17. Emits {EstatePassed}.
    function passOn(address person) external;

    /// @notice What is known of the estate of a person; all zero: nothing.
    function estateOf(address person) external view returns (Estate memory);
}
