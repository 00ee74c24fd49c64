// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ClassDef} from "../types/Classes.sol";
import {Kind, KINDS} from "../types/Kind.sol";

import {IStatutes} from "./IStatutes.sol";

/// @title Continuity
/// @notice It checks what Statutes that follow others keep of them.
/// @dev Deployed once and linked, so that its code does not weigh on Statutes. It runs as the statutes that call it.
library Continuity {
    /// @notice See {IStatutes-checkSuccession}.
    function check(IStatutes before) external view {
        IStatutes next = IStatutes(address(this));
        _checkClasses(before.classes(), next.classes());
        for (uint256 i = 0; i < KINDS; ++i) {
            Kind kind = Kind(i);
            // STA-11
            if (!(next.ruleWordOf(kind) == before.ruleWordOf(kind))) revert IStatutes.SuccessorChangesRule(kind);
        }
        address federation = before.federation();
        if (next.federation() != federation || next.register() != before.register()) {
            revert IStatutes.SuccessorChangesFederation(next.federation(), federation);
        }
        address body = before.body();
        // G7, STA-12
        if (next.body() != body) revert IStatutes.SuccessorChangesBody(next.body(), body);
    }

    /// @dev A word on the roll keeps the number of its class: it has to go on to mean the same.
    function _checkClasses(ClassDef[] memory were, ClassDef[] memory are) private pure {
        for (uint8 class = 0; class < were.length; ++class) {
            bool isKept =
                class < are.length && are[class].flags == were[class].flags && are[class].name == were[class].name;
            // G14, STA-11
            if (!isKept) revert IStatutes.SuccessorChangesClass(class);
        }
    }
}
