// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IOrgan} from "../cooperative/IOrgan.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {Lock} from "../types/Charter.sol";

/// @title YesRegistrar
/// @notice Says that it built every organ for whichever account that organ names, until it answers nothing at all.
contract YesRegistrar {
    bool private _silent;

    error Silent();

    function fallSilent() external {
        _silent = true;
    }

    function built(address organ) external view returns (address) {
        if (_silent) revert Silent();
        return IOrgan(organ).cooperative();
    }
}

/// @title LyingStatutes
/// @notice Statutes of other code, which a co-op can adopt: they say what the account asks for, and nothing else.
contract LyingStatutes {
    address public immutable cooperative;
    bytes32 public immutable purpose;
    Lock public immutable lock;

    constructor(address cooperative_, IStatutes before) {
        (cooperative, purpose, lock) = (cooperative_, before.purpose(), before.lock());
    }

    function checkSuccession(address) external view {}
}

/// @title LyingRoll
/// @notice A roll of other code, which a co-op can adopt: it has the members of the roll before, and says of all of them
/// what it is told to.
contract LyingRoll {
    address public immutable cooperative;
    address public immutable statutes;
    IMembership public immutable predecessor;

    uint48 private _left;
    uint32 private _shift;
    bool private _forgets;

    constructor(address cooperative_, address statutes_, IMembership predecessor_) {
        (cooperative, statutes, predecessor) = (cooperative_, statutes_, predecessor_);
    }

    /// @notice From now on everybody left at `left` (0: nobody did), and has an id that is `shift` higher.
    function lie(uint48 left, uint32 shift) external {
        (_left, _shift) = (left, shift);
    }

    /// @notice From now on it counts nobody.
    function forget() external {
        _forgets = true;
    }

    /// @notice Tells of a notice of silence that nobody gave.
    function note(address wallet) external {
        emit IMembership.SilenceNoted(wallet, predecessor.memberOf(wallet).id, msg.sender);
    }

    function standDown() external {}

    function takeOver() external {}

    function links() external pure returns (uint256) {
        return 0;
    }

    function lastId() external view returns (uint256) {
        return predecessor.lastId();
    }

    function counts() external view returns (uint256) {
        return _forgets ? 0 : predecessor.counts();
    }

    function isMember(address wallet) external view returns (bool) {
        return predecessor.isMember(wallet);
    }

    function memberOf(address wallet) external view returns (IMembership.Member memory member) {
        member = predecessor.memberOf(wallet);
        member.id += _shift;
        member.left = _left;
    }

    function formerMember(uint256) external pure returns (IMembership.Member memory member) {}

    function leftCooperatorsAt(address, uint256, uint256) external pure returns (uint256) {
        return 0;
    }
}
