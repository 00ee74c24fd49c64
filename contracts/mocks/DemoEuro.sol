// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title DemoEuro
/// @notice The currency of the example federation. On the local chain anyone can make as much of it as they like; on
/// every other chain nobody can make any.
contract DemoEuro is ERC20Permit {
    error OnlyOnTheLocalChain(uint256 chainId);

    uint256 private constant LOCAL_CHAIN = 31337;

    constructor() ERC20("Demo Euro", "EURd") ERC20Permit("Demo Euro") {}

    function mint(address to, uint256 amount) external {
        if (block.chainid != LOCAL_CHAIN) revert OnlyOnTheLocalChain(block.chainid);
        _mint(to, amount);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
