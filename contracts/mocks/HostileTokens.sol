// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @dev It holds what the hostile tokens share. Anyone can mint.
abstract contract MockToken is ERC20 {
    constructor(string memory name_) ERC20(name_, "MOCK") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function decimals() public view virtual override returns (uint8) {
        return 6;
    }
}

/// @notice An ordinary token without permit.
contract PlainToken is MockToken {
    constructor() MockToken("Plain") {}
}

/// @notice Keeps a hundredth of what is transferred.
contract FeeTakingToken is MockToken {
    constructor() MockToken("Fee taking") {}

    function _update(address from, address to, uint256 value) internal override {
        uint256 fee = from == address(0) || to == address(0) ? 0 : value / 100;
        super._update(from, to, value - fee);
        if (fee > 0) super._update(from, address(0), fee);
    }
}

/// @notice Answers false, and moves nothing, once it is told to lie.
contract FalseReturningToken is MockToken {
    bool public lying;

    constructor() MockToken("False returning") {}

    function lie(bool lying_) external {
        lying = lying_;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return lying ? false : super.transfer(to, value);
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return lying ? false : super.transferFrom(from, to, value);
    }
}

/// @notice Answers nothing at all, as some old tokens do.
contract SilentToken {
    mapping(address account => uint256 amount) public balanceOf;
    mapping(address owner => mapping(address spender => uint256 amount)) public allowance;

    function decimals() external pure returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 value) external {
        allowance[msg.sender][spender] = value;
    }

    function transfer(address to, uint256 value) external {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
    }

    function transferFrom(address from, address to, uint256 value) external {
        allowance[from][msg.sender] -= value;
        balanceOf[from] -= value;
        balanceOf[to] += value;
    }
}

/// @notice Reverts for those on its two lists: some may not receive, some may neither receive nor send.
contract BlacklistingToken is MockToken {
    error NotServed(address account);

    mapping(address account => bool) public mayNotReceive;
    mapping(address account => bool) public blacklisted;

    constructor() MockToken("Blacklisting") {}

    function refuseTo(address account, bool refused) external {
        mayNotReceive[account] = refused;
    }

    function blacklist(address account, bool listed) external {
        blacklisted[account] = listed;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (mayNotReceive[to] || blacklisted[to]) revert NotServed(to);
        if (blacklisted[from]) revert NotServed(from);
        super._update(from, to, value);
    }
}

/// @notice Calls somebody, once, while it transfers, and remembers what came of it.
contract ReenteringToken is MockToken {
    address public target;
    bytes public data;
    bool public insists;
    /// whether the call comes before the money has moved
    bool public early;

    bool public called;
    bool public succeeded;
    bytes public answer;

    constructor() MockToken("Reentering") {}

    /// @param insists_ the transfer fails where the call fails
    function arm(address target_, bytes calldata data_, bool insists_) external {
        (target, data, insists) = (target_, data_, insists_);
        (called, succeeded) = (false, false);
        delete answer;
    }

    function comeEarly(bool early_) external {
        early = early_;
    }

    /// @notice Makes a call as the token.
    function act(address to, bytes calldata data_) external payable returns (bytes memory result) {
        bool ok;
        (ok, result) = to.call{value: msg.value}(data_);
        _bubble(ok, result);
    }

    function _update(address from, address to, uint256 value) internal override {
        if (!early) super._update(from, to, value);
        if (target != address(0) && from != address(0)) _reenter();
        if (early) super._update(from, to, value);
    }

    function _reenter() private {
        address target_ = target;
        target = address(0);
        called = true;
        (bool ok, bytes memory result) = target_.call(data);
        (succeeded, answer) = (ok, result);
        if (insists) _bubble(ok, result);
    }

    function _bubble(bool ok, bytes memory result) private pure {
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(result, 0x20), mload(result))
        }
    }
}

/// @notice Says that it has as many decimals as it is told.
contract OddDecimalsToken is MockToken {
    uint8 private immutable _DECIMALS;

    constructor(uint8 decimals_) MockToken("Odd decimals") {
        _DECIMALS = decimals_;
    }

    function decimals() public view override returns (uint8) {
        return _DECIMALS;
    }
}
