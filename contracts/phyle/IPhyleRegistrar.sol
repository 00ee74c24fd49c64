// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Charter, Founder} from "../types/Charter.sol";
import {Kind} from "../types/Kind.sol";
import {IPhyle} from "./IPhyle.sol";

/// @title IPhyleRegistrar
/// @notice Founds a phyle in one transaction: its register, fund, bonds, works, machines, licences, contributions and
/// its root, a co-op of co-ops.
/// @dev The founders sign the root's founding, whose charter names the singletons, whose addresses follow from the
/// terms and the charter: so their one word covers the whole house.
interface IPhyleRegistrar {
    /// @dev The singletons, in the order of their implementations.
    enum Singleton {
        PHYLE,
        FUND,
        BONDS,
        WORKS,
        MACHINES,
        LICENCES,
        CONTRIBUTIONS
    }

    /// @dev What kind of decision of the root a call into a singleton needs. Every other call is ENTRENCHED.
    struct RootAct {
        Singleton singleton;
        bytes4 selector;
        Kind kind;
    }

    struct Terms {
        /// the one cash token
        address cash;
        /// when epoch 0 begins, at most a day before or a year after the founding
        uint48 start;
        /// seconds, 1 to 366 days
        uint32 epochLength;
        RootAct[] rootActs;
    }

    event PhyleFounded(address indexed phyle, address indexed root, bytes32 indexed foundingHash, IPhyle.House house);

    error EpochInvalid(uint48 start, uint32 epochLength);
    error CashInvalid(address cash);
    error CharterNamesSingletons();

    /// @notice Founds the phyle. Anyone may send it.
    /// @param charter of the root, with `reserved` empty: it is filled in from `terms.rootActs`
    function found(
        Terms calldata terms,
        Charter calldata charter,
        Founder[] calldata founders,
        bytes[] calldata signatures,
        uint256 nonce,
        uint256 deadline
    ) external returns (address phyle, IPhyle.House memory house);

    /// @notice Where everything will be, and the hash that the founders of the root give their word for.
    function prepare(
        Terms calldata terms,
        Charter calldata charter,
        Founder[] calldata founders,
        uint256 nonce,
        uint256 deadline
    ) external view returns (address phyle, IPhyle.House memory house, bytes32 foundingHash);

    function isFounded(address phyle) external view returns (bool);
}
