// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @dev It holds what the wallets share: anyone can make them act, so that tests can enrol them.
abstract contract MockWallet {
    bytes4 internal constant VALID = IERC1271.isValidSignature.selector;
    bytes4 internal constant INVALID = 0xffffffff;

    function act(address target, uint256 value, bytes calldata data) external payable returns (bytes memory result) {
        bool ok;
        (ok, result) = target.call{value: value}(data);
        if (ok) return result;
        assembly ("memory-safe") {
            revert(add(result, 0x20), mload(result))
        }
    }

    receive() external payable virtual {}

    /// @dev Receives ERC-721 tokens; the roll's cannot be transferred, others can.
    function onERC721Received(address, address, uint256, bytes calldata) external pure returns (bytes4) {
        return this.onERC721Received.selector;
    }
}

/// @notice Says yes to what its owner signed, and to nothing else.
contract HonestWallet is MockWallet {
    address public owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address signer, ECDSA.RecoverError problem, ) = ECDSA.tryRecover(hash, signature);
        return problem == ECDSA.RecoverError.NoError && signer == owner ? VALID : INVALID;
    }
}

/// @notice Says yes until it is told to say no: no answer of the past binds it.
contract FickleWallet is MockWallet {
    bool public agrees = true;

    function change(bool agrees_) external {
        agrees = agrees_;
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        return agrees ? VALID : INVALID;
    }
}

/// @notice Burns all the gas that it is given.
contract GasBurningWallet is MockWallet {
    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        uint256 i;
        while (gasleft() > 100) ++i;
        // Never returns with gas left; the view is used so that the loop is kept.
        return i == 0 ? VALID : INVALID;
    }
}

/// @notice Returns a megabyte, or as much as it is told, which begins with a yes.
contract MegabyteWallet is MockWallet {
    uint256 public size = 1 << 20;

    function resize(uint256 size_) external {
        size = size_;
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        bytes4 valid = VALID;
        uint256 size_ = size;
        assembly {
            mstore(0, valid)
            return(0, size_)
        }
    }
}

/// @notice Reverts with a long reason when asked.
contract RevertingWallet is MockWallet {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        assembly {
            revert(0, 65536)
        }
    }
}

/// @notice Answers with fewer bytes than an answer has.
contract CurtWallet is MockWallet {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        bytes4 valid = VALID;
        assembly {
            mstore(0, valid)
            return(0, 4)
        }
    }
}

/// @notice Says yes to everything, and calls somebody when it is sent the chain's own coin.
contract ReenteringWallet is MockWallet {
    address public target;
    bytes public data;
    bool public called;
    bool public succeeded;
    bytes public answer;

    function arm(address target_, bytes calldata data_) external {
        (target, data, called, succeeded) = (target_, data_, false, false);
    }

    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return VALID;
    }

    receive() external payable override {
        if (target == address(0)) return;
        address target_ = target;
        target = address(0);
        called = true;
        (succeeded, answer) = target_.call(data);
    }
}

/// @notice Calls somebody while it is asked whether it signed, and says yes where the call came to nothing.
contract MeddlingWallet is MockWallet {
    address public target;
    bytes public data;

    function arm(address target_, bytes calldata data_) external {
        (target, data) = (target_, data_);
    }

    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        (bool ok, ) = target.call(data);
        return ok ? INVALID : VALID;
    }
}
