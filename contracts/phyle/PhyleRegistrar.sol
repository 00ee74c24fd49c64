// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

import {IRegistrar} from "../cooperative/IRegistrar.sol";
import {Chapters} from "../libraries/Chapters.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {FUND, PHYLE} from "../types/ChapterNames.sol";
import {Charter, Founder, Lock} from "../types/Charter.sol";

import {IPhyle} from "./IPhyle.sol";
import {IPhyleRegistrar} from "./IPhyleRegistrar.sol";

/// @title PhyleRegistrar
/// @notice See {IPhyleRegistrar}.
contract PhyleRegistrar is IPhyleRegistrar {
    uint256 private constant MOST_DECIMALS = 18;
    IRegistrar public immutable REGISTRAR;

    Founding[] private _chapters;
    mapping(address phyle => bool founded) private _founded;

    /// @param chapters_ see {chapters}
    constructor(IRegistrar registrar, Founding[] memory chapters_) {
        if (chapters_.length < 2 || !_isNamed(chapters_[0], PHYLE) || !_isNamed(chapters_[1], FUND)) {
            revert FirstChaptersMissing();
        }
        REGISTRAR = registrar;
        for (uint256 i = 0; i < chapters_.length; ++i) {
            Founding memory chapter = chapters_[i];
            string memory its = Chapters.nameOf(chapter.implementation);
            if (Chapters.keyOf(its) != Chapters.keyOf(chapter.name)) {
                revert ImplementationNamedOtherwise(chapter.implementation, its);
            }
            _chapters.push(chapter);
        }
    }

    /// @inheritdoc IPhyleRegistrar
    function found(
        Terms calldata terms,
        Charter calldata charter,
        Founder[] calldata founders,
        bytes[] calldata signatures,
        uint256 nonce,
        uint256 deadline
    ) external returns (Federation memory federation) {
        _check(terms, charter, founders.length);
        bytes32 salt = keccak256(abi.encode(terms, charter, founders, nonce, deadline));
        federation.chapters = _cloneAll(salt, terms);
        federation.phyle = federation.chapters[0];
        Charter memory full = _withFederation(charter, federation.phyle);
        bytes32 hash = REGISTRAR.foundingHash(full, founders, nonce, deadline);
        federation.root = REGISTRAR.organsOf(hash, full).cooperative;

        _founded[federation.phyle] = true;
        // whoever saw the signatures may have founded the root already; it is the same root
        if (!REGISTRAR.isFounded(federation.root)) REGISTRAR.found(full, founders, signatures, nonce, deadline);
        _begin(federation, founders, terms.granted);

        emit PhyleFounded(federation.phyle, federation.root, hash, federation.chapters);
    }

    /// @inheritdoc IPhyleRegistrar
    function prepare(
        Terms calldata terms,
        Charter calldata charter,
        Founder[] calldata founders,
        uint256 nonce,
        uint256 deadline
    ) external view returns (Federation memory federation, bytes32 foundingHash) {
        _check(terms, charter, founders.length);
        bytes32 salt = keccak256(abi.encode(terms, charter, founders, nonce, deadline));
        federation.chapters = _addressesOf(salt, terms);
        federation.phyle = federation.chapters[0];
        Charter memory full = _withFederation(charter, federation.phyle);
        foundingHash = REGISTRAR.foundingHash(full, founders, nonce, deadline);
        federation.root = REGISTRAR.organsOf(foundingHash, full).cooperative;
    }

    /// @inheritdoc IPhyleRegistrar
    function isFounded(address phyle) external view returns (bool) {
        return _founded[phyle];
    }

    /// @inheritdoc IPhyleRegistrar
    function chapters() external view returns (Founding[] memory) {
        return _chapters;
    }

    /* PRIVATE */

    function _begin(Federation memory federation, Founder[] calldata founders, uint32[] calldata granted) private {
        IPhyle(federation.phyle).begin(federation.root, federation.chapters, address(REGISTRAR), founders, granted);
    }

    function _check(Terms calldata terms, Charter calldata charter, uint256 founders) private view {
        bool soon = terms.start + 1 days >= block.timestamp && terms.start <= block.timestamp + 365 days;
        if (!soon || terms.epochLength < 1 days || terms.epochLength > 366 days) {
            revert EpochInvalid(terms.start, terms.epochLength);
        }
        if (terms.granted.length != founders) revert GrantsMismatch(terms.granted.length, founders);
        if (terms.cash.code.length == 0) revert CashInvalid(terms.cash);
        uint256 decimals = IERC20Metadata(terms.cash).decimals();
        if (decimals > MOST_DECIMALS) revert CashDecimalsInvalid(decimals, MOST_DECIMALS);
        if (charter.federation != address(0)) revert CharterNamesFederation(charter.federation);
        // Nothing goes to the root's own federation.
        // G13, STA-12
        if (charter.lock != Lock.NONE && charter.body == address(0)) revert IStatutes.BodyMissing();
    }

    function _isNamed(Founding memory chapter, bytes32 name) private pure returns (bool) {
        return Chapters.keyOf(chapter.name) == name;
    }

    /// @dev The arguments of a chapter, see {CloneArgs}: what comes before it has its address in `at_`, the rest zero.
    function _argsOf(Terms calldata terms, address[] memory at_) private pure returns (bytes memory) {
        return abi.encode(at_[0], at_[1], terms.cash, terms.start, terms.epochLength);
    }

    function _addressesOf(bytes32 salt, Terms calldata terms) private view returns (address[] memory at_) {
        uint256 count = _chapters.length;
        at_ = new address[](count);
        for (uint256 i = 0; i < count; ++i) {
            address implementation = _chapters[i].implementation;
            at_[i] = Clones.predictDeterministicAddressWithImmutableArgs(implementation, _argsOf(terms, at_), salt);
        }
    }

    function _cloneAll(bytes32 salt, Terms calldata terms) private returns (address[] memory at_) {
        uint256 count = _chapters.length;
        at_ = new address[](count);
        for (uint256 i = 0; i < count; ++i) {
            address implementation = _chapters[i].implementation;
            at_[i] = Clones.cloneDeterministicWithImmutableArgs(implementation, _argsOf(terms, at_), salt);
        }
    }

    function _withFederation(Charter calldata charter, address phyle) private pure returns (Charter memory full) {
        full = charter;
        full.federation = phyle;
    }
}
