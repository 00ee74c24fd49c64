// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {Years} from "../libraries/Years.sol";
import {Kind} from "../types/Kind.sol";

import {Coop} from "./Coop.sol";
import {Heirs} from "./Heirs.sol";
import {IFilings} from "./IFilings.sol";
import {OpenCoopTest} from "./OpenCoopTest.sol";

/// @title Filings
/// @notice The accounts of years, and who vouches for them. See {IFilings}.
abstract contract Filings is Heirs {
    mapping(address attester => bool) private _accepted;
    mapping(address coop => mapping(address attester => bool)) private _named;
    mapping(bytes32 account => bool) private _vouched;

    /// @inheritdoc IFilings
    function fileSocialAccount(uint32 year, bytes32 document, address attester) external onlyCoop {
        Coop storage record = _people.coops[msg.sender];
        _check(record.enteredAt, record.socialYear, year, document);
        // PHY-11
        if (!isAttesterOf(msg.sender, attester)) revert AttesterNotNamed(msg.sender, attester);
        if (!hasVouched(attester, msg.sender, year, document)) revert NotVouchedFor(attester, year, document);

        if (year > record.socialYear) record.socialYear = uint16(year);

        emit SocialAccountFiled(msg.sender, year, document, attester);
    }

    /// @inheritdoc IFilings
    function fileBooks(uint32 year, bytes32 document) external onlyCoop {
        Coop storage record = _people.coops[msg.sender];
        _check(record.enteredAt, record.booksYear, year, document);

        if (year > record.booksYear) record.booksYear = uint16(year);

        emit BooksFiled(msg.sender, year, document);
    }

    /// @inheritdoc IFilings
    function vouch(address coop, uint32 year, bytes32 document) external {
        _vouched[_keyOf(msg.sender, coop, year, document)] = true;
        emit Vouched(msg.sender, coop, year, document);
    }

    /// @inheritdoc IFilings
    function nameAttester(address attester, bool named) external onlyCoop {
        (, Kind kind, , ) = ICooperative(msg.sender).executing();
        // PHY-11
        if (kind < Kind.ENTRENCHED) revert NotByAFoundingRule(attester);

        _named[msg.sender][attester] = named;
        emit AttesterNamed(msg.sender, attester, named);
    }

    /// @inheritdoc IFilings
    function acceptAttester(address attester, bool accepted) external onlyRoot {
        _accepted[attester] = accepted;
        emit AttesterAccepted(attester, accepted);
    }

    /// @inheritdoc IFilings
    function isAttesterOf(address coop, address attester) public view returns (bool) {
        return attester != coop && (_accepted[attester] || _named[coop][attester]);
    }

    /// @inheritdoc IFilings
    function hasVouched(address attester, address coop, uint32 year, bytes32 document) public view returns (bool) {
        return _vouched[_keyOf(attester, coop, year, document)];
    }

    /* PRIVATE */

    /// @dev The account of an earlier year can be filed anew at any time.
    function _check(uint256 enteredAt, uint256 lastYear, uint32 year, bytes32 document) private view {
        if (year < 1970 || year > type(uint16).max - 1 || Years.startOf(year + 1) > block.timestamp) {
            revert YearNotOver(year);
        }
        uint256 next = OpenCoopTest.nextYearOf(enteredAt, lastYear);
        // PHY-11
        if (year > next) revert YearLeftOut(year, uint32(next));
        if (document == 0) revert FilingWithoutDocument(year);
    }

    function _keyOf(address attester, address coop, uint32 year, bytes32 document) private pure returns (bytes32) {
        return keccak256(abi.encode(attester, coop, year, document));
    }
}
