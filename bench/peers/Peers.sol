// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Votes} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

/// @dev One member, one vote: the nearest that OpenZeppelin offers.
contract PeerBadge is ERC721Votes {
    constructor() ERC721("Badge", "B") EIP712("Badge", "1") {}

    function mint(address to, uint256 id) external {
        _mint(to, id);
    }
}

contract PeerGovernor is Governor, GovernorCountingSimple, GovernorVotes, Multicall {
    constructor(IVotes token) Governor("Peer") GovernorVotes(token) {}

    function votingDelay() public pure override returns (uint256) {
        return 1;
    }

    function votingPeriod() public pure override returns (uint256) {
        return 100_000;
    }

    function quorum(uint256) public pure override returns (uint256) {
        return 3;
    }
}

contract PeerTimelock is TimelockController {
    constructor(address admin) TimelockController(1 days, new address[](0), new address[](0), admin) {}
}

contract PeerCash is ERC20 {
    constructor() ERC20("Cash", "C") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

contract PeerVault is ERC4626 {
    constructor(ERC20 cash) ERC20("Vault", "V") ERC4626(cash) {}
}

contract PeerProxy is ERC1967Proxy {
    constructor(address implementation, bytes memory data) ERC1967Proxy(implementation, data) {}
}
