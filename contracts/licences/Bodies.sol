// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IWorks} from "../commons/IWorks.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {WORKS} from "../types/ChapterNames.sol";

import {IBodies} from "./IBodies.sol";
import {ILicences} from "./ILicences.sol";

/// @title Bodies
/// @notice See {IBodies}: who works for the common good, on whose word.
abstract contract Bodies is ILicences {
    uint256 private constant MAX_TERM = 2 * 366 days;

    /// @dev See {_moveIn}.
    IWorks private _works;
    mapping(address body => CommonGood) internal _bodies;
    mapping(address attester => uint48) public accreditedUntil;

    /// @inheritdoc IBodies
    function accredit(address attester, uint48 until) external {
        _onlyRoot();

        accreditedUntil[attester] = until;

        emit FederationAccredited(attester, until);
    }

    /// @inheritdoc IBodies
    function attestCommonGood(address body, uint48 until, bytes32 evidence) external {
        if (block.timestamp >= accreditedUntil[msg.sender]) revert NotAccredited(msg.sender);
        if (until <= block.timestamp || until > block.timestamp + MAX_TERM) revert CommonGoodTermInvalid(until);

        _bodies[body].attester = msg.sender;
        _bodies[body].until = until;

        emit CommonGoodAttested(body, msg.sender, until, evidence);
    }

    /// @inheritdoc IBodies
    function withdrawCommonGood(address body) external {
        address attester = _bodies[body].attester;
        if (msg.sender != attester) {
            if (msg.sender != IPhyle(phyle()).root()) revert NotItsFederation(msg.sender, attester);
        }

        _bodies[body] = CommonGood(address(0), 0, uint48(block.timestamp));

        emit CommonGoodWithdrawn(body, attester);
    }

    /// @inheritdoc IBodies
    function commonGoodOf(address body) external view returns (CommonGood memory) {
        return _bodies[body];
    }

    function _notePending(address body, bytes32 registryNumber, uint256 until) internal {
        if (_bodies[body].pendingUntil != 0) return;
        _bodies[body].pendingUntil = uint48(until);
        emit CommonGoodPending(body, registryNumber, uint48(until));
    }

    function _onlyRoot() internal view {
        if (msg.sender != IPhyle(phyle()).root()) revert IPhyle.NotTheRoot(msg.sender);
    }

    /* THE FEDERATION */

    /// @dev Writes down which works it sells permissions for, so that Phyle is asked once: a newer register of works in the
    /// same federation comes with newer licences.
    function _moveIn() internal {
        if (address(_works) != address(0)) return;
        _works = _worksOf();
    }

    function _worksOf() internal view returns (IWorks works) {
        works = _works;
        if (address(works) == address(0)) works = IWorks(IPhyle(phyle()).chapterOf(WORKS));
    }

    function _cash() internal view returns (IERC20) {
        return IERC20(CloneArgs.cash());
    }

    /// @inheritdoc ILicences
    function phyle() public view returns (address) {
        return CloneArgs.addressInWord(CloneArgs.PHYLE);
    }
}
