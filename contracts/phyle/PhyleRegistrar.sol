// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IRegistrar} from "../cooperative/IRegistrar.sol";
import {Charter, Founder, Reserved} from "../types/Charter.sol";
import {Kind} from "../types/Kind.sol";
import {IPhyle} from "./IPhyle.sol";
import {IPhyleRegistrar} from "./IPhyleRegistrar.sol";

/// @title PhyleRegistrar
/// @notice See {IPhyleRegistrar}.
contract PhyleRegistrar is IPhyleRegistrar {
    uint256 private constant SINGLETONS = 7;

    IRegistrar public immutable REGISTRAR;
    address private immutable PHYLE;
    address private immutable FUND;
    address private immutable BONDS;
    address private immutable WORKS;
    address private immutable MACHINES;
    address private immutable LICENCES;
    address private immutable CONTRIBUTIONS;

    mapping(address phyle => bool founded) private _founded;

    /// @param implementations in the order of {Singleton}
    constructor(IRegistrar registrar, address[SINGLETONS] memory implementations) {
        REGISTRAR = registrar;
        PHYLE = implementations[0];
        FUND = implementations[1];
        BONDS = implementations[2];
        WORKS = implementations[3];
        MACHINES = implementations[4];
        LICENCES = implementations[5];
        CONTRIBUTIONS = implementations[6];
    }

    /// @inheritdoc IPhyleRegistrar
    function found(
        Terms calldata terms,
        Charter calldata charter,
        Founder[] calldata founders,
        bytes[] calldata signatures,
        uint256 nonce,
        uint256 deadline
    ) external returns (address phyle, IPhyle.House memory house) {
        _check(terms, charter);
        bytes32 salt = keccak256(abi.encode(terms, charter, founders, nonce, deadline));
        address[SINGLETONS] memory at_ = _addressesOf(salt, terms);
        Charter memory full = _withReserved(charter, terms, at_);
        bytes32 hash = REGISTRAR.foundingHash(full, founders, nonce, deadline);
        phyle = at_[0];
        house = _houseOf(at_, REGISTRAR.organsOf(hash, full).cooperative);

        _founded[phyle] = true;
        _cloneAll(salt, terms, at_);
        // whoever saw the signatures may have founded the root already; it is the same root
        if (!REGISTRAR.isFounded(house.root)) REGISTRAR.found(full, founders, signatures, nonce, deadline);
        IPhyle(phyle).begin(house, address(REGISTRAR));

        emit PhyleFounded(phyle, house.root, hash, house);
    }

    /// @inheritdoc IPhyleRegistrar
    function prepare(
        Terms calldata terms,
        Charter calldata charter,
        Founder[] calldata founders,
        uint256 nonce,
        uint256 deadline
    ) external view returns (address phyle, IPhyle.House memory house, bytes32 foundingHash) {
        _check(terms, charter);
        bytes32 salt = keccak256(abi.encode(terms, charter, founders, nonce, deadline));
        address[SINGLETONS] memory at_ = _addressesOf(salt, terms);
        Charter memory full = _withReserved(charter, terms, at_);
        foundingHash = REGISTRAR.foundingHash(full, founders, nonce, deadline);
        return (at_[0], _houseOf(at_, REGISTRAR.organsOf(foundingHash, full).cooperative), foundingHash);
    }

    /// @inheritdoc IPhyleRegistrar
    function isFounded(address phyle) external view returns (bool) {
        return _founded[phyle];
    }

    /* PRIVATE */

    function _check(Terms calldata terms, Charter calldata charter) private view {
        bool soon = terms.start + 1 days >= block.timestamp && terms.start <= block.timestamp + 365 days;
        if (!soon || terms.epochLength < 1 days || terms.epochLength > 366 days) {
            revert EpochInvalid(terms.start, terms.epochLength);
        }
        if (terms.cash.code.length == 0) revert CashInvalid(terms.cash);
        if (charter.reserved.length != 0) revert CharterNamesSingletons();
    }

    function _implementations() private view returns (address[SINGLETONS] memory) {
        return [PHYLE, FUND, BONDS, WORKS, MACHINES, LICENCES, CONTRIBUTIONS];
    }

    /// @dev The arguments of a singleton: those before it in the order of {Singleton} have their addresses in `at_`.
    function _argsOf(
        uint256 singleton,
        Terms calldata terms,
        address[SINGLETONS] memory at_
    ) private pure returns (bytes memory) {
        if (singleton == uint256(Singleton.PHYLE)) return abi.encode(terms.cash, terms.start, terms.epochLength);
        address phyle = at_[uint256(Singleton.PHYLE)];
        if (singleton == uint256(Singleton.FUND)) {
            return abi.encode(phyle, terms.cash, terms.start, terms.epochLength);
        }
        if (singleton == uint256(Singleton.BONDS)) return abi.encode(phyle, at_[uint256(Singleton.FUND)]);
        return abi.encode(phyle);
    }

    function _addressesOf(bytes32 salt, Terms calldata terms) private view returns (address[SINGLETONS] memory at_) {
        address[SINGLETONS] memory implementations = _implementations();
        for (uint256 i = 0; i < SINGLETONS; ++i) {
            bytes memory args = _argsOf(i, terms, at_);
            at_[i] = Clones.predictDeterministicAddressWithImmutableArgs(implementations[i], args, salt);
        }
    }

    function _cloneAll(bytes32 salt, Terms calldata terms, address[SINGLETONS] memory at_) private {
        address[SINGLETONS] memory implementations = _implementations();
        for (uint256 i = 0; i < SINGLETONS; ++i) {
            Clones.cloneDeterministicWithImmutableArgs(implementations[i], _argsOf(i, terms, at_), salt);
        }
    }

    /// @dev Every singleton appears, so that every call which the terms do not name is ENTRENCHED.
    function _withReserved(
        Charter calldata charter,
        Terms calldata terms,
        address[SINGLETONS] memory at_
    ) private pure returns (Charter memory full) {
        full = charter;
        uint256 acts = terms.rootActs.length;
        full.reserved = new Reserved[](acts + SINGLETONS);
        for (uint256 i = 0; i < acts; ++i) {
            RootAct calldata act = terms.rootActs[i];
            full.reserved[i] = Reserved(at_[uint256(act.singleton)], act.selector, act.kind);
        }
        for (uint256 i = 0; i < SINGLETONS; ++i) {
            full.reserved[acts + i] = Reserved(at_[i], bytes4(0), Kind.ENTRENCHED);
        }
    }

    function _houseOf(address[SINGLETONS] memory at_, address root) private pure returns (IPhyle.House memory) {
        return IPhyle.House(root, at_[1], at_[2], at_[3], at_[4], at_[5], at_[6]);
    }
}
