// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Assembly} from "../../contracts/assembly/Assembly.sol";
import {IAssembly} from "../../contracts/assembly/IAssembly.sol";
import {Cooperative} from "../../contracts/cooperative/Cooperative.sol";
import {IRegistrar} from "../../contracts/cooperative/IRegistrar.sol";
import {Registrar} from "../../contracts/cooperative/Registrar.sol";
import {IMembership} from "../../contracts/membership/IMembership.sol";
import {Membership} from "../../contracts/membership/Membership.sol";
import {Statutes} from "../../contracts/statutes/Statutes.sol";
import {AdmissionPolicy, Charter, Founder, Lock} from "../../contracts/types/Charter.sol";
import {ClassDef, ClassTally} from "../../contracts/types/Classes.sol";
import {ProposalId} from "../../contracts/types/ProposalId.sol";
import {NO_LIMIT, Rule} from "../../contracts/types/Rule.sol";
import {NO_RULE, RuleWord, RuleWords} from "../../contracts/types/RuleWord.sol";
import {Checks, VM} from "../kit/Vm.sol";

/// @dev A co-op of founders whose keys are known, founded as every co-op is, with votes that open at once.
abstract contract Hall is Checks {
    uint256 internal constant MEMBERS = 12;
    uint256 internal constant CLASSES = 3;
    uint256 internal constant CHOICES = 4;
    uint256 internal constant VOTING = 30 days;

    IRegistrar.Organs internal _organs;
    IAssembly internal _assembly;
    IMembership internal _roll;
    address[] internal _wallets;

    function _found(uint256 nonce) internal returns (IRegistrar.Organs memory) {
        Registrar registrar = new Registrar(
            address(new Cooperative()),
            address(new Statutes()),
            address(new Membership()),
            address(new Assembly()),
            address(0),
            IRegistrar(address(0))
        );
        Charter memory charter = _charter();
        Founder[] memory founders = new Founder[](MEMBERS);
        for (uint256 i; i < MEMBERS; ++i) founders[i] = Founder(VM.addr(_key(i)), uint8(i % CLASSES));
        uint256 deadline = block.timestamp + 1 days;
        bytes32 hash = registrar.foundingHash(charter, founders, nonce, deadline);
        bytes[] memory signatures = new bytes[](MEMBERS);
        for (uint256 i; i < MEMBERS; ++i) {
            (uint8 v, bytes32 r, bytes32 s) = VM.sign(_key(i), hash);
            signatures[i] = abi.encodePacked(r, s, v);
        }
        return registrar.found(charter, founders, signatures, nonce, deadline);
    }

    function _open() internal {
        _organs = _found(1);
        _assembly = IAssembly(_organs.assembly_);
        _roll = IMembership(_organs.membership);
        for (uint256 i; i < MEMBERS; ++i) _wallets.push(VM.addr(_key(i)));
        VM.warp(block.timestamp + 1 days);
    }

    function _charter() private pure returns (Charter memory charter) {
        charter.name = "Mill on the Old River";
        charter.purpose = bytes32(uint256(1));
        charter.language = "en";
        charter.lock = Lock.COMMON_OWNERSHIP;
        charter.body = address(0xb0d7);
        charter.admission = AdmissionPolicy.BY_DECISION;
        charter.maxShareBps = 5_000;
        charter.classes = new ClassDef[](CLASSES);
        charter.classes[0] = ClassDef("workers", 5_000, 3);
        charter.classes[1] = ClassDef("users", 3_000, 3);
        charter.classes[2] = ClassDef("lenders", 2_000, 2);
        Rule memory rule;
        rule.threshold = 5_000;
        rule.quorumBps = 2_500;
        rule.nonUserCapBps = 10_000;
        rule.maxObjections = NO_LIMIT;
        rule.votingPeriod = uint32(VOTING);
        rule.gracePeriod = 30 days;
        RuleWord word = RuleWords.pack(rule);
        charter.rules = [word, NO_RULE, word, word];
    }

    /// @dev A vote that is open.
    function _propose(uint256 number) internal returns (uint256) {
        return _proposeBy(_wallets[number % MEMBERS], number);
    }

    function _proposeBy(address proposer, uint256 number) internal returns (uint256) {
        VM.prank(proposer);
        return
            _assembly.propose(
                new address[](0),
                new uint256[](0),
                new bytes[](0),
                string.concat("Vote ", _digits(number))
            );
    }

    function _key(uint256 member) internal pure returns (uint256) {
        return member + 1;
    }

    /// @dev A ballot of this member in 85 bytes.
    function _record(uint256 id, uint256 member, uint8 choice) internal view returns (bytes memory) {
        return
            _recordWith(
                _key(member),
                _wallets[member],
                choice,
                _assembly.ballotDigest(ProposalId.wrap(id), choice, _wallets[member])
            );
    }

    function _recordWith(
        uint256 key,
        address wallet,
        uint8 choice,
        bytes32 digest
    ) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(key, digest);
        bytes32 vs = bytes32(uint256(s) | (uint256(v - 27) << 255));
        return abi.encodePacked(wallet, choice, r, vs);
    }

    function _changeOf(
        uint256 id,
        uint256 member,
        uint8 choice,
        uint256 change
    ) internal view returns (IAssembly.ChangedBallot memory) {
        bytes32 digest = _assembly.changeDigest(ProposalId.wrap(id), choice, _wallets[member], change);
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(_key(member), digest);
        return IAssembly.ChangedBallot(_wallets[member], choice, change, abi.encodePacked(r, s, v));
    }

    function _memberOf(address wallet) internal view returns (uint256 member) {
        while (_wallets[member] != wallet) ++member;
    }

    /// @dev What the members' records come to, counted one by one.
    function _recount(uint256 id) internal view returns (uint256[CHOICES][CLASSES] memory sums) {
        uint256 snapshot = _assembly.proposalSnapshot(id);
        for (uint256 i; i < _wallets.length; ++i) {
            (uint8 route, uint8 choice) = _assembly.ballotOf(ProposalId.wrap(id), _wallets[i]);
            if (route == 0) continue;
            (, uint8 class) = _roll.memberAt(_wallets[i], snapshot);
            ++sums[class][choice];
        }
    }

    function _checkTally(uint256 id) internal view {
        uint256[CHOICES][CLASSES] memory sums = _recount(id);
        ClassTally[] memory tallies = _assembly.talliesOf(ProposalId.wrap(id));
        for (uint256 c; c < CLASSES; ++c) {
            _equal(tallies[c].votesAgainst, sums[c][0], "against");
            _equal(tallies[c].votesFor, sums[c][1], "for");
            _equal(tallies[c].abstentions, sums[c][2], "abstentions");
            _equal(tallies[c].objections, sums[c][3], "objections");
            uint256 cast = sums[c][0] + sums[c][1] + sums[c][2] + sums[c][3];
            _check(cast <= tallies[c].members, "more votes than members");
        }
    }

    function _digits(uint256 number) private pure returns (string memory) {
        if (number < 10) return string(abi.encodePacked(uint8(48 + number)));
        return string.concat(_digits(number / 10), _digits(number % 10));
    }
}
