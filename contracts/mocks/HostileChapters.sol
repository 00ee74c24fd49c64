// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";

/// @title SaysItIsAChapter
/// @notice Says it by ERC-165, and nothing binds what else it answers.
abstract contract SaysItIsAChapter {
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(IChapter).interfaceId || interfaceId == type(IERC165).interfaceId;
    }
}

/// @title NamedChapter
/// @notice Says of itself what it is told to.
contract NamedChapter is SaysItIsAChapter {
    string private _name;

    constructor(string memory name) {
        _name = name;
    }

    function chapterName() external view returns (string memory) {
        return _name;
    }

    function floorOf(bytes4) external pure returns (Kind) {
        return Kind.ORDINARY;
    }
}

/// @title TokenChapter
/// @notice A token that calls itself a chapter in which everything is everyday business.
contract TokenChapter is NamedChapter("token") {
    function totalSupply() external pure returns (uint256) {
        return 1;
    }
}

/// @title LyingChapter
/// @notice Answers the question for a floor in whichever bad way it is told to.
contract LyingChapter is SaysItIsAChapter {
    enum Lie {
        REVERTS,
        BURNS,
        NO_SUCH_KIND,
        NOTHING
    }

    Lie private immutable LIE;

    constructor(Lie lie) {
        LIE = lie;
    }

    function chapterName() external pure returns (string memory) {
        return "liar";
    }

    function floorOf(bytes4) external view returns (Kind) {
        Lie lie = LIE;
        assembly {
            if iszero(lie) {
                revert(0, 0)
            }
            if eq(lie, 1) {
                invalid()
            }
            if eq(lie, 2) {
                mstore(0, 7)
                return(0, 0x20)
            }
            return(0, 0)
        }
    }
}

/// @title GraspingChapter
/// @notice Takes money otherwise than it was allowed to.
contract GraspingChapter is SaysItIsAChapter {
    function chapterName() external pure returns (string memory) {
        return "grasping";
    }

    function floorOf(bytes4) external pure returns (Kind) {
        return Kind.ORDINARY;
    }

    function take(IERC20 token, uint256 amount) external {
        token.transferFrom(msg.sender, address(this), amount);
    }

    /// @dev Takes by an allowance that another address was given before.
    function takeThrough(GraspingChapter other, IERC20 token, uint256 amount) external {
        other.takeFrom(msg.sender, token, amount);
    }

    function takeFrom(address from, IERC20 token, uint256 amount) external {
        token.transferFrom(from, address(this), amount);
    }

    /// @dev Calls its caller back with whatever it is told.
    function callBack(bytes calldata data) external {
        (bool done, bytes memory reason) = msg.sender.call(data);
        if (!done) {
            assembly ("memory-safe") {
                revert(add(reason, 0x20), mload(reason))
            }
        }
    }

    function approve(address, uint256) external pure returns (bool) {
        return true;
    }
}

/// @title LyingFederation
/// @notice Says of itself whose register it is, and which contract is a chapter with which code, as it is told to. As a
/// root it burns what it is given to answer with.
contract LyingFederation {
    struct Claim {
        bytes32 codeHash;
        bool current;
    }

    address public root = address(this);
    mapping(address chapter => Claim) public chapterAt;

    function sayRoot(address root_) external {
        root = root_;
    }

    function sayChapter(address chapter, bytes32 codeHash, bool current) external {
        chapterAt[chapter] = Claim(codeHash, current);
    }

    function assembly_() external pure returns (address) {
        assembly {
            invalid()
        }
    }
}

/// @title ChangeableChapter
/// @notice A proxy: its own code stays what it was while what it calls changes.
contract ChangeableChapter {
    address private _code;

    constructor(address code) {
        _code = code;
    }

    function change(address code) external {
        _code = code;
    }

    fallback() external payable {
        _pass();
    }

    receive() external payable {
        _pass();
    }

    function _pass() private {
        address code = _code;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let done := delegatecall(gas(), code, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if done {
                return(0, returndatasize())
            }
            revert(0, returndatasize())
        }
    }
}
