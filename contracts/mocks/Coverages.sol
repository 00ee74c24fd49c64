// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ICoverage} from "../cooperative/ICoverage.sol";
import {Chapter} from "../libraries/Chapter.sol";
import {Ground} from "../types/Ground.sol";
import {Kind} from "../types/Kind.sol";

/// @title GenerousCoverage
/// @notice A budget as somebody else may write it: it covers whatever it is asked, and calls back first if it was told to.
contract GenerousCoverage is ICoverage, Chapter {
    bytes private _call;
    bool public succeeded;

    function arm(bytes calldata call) external {
        _call = call;
    }

    function cover(uint256, address, address, uint256, Ground) external {
        if (_call.length != 0) (succeeded, ) = msg.sender.call(_call);
    }

    function chapterName() external pure returns (string memory) {
        return "generous";
    }

    function floorOf(bytes4) external pure returns (Kind) {
        return Kind.ENTRENCHED;
    }

    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == type(ICoverage).interfaceId || super.supportsInterface(interfaceId);
    }
}

/// @title SurplusRoom
/// @notice Has the name of the chapter through which a surplus is shared, and takes what it is sent.
contract SurplusRoom is Chapter {
    function take() external {}

    function chapterName() external pure returns (string memory) {
        return "surplus";
    }

    function floorOf(bytes4) external pure returns (Kind) {
        return Kind.ORDINARY;
    }
}
