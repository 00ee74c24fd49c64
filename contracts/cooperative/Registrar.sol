// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";

import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {Charter, Founder, Lock} from "../types/Charter.sol";

import {ICooperative} from "./ICooperative.sol";
import {IRegistrar} from "./IRegistrar.sol";

/// @title Registrar
/// @notice See {IRegistrar}.
contract Registrar is IRegistrar {
    bytes32 private constant FOUNDING_TYPEHASH = keccak256(
        "Founding(string cooperative,bytes32 charter,bytes32 founders,uint256 nonce,uint256 deadline)"
    );

    /// @dev It says what an account last said of a founding by a transaction.
    enum Word {
        NONE,
        GIVEN,
        WITHDRAWN
    }

    /* IMMUTABLES: what co-ops are cloned from */

    address public immutable COOPERATIVE;
    address public immutable STATUTES;
    address public immutable MEMBERSHIP;
    address public immutable ASSEMBLY;
    /// @dev The roll of a co-op that moves is cloned from it.
    address public immutable SUCCESSOR;
    /// @notice The Registrar before this one, whose accounts and rolls this one goes on from; zero: none.
    IRegistrar public immutable PREVIOUS;

    /* STORAGE */

    mapping(bytes32 foundingHash => mapping(address founder => Word)) private _words;
    mapping(address cooperative => bool) private _founded;
    mapping(address organ => address cooperative) private _built;

    constructor(
        address cooperative,
        address statutes,
        address membership,
        address deciding,
        address successor,
        IRegistrar previous
    ) {
        COOPERATIVE = cooperative;
        STATUTES = statutes;
        MEMBERSHIP = membership;
        ASSEMBLY = deciding;
        SUCCESSOR = successor;
        PREVIOUS = previous;
    }

    /* FOUNDING */

    /// @inheritdoc IRegistrar
    function found(
        Charter calldata charter,
        Founder[] calldata founders,
        bytes[] calldata signatures,
        uint256 nonce,
        uint256 deadline
    ) external returns (Organs memory organs) {
        if (block.timestamp > deadline) revert FoundingExpired(deadline);
        bytes memory encoded = abi.encode(charter);
        bytes32 hash = _hashOf(charter.name, encoded, founders, nonce, deadline);
        _checkSignatures(hash, founders, signatures);
        _checkBody(charter, founders);

        organs = _clone(hash, charter, encoded);
        _founded[organs.cooperative] = true;
        emit Founded(organs.cooperative, hash, organs.statutes, organs.membership, organs.assembly_, charter, founders);
        // REG-3: the last thing that the Registrar ever does to a co-op.
        ICooperative(organs.cooperative).begin(organs.statutes, organs.membership, organs.assembly_, founders);
    }

    /// @inheritdoc IRegistrar
    function consent(bytes32 hash) external {
        _words[hash][msg.sender] = Word.GIVEN;
        emit Consented(hash, msg.sender);
    }

    /// @inheritdoc IRegistrar
    function withdrawConsent(bytes32 hash) external {
        _words[hash][msg.sender] = Word.WITHDRAWN;
        emit ConsentWithdrawn(hash, msg.sender);
    }

    /* SUCCESSION */

    /// @inheritdoc IRegistrar
    function succeed(address coop, Charter calldata charter) external returns (Organs memory organs) {
        (bytes32 salt, address before) = _succession(coop, charter);
        bytes memory constitution = IStatutes(STATUTES).checkCharter(charter);
        organs = _successors(salt, coop, before, constitution, charter);
        if (_built[organs.statutes] != address(0)) return organs;

        // REG-4
        _make(STATUTES, abi.encodePacked(coop, constitution), salt);
        _make(SUCCESSOR, _successorArgs(coop, organs.statutes, charter, before), salt);
        _make(ASSEMBLY, abi.encodePacked(coop, organs.statutes, organs.membership), salt);
        _built[organs.statutes] = coop;
        _built[organs.membership] = coop;
        _built[organs.assembly_] = coop;
        emit SuccessorsBuilt(coop, before, organs.statutes, organs.membership, organs.assembly_, charter);
    }

    /* READING */

    /// @inheritdoc IRegistrar
    function successorsOf(address coop, Charter calldata charter) external view returns (Organs memory) {
        (bytes32 salt, address before) = _succession(coop, charter);
        return _successors(salt, coop, before, IStatutes(STATUTES).checkCharter(charter), charter);
    }

    /// @inheritdoc IRegistrar
    function built(address organ) external view returns (address) {
        return _built[organ];
    }

    /// @inheritdoc IRegistrar
    function knowsAccount(address coop) public view returns (bool) {
        return _founded[coop] || (address(PREVIOUS) != address(0) && PREVIOUS.knowsAccount(coop));
    }

    /// @inheritdoc IRegistrar
    function knowsRegistrar(address registrar) public view returns (bool) {
        if (registrar == address(this)) return true;
        return address(PREVIOUS) != address(0) && PREVIOUS.knowsRegistrar(registrar);
    }

    /// @inheritdoc IRegistrar
    function foundingHash(
        Charter calldata charter,
        Founder[] calldata founders,
        uint256 nonce,
        uint256 deadline
    ) external view returns (bytes32) {
        return _hashOf(charter.name, abi.encode(charter), founders, nonce, deadline);
    }

    /// @inheritdoc IRegistrar
    function organsOf(bytes32 hash, Charter calldata charter) external view returns (Organs memory organs) {
        bytes memory constitution = IStatutes(STATUTES).checkCharter(charter);
        address coop = Clones.predictDeterministicAddress(COOPERATIVE, hash);
        address statutes = _predict(STATUTES, abi.encodePacked(coop, constitution), hash);
        address membership = _predict(MEMBERSHIP, _membershipArgs(coop, statutes, charter), hash);
        address deciding = _predict(ASSEMBLY, abi.encodePacked(coop, statutes, membership), hash);
        return Organs(coop, statutes, membership, deciding);
    }

    /// @inheritdoc IRegistrar
    function hasConsented(bytes32 hash, address founder) external view returns (bool) {
        return _words[hash][founder] == Word.GIVEN;
    }

    /// @inheritdoc IRegistrar
    function hasWithdrawn(bytes32 hash, address founder) external view returns (bool) {
        return _words[hash][founder] == Word.WITHDRAWN;
    }

    /// @inheritdoc IRegistrar
    function isFounded(address cooperative) external view returns (bool) {
        return _founded[cooperative];
    }

    /* PRIVATE */

    /// @param encoded The charter, ABI-encoded.
    function _hashOf(
        string calldata name,
        bytes memory encoded,
        Founder[] calldata founders,
        uint256 nonce,
        uint256 deadline
    ) private view returns (bytes32) {
        bytes32 structHash = keccak256(
            abi.encode(
                FOUNDING_TYPEHASH,
                keccak256(bytes(name)),
                keccak256(encoded),
                keccak256(abi.encode(founders)),
                nonce,
                deadline
            )
        );
        return TypedData.digest(TypedData.domain(), structHash);
    }

    function _checkSignatures(bytes32 hash, Founder[] calldata founders, bytes[] calldata signatures) private view {
        if (founders.length == 0) revert NoFounders();
        if (founders.length != signatures.length) revert SignaturesMissing(founders.length, signatures.length);
        for (uint256 i = 0; i < founders.length; ++i) {
            address founder = founders[i].wallet;
            Word word = _words[hash][founder];
            // REG-1
            if (word == Word.WITHDRAWN) revert FounderWithdrew(founder);
            bool gaveWord =
                signatures[i].length == 0 ? word == Word.GIVEN : Signatures.isBy(founder, hash, signatures[i]);
            // REG-1
            if (!gaveWord) revert FounderDidNotSign(founder);
        }
    }

    /// @dev What is left goes to somebody outside; to a federation only where there is one.
    function _checkBody(Charter calldata charter, Founder[] calldata founders) private view {
        address body = charter.body;
        if (body == address(0)) {
            // G13, STA-12
            if (charter.lock != Lock.NONE && charter.federation.code.length == 0) revert IStatutes.BodyMissing();
            return;
        }
        for (uint256 i = 0; i < founders.length; ++i) {
            // STA-12
            if (founders[i].wallet == body) revert IStatutes.BodyIsOurOwn(body);
        }
    }

    /// @dev A second founding with the same hash fails here: the addresses are taken.
    /// @param encoded The charter, ABI-encoded: asked about as it is, it need not be encoded once more.
    function _clone(
        bytes32 hash,
        Charter calldata charter,
        bytes memory encoded
    ) private returns (Organs memory organs) {
        bytes memory question = bytes.concat(IStatutes.checkCharter.selector, encoded);
        bytes memory constitution = abi.decode(Address.functionStaticCall(STATUTES, question), (bytes));
        // REG-2
        address coop = Clones.cloneDeterministic(COOPERATIVE, hash);
        address statutes = _make(STATUTES, abi.encodePacked(coop, constitution), hash);
        address membership = _make(MEMBERSHIP, _membershipArgs(coop, statutes, charter), hash);
        address deciding = _make(ASSEMBLY, abi.encodePacked(coop, statutes, membership), hash);
        return Organs(coop, statutes, membership, deciding);
    }

    /// @dev Copies what admitting somebody needs of the statutes, so that it does not have to ask them.
    function _membershipArgs(
        address coop,
        address statutes,
        Charter calldata charter
    ) private pure returns (bytes memory) {
        // A valid charter has at most 8 classes.
        return abi.encodePacked(coop, statutes, keccak256(bytes(charter.name)), uint8(charter.classes.length));
    }

    /// @dev Tells what the addresses of successors follow from, and the roll that they go on from.
    function _succession(address coop, Charter calldata charter) private view returns (bytes32 salt, address before) {
        if (!knowsAccount(coop)) revert NotOfThisLine(coop);
        before = ICooperative(coop).membership();
        (address by, , ) = ICooperative(coop).successionOf(before);
        // REG-5
        if (by != address(0) && !knowsRegistrar(by)) revert RollOfAnotherLine(before, by);
        salt = keccak256(abi.encode(coop, before, charter));
    }

    function _successors(
        bytes32 salt,
        address coop,
        address before,
        bytes memory constitution,
        Charter calldata charter
    ) private view returns (Organs memory organs) {
        organs.cooperative = coop;
        organs.statutes = _predict(STATUTES, abi.encodePacked(coop, constitution), salt);
        organs.membership = _predict(SUCCESSOR, _successorArgs(coop, organs.statutes, charter, before), salt);
        organs.assembly_ = _predict(ASSEMBLY, abi.encodePacked(coop, organs.statutes, organs.membership), salt);
    }

    function _successorArgs(
        address coop,
        address statutes,
        Charter calldata charter,
        address before
    ) private pure returns (bytes memory) {
        return abi.encodePacked(_membershipArgs(coop, statutes, charter), before);
    }

    function _make(address implementation, bytes memory args, bytes32 salt) private returns (address) {
        return Clones.cloneDeterministicWithImmutableArgs(implementation, args, salt);
    }

    function _predict(address implementation, bytes memory args, bytes32 salt) private view returns (address) {
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, args, salt);
    }
}
