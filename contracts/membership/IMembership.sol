// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";

import {MemberWord} from "../libraries/MemberWord.sol";
import {Founder} from "../types/Charter.sol";

/// @title IMembership
/// @notice The roll: who belongs, since when, in which class. One packed slot per wallet.
/// @dev Cloned with abi.encodePacked(cooperative, statutes, keccak256(founding name), uint8(founding classes)).
/// Also readable as ERC-721 and ERC-5192 (the token id is the wallet as a number) and as IVotes with a clock in
/// timestamps (`getPastVotes` is 0 or 1). Joining and leaving also emit the Transfer and the Locked of those standards.
/// RULES
/// - MEM-1 One membership per wallet; ids are dense from 1 and never reused.
/// - MEM-2 Nobody is enrolled or moved to another class without their own transaction or signature.
/// - MEM-3 Resigning takes one transaction, always, with nobody's consent (G8).
/// - MEM-4 Above max(3, 10 % of the roll) admissions in 30 days need SPECIAL, whatever the policy.
/// - MEM-5 The vote at `t` is that of `joined <= t < left`, in the class held at `t`.
interface IMembership is IERC6372 {
    /// @dev A member in words.
    struct Member {
        uint32 id;
        uint8 class;
        uint48 joined;
        /// 0: has not left
        uint48 left;
        uint8 classBefore;
        /// when the class last changed; 0: never
        uint48 classChanged;
    }

    /// @dev An application. Signed as EIP-712
    /// `Application(string cooperative,address applicant,uint8 class,bytes32 document,uint256 deadline)`, domain
    /// Phyle, 1, this chain, this Membership; or made on chain by {applyFor}, `signature` is then empty.
    struct Application {
        address wallet;
        uint8 class;
        /// sha-256 of what the applicant says of themself
        bytes32 document;
        uint256 deadline;
        bytes signature;
    }

    event Applied(address indexed wallet, uint8 indexed class, bytes32 document, uint256 deadline);
    event ApplicationWithdrawn(address indexed wallet);
    event ApplicationRefused(address indexed wallet, bytes32 reason);
    /// @param bySponsors false: by decision or at founding
    event Admitted(address indexed wallet, uint256 indexed id, uint8 indexed class, bool bySponsors);
    event ClassChanged(address indexed wallet, uint256 indexed id, uint8 from, uint8 to);
    event Resigned(address indexed wallet, uint256 indexed id);

    error RollNotEmpty();
    error AlreadyOnTheRoll(address wallet);
    error NotOnTheRoll(address wallet);
    error ClassUnknown(uint8 class);
    error ClassFull(uint8 class);
    error NotApplied(address wallet);
    error ApplicationExpired(address wallet, uint256 deadline);
    error ApplicationSignatureInvalid(address wallet);
    error TooSoonToReturn(address wallet, uint256 from);
    error TooSoonToChangeClass(address wallet, uint256 from);
    error AdmissionLimit(uint256 admitted, uint256 most);
    error NotBySponsors();
    error SponsorsMissing(uint256 sponsors, uint256 needed);
    error SponsorInvalid(address sponsor);
    error MembershipNotTransferable();
    error VotesNotDelegable();
    /// @dev A deadline further away than the longest vote would let an application outlive a membership.
    error DeadlineTooFar(address wallet, uint256 deadline, uint256 most);
    error AlreadyInClass(address wallet, uint8 class);
    error RefusalWithoutReason(address wallet);
    error CannotJoinItself();
    error FutureLookup(uint256 timepoint, uint48 clock);

    /* JOINING AND LEAVING */

    /// @notice Enrols the founders. Only the Cooperative, only into an empty roll.
    function enrolFounders(Founder[] calldata founders) external;

    /// @notice Applies with the caller's own transaction.
    function applyFor(uint8 class, bytes32 document, uint256 deadline) external;

    function withdrawApplication() external;

    /// @notice Admits by decision. Only the Cooperative.
    function admit(Application[] calldata applications) external;

    /// @notice Admits on the signatures of enough members, where the statutes say BY_SPONSORS. Anyone may send it.
    /// @dev Each signs EIP-712 `Sponsorship(string cooperative,address applicant,uint8 class,address sponsor,uint256 deadline)`.
    /// @param sponsors in ascending order, each on the roll
    function admitBySponsors(
        Application calldata application,
        address[] calldata sponsors,
        bytes[] calldata signatures
    ) external;

    /// @notice Refuses an application, with a reason. Only the Cooperative.
    function refuse(address wallet, bytes32 reason) external;

    /// @notice Moves a member to another class, who has applied for it. Only the Cooperative.
    function changeClass(Application calldata application) external;

    /// @notice Leaves the co-op, at once.
    function resign() external;

    /* THE ROLL */

    function cooperative() external view returns (address);

    function statutes() external view returns (address);

    /// @notice On the roll now.
    function isMember(address wallet) external view returns (bool);

    function memberOf(address wallet) external view returns (Member memory);

    /// @notice The earlier membership of a wallet that returned, by its old id; all zero where there is none.
    function formerMember(uint256 id) external view returns (Member memory);

    /// @notice The packed slot of a wallet, see {MemberWord}.
    function wordOf(address wallet) external view returns (MemberWord);

    /// @notice The packed slots of many wallets, for counting ballots. Layout from the lowest bit: id 32, class 8,
    /// joined 48, left 48, class before 8, class changed 48.
    function wordsOf(address[] calldata wallets) external view returns (MemberWord[] memory words);

    /// @notice Id and class at `t`. `id` 0: not on the roll at `t`.
    function memberAt(address wallet, uint256 t) external view returns (uint256 id, uint8 class);

    /// @notice Class counts now, class c in bits [26c, 26c+26).
    function counts() external view returns (uint256);

    /// @notice Class counts at `t`, which must be past.
    function countsAt(uint256 t) external view returns (uint256);

    /// @notice Members now.
    function total() external view returns (uint256);

    /// @notice The number of memberships ever given.
    function lastId() external view returns (uint256);

    function applicationOf(address wallet) external view returns (uint8 class, bytes32 document, uint256 deadline);

    /// @notice How many may still be admitted below SPECIAL in the running 30 days.
    function admissionsLeft() external view returns (uint256);
}
