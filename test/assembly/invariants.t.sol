// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IAssembly} from "../../contracts/assembly/IAssembly.sol";
import {ICooperative} from "../../contracts/cooperative/ICooperative.sol";
import {IMembership} from "../../contracts/membership/IMembership.sol";
import {Kind} from "../../contracts/types/Kind.sol";
import {ProposalId} from "../../contracts/types/ProposalId.sol";
import {VM} from "../kit/Vm.sol";
import {Hall} from "./Hall.sol";

/// @notice Members vote, have ballots carried, change them by signature, leave and change class, in votes that open one after another; and what
/// each of them cast is noted beside it, by hand.
contract Ghost is Hall {
    uint256 private constant ROUTE_CARRIED = 2;
    uint256 private constant ROUTE_DIRECT = 3;
    uint256 private constant MOST_VOTES = 6;
    uint8 private constant AGAINST = 0;
    uint8 private constant OBJECT = 3;

    struct Cast {
        uint8 route;
        uint8 choice;
    }

    /// @dev What counts of each member, and the class and right to vote that they had at the snapshot.
    mapping(uint256 id => mapping(uint256 member => Cast)) private _casts;
    mapping(uint256 id => mapping(uint256 member => uint256)) private _classes;
    /// @dev Every ballot that was ever signed, to be carried again.
    mapping(uint256 id => bytes[]) private _signed;
    mapping(uint256 id => IAssembly.ChangedBallot[]) private _changes;
    /// @dev The number of the change that counts last.
    mapping(uint256 id => mapping(uint256 member => uint256)) private _changed;
    mapping(address member => uint256) private _put;
    uint256 private _votes;

    constructor() {
        _open();
        _begin();
    }

    function _begin() private {
        address proposer = _proposer();
        if (proposer == address(0)) return;
        ++_put[proposer];
        uint256 id = _proposeBy(proposer, _votes);
        for (uint256 i; i < MEMBERS; ++i) {
            (uint256 member, uint8 class) = _roll.memberAt(_wallets[i], block.timestamp - 1);
            _classes[id][i] = member == 0 ? 0 : uint256(class) + 1;
        }
        ++_votes;
    }

    /// @dev Somebody who may put one more; nobody where all who are left have put three.
    function _proposer() private view returns (address) {
        for (uint256 i; i < MEMBERS; ++i) {
            if (_roll.isMember(_wallets[i]) && _put[_wallets[i]] < 3) return _wallets[i];
        }
        return address(0);
    }

    function begin() external {
        if (_votes < MOST_VOTES) _begin();
    }

    function vote(uint256 seed) external {
        (uint256 id, uint256 member, uint8 choice) = _parts(seed);
        VM.prank(_wallets[member]);
        try _assembly.castVoteWithReason(id, choice, "Because.") {
            _check(_classes[id][member] != 0, "voted off the roll");
            _casts[id][member] = Cast(uint8(ROUTE_DIRECT), choice);
        } catch {
            _check(_classes[id][member] == 0, "could not vote");
        }
    }

    function carry(uint256 seed) external {
        (uint256 id, uint256 member, uint8 choice) = _parts(seed);
        bytes memory record = _record(id, member, choice);
        _signed[id].push(record);
        bool fresh = _classes[id][member] != 0 && _casts[id][member].route < ROUTE_CARRIED;
        (uint256 counted, ) = _assembly.castBallots(ProposalId.wrap(id), record, new IAssembly.TailBallot[](0));
        _check((counted == 1) == fresh, "carried when it should, and only then");
        // ASM-9: no reason stands in a packed record, so what objects there counts as against.
        if (fresh) _casts[id][member] = Cast(uint8(ROUTE_CARRIED), choice == OBJECT ? AGAINST : choice);
    }

    /// @dev A change under any small number, so that many come too late.
    function change(uint256 seed) external {
        (uint256 id, uint256 member, uint8 choice) = _parts(seed);
        _changes[id].push(_changeOf(id, member, choice, (seed >> 40) % 6));
        _sendChange(id, _changes[id].length - 1);
    }

    /// @dev One that was signed before, whether it counted then or not.
    function changeAgain(uint256 seed) external {
        (uint256 id, uint256 place, ) = _parts(seed);
        if (_changes[id].length != 0) _sendChange(id, place % _changes[id].length);
    }

    function _sendChange(uint256 id, uint256 place) private {
        IAssembly.ChangedBallot[] memory sent = new IAssembly.ChangedBallot[](2);
        (sent[0], sent[1]) = (_changes[id][place], _changes[id][place]);
        uint256 member = _memberOf(sent[0].wallet);
        Cast storage known = _casts[id][member];
        bool counts = known.route == ROUTE_CARRIED && sent[0].change > _changed[id][member];
        (uint256 counted, ) = _assembly.castChanges(ProposalId.wrap(id), sent);
        _equal(counted, counts ? 1 : 0, "changed when it should, once, and only then");
        if (!counts) return;
        _changed[id][member] = sent[0].change;
        known.choice = sent[0].choice == OBJECT ? AGAINST : sent[0].choice;
    }

    /// @dev All that was ever signed in this vote, once more, and again for the vote after it.
    function replay(uint256 seed) external {
        uint256 id = (seed % _votes) + 1;
        bytes memory records;
        for (uint256 i; i < _signed[id].length; ++i) records = bytes.concat(records, _signed[id][i]);
        for (uint256 other = 1; other <= _votes; ++other) {
            (uint256 counted, ) = _assembly.castBallots(ProposalId.wrap(other), records, new IAssembly.TailBallot[](0));
            _check(counted == 0, "replayed");
            if (other == id) continue;
            (counted, ) = _assembly.castChanges(ProposalId.wrap(other), _changes[id]);
            _check(counted == 0, "changed another vote");
        }
    }

    function resign(uint256 seed) external {
        uint256 member = seed % MEMBERS;
        // Somebody has to be left to propose.
        if (!_roll.isMember(_wallets[member]) || _roll.total() < 4) return;
        VM.prank(_wallets[member]);
        _roll.resign();
    }

    function changeClass(uint256 seed) external {
        uint256 member = seed % MEMBERS;
        address wallet = _wallets[member];
        uint8 class = uint8((seed >> 8) % CLASSES);
        IMembership.Member memory now_ = _roll.memberOf(wallet);
        if (now_.left != 0 || now_.class == class || now_.classChanged != 0) return;
        uint256 deadline = block.timestamp + 1 days;
        VM.prank(wallet);
        _roll.applyFor(class, 0, deadline);
        IMembership.Application memory application = IMembership.Application(wallet, class, 0, deadline, "");
        _carryOut(address(_roll), abi.encodeCall(IMembership.changeClass, (application)));
    }

    /// @dev As a major decision that every class carried.
    function _carryOut(address target, bytes memory data) private {
        address[] memory targets = new address[](1);
        bytes[] memory calldatas = new bytes[](1);
        (targets[0], calldatas[0]) = (target, data);
        VM.prank(_organs.assembly_);
        ICooperative(_organs.cooperative).execute(
            ProposalId.wrap(1),
            Kind.SPECIAL,
            0xff,
            0,
            targets,
            new uint256[](1),
            calldatas
        );
    }

    function pass(uint256 seed) external {
        // Everything stays within the first vote.
        VM.warp(block.timestamp + 1 + (seed % 1 hours));
    }

    function checkTallies() external view {
        for (uint256 id = 1; id <= _votes; ++id) _checkTally(id);
    }

    function checkRecords() external view {
        for (uint256 id = 1; id <= _votes; ++id) {
            for (uint256 i; i < MEMBERS; ++i) {
                (uint8 route, uint8 choice) = _assembly.ballotOf(ProposalId.wrap(id), _wallets[i]);
                _equal(route, _casts[id][i].route, "route");
                _equal(choice, _casts[id][i].choice, "choice");
                _equal(_assembly.changeOf(ProposalId.wrap(id), _wallets[i]), _changed[id][i], "change");
            }
        }
    }

    function checkElectorates() external view {
        for (uint256 id = 1; id <= _votes; ++id) {
            uint256[CLASSES] memory counts;
            uint256 snapshot = _assembly.proposalSnapshot(id);
            for (uint256 i; i < MEMBERS; ++i) {
                (uint256 member, uint8 class) = _roll.memberAt(_wallets[i], snapshot);
                _equal(member == 0 ? 0 : uint256(class) + 1, _classes[id][i], "class at the snapshot");
                if (member != 0) ++counts[class];
            }
            for (uint256 c; c < CLASSES; ++c) {
                _equal(_assembly.talliesOf(ProposalId.wrap(id))[c].members, counts[c], "members of the class");
            }
        }
    }

    function _parts(uint256 seed) private view returns (uint256 id, uint256 member, uint8 choice) {
        return ((seed % _votes) + 1, (seed >> 16) % MEMBERS, uint8((seed >> 32) % CHOICES));
    }
}

