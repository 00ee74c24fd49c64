// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev Why somebody may use a work.
enum LicenceGround {
    /// nothing is claimed: the full price of the size
    PAID,
    /// declared, for at most 12 months
    NON_COMMERCIAL,
    /// attested by an accredited federation, or by registry number for a while
    COMMON_GOOD,
    /// the account of a co-op of this federation in good standing
    MEMBER_COOP,
    /// a natural person seated in a user class for a whole epoch, on their own account, declared
    COOPERATOR,
    /// contributions waive the fee, or as much of it as {ILicences.feeOf} says; what is left makes it PAID
    CONTRIBUTOR,
    /// declared: self-employed, or a turnover below what the steward names (tier 0)
    SMALL_FIRM,
    /// the steward asks nothing: no terms, or the change date has come; found out, never claimed
    FREE
}

/// @dev Why a claimed ground does not hold.
enum Unproved {
    NONE,
    NOT_A_COOP,
    NOT_IN_GOOD_STANDING,
    NOT_A_SETTLED_USER,
    NOT_ATTESTED,
    /// a declaration needs the digest of what was declared
    NO_STATEMENT,
    NOT_CLAIMABLE,
    /// it holds, but cannot begin yet: while a payment can be taken back, or where a permission runs so long that
    /// what would follow it ends more than 12 months from now
    NOT_YET
}

/// @title ILicences
/// @notice Permissions to use works of the commons: quotes, grants, receipts, and where the fees go. The terms are
/// kept with the works, see {IOffers}.
/// @dev A grant belongs to (family of works, licensee), its key is `family << 160 | licensee`. It is made of spans of
/// time, each on one ground; nobody but the licensee can end one early.
/// RULES
/// - LIC-1 Nobody is charged where a free ground is proved in the call (L1); whoever claims nothing pays the full price.
/// - LIC-2 The fee is {feeOf}, at the price in force; a renewal is no different (L2). `maxFee` is strict, 0 is 0.
/// - LIC-3 A refund within the window is exactly what was paid, and what it paid for is not covered (L3).
/// - LIC-4 No role can shorten a grant (L5).
/// - LIC-5 Every receipt is chained to the one before it (L6).
/// - LIC-6 Nothing is split before the refund window ends; pending + claimable + escrow = held (L8).
/// - LIC-7 At least 5 % of every fee goes to the fund, and nobody can skip it.
interface ILicences {
    /// @dev What is asked for.
    struct Request {
        address licensee;
        uint256 work;
        /// anything but FREE
        LicenceGround claim;
        /// the declared size; {UNDECLARED}: the largest
        uint8 tier;
        uint32 duration;
        /// the most that may be charged; 0 is 0
        uint256 maxFee;
        /// the version of the terms that the licensee agrees to; 0 where there are none
        uint256 terms;
        uint48 deadline;
        /// digest of the licensee's purchase order; may be 0
        bytes32 purchaseOrder;
        /// sha-256 of what the licensee declares; needed for NON_COMMERCIAL, COOPERATOR, SMALL_FIRM, a declared tier,
        /// and COMMON_GOOD by registry number
        bytes32 statement;
    }

    /// @dev May I, why, how much, and what would make it free.
    struct Quote {
        /// whether {acquire} would grant it, or nobody needs a grant; `unproved` says what is missing
        bool may;
        LicenceGround ground;
        Unproved unproved;
        /// version of the terms in force; 0: none
        uint256 terms;
        /// what {acquire} would take; the full price where it would not grant it
        uint256 fee;
        /// what it costs where nothing is claimed and nothing was contributed
        uint256 fullPrice;
        uint48 from;
        uint48 to;
        /// contribution points that count, and how many more waive the fee of this tier
        uint256 credit;
        uint256 pointsMissing;
        uint256 distinctAttesters;
        /// bit n: ground n is free for this licensee without a declaration
        uint8 provedGrounds;
        /// bit n: ground n is free if the licensee declares it
        uint8 declarableGrounds;
    }

