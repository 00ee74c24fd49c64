// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title Position
/// @notice Reckons what a holder of bonds is due, with part payments and transfers, and no rounding but the last.
/// @dev The same as `dueOf` in `sdk/src/chapters/fund/model.ts`. Over all holders, units × paid + correction sums to
/// paid × all units, whatever was transferred when.
library Position {
    /// @dev The earnings of a holder of `units` of `allUnits`, taken or not. The sum is never negative: a holder gets
    /// a negative correction only together with the units that it corrects.
    function earned(uint256 paid, uint256 units, int256 correction, uint256 allUnits) internal pure returns (uint256) {
        // 96 and 40 bits make 136, and the correction is a sum of such products
        unchecked {
            // I4, I7, BND-5
            return uint256(int256(paid * units) + correction) / allUnits;
        }
    }
}
