// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {ClassFlags, MAX_CLASSES, membersIn} from "../types/Classes.sol";

import {IPhyle} from "./IPhyle.sol";

/// @title Organs
/// @notice Asks the organs of a co-op, of which nothing is known but their address.
/// @dev A co-op can move to organs of any code, and nobody may lose what they are owed by others because such code fails
/// or burns gas (I16): what fails reads as zeros, and costs so much gas at most.
library Organs {
    /// @dev The most gas that the organs of a co-op get for one answer.
    uint256 internal constant ANSWER_GAS = 100_000;
    /// @dev So much gas has to be there to ask them: that, a 63rd part of it, which no call passes on, and 5 000
    /// besides. As a number, because the compiler would work it out whenever it asks.
    uint256 private constant GAS_TO_ASK = 106_587;

    function memberOf(address roll, address wallet) internal view returns (IMembership.Member memory) {
        return _memberIn(_ask(roll, abi.encodeCall(IMembership.memberOf, (wallet)), 192));
    }

    function formerMember(address roll, uint256 id) internal view returns (IMembership.Member memory) {
        return _memberIn(_ask(roll, abi.encodeCall(IMembership.formerMember, (id)), 192));
    }

    /// @dev See {IMembership-leftCooperatorsAt}.
    function leftCooperatorsAt(
        address roll,
        address wallet,
        uint256 id,
        uint256 since
    ) internal view returns (uint256) {
        return
            abi.decode(_ask(roll, abi.encodeCall(IMembership.leftCooperatorsAt, (wallet, id, since)), 32), (uint256));
    }

    function flagsOf(address roll, uint8 class) internal view returns (uint8) {
        bytes memory answer = _ask(roll, abi.encodeCall(IMembership.statutes, ()), 32);
        address statutes = address(uint160(abi.decode(answer, (uint256))));
        answer = _ask(statutes, abi.encodeCall(IStatutes.classOf, (class)), 96);
        (, , uint256 flags) = abi.decode(answer, (uint256, uint256, uint256));
        return uint8(flags);
    }

    /// @dev The roll that an account has now; zero where it does not answer.
    function rollOf(address coop) internal view returns (address) {
        return address(uint160(abi.decode(_ask(coop, abi.encodeCall(ICooperative.membership, ()), 32), (uint256))));
    }

    /// @dev See {ICooperative-successionOf}.
    function successionOf(
        address coop,
        address roll
    ) internal view returns (address registrar, address before, uint48 time) {
        bytes memory answer = _ask(coop, abi.encodeCall(ICooperative.successionOf, (roll)), 96);
        (uint256 by, uint256 previous, uint256 moved) = abi.decode(answer, (uint256, uint256, uint256));
        return (address(uint160(by)), address(uint160(previous)), uint48(moved));
    }

    /// @dev How many members the cooperator classes had at `time`.
    function cooperatorsAt(address roll, uint256 time) internal view returns (uint256 count) {
        uint256 counts = abi.decode(_ask(roll, abi.encodeCall(IMembership.countsAt, (time)), 32), (uint256));
        for (uint8 class = 0; class < MAX_CLASSES; ++class) {
            uint256 members = membersIn(counts, class);
            if (members != 0 && flagsOf(roll, class) & ClassFlags.COOPERATOR != 0) count += members;
        }
    }

    /// @dev So that nobody makes organs fail by giving them too little.
    function requireGasToAsk() internal view {
        if (gasleft() < GAS_TO_ASK) revert IPhyle.NotEnoughGasToAsk(gasleft(), GAS_TO_ASK);
    }

    function _memberIn(bytes memory answer) private pure returns (IMembership.Member memory) {
        (uint256 id, uint256 class, uint256 joined, uint256 left, uint256 before, uint256 changed) = abi.decode(
            answer,
            (uint256, uint256, uint256, uint256, uint256, uint256)
        );
        // A roll keeps each in so many bits; what other code says is cut off.
        return
            IMembership.Member(uint32(id), uint8(class), uint48(joined), uint48(left), uint8(before), uint48(changed));
    }

    function _ask(address organ, bytes memory question, uint256 size) private view returns (bytes memory answer) {
        requireGasToAsk();
        answer = new bytes(size);
        bool answered;
        assembly ("memory-safe") {
            let ok := staticcall(ANSWER_GAS, organ, add(question, 0x20), mload(question), add(answer, 0x20), size)
            answered := and(ok, iszero(lt(returndatasize(), size)))
        }
        // I16
        if (!answered) answer = new bytes(size);
    }
}