    /// @dev A receipt: what an invoice needs. One whose `to` equals its `from` is of a refund.
    struct Entry {
        /// the licensee's how-manieth in this family, from 1
        uint256 number;
        address payer;
        uint256 work;
        uint256 terms;
        LicenceGround ground;
        uint8 tier;
        uint48 issued;
        uint48 from;
        uint48 to;
        address token;
        uint256 amount;
        /// what the licensee's purchase order and declaration digest to
        bytes32 purchaseOrder;
        bytes32 statement;
        /// the receipt before it; 0: none
        bytes32 previous;
    }

    /// @dev A running permission.
    struct Grant {
        uint48 from;
        uint48 to;
        LicenceGround ground;
        uint8 tier;
        uint256 terms;
        /// receipts issued so far
        uint256 receipts;
        /// the last refund; 0: never
        uint48 refundedAt;
    }

    /// @dev A payment that can still be taken back, or waits to be released.
    struct Payment {
        uint256 amount;
        uint256 work;
        uint256 terms;
        /// the first second that it paid for
        uint48 from;
        uint48 refundUntil;
        address payer;
    }

    /// @dev Whether a body works for the common good.
    struct CommonGood {
        address attester;
        uint48 until;
        /// by registry number, until an attestation comes
        uint48 pendingUntil;
    }

    struct Permit {
        uint256 value;
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @param head keccak256 of the licensee, the family and the entry, see {receiptHash}.
    event Receipt(address indexed licensee, uint256 indexed family, bytes32 indexed head, Entry entry);

    /// @param entry What was paid for from `from` on is no longer covered.
    event Refunded(address indexed licensee, uint256 indexed family, bytes32 indexed head, address to, Entry entry);
    event PaymentReleased(
        address indexed licensee,
        uint256 indexed family,
        uint256 indexed work,
        uint256 terms,
        uint256 amount
    );

    /// @param toParents To each parent the same; what cannot be divided goes to the fund.
    event FeeSplit(
        uint256 indexed work,
        uint256 indexed terms,
        address indexed steward,
        uint256 toSteward,
        uint256 toParents,
        uint256 toFund
    );
    event LicenceShareClaimed(address indexed account, address indexed to, uint256 amount);
    event PouredToFund(uint256 amount);
    event FederationAccredited(address indexed attester, uint48 until);
    event CommonGoodAttested(address indexed body, address indexed attester, uint48 until, bytes32 evidence);
    event CommonGoodPending(address indexed body, bytes32 registryNumber, uint48 until);
    event CommonGoodWithdrawn(address indexed body, address indexed attester);

    error TermsNotInForce(uint256 expected, uint256 inForce);
    error DeadlinePassed(uint48 deadline);
    error TierUnknown(uint8 tier);
    error DurationInvalid(uint32 duration, uint256 most);
    error GroundUnproved(LicenceGround claim, Unproved reason);
    error NothingToRenew();
    error FeeAboveMax(uint256 fee, uint256 maxFee);
    error LicenseeSignatureInvalid(address licensee);
    error PaidShort(uint256 expected, uint256 got);
    error RefundStillOpen(uint48 until);
    error NothingToRefund();
    error RefundWindowOver(uint48 until);
    error RefundedBefore(uint48 refundedAt);
    error NothingToRelease();
    error NothingToSplit(uint256 work, uint256 terms);
    error NothingToClaim(address account);
    error PayeeInvalid(address to);
    error NotAccredited(address caller);
    error CommonGoodTermInvalid(uint48 until);
    error NotItsFederation(address caller, address attester);

    /* PERMISSIONS */

    /// @notice May I, why, how much, and what would make it free.
    /// @dev Reads nothing that the caller has to sign: `deadline`, `maxFee`, `terms` of the request do not matter.
    function quote(Request calldata request) external view returns (Quote memory);

    /// @notice Grants, extends or renews a permission, and takes the fee from the caller.
    /// @dev Where the caller is not the licensee, `signature` is the licensee's EIP-712 {requestDigest} or ERC-1271.
    /// A payment within the refund window of an earlier one joins it: both are taken back together or split together,
    /// for the work and under the terms of the earlier, and the window is not prolonged.
    /// @return head The receipt.
    function acquire(Request calldata request, bytes calldata signature) external returns (bytes32 head);

    /// @notice Like {acquire} by the licensee, with the allowance given by signature (ERC-2612).
    function acquireWithPermit(Request calldata request, Permit calldata permit) external returns (bytes32 head);

