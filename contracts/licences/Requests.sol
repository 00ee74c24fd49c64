// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {TypedData} from "../libraries/TypedData.sol";

import {ILicences, LicenceGround} from "./ILicences.sol";

/// @title Requests
/// @notice It makes what a licensee signs who lets somebody else send the request.
/// @dev Deployed once and linked, so that its code does not weigh on Licences. It runs as Licences, which is the
/// contract of the domain.
library Requests {
    bytes32 private constant REQUEST_TYPEHASH = keccak256(
        "LicenceRequest(string ground,address licensee,uint256 work,uint8 tier,uint32 duration,uint256 maxFee,uint256 terms,address payer,bytes32 purchaseOrder,bytes32 statement,uint256 receipt,uint48 deadline)"
    );

    /// @param receipt The number that the receipt will have, so that a signature counts once.
    function digestOf(ILicences.Request calldata request, uint256 receipt) external view returns (bytes32) {
        bytes memory terms = abi.encode(
            REQUEST_TYPEHASH,
            keccak256(bytes(_wordOf(request.claim))),
            request.licensee,
            request.work,
            request.tier,
            request.duration,
            request.maxFee
        );
        bytes memory rest = abi.encode(
            request.terms,
            request.payer,
            request.purchaseOrder,
            request.statement,
            receipt,
            request.deadline
        );
        return TypedData.digest(TypedData.domain(), keccak256(bytes.concat(terms, rest)));
    }

    /// @dev The same strings, byte for byte, as in the sdk.
    function _wordOf(LicenceGround ground) private pure returns (string memory) {
        if (ground == LicenceGround.NON_COMMERCIAL) return "non-commercial use";
        if (ground == LicenceGround.COMMON_GOOD) return "body for the common good";
        if (ground == LicenceGround.MEMBER_COOP) return "member co-op";
        if (ground == LicenceGround.COOPERATOR) return "cooperator on their own account";
        if (ground == LicenceGround.CONTRIBUTOR) return "contributor";
        if (ground == LicenceGround.SMALL_FIRM) return "self-employed or small firm";
        return "paid";
    }
}
