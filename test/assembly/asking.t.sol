// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {Assembly} from "../../contracts/assembly/Assembly.sol";
import {IAssembly} from "../../contracts/assembly/IAssembly.sol";
import {IMembership} from "../../contracts/membership/IMembership.sol";
import {Membership} from "../../contracts/membership/Membership.sol";
import {Founder} from "../../contracts/types/Charter.sol";
import {Kind} from "../../contracts/types/Kind.sol";
import {ProposalId} from "../../contracts/types/ProposalId.sol";
import {NO_LIMIT, Rule} from "../../contracts/types/Rule.sol";
import {RuleWord, RuleWords} from "../../contracts/types/RuleWord.sol";
import {Checks, VM} from "../kit/Vm.sol";

/// @dev Account and statutes of a co-op with one class, in which every vote opens at once.
abstract contract OneClass is Checks {
    uint32 public constant coolingPeriod = 90 days;

    function electionTerms(Kind) external pure returns (RuleWord, uint256, bytes32, bytes2, uint8) {
        Rule memory rule;
        rule.threshold = 5_000;
        rule.nonUserCapBps = 10_000;
        rule.quorumBps = 2_500;
        rule.maxObjections = NO_LIMIT;
        rule.votingPeriod = 7 days;
        rule.gracePeriod = 7 days;
        return (RuleWords.pack(rule), 10_000 | (1 << 16), keccak256("Mill"), "en", 1);
    }

    function resolutionOf(uint256, Kind, string calldata title) external pure returns (string memory) {
        return title;
    }

    function register() external pure returns (address) {
        return address(0);
    }

    /// As if the co-op went by whichever assembly asks.
    function assembly_() external view returns (address) {
        return msg.sender;
    }

    function executing() external pure returns (uint256, Kind, uint8, uint8) {
        return (1, Kind.SPECIAL, 1, 0);
    }
}

/// @notice Whether as many ask as it takes to vote again on what was lost, on rolls of any size.
contract AskingTest is OneClass {
    uint256 private constant MOST_MEMBERS = 64;

    IMembership private _roll;
    IAssembly private _assembly;

    function setUp() public {
        VM.warp(1_800_000_000);
        bytes memory args = abi.encodePacked(this, this, keccak256("Mill"), uint8(1));
        _roll = IMembership(Clones.cloneWithImmutableArgs(address(new Membership()), args));
        args = abi.encodePacked(this, this, _roll);
        _assembly = IAssembly(Clones.cloneWithImmutableArgs(address(new Assembly()), args));
    }

    /// A tenth of the members now, and two where there are two; whoever asked counts, though they left since.
    function testFuzz_ASM6_aTenthOfTheMembersAndNoFewer(uint8 many, uint8 asks, uint8 goes, uint8 comes) public {
        uint256 members = _within(many, 1, MOST_MEMBERS);
        uint256 asking = _within(asks, 0, members);
        // Whoever proposes stays: the last on the roll.
        uint256 leaving = _within(goes, 0, members - 1);
        uint256 joining = _within(comes, 0, MOST_MEMBERS);
        uint256 id = _lose(members);
        for (uint256 i; i < joining; ++i) _join(_at(members + i));

        for (uint256 i; i < asking; ++i) _ask(id, _at(i));
        _refuses(id, members, joining);
        for (uint256 i; i < leaving; ++i) {
            VM.prank(_at(i));
            _roll.resign();
        }

        uint256 total = members - leaving + joining;
        bool enough = asking * 10 >= total && asking != 0 && (asking >= 2 || total == 1);
        (uint256 asked, uint256 needed, uint256 until) = _assembly.asksOf(ProposalId.wrap(id));
        _equal(asked, asking, "asked");
        _check((asked >= needed) == enough, "enough");
        if (!enough) VM.expectRevert(abi.encodeWithSelector(IAssembly.StillCooling.selector, id, until));
        _propose(_at(members - 1));
    }

    /// What one member asks is asked once, and by nobody who joined since.
    function _refuses(uint256 id, uint256 members, uint256 joining) private {
        if (joining != 0) {
            VM.expectRevert(abi.encodeWithSelector(IAssembly.NotAMember.selector, _at(members)));
            _ask(id, _at(members));
        }
        (uint256 asked, , ) = _assembly.asksOf(ProposalId.wrap(id));
        if (asked != 0) {
            VM.expectRevert(abi.encodeWithSelector(IAssembly.AlreadyAsked.selector, id, _at(0)));
            _ask(id, _at(0));
        }
    }

    function _lose(uint256 members) private returns (uint256 id) {
        Founder[] memory founders = new Founder[](members);
        for (uint256 i; i < members; ++i) founders[i] = Founder(_at(i), 0);
        _roll.enrolFounders(founders);
        VM.warp(block.timestamp + 1 days);
        id = _propose(_at(0));
        for (uint256 i; i * 4 < members; ++i) {
            VM.prank(_at(i));
            _assembly.castVote(id, 0);
        }
        VM.warp(block.timestamp + 7 days);
    }

    function _join(address wallet) private {
        uint256 deadline = block.timestamp + 1 days;
        VM.prank(wallet);
        _roll.applyFor(0, bytes32(uint256(1)), deadline);
        IMembership.Application[] memory one = new IMembership.Application[](1);
        one[0] = IMembership.Application(wallet, 0, bytes32(uint256(1)), deadline, "");
        _roll.admit(one);
    }

    function _ask(uint256 id, address wallet) private {
        VM.prank(wallet);
        _assembly.askAgain(ProposalId.wrap(id));
    }

    function _propose(address wallet) private returns (uint256) {
        VM.prank(wallet);
        return _assembly.propose(new address[](0), new uint256[](0), new bytes[](0), "Close on Mondays");
    }

    function _at(uint256 number) private pure returns (address) {
        return address(uint160(0xadd0000 + number));
    }
}
