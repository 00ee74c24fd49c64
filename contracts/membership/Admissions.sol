// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {EntryWord} from "../libraries/EntryWord.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {MAX_CLASSES, MAX_CLASS_SIZE} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {LONGEST_VOTE} from "../types/Periods.sol";

import {IMembership} from "./IMembership.sol";
import {Roll} from "./Roll.sol";

/// @title Admissions
/// @notice It says who may come in: on whose word, and how many in a while.
abstract contract Admissions is Roll {
    /// @dev So many may always have come in lately, however few members there are: into the roll or a class, and into a
    /// class by its sponsors.
    uint256 private constant FREE_ENTRIES = 3;
    uint256 private constant FREE_SPONSORED = 1;
    /// @dev Fewer cannot keep their own gate.
    uint256 private constant LEAST_TO_KEEP = 3;

    /// @dev The founding name's hash stands here in the clone's arguments.
    uint256 private constant NAME_AT = 40;

    bytes32 private constant APPLICATION_TYPEHASH = keccak256(
        "Application(string cooperative,address applicant,uint8 class,bytes32 document,uint256 deadline)"
    );
    bytes32 private constant SPONSORSHIP_TYPEHASH = keccak256(
        "Sponsorship(string cooperative,address applicant,uint8 class,address sponsor,uint256 deadline)"
    );

    /// @dev An application that was made on chain.
    struct Filed {
        bytes32 document;
        uint8 class;
        uint48 deadline;
    }

    mapping(address wallet => Filed application) internal _filed;
    /// @dev It counts who came into each class, by joining or from another.
    mapping(uint256 class => EntryWord) internal _entries;

    /// @dev Words that sponsors took back, by application.
    mapping(address sponsor => mapping(bytes32 application => bool)) internal _takenBack;

    /* READING */

    /// @inheritdoc IMembership
    function applicationOf(address wallet) external view returns (uint8 class, bytes32 document, uint256 deadline) {
        Filed storage filed = _filed[wallet];
        return (filed.class, filed.document, filed.deadline);
    }

    /// @inheritdoc IMembership
    function hasWithdrawnSponsorship(
        address sponsor,
        address applicant,
        uint8 class,
        uint256 deadline
    ) external view returns (bool) {
        return _takenBack[sponsor][_sponsoredKey(applicant, class, deadline)];
    }

    /// @inheritdoc IMembership
    function admissionsLeft(uint8 class) external view returns (uint256 byDecision, uint256 bySponsors) {
        _requireClass(class);
        RollNow memory roll = _open();
        uint256 members = _inClass(roll.counts, class);
        if (members < LEAST_TO_KEEP) return (0, 0);
        (, uint256 entered) = _entries[class].withEntries(0);
        (, uint256 admitted) = roll.entries.withEntries(0);
        byDecision = _left(admitted, _most(_sum(roll.counts), FREE_ENTRIES));
        bySponsors = _left(entered, _most(members, FREE_SPONSORED));
        uint256 ofClass = _left(entered, _most(members, FREE_ENTRIES));
        if (ofClass < byDecision) byDecision = ofClass;
        if (byDecision < bySponsors) bySponsors = byDecision;
    }

    /// @inheritdoc IMembership
    function handOver()
        external
        view
        returns (uint256 lastId_, uint256 counts_, EntryWord entries, EntryWord[] memory ofClasses)
    {
        RollNow memory roll = _open();
        ofClasses = new EntryWord[](MAX_CLASSES);
        for (uint256 class = 0; class < MAX_CLASSES; ++class) ofClasses[class] = _entries[class];
        return (roll.lastId, roll.counts, roll.entries, ofClasses);
    }

    /* WHOSE WORD */

    /// @param wallet The wallet that applied, with its `word`.
    /// @return class The class that it applied for.
    function _requireApplied(
        Application calldata application,
        address wallet,
        MemberWord word,
        bytes32 domain
    ) internal returns (uint8 class) {
        class = application.class;
        bytes32 document = application.document;
        uint256 deadline = application.deadline;
        bytes calldata signature = application.signature;
        _requireInTime(wallet, deadline);
        if (signature.length == 0) {
            Filed memory filed = _filed[wallet];
            // MEM-2
            if (filed.deadline != deadline || filed.class != class || filed.document != document) {
                revert NotApplied(wallet);
            }
            delete _filed[wallet];
            return class;
        }
        // MEM-13
        if (word.tookBack(deadline)) revert ApplicationTakenBack(wallet, deadline);
        bytes memory structure = abi.encode(APPLICATION_TYPEHASH, 0, wallet, class, document, deadline);
        if (!_isSigned(wallet, domain, structure, signature)) {
            // MEM-2
            revert ApplicationSignatureInvalid(wallet);
        }
    }

    function _requireSponsored(
        Application calldata application,
        address[] calldata sponsors,
        bytes[] calldata signatures,
        bytes32 domain
    ) internal view {
        address before;
        for (uint256 i = 0; i < sponsors.length; ++i) {
            // Ascending, so that nobody counts twice.
            if (sponsors[i] <= before) revert SponsorInvalid(sponsors[i]);
            _requireSponsor(application, sponsors[i], signatures[i], domain);
            before = sponsors[i];
        }
    }

    function _requireSponsor(
        Application calldata application,
        address sponsor,
        bytes calldata signature,
        bytes32 domain
    ) private view {
        MemberWord word = _wordOf(sponsor);
        if (!word.isOnTheRoll()) revert SponsorInvalid(sponsor);
        // G11, MEM-6
        if (word.class() != application.class) revert SponsorOfAnotherClass(sponsor, application.class);
        bytes32 key = _sponsoredKey(application.wallet, application.class, application.deadline);
        // MEM-6
        if (_takenBack[sponsor][key]) revert SponsorWithdrew(sponsor);
        bytes memory structure = abi.encode(
            SPONSORSHIP_TYPEHASH,
            0,
            application.wallet,
            application.class,
            sponsor,
            application.deadline
        );
        if (!_isSigned(sponsor, domain, structure, signature)) revert SponsorInvalid(sponsor);
    }

    function _sponsoredKey(address applicant, uint8 class, uint256 deadline) internal pure returns (bytes32) {
        return keccak256(abi.encode(applicant, class, deadline));
    }

    /// @dev The upper bound makes an application expire before its wallet could use it a second time: whoever leaves or
    /// changes class waits for LONGEST_VOTE.
    function _requireInTime(address wallet, uint256 deadline) internal view {
        if (block.timestamp > deadline) revert ApplicationExpired(wallet, deadline);
        // A member who joins and leaves in one second may return when as much time has passed.
        uint256 end = block.timestamp + LONGEST_VOTE;
        if (deadline >= end) revert DeadlineTooFar(wallet, deadline, end - 1);
    }

    /// @dev Tells whether `signer` signed the struct under the name of the co-op: the one that it was founded with or,
    /// where it has another by now, that one. The signature is bound to this roll under either. The name's hash is the
    /// second word of the struct and is filled in here.
    function _isSigned(
        address signer,
        bytes32 domain,
        bytes memory structure,
        bytes calldata signature
    ) private view returns (bool) {
        bytes32 name_ = CloneArgs.bytesAt(NAME_AT);
        if (Signatures.isBy(signer, _digest(domain, structure, name_), signature)) return true;
        bytes32 nameNow = keccak256(bytes(IStatutes(statutes()).name()));
        return nameNow != name_ && Signatures.isBy(signer, _digest(domain, structure, nameNow), signature);
    }

    function _digest(bytes32 domain, bytes memory structure, bytes32 name_) private pure returns (bytes32) {
        assembly ("memory-safe") {
            mstore(add(structure, 0x40), name_)
        }
        return TypedData.digest(domain, keccak256(structure));
    }

    /* HOW MANY, AND WHETHER THE CLASS WANTS IT */

    /// @dev Judges a decision that brought people into classes.
    /// @param before The counts of the classes, as they were before.
    /// @param coming How many came into each, packed likewise.
    /// @param people How many came in all.
    function _passGates(RollNow memory roll, uint256 before, uint256 coming, uint256 people) internal {
        (uint256 admitted, uint256 most) = _enter(roll, before, people);
        (, Kind kind, uint8 carried, uint8 refused) = ICooperative(msg.sender).executing();
        bool isMajor = kind >= Kind.SPECIAL;
        // MEM-4
        if (admitted > most && !isMajor) revert AdmissionLimit(admitted, most);
        uint8 class;
        for (; coming != 0; coming >>= CLASS_BITS) {
            uint256 joining = coming % MAX_CLASS_SIZE;
            uint256 members = before % MAX_CLASS_SIZE;
            if (joining != 0) {
                (uint256 entered, uint256 ofClass) = _enterClass(class, members, joining, FREE_ENTRIES);
                if (members < LEAST_TO_KEEP) {
                    // MEM-7
                    if (!isMajor) revert ClassTooSmall(class, members);
                } else {
                    // G11, MEM-7
                    if ((refused >> class) & 1 == 1) revert ClassVotedAgainst(class);
                    if (entered > ofClass || admitted > most) {
                        // MEM-4
                        if (!isMajor) revert ClassLimit(class, entered, ofClass);
                        // G11, MEM-4
                        if ((carried >> class) & 1 == 0) revert ClassNotInFavour(class);
                    }
                }
            }
            before >>= CLASS_BITS;
            // At most eight.
            unchecked {
                ++class;
            }
        }
    }

    /// @dev Judges somebody whom sponsors brought into a class.
    function _passSponsored(RollNow memory roll, uint256 before, uint8 class) internal {
        (uint256 admitted, uint256 most) = _enter(roll, before, 1);
        // MEM-4
        if (admitted > most) revert AdmissionLimit(admitted, most);
        uint256 members = _inClass(before, class);
        // MEM-6
        if (members < LEAST_TO_KEEP) revert ClassTooSmall(class, members);
        (uint256 entered, uint256 ofClass) = _enterClass(class, members, 1, FREE_SPONSORED);
        // G11, MEM-6
        if (entered > ofClass) revert ClassLimit(class, entered, ofClass);
    }

    function _enter(RollNow memory roll, uint256 before, uint256 coming) private view returns (uint256, uint256) {
        uint256 entered;
        (roll.entries, entered) = roll.entries.withEntries(coming);
        return (entered, _most(_sum(before), FREE_ENTRIES));
    }

    function _enterClass(
        uint8 class,
        uint256 members,
        uint256 coming,
        uint256 free
    ) private returns (uint256 entered, uint256 most) {
        EntryWord entries = _entries[class];
        (entries, entered) = entries.withEntries(coming);
        _entries[class] = entries;
        return (entered, _most(members, free));
    }

    /// @dev A tenth of `members`, and never fewer than `free`.
    function _most(uint256 members, uint256 free) internal pure returns (uint256) {
        return members / 10 < free ? free : members / 10;
    }

    function _left(uint256 entered, uint256 most) private pure returns (uint256) {
        return entered < most ? most - entered : 0;
    }
}