    /// @notice Renews the caller's paid permission for a family, in the same size, at the current price: what {quote}
    /// says for the same claim. For those whose reasons changed, {acquire}.
    /// @param claim PAID, or CONTRIBUTOR: then contributions count
    /// @param statement needed where a size below the largest is declared again
    /// @return head The receipt.
    function renew(
        uint256 family,
        LicenceGround claim,
        uint32 duration,
        uint256 maxFee,
        uint256 terms,
        bytes32 purchaseOrder,
        bytes32 statement
    ) external returns (bytes32 head);

    /// @notice Takes back the last payment of the caller for a family, within its window, once in 12 months. The
    /// permission ends at the first second that it paid for. The money goes to `to`; where somebody else paid, it
    /// waits for them to claim.
    function refund(uint256 family, address to) external;

    /// @notice Whether `licensee` was, is or will be covered at `t` for `work`, and on what ground.
    function coveredAt(
        address licensee,
        uint256 work,
        uint48 t
    ) external view returns (bool covered, LicenceGround ground);

    function grantOf(uint256 family, address licensee) external view returns (Grant memory);

    /// @notice Earlier spans of a grant, from the lowest bit: from 40, to 40, ground 8, tier 8, terms 16.
    function spansOf(uint256 family, address licensee) external view returns (uint256[] memory);

    function paymentOf(uint256 family, address licensee) external view returns (Payment memory);

    /// @notice The newest receipt of a grant, which chains all before it.
    function receiptHead(uint256 family, address licensee) external view returns (bytes32);

    function receiptHash(address licensee, uint256 family, Entry calldata entry) external pure returns (bytes32);

    /// @notice What the licensee signs where somebody else sends it: EIP-712
    /// `LicenceRequest(string ground,address licensee,uint256 work,uint8 tier,uint32 duration,uint256 maxFee,uint256 terms,bytes32 purchaseOrder,bytes32 statement,uint256 receipt,uint48 deadline)`,
    /// domain Phyle, 1, this chain, this contract; `receipt` is the number that the receipt will have.
    function requestDigest(Request calldata request) external view returns (bytes32);

    /// @notice The fee of design 7, exactly. Pure.
    /// @param quarters Matured points, newest first.
    function feeOf(
        uint256 pricePerYear,
        uint256 tierBps,
        uint256 duration,
        uint256 waivePoints,
        uint32[8] calldata quarters,
        uint256 distinctAttesters,
        uint256 minAttesters
    ) external pure returns (uint256 credit, uint256 fee);

    /* WHERE THE FEES GO */

    /// @notice Releases a payment whose refund window is over. Anyone.
    function release(uint256 family, address licensee) external;

    /// @notice Splits what has been released for a work under a version of the terms, one hop. Anyone.
    function split(uint256 work, uint256 terms) external;

    /// @notice Pours the fund's part into the CommonsFund. Anyone.
    function pourToFund() external;

    /// @notice Pays what the caller is due to an address of their choice.
    function claimTo(address to) external returns (uint256 amount);

    /// @notice Pays what `account` is due to its own address. Anyone.
    function claimFor(address account) external returns (uint256 amount);

    function claimable(address account) external view returns (uint256);

    /// @notice Released for a work under a version of its terms (0: while it had none), and not split yet.
    function pendingOf(uint256 work, uint256 terms) external view returns (uint256);

    /// @notice Split for the fund, and not poured yet.
    function pendingForFund() external view returns (uint256);

    /* THE COMMON GOOD */

    /// @notice Accredits a federation to attest bodies until a date; in the past: ended. Only the root.
    function accredit(address attester, uint48 until) external;

    /// @notice Attests that `body` works for the common good, for at most two years. Only an accredited federation.
    function attestCommonGood(address body, uint48 until, bytes32 evidence) external;

    /// @notice Takes an attestation back, and ends the time that a body has by its registry number. Its attester, or
    /// the root. Grants run on (L5).
    function withdrawCommonGood(address body) external;

    function commonGoodOf(address body) external view returns (CommonGood memory);

    function accreditedUntil(address attester) external view returns (uint48);

    /* THE HOUSE */

    function phyle() external view returns (address);

    /// @notice The `tier` of a request that declares no size.
    function UNDECLARED() external view returns (uint8);
}
