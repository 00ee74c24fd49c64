// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {IFederation} from "../statutes/IFederation.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {AdmissionPolicy, Founder} from "../types/Charter.sol";
import {LONGEST_VOTE} from "../types/Periods.sol";

import {IMembership} from "./IMembership.sol";
import {Silence} from "./Silence.sol";
import {Soulbound} from "./Soulbound.sol";

/// @title Membership
/// @notice See {IMembership}. {Roll} keeps it, {Admissions} says who may come in, {Silence} how the roll parts
/// from those of whom nothing is heard, {Soulbound} is how other tools read
/// it; here people join, move and leave. {SuccessorRoll} goes on where another ended.
contract Membership is Silence, Soulbound {
    modifier onlyCooperative() {
        // G5
        if (msg.sender != cooperative()) revert ICooperative.NotTheCooperative(msg.sender);
        _;
    }

    /* JOINING AND LEAVING */

    /// @inheritdoc IMembership
    function enrolFounders(Founder[] calldata founders) external onlyCooperative inForce {
        RollNow memory roll = _open();
        if (roll.lastId != 0) revert RollNotEmpty();
        for (uint256 i = 0; i < founders.length; ++i) {
            address wallet = founders[i].wallet;
            _enrol(roll, wallet, _take(wallet), founders[i].class, false);
        }
        _close(roll);
    }

    /// @inheritdoc IMembership
    function applyFor(uint8 class, bytes32 document, uint256 deadline) external inForce {
        if (msg.sender == cooperative()) revert CannotJoinItself();
        _requireClass(class);
        _requireInTime(msg.sender, deadline);
        _noteAct(msg.sender);
        // `deadline` is at most LONGEST_VOTE from now.
        _filed[msg.sender] = Filed(document, class, uint48(deadline));
        emit Applied(msg.sender, class, document, deadline);
    }

    /// @inheritdoc IMembership
    function withdrawApplication(uint256 deadline) external inForce {
        MemberWord word = _take(msg.sender);
        if (_filed[msg.sender].deadline <= deadline) delete _filed[msg.sender];
        // MEM-13
        _words[msg.sender] = word.withTakenBack(deadline);
        _noteAct(msg.sender);
        emit ApplicationWithdrawn(msg.sender, deadline);
    }

    /// @inheritdoc IMembership
    function admit(Application[] calldata applications) external onlyCooperative inForce {
        RollNow memory roll = _open();
        uint256 before = roll.counts;
        // MEM-12
        if (before == 0) revert RollIsEmpty();
        bytes32 domain = TypedData.domain();
        for (uint256 i = 0; i < applications.length; ++i) {
            Application calldata application = applications[i];
            address wallet = application.wallet;
            MemberWord word = _take(wallet);
            uint8 class = _requireApplied(application, wallet, word, domain);
            _enrol(roll, wallet, word, class, false);
        }
        _passGates(roll, before, roll.counts - before, applications.length);
        _close(roll);
    }

    /// @inheritdoc IMembership
    function admitBySponsors(
        Application calldata application,
        address[] calldata sponsors,
        bytes[] calldata signatures
    ) external inForce {
        (AdmissionPolicy policy, uint8 needed) = IStatutes(statutes()).admission();
        if (policy != AdmissionPolicy.BY_SPONSORS) revert NotBySponsors();
        if (sponsors.length < needed || signatures.length != sponsors.length) {
            revert SponsorsMissing(signatures.length < sponsors.length ? signatures.length : sponsors.length, needed);
        }
        RollNow memory roll = _open();
        uint256 before = roll.counts;
        bytes32 domain = TypedData.domain();
        address wallet = application.wallet;
        MemberWord word = _take(wallet);
        uint8 class = _requireApplied(application, wallet, word, domain);
        _requireSponsored(application, sponsors, signatures, domain);
        for (uint256 i = 0; i < sponsors.length; ++i) _noteAct(sponsors[i]);
        _enrol(roll, wallet, word, class, true);
        _passSponsored(roll, before, class);
        _close(roll);
    }

    /// @inheritdoc IMembership
    function withdrawSponsorship(address applicant, uint8 class, uint256 deadline) external inForce {
        _takenBack[msg.sender][_sponsoredKey(applicant, class, deadline)] = true;
        _noteAct(msg.sender);
        emit SponsorshipWithdrawn(msg.sender, applicant, class, deadline);
    }

    /// @inheritdoc IMembership
    function refuse(address wallet, bytes32 reason) external onlyCooperative inForce {
        if (reason == 0) revert RefusalWithoutReason(wallet);
        delete _filed[wallet];
        emit ApplicationRefused(wallet, reason);
    }

    /// @inheritdoc IMembership
    function changeClass(Application calldata application) external onlyCooperative inForce {
        address wallet = application.wallet;
        uint8 class = application.class;
        MemberWord word = _wordOnTheRoll(wallet);
        uint8 from = word.class();
        if (class == from) revert AlreadyInClass(wallet, class);
        uint256 changed = word.classChanged();
        if (changed != 0 && block.timestamp < changed + LONGEST_VOTE) {
            revert TooSoonToChangeClass(wallet, changed + LONGEST_VOTE);
        }
        _requireClass(class);
        _requireApplied(application, wallet, word, TypedData.domain());

        RollNow memory roll = _open();
        uint256 before = roll.counts;
        _move(roll, wallet, word, class);
        _passGates(roll, before, 1 << (CLASS_BITS * class), 1);
        _close(roll);
        emit ClassChanged(wallet, word.id(), from, class);
    }

    /// @inheritdoc IMembership
    function resign() external inForce {
        MemberWord word = _wordOnTheRoll(msg.sender);
        address register = IStatutes(statutes()).register();
        // P5
        if (register != address(0) && IFederation(register).noteResignation(msg.sender)) return;
        _resign(msg.sender, word);
    }

    /// @inheritdoc IMembership
    function leaveByRegister(address coop) external inForce {
        if (msg.sender != IStatutes(statutes()).register()) revert NotTheRegister(msg.sender);
        MemberWord word = _wordOnTheRoll(coop);
        _resign(coop, word);
    }

    /* SUCCESSION */

    /// @inheritdoc IMembership
    function standDown() external onlyCooperative inForce {
        if (ICooperative(msg.sender).membership() == address(this)) revert RollInForce();
        _end();
        emit StoodDown();
    }

    /// @inheritdoc IMembership
    function predecessor() public view virtual returns (address) {
        return address(0);
    }

    /// @inheritdoc IMembership
    function links() external view virtual returns (uint256) {
        return 0;
    }

    /// @inheritdoc IMembership
    function takeOver() external virtual {
        revert NoPredecessor();
    }

    /// @inheritdoc IMembership
    function carry(address[] calldata) external virtual {
        revert NoPredecessor();
    }

    /// @inheritdoc IMembership
    function toCarry() external view virtual returns (uint256) {
        return 0;
    }
}
