// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {ICooperative} from "../cooperative/ICooperative.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {AdmissionPolicy, Founder} from "../types/Charter.sol";
import {MAX_CLASSES, MAX_CLASS_SIZE} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {LONGEST_VOTE} from "../types/Periods.sol";

import {IMembership} from "./IMembership.sol";

/// @title Membership
/// @notice See {IMembership}.
contract Membership is IMembership, IVotes, IERC721Metadata {
    using MemberWord for uint256;

    /// @dev Admissions are counted in seven spans of five days, the running one included: never fewer than the last 30
    /// days, and at most 35.
    uint256 private constant SPAN = 5 days;
    uint256 private constant SPANS = 7;
    uint256 private constant SPAN_BITS = 24;
    uint256 private constant SPAN_MOST = (1 << SPAN_BITS) - 1;
    uint256 private constant FREE_ADMISSIONS = 3;

    uint256 private constant CLASS_BITS = 26;
    uint256 private constant COUNTS_MASK = (1 << (CLASS_BITS * MAX_CLASSES)) - 1;
    uint256 private constant TIME_SHIFT = CLASS_BITS * MAX_CLASSES;

    /// @dev Where the founding name's hash and the number of founding classes stand in the clone's arguments.
    uint256 private constant NAME_AT = 40;
    uint256 private constant CLASSES_AT = 72;

    bytes4 private constant ERC5192_ID = 0xb45a3c0e;

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

    /// @dev What every admission reads and writes once: the state of the roll while a call enrols.
    struct Roll {
        uint256 lastId;
        uint256 checkpoints;
        /// number of the running span
        uint256 span;
        /// admissions by span, the running one lowest
        uint256 admissions;
        uint256 counts;
        /// when `counts` were last written
        uint256 time;
    }

    /* STORAGE */

    mapping(address wallet => uint256 word) private _words;
    /// @dev Memberships that ended, by id, kept when their wallet comes back under a new id.
    mapping(uint256 id => uint256 word) private _former;
    /// @dev Class counts in the lower 208 bits, above them when they began to hold. One for each second with a change.
    mapping(uint256 index => uint256 checkpoint) private _trace;
    /// @dev lastId 32, checkpoints 32, span 24, admissions by span 7 x 24.
    uint256 private _head;
    mapping(address wallet => Filed application) private _filed;

    modifier onlyCooperative() {
        if (msg.sender != cooperative()) revert ICooperative.NotTheCooperative(msg.sender);
        _;
    }

    /* JOINING AND LEAVING */

    /// @inheritdoc IMembership
    function enrolFounders(Founder[] calldata founders) external onlyCooperative {
        Roll memory roll = _open();
        if (roll.lastId != 0) revert RollNotEmpty();
        for (uint256 i; i < founders.length; ++i) {
            _enrol(roll, founders[i].wallet, founders[i].class, false);
        }
        _close(roll);
    }

    /// @inheritdoc IMembership
    function applyFor(uint8 class, bytes32 document, uint256 deadline) external {
        if (msg.sender == cooperative()) revert CannotJoinItself();
        _requireClass(class);
        _requireInTime(msg.sender, deadline);
        // `deadline` is at most LONGEST_VOTE from now.
        _filed[msg.sender] = Filed(document, class, uint48(deadline));
        emit Applied(msg.sender, class, document, deadline);
    }

    /// @inheritdoc IMembership
    function withdrawApplication() external {
        if (_filed[msg.sender].deadline == 0) revert NotApplied(msg.sender);
        delete _filed[msg.sender];
        emit ApplicationWithdrawn(msg.sender);
    }

    /// @inheritdoc IMembership
    function admit(Application[] calldata applications) external onlyCooperative {
        Roll memory roll = _open();
        _countAdmissions(roll, applications.length, true);
        bytes32 domain = TypedData.domain();
        for (uint256 i; i < applications.length; ++i) {
            Application calldata application = applications[i];
            _requireApplied(application, domain);
            _enrol(roll, application.wallet, application.class, false);
        }
        _close(roll);
    }

    /// @inheritdoc IMembership
    function admitBySponsors(
        Application calldata application,
        address[] calldata sponsors,
        bytes[] calldata signatures
    ) external {
        (AdmissionPolicy policy, uint8 needed) = IStatutes(statutes()).admission();
        if (policy != AdmissionPolicy.BY_SPONSORS) revert NotBySponsors();
        if (sponsors.length < needed || signatures.length != sponsors.length) {
            revert SponsorsMissing(signatures.length < sponsors.length ? signatures.length : sponsors.length, needed);
        }
        Roll memory roll = _open();
        _countAdmissions(roll, 1, false);
        bytes32 domain = TypedData.domain();
        _requireApplied(application, domain);
        _requireSponsored(application, sponsors, signatures, domain);
        _enrol(roll, application.wallet, application.class, true);
        _close(roll);
    }

    /// @inheritdoc IMembership
    function refuse(address wallet, bytes32 reason) external onlyCooperative {
        if (reason == 0) revert RefusalWithoutReason(wallet);
        delete _filed[wallet];
        emit ApplicationRefused(wallet, reason);
    }

    /// @inheritdoc IMembership
    function changeClass(Application calldata application) external onlyCooperative {
        address wallet = application.wallet;
        uint8 class = application.class;
        uint256 word = _words[wallet];
        if (!word.isOnTheRoll()) revert NotOnTheRoll(wallet);
        uint8 from = word.class();
        if (class == from) revert AlreadyInClass(wallet, class);
        uint256 changed = word.classChanged();
        if (changed != 0 && block.timestamp < changed + LONGEST_VOTE) {
            revert TooSoonToChangeClass(wallet, changed + LONGEST_VOTE);
        }
        _requireClass(class);
        _requireApplied(application, TypedData.domain());

        Roll memory roll = _open();
        _words[wallet] = word.withClass(class, block.timestamp);
        roll.counts -= 1 << (CLASS_BITS * from);
        _count(roll, class);
        _close(roll);
        emit ClassChanged(wallet, word.id(), from, class);
    }

    /// @inheritdoc IMembership
    function resign() external {
        uint256 word = _words[msg.sender];
        if (!word.isOnTheRoll()) revert NotOnTheRoll(msg.sender);
        Roll memory roll = _open();
        _words[msg.sender] = word.withLeft(block.timestamp);
        roll.counts -= 1 << (CLASS_BITS * word.class());
        _close(roll);
        emit Resigned(msg.sender, word.id());
    }

    /* THE ROLL */

    /// @inheritdoc IMembership
    function cooperative() public view returns (address) {
        return CloneArgs.addressAt(0);
    }

    /// @inheritdoc IMembership
    function statutes() public view returns (address) {
        return CloneArgs.addressAt(1);
    }

    /// @inheritdoc IMembership
    function isMember(address wallet) public view returns (bool) {
        return _words[wallet].isOnTheRoll();
    }

    /// @inheritdoc IMembership
    function memberOf(address wallet) external view returns (Member memory) {
        return _inWords(_words[wallet]);
    }

    /// @inheritdoc IMembership
    function formerMember(uint256 id) external view returns (Member memory) {
        return _inWords(_former[id]);
    }

    /// @inheritdoc IMembership
    function wordOf(address wallet) external view returns (uint256) {
        return _words[wallet];
    }

    /// @inheritdoc IMembership
    function wordsOf(address[] calldata wallets) external view returns (uint256[] memory words) {
        // Looked up and returned by hand: a batch of ballots waits for nothing else. The scratch space holds the key and
        // the slot of the mapping, the answer is laid out where it is returned from. What is no address has the word 0.
        assembly ("memory-safe") {
            words := mload(0x40)
            mstore(words, 0x20)
            mstore(add(words, 0x20), wallets.length)
            mstore(0x20, _words.slot)
            let from := wallets.offset
            let to := add(words, 0x40)
            for {
                let end := add(from, shl(5, wallets.length))
            } lt(from, end) {
                from := add(from, 0x20)
            } {
                mstore(0, calldataload(from))
                mstore(to, sload(keccak256(0, 0x40)))
                to := add(to, 0x20)
            }
            return(words, sub(to, words))
        }
    }

    /// @inheritdoc IMembership
    function memberAt(address wallet, uint256 t) public view returns (uint256 id, uint8 class) {
        uint256 word = _words[wallet];
        // Goes back from membership to membership of this wallet, each of which knows the id of the one before.
        while (word != 0 && t < word.joined()) word = _former[word.previousId()];
        if (word == 0 || !word.isOnTheRollAt(t)) return (0, 0);
        return (word.id(), word.classAt(t));
    }

    /// @inheritdoc IMembership
    function counts() public view returns (uint256) {
        return _open().counts;
    }

    /// @inheritdoc IMembership
    function countsAt(uint256 t) public view returns (uint256) {
        if (t >= block.timestamp) revert FutureLookup(t, clock());
        // Checkpoints before `low` began at or before `t`, those from `high` on after it.
        uint256 low;
        uint256 high = _open().checkpoints;
        // The last ones are asked for most.
        if (high != 0 && _trace[high - 1] >> TIME_SHIFT <= t) low = high;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (_trace[middle] >> TIME_SHIFT <= t) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : _trace[low - 1] & COUNTS_MASK;
    }

    /// @inheritdoc IMembership
    function total() external view returns (uint256) {
        return _sum(counts());
    }

    /// @inheritdoc IMembership
    function lastId() external view returns (uint256) {
        return _open().lastId;
    }

    /// @inheritdoc IMembership
    function applicationOf(address wallet) external view returns (uint8 class, bytes32 document, uint256 deadline) {
        Filed storage filed = _filed[wallet];
        return (filed.class, filed.document, filed.deadline);
    }

    /// @inheritdoc IMembership
    function admissionsLeft() external view returns (uint256) {
        Roll memory roll = _open();
        uint256 admitted = _admitted(roll);
        uint256 most = _mostAdmissions(roll);
        return admitted < most ? most - admitted : 0;
    }

    /* AS VOTES, WITH A CLOCK IN TIMESTAMPS */

    /// @inheritdoc IERC6372
    function clock() public view returns (uint48) {
        return Time.timestamp();
    }

    /// @inheritdoc IERC6372
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc IVotes
    function getVotes(address account) external view returns (uint256) {
        return isMember(account) ? 1 : 0;
    }

    /// @inheritdoc IVotes
    function getPastVotes(address account, uint256 timepoint) external view returns (uint256) {
        if (timepoint >= block.timestamp) revert FutureLookup(timepoint, clock());
        (uint256 id, ) = memberAt(account, timepoint);
        return id == 0 ? 0 : 1;
    }

    /// @inheritdoc IVotes
    function getPastTotalSupply(uint256 timepoint) external view returns (uint256) {
        return _sum(countsAt(timepoint));
    }

    /// @inheritdoc IVotes
    function delegates(address account) external pure returns (address) {
        return account;
    }

    /// @inheritdoc IVotes
    function delegate(address) external pure {
        revert VotesNotDelegable();
    }

    /// @inheritdoc IVotes
    function delegateBySig(address, uint256, uint256, uint8, bytes32, bytes32) external pure {
        revert VotesNotDelegable();
    }

    /* AS A TOKEN THAT NOBODY CAN MOVE */

    /// @inheritdoc IERC721Metadata
    function name() external view returns (string memory) {
        return IStatutes(statutes()).name();
    }

    /// @inheritdoc IERC721Metadata
    function symbol() external pure returns (string memory) {
        return "MEMBER";
    }

    /// @inheritdoc IERC721Metadata
    function tokenURI(uint256 tokenId) external view returns (string memory) {
        ownerOf(tokenId);
        return "";
    }

    /// @inheritdoc IERC721
    function balanceOf(address owner) external view returns (uint256) {
        return isMember(owner) ? 1 : 0;
    }

    /// @inheritdoc IERC721
    function ownerOf(uint256 tokenId) public view returns (address owner) {
        owner = address(uint160(tokenId));
        if (tokenId >> 160 != 0 || !isMember(owner)) revert NotOnTheRoll(owner);
    }

    /// @notice Whether a membership cannot be transferred (ERC-5192): none can.
    function locked(uint256 tokenId) external view returns (bool) {
        ownerOf(tokenId);
        return true;
    }

    /// @inheritdoc IERC721
    function getApproved(uint256 tokenId) external view returns (address) {
        ownerOf(tokenId);
        return address(0);
    }

    /// @inheritdoc IERC721
    function isApprovedForAll(address, address) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IERC721
    function approve(address, uint256) external pure {
        revert MembershipNotTransferable();
    }

    /// @inheritdoc IERC721
    function setApprovalForAll(address, bool) external pure {
        revert MembershipNotTransferable();
    }

    /// @inheritdoc IERC721
    function transferFrom(address, address, uint256) external pure {
        revert MembershipNotTransferable();
    }

    /// @inheritdoc IERC721
    function safeTransferFrom(address, address, uint256) external pure {
        revert MembershipNotTransferable();
    }

    /// @inheritdoc IERC721
    function safeTransferFrom(address, address, uint256, bytes calldata) external pure {
        revert MembershipNotTransferable();
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(IERC165).interfaceId ||
            interfaceId == type(IERC721).interfaceId ||
            interfaceId == type(IERC721Metadata).interfaceId ||
            interfaceId == type(IVotes).interfaceId ||
            interfaceId == type(IERC6372).interfaceId ||
            interfaceId == ERC5192_ID;
    }

    /* ENROLLING */

    function _open() private view returns (Roll memory roll) {
        uint256 head = _head;
        roll.lastId = uint32(head);
        roll.checkpoints = uint32(head >> 32);
        roll.span = uint24(head >> 64);
        roll.admissions = head >> 88;
        if (roll.checkpoints != 0) {
            uint256 checkpoint = _trace[roll.checkpoints - 1];
            roll.counts = checkpoint & COUNTS_MASK;
            roll.time = checkpoint >> TIME_SHIFT;
        }
    }

    function _close(Roll memory roll) private {
        if (roll.time != block.timestamp || roll.checkpoints == 0) ++roll.checkpoints;
        _trace[roll.checkpoints - 1] = (block.timestamp << TIME_SHIFT) | roll.counts;
        _head = roll.lastId | (roll.checkpoints << 32) | (roll.span << 64) | (roll.admissions << 88);
    }

    function _enrol(Roll memory roll, address wallet, uint8 class, bool bySponsors) private {
        _requireClass(class);
        uint256 word = _words[wallet];
        if (word != 0) {
            if (word.isOnTheRoll()) revert AlreadyOnTheRoll(wallet);
            uint256 from = word.left() + LONGEST_VOTE;
            if (block.timestamp < from) revert TooSoonToReturn(wallet, from);
            _former[word.id()] = word;
        }
        uint256 id = ++roll.lastId;
        _words[wallet] = MemberWord.joining(id, class, block.timestamp, word.id());
        _count(roll, class);
        emit Admitted(wallet, id, class, bySponsors);
    }

    function _count(Roll memory roll, uint8 class) private pure {
        uint256 shift = CLASS_BITS * class;
        if ((roll.counts >> shift) % MAX_CLASS_SIZE == MAX_CLASS_SIZE - 1) revert ClassFull(class);
        roll.counts += 1 << shift;
    }

    /// @dev MEM-4. What is decided as SPECIAL is counted too, and not refused.
    function _countAdmissions(Roll memory roll, uint256 joining, bool byDecision) private view {
        uint256 admitted = _admitted(roll) + joining;
        if (admitted > FREE_ADMISSIONS && admitted > _mostAdmissions(roll)) {
            if (!byDecision) revert AdmissionLimit(admitted, _mostAdmissions(roll));
            (, Kind kind) = ICooperative(msg.sender).executing();
            if (kind < Kind.SPECIAL) revert AdmissionLimit(admitted, _mostAdmissions(roll));
        }
        uint256 running = (roll.admissions & SPAN_MOST) + joining;
        // A full counter stays full: 2^24 admissions in five days do not fit into any chain's blocks.
        if (running > SPAN_MOST) running = SPAN_MOST;
        roll.admissions = (roll.admissions & ~SPAN_MOST) | running;
    }

    /// @dev Brings the spans up to date, and adds them up. What falls out at the top is older than 30 days.
    function _admitted(Roll memory roll) private view returns (uint256 admitted) {
        // Time does not go back, and seven counters of 24 bits do not overflow.
        unchecked {
            uint256 span = block.timestamp / SPAN;
            uint256 passed = span - roll.span;
            uint256 kept = passed < SPANS ? roll.admissions << (SPAN_BITS * passed) : 0;
            kept &= (1 << (SPAN_BITS * SPANS)) - 1;
            (roll.span, roll.admissions) = (span, kept);
            for (; kept != 0; kept >>= SPAN_BITS) admitted += kept & SPAN_MOST;
        }
    }

    function _mostAdmissions(Roll memory roll) private pure returns (uint256 most) {
        most = _sum(roll.counts) / 10;
        if (most < FREE_ADMISSIONS) most = FREE_ADMISSIONS;
    }

    function _requireClass(uint8 class) private view {
        // Classes are only ever added: what was one at the founding is one.
        if (class < uint8(CloneArgs.bytesAt(CLASSES_AT)[0])) return;
        if (class >= IStatutes(statutes()).classCount()) revert ClassUnknown(class);
    }

    /// @dev Whether `signer` signed the struct under the name of the co-op: the one that it was founded with or, where it
    /// has another by now, that one. The signature is bound to this roll under either. The name's hash is the second
    /// word of the struct and is filled in here.
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

    function _requireApplied(Application calldata application, bytes32 domain) private {
        address wallet = application.wallet;
        _requireInTime(wallet, application.deadline);
        if (application.signature.length == 0) {
            Filed memory filed = _filed[wallet];
            if (
                filed.deadline != application.deadline ||
                filed.class != application.class ||
                filed.document != application.document
            ) revert NotApplied(wallet);
            delete _filed[wallet];
            return;
        }
        bytes memory structure = abi.encode(
            APPLICATION_TYPEHASH,
            0,
            wallet,
            application.class,
            application.document,
            application.deadline
        );
        if (!_isSigned(wallet, domain, structure, application.signature)) {
            revert ApplicationSignatureInvalid(wallet);
        }
    }

    function _requireSponsored(
        Application calldata application,
        address[] calldata sponsors,
        bytes[] calldata signatures,
        bytes32 domain
    ) private view {
        address before;
        for (uint256 i; i < sponsors.length; ++i) {
            address sponsor = sponsors[i];
            // Ascending, so that nobody counts twice.
            if (sponsor <= before || !isMember(sponsor)) revert SponsorInvalid(sponsor);
            bytes memory structure = abi.encode(
                SPONSORSHIP_TYPEHASH,
                0,
                application.wallet,
                application.class,
                sponsor,
                application.deadline
            );
            if (!_isSigned(sponsor, domain, structure, signatures[i])) {
                revert SponsorInvalid(sponsor);
            }
            before = sponsor;
        }
    }

    /// @dev The upper bound makes an application expire before its wallet could use it a second time: whoever leaves or
    /// changes class waits for LONGEST_VOTE.
    function _requireInTime(address wallet, uint256 deadline) private view {
        if (block.timestamp > deadline) revert ApplicationExpired(wallet, deadline);
        // Who joins and leaves in one second may return when as much time has passed.
        uint256 end = block.timestamp + LONGEST_VOTE;
        if (deadline >= end) revert DeadlineTooFar(wallet, deadline, end - 1);
    }

    function _inWords(uint256 word) private pure returns (Member memory) {
        return
            Member(
                // Each value was stored in so many bits.
                uint32(word.id()),
                word.class(),
                uint48(word.joined()),
                uint48(word.left()),
                word.classBefore(),
                uint48(word.classChanged())
            );
    }

    function _sum(uint256 counts_) private pure returns (uint256 sum) {
        for (; counts_ != 0; counts_ >>= CLASS_BITS) sum += counts_ % MAX_CLASS_SIZE;
    }
}
