// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title RehearsalCoin
/// @notice Stands for the currency of a real network while that network is rehearsed: with its decimals, its version of
/// the permit, and its silence about the domain where it does not know ERC-5267. Only its issuer makes any.
contract RehearsalCoin is ERC20, EIP712, Nonces, IERC20Permit {
    error OnlyTheIssuer(address caller);
    error DomainUntold();
    error ERC2612ExpiredSignature(uint256 deadline);
    error ERC2612InvalidSigner(address signer, address owner);

    bytes32 private constant PERMIT = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    address private immutable issuer;
    uint8 private immutable places;
    bool private immutable tellsDomain;

    constructor(
        string memory name_,
        string memory symbol_,
        string memory version_,
        uint8 places_,
        bool tellsDomain_,
        address issuer_
    ) ERC20(name_, symbol_) EIP712(name_, version_) {
        issuer = issuer_;
        places = places_;
        tellsDomain = tellsDomain_;
    }

    function mint(address to, uint256 amount) external {
        if (msg.sender != issuer) revert OnlyTheIssuer(msg.sender);
        _mint(to, amount);
    }

    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        if (block.timestamp > deadline) revert ERC2612ExpiredSignature(deadline);
        bytes32 words = keccak256(abi.encode(PERMIT, owner, spender, value, _useNonce(owner), deadline));
        address signer = ECDSA.recover(_hashTypedDataV4(words), v, r, s);
        if (signer != owner) revert ERC2612InvalidSigner(signer, owner);
        _approve(owner, spender, value);
    }

    // solhint-disable-next-line func-name-mixedcase
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    function version() external view returns (string memory) {
        return _EIP712Version();
    }

    function eip712Domain()
        public
        view
        override
        returns (
            bytes1 fields,
            string memory name_,
            string memory version_,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        )
    {
        if (!tellsDomain) revert DomainUntold();
        return super.eip712Domain();
    }

    function nonces(address owner) public view override(IERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function decimals() public view override returns (uint8) {
        return places;
    }
}