/// @notice What is called at random. An act that reverts has met something that should not be, and is remembered.
contract Handler {
    Ghost private _ghost;
    bytes public failure;

    constructor(Ghost ghost) {
        _ghost = ghost;
    }

    function begin() external {
        _try(abi.encodeCall(Ghost.begin, ()));
    }

    function vote(uint256 seed) external {
        _try(abi.encodeCall(Ghost.vote, (seed)));
    }

    function carry(uint256 seed) external {
        _try(abi.encodeCall(Ghost.carry, (seed)));
    }

    function change(uint256 seed) external {
        _try(abi.encodeCall(Ghost.change, (seed)));
    }

    function changeAgain(uint256 seed) external {
        _try(abi.encodeCall(Ghost.changeAgain, (seed)));
    }

    function replay(uint256 seed) external {
        _try(abi.encodeCall(Ghost.replay, (seed)));
    }

    function resign(uint256 seed) external {
        _try(abi.encodeCall(Ghost.resign, (seed)));
    }

    function changeClass(uint256 seed) external {
        _try(abi.encodeCall(Ghost.changeClass, (seed)));
    }

    function pass(uint256 seed) external {
        _try(abi.encodeCall(Ghost.pass, (seed)));
    }

    function _try(bytes memory act) private {
        (bool ok, bytes memory why) = address(_ghost).call(act);
        if (!ok) failure = why.length == 0 ? bytes("?") : why;
    }
}

contract AssemblyInvariantsTest {
    Ghost private _ghost;
    Handler private _handler;

    function setUp() public {
        _ghost = new Ghost();
        _handler = new Handler(_ghost);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function invariant_G1_theTallyIsTheRecountOfTheRecords() public view {
        _requireNoFailure();
        _ghost.checkTallies();
    }

    function invariant_G10_ASM12_oneMemberHasOneBallotAndNothingComesBack() public view {
        _requireNoFailure();
        _ghost.checkRecords();
    }

    function invariant_G4_onlyTheRollAtTheSnapshotVotes() public view {
        _requireNoFailure();
        _ghost.checkElectorates();
    }

    function _requireNoFailure() private view {
        bytes memory why = _handler.failure();
        if (why.length == 0) return;
        assembly ("memory-safe") {
            revert(add(why, 0x20), mload(why))
        }
    }
}
