// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Charter, Founder} from "../types/Charter.sol";

/// @title IRegistrar
/// @notice Founds a co-op in one transaction, when every founder has given their own word; builds the organs to which a
/// co-op can move.
/// @dev RULES
/// - REG-1 Every founder signs the {foundingHash}, or calls {consent} with it; nobody is enrolled otherwise. Each word has
///   a latest time, and can be taken back until the founding is sent.
/// - REG-2 The addresses follow from the founding hash, so that statutes can print them beforehand.
/// - REG-3 The Registrar has no power over what it founded.
/// - REG-4 Anyone may have successors built for an account of this Registrar or of those before it; their addresses follow
///   from the account, its roll and the charter. They bind nobody until the co-op adopts them.
/// - REG-5 Successors are only built of a roll that this Registrar, or one before it, built.
interface IRegistrar {
    /// @dev The four contracts of a co-op.
    struct Organs {
        address cooperative;
        address statutes;
        address membership;
        address assembly_;
    }

    /// @notice A co-op was founded.
    event Founded(
        address indexed cooperative,
        bytes32 indexed foundingHash,
        address statutes,
        address membership,
        address assembly_,
        Charter charter,
        Founder[] founders
    );

    /// @notice Organs were built to which a co-op can move from the roll `predecessor`.
    event SuccessorsBuilt(
        address indexed cooperative,
        address indexed predecessor,
        address statutes,
        address membership,
        address assembly_,
        Charter charter
    );

    /// @notice An account gave its word for a founding by a transaction.
    event Consented(bytes32 indexed foundingHash, address indexed founder);

    /// @notice An account took its word for a founding back, whether it was signed or given by a transaction.
    event ConsentWithdrawn(bytes32 indexed foundingHash, address indexed founder);

    /// @notice Thrown when a founding is sent after `deadline`.
    error FoundingExpired(uint256 deadline);
    /// @notice Thrown when a founding names no founder.
    error NoFounders();
    /// @notice Thrown when `founder` neither signed this founding nor consented to it.
    error FounderDidNotSign(address founder);
    /// @notice Thrown when `founder` took their word for this founding back.
    error FounderWithdrew(address founder);
    /// @notice Thrown when there is not one signature, empty or not, for each founder.
    error SignaturesMissing(uint256 founders, uint256 signatures);

    /// @notice Thrown when neither this Registrar nor one before it founded `cooperative`.
    error NotOfThisLine(address cooperative);
    /// @notice Thrown when the roll of a co-op was built by a Registrar that does not come before this one.
    error RollOfAnotherLine(address membership, address registrar);

    /// @notice Founds the co-op. Anyone may send it.
    /// @param signatures One for each founder, in order; an empty one where the founder called {consent}. What is
    /// signed is EIP-712 `Founding(string cooperative,bytes32 charter,bytes32 founders,uint256 nonce,uint256 deadline)`
    /// with the domain Phyle, 1, this chain, this Registrar.
    function found(
        Charter calldata charter,
        Founder[] calldata founders,
        bytes[] calldata signatures,
        uint256 nonce,
        uint256 deadline
    ) external returns (Organs memory organs);

    /// @notice Builds the organs to which `cooperative` can move by decision, see {ICooperative-adoptOrgans}. Anyone may send
    /// it; where they are built already, it only answers.
    /// @param charter The rules of the new Statutes.
    function succeed(address cooperative, Charter calldata charter) external returns (Organs memory organs);

    /// @notice Gives the caller's word for a founding. For accounts that cannot sign, and after {withdrawConsent}.
    function consent(bytes32 foundingHash) external;

    /// @notice Takes the caller's word for a founding back: what they signed counts no more, nor what they consented to.
    function withdrawConsent(bytes32 foundingHash) external;

    /// @notice The EIP-712 digest that the founders sign, and the salt of the four addresses.
    function foundingHash(
        Charter calldata charter,
        Founder[] calldata founders,
        uint256 nonce,
        uint256 deadline
    ) external view returns (bytes32);

    /// @notice Tells where the four contracts of a founding will be.
    function organsOf(bytes32 foundingHash, Charter calldata charter) external view returns (Organs memory);

    /// @notice Tells whether `founder` gave their word for a founding by {consent}.
    function hasConsented(bytes32 foundingHash, address founder) external view returns (bool);

    /// @notice Tells whether `founder` took their word for a founding back, and has not given it again.
    function hasWithdrawn(bytes32 foundingHash, address founder) external view returns (bool);

    /// @notice Tells whether this Registrar founded `cooperative`.
    function isFounded(address cooperative) external view returns (bool);

    /// @notice The account for which this Registrar built `organ` by {succeed}; zero: for none.
    function built(address organ) external view returns (address cooperative);

    /// @notice Tells where the organs of {succeed} are, or will be.
    function successorsOf(address cooperative, Charter calldata charter) external view returns (Organs memory);

    /// @notice Tells whether this Registrar, or one before it, founded `cooperative`.
    function knowsAccount(address cooperative) external view returns (bool);

    /// @notice Tells whether `registrar` is this one, or one before it.
    function knowsRegistrar(address registrar) external view returns (bool);
}
