// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IMembership} from "../../contracts/membership/IMembership.sol";
import {BPS} from "../../contracts/types/Bps.sol";
import {Lock} from "../../contracts/types/Charter.sol";
import {ClassDef, ClassFlags} from "../../contracts/types/Classes.sol";
import {Kind} from "../../contracts/types/Kind.sol";
import {ProposalId} from "../../contracts/types/ProposalId.sol";
import {Count, Rule} from "../../contracts/types/Rule.sol";

/// @notice Stands in for a co-op with its roll and statutes, and for the Registrar that founded it: as much of them as
/// Phyle reads. Class 0 holds cooperators, class 1 lenders who are none. Everybody may change the roll and act for it.
contract StandInCoop {
    mapping(address wallet => IMembership.Member) private _members;
    mapping(uint256 id => IMembership.Member) private _former;
    uint32 private _lastId;
    uint32[2] private _counts;

    constructor() {
        // two members who never appear, so that both classes govern
        admit(address(0xdead01), 0);
        admit(address(0xdead02), 1);
    }

    function act(address target, bytes memory data) external returns (bytes memory) {
        (bool ok, bytes memory result) = target.call(data);
        if (!ok) {
            assembly {
                revert(add(result, 0x20), mload(result))
            }
        }
        return result;
    }

    /// @dev It decides by itself, and carries out a motion of a second ago.
    function assembly_() external view returns (address) {
        return address(this);
    }

    function proposalSnapshot(uint256) external view returns (uint256) {
        return block.timestamp - 1;
    }

    function admit(address wallet, uint8 class) public returns (uint256 id) {
        IMembership.Member storage member = _members[wallet];
        if (member.id != 0) _former[member.id] = member;
        id = ++_lastId;
        _members[wallet] = IMembership.Member(uint32(id), class, uint48(block.timestamp), 0, class, 0);
        ++_counts[class];
    }

    function leaveByRegister(address wallet) external {
        resign(wallet);
    }

    function resign(address wallet) public {
        IMembership.Member storage member = _members[wallet];
        member.left = uint48(block.timestamp);
        --_counts[member.class];
    }

    function changeClass(address wallet, uint8 class) external {
        IMembership.Member storage member = _members[wallet];
        --_counts[member.class];
        ++_counts[class];
        (member.classBefore, member.class) = (member.class, class);
        member.classChanged = uint48(block.timestamp);
    }

    function memberOf(address wallet) external view returns (IMembership.Member memory) {
        return _members[wallet];
    }

    function wordOf(address wallet) external view returns (uint256) {
        IMembership.Member memory member = _members[wallet];
        uint256 word = member.id | (uint256(member.class) << 32) | (uint256(member.joined) << 40);
        return word | (uint256(member.left) << 88) | (uint256(member.classChanged) << 144);
    }

    function formerMember(uint256 id) external view returns (IMembership.Member memory) {
        return _former[id];
    }

    function isMember(address wallet) external view returns (bool) {
        return _members[wallet].id != 0 && _members[wallet].left == 0;
    }

    function counts() external view returns (uint256) {
        return _counts[0] | (uint256(_counts[1]) << 26);
    }

    function total() external view returns (uint256) {
        return _counts[0] + _counts[1];
    }

    function membership() external view returns (address) {
        return address(this);
    }

    function statutes() external view returns (address) {
        return address(this);
    }

    /// @dev Whatever it does, it does by its first motion, a major decision.
    function executing() external pure returns (ProposalId, Kind, uint8, uint8) {
        return (ProposalId.wrap(1), Kind.SPECIAL, 0, 0);
    }

    function successionOf(address) external pure returns (address, address, uint48) {}

    function isFounded(address) external pure returns (bool) {
        return true;
    }

    function purpose() external pure returns (bytes32) {
        return bytes32("for the common good");
    }

    function lock() external pure returns (Lock) {
        return Lock.COMMON_OWNERSHIP;
    }

    function ruleOf(Kind) external pure returns (Rule memory rule) {
        rule.count = Count.CLASS_SHARE;
        rule.nonUserCapBps = uint16(BPS);
    }

    function classOf(uint8 class) public pure returns (ClassDef memory) {
        uint8 flags = class == 0 ? ClassFlags.USER | ClassFlags.COOPERATOR : 0;
        return ClassDef("class", 5_000, flags);
    }

    function classes() external pure returns (ClassDef[] memory all) {
        all = new ClassDef[](2);
        (all[0], all[1]) = (classOf(0), classOf(1));
    }
}
