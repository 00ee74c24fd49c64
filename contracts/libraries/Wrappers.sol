// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title Wrappers
/// @notice Functions whose arguments are calls that somebody else will make: multicalls, batches, other accounts.
library Wrappers {
    function isWrapper(bytes4 selector) internal pure returns (bool) {
        return
            // multicall(bytes[]), multicall(uint256,bytes[]), multicall(bytes32,bytes[])
            selector == 0xac9650d8 ||
            selector == 0x5ae401dc ||
            selector == 0x1f0464d1 ||
            // aggregate, blockAndAggregate, tryAggregate, tryBlockAndAggregate, aggregate3, aggregate3Value of Multicall
            selector == 0x252dba42 ||
            selector == 0xc3077fa9 ||
            selector == 0xbce38bd7 ||
            selector == 0x399542e9 ||
            selector == 0x82ad56cb ||
            selector == 0x174dea71 ||
            // execute(address,uint256,bytes), execute(address,uint256,bytes,uint8), execute(bytes32,bytes)
            selector == 0xb61d27f6 ||
            selector == 0x51945447 ||
            selector == 0xe9ae5c53 ||
            // execute((address,uint256,bytes)[]), executeBatch of three accounts
            selector == 0x3f707e6b ||
            selector == 0x47e1da2a ||
            selector == 0x18dfb3c7 ||
            selector == 0x34fcd5be ||
            // execTransaction and execTransactionFromModule of Safe, multiSend(bytes)
            selector == 0x6a761202 ||
            selector == 0x468721a7 ||
            selector == 0x8d80ff0a ||
            // relay(address,uint256,bytes), propose(address[],uint256[],bytes[],string), execute of Governors
            selector == 0xc28bc2fa ||
            selector == 0x7d5e81e2 ||
            selector == 0x2656227d ||
            // schedule, scheduleBatch, execute, executeBatch of timelocks
            selector == 0x01d5062a ||
            selector == 0x8f2a0bb0 ||
            selector == 0x134008d3 ||
            selector == 0xe38335e5 ||
            // proxies that act for others: exec(address,bytes), functionCall(address,bytes), forward(address,bytes)
            selector == 0xbe6002c2 ||
            selector == 0xa0b5ffb0 ||
            selector == 0x6fadcf72;
    }
}
