// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Right} from "../types/Right.sol";
import {Family, WorkId} from "../types/WorkId.sol";

import {IBodies} from "./IBodies.sol";

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
    /// nobody asks anything: its own licence allows it, there are no terms, or the change date has come; found out, never
    /// claimed
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
/// WHAT IT TRUSTS
/// - Works for steward, terms and change date of a work; Phyle for who is a co-op in good standing, a settled user or
///   the root; Contributions for the points of a licensee. The cash token must move what it is asked for.
/// WHO CAN DO WHAT
/// - A licensee, or anyone with the licensee's signature, acquires. A licensee alone renews and takes a payment back.
/// - Anyone releases, splits and pours fees, and pays an account what it is due. The root accredits federations; they
///   attest bodies, and take back what they attested. The root can take it back too.
/// - Nobody shortens a grant, takes more than the licensee agreed to, or keeps a share back.
/// IF NOBODY ACTS
/// - Grants run to their end. Fees wait where they are, for ever, and belong to the same people.
/// RULES
/// - LIC-1 Nobody is charged where a free ground is proved in the call (L1); whoever claims nothing pays the full price.
/// - LIC-2 The fee is {feeOf}, at the price in force; a renewal is no different (L2). `maxFee` is strict, 0 is 0.
/// - LIC-3 A refund within the window is exactly what was paid, and what it paid for is not covered (L3).
/// - LIC-4 No role can shorten a grant (L5).
/// - LIC-5 Every receipt is chained to the one before it (L6).
/// - LIC-6 Nothing is split before the refund window ends; pending + claimable + escrow = held (L8).
/// - LIC-7 At least 5 % of every fee goes to the fund, and nobody can skip it.
/// - LIC-8 Nothing is sold that the work's own licence already allows (L9), and what is asked for the content of another
///   work is asked for, granted and paid for the work that stands.
/// - LIC-9 Credit lowers the price of at most the next 12 months; what is bought beyond is at the full price.
/// - LIC-10 Grace is no cover: not while a permission can still be renewed, and not when it was.
/// - LIC-11 Each payment has its own escrow and window; an open one bars nothing (L10).
/// - LIC-12 Nobody pays but the payer whom the request names, or the licensee.
interface ILicences is IBodies {
    /// @dev It holds what is asked for.
    struct Request {
        address licensee;
        WorkId work;
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
        /// who may pay, where something is to be paid; zero: the licensee alone
        address payer;
        /// digest of the licensee's purchase order; may be 0
        bytes32 purchaseOrder;
        /// sha-256 of what the licensee declares; needed for NON_COMMERCIAL, COOPERATOR, SMALL_FIRM, a declared tier,
        /// and COMMON_GOOD by registry number
        bytes32 statement;
    }

    /// @dev The answer to: may I, why, how much, and what would make it free.
    struct Quote {
        /// whether {acquire} would grant it, or nobody needs a grant; `unproved` says what is missing
        bool may;
        LicenceGround ground;
        Unproved unproved;
        /// what the public licence of the work already allows; where it is SHARE_ALIKE, what is sold is a second licence
        /// for those who cannot share alike
        Right right;
        /// the work that a permission would be for: the one with this content that stands
        WorkId work;
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

    /// @dev A receipt: what an invoice needs. It is the receipt of a refund where `to` equals `from`.
    struct Entry {
        /// receipts of this licensee for this family are numbered from 1
        uint256 number;
        address payer;
        WorkId work;
        uint256 terms;
        LicenceGround ground;
        uint8 tier;
        uint48 issued;
        uint48 from;
        uint48 to;
        address token;
        uint256 amount;
        /// digests of the licensee's purchase order and of what the licensee declared
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
        /// the receipt of the newest payment; 0: none was made
        uint256 paid;
        /// the last refund; 0: never
        uint48 refundedAt;
        /// seconds from `from` on that were over when it was renewed: grace, and no cover
        uint256 graced;
    }

    /// @dev A payment that can still be taken back, or waits to be released.
    struct Payment {
        uint256 amount;
        WorkId work;
        uint256 terms;
        /// the seconds that it paid for
        uint48 from;
        uint48 to;
        uint48 refundUntil;
        address payer;
    }

    struct Permit {
        uint256 value;
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice A permission was granted, extended or renewed.
    /// @param fingerprint keccak256 of the licensee, the family and the entry, see {receiptHash}.
    event Receipt(address indexed licensee, Family indexed family, bytes32 indexed fingerprint, Entry entry);

    /// @notice A licensee took the payment of `receipt` back. The money went to `to`, or waits for `to` where somebody else had
    /// paid.
    /// @param entry From its `from` on, nothing that the payment covered is covered any longer.
    event Refunded(
        address indexed licensee,
        Family indexed family,
        bytes32 indexed fingerprint,
        uint256 receipt,
        address to,
        Entry entry
    );

    /// @notice The refund window of a payment is over: `amount` now waits to be split.
    event PaymentReleased(
        address indexed licensee,
        Family indexed family,
        WorkId indexed work,
        uint256 terms,
        uint256 receipt,
        uint256 amount
    );

    /// @notice Released fees of a work were shared out; the three parts sum to what was released.
    /// @param toParents To each parent the same; what cannot be divided goes to the fund.
    event FeeSplit(
        WorkId indexed work,
        uint256 indexed terms,
        address indexed steward,
        uint256 toSteward,
        uint256 toParents,
        uint256 toFund
    );

    /// @notice `account` collected its share of fees; the money went to `to`.
    event LicenceShareClaimed(address indexed account, address indexed to, uint256 amount);

    /// @notice The share of the fund in the fees of a work was poured into the CommonsFund.
    event PouredToFund(WorkId indexed work, uint256 amount);

    /// @notice Thrown when the licensee agreed to version `expected`, and `inForce` holds now.
    error TermsNotInForce(uint256 expected, uint256 inForce);
    /// @notice Thrown when a request arrives after the time that it names.
    error DeadlinePassed(uint48 deadline);
    /// @notice Thrown when the terms in force have no such size of firm.
    error TierUnknown(uint8 tier);
    /// @notice Thrown when a duration is below one day, or above `most` seconds, which the ground still allows.
    error DurationInvalid(uint32 duration, uint256 most);
    /// @notice Thrown when the ground that is claimed does not hold, for `reason`.
    error GroundUnproved(LicenceGround claim, Unproved reason);
    /// @notice Thrown when the caller has no paid permission for the family, or the family is free by now.
    error NothingToRenew();
    /// @notice Thrown when the fee is above the most that the licensee agreed to pay.
    error FeeAboveMax(uint256 fee, uint256 maxFee);
    /// @notice Thrown when somebody else sends a request that `licensee` did not sign.
    error LicenseeSignatureInvalid(address licensee);
    /// @notice Thrown when `caller` would pay for a request that lets only `payer` pay.
    error NotThePayer(address caller, address payer);
    /// @notice Thrown when the token moved `got` where the fee is `expected`.
    error PaidShort(uint256 expected, uint256 got);
    /// @notice Thrown when the payment can still be taken back until `until`, and is not released before.
    error RefundStillOpen(uint48 until);
    /// @notice Thrown when the caller has no payment with this receipt that could be taken back.
    error NothingToRefund();
    /// @notice Thrown when the payment could be taken back until `until`, and that is over.
    error RefundWindowOver(uint48 until);
    /// @notice Thrown when the caller took a payment for this family back less than 365 days ago, at `refundedAt`.
    error RefundedBefore(uint48 refundedAt);
    /// @notice Thrown when no payment with this receipt waits to be released.
    error NothingToRelease();
    /// @notice Thrown when nothing waits for the fund in the fees of `work`.
    error NothingToPour(WorkId work);
    /// @notice Thrown when nothing released waits for this work under this version of its terms (0: while it had none).
    error NothingToSplit(WorkId work, uint256 terms);
    /// @notice Thrown when `account` is due nothing; zero stands for the fund.
    error NothingToClaim(address account);
    /// @notice Thrown when money would be paid to this contract, where it would be nobody's.
    error PayeeInvalid(address to);
    /* PERMISSIONS */

    /// @notice Answers: may I, why, how much, and what would make it free.
    /// @dev Reads nothing that the caller has to sign: `deadline`, `maxFee`, `terms` of the request do not matter.
    function quote(Request calldata request) external view returns (Quote memory);

    /// @notice Grants, extends or renews a permission, and takes the fee from the caller, who is the payer that the
    /// request names. Each payment has its own window.
    /// @dev If the caller is not the licensee, `signature` is the licensee's EIP-712 {requestDigest} or ERC-1271.
    /// @return fingerprint The receipt.
    function acquire(Request calldata request, bytes calldata signature) external returns (bytes32 fingerprint);

    /// @notice Like {acquire} by the licensee, with the allowance given by signature (ERC-2612).
    function acquireWithPermit(Request calldata request, Permit calldata permit) external returns (bytes32 fingerprint);

    /// @notice Renews the caller's paid permission for a family, in the same size, at the current price: what {quote}
    /// says for the same claim. Whoever has another ground now uses {acquire}.
    /// @param claim PAID, or CONTRIBUTOR: then contributions count
    /// @param statement needed where a size below the largest is declared again
    /// @return fingerprint The receipt.
    function renew(
        Family family,
        LicenceGround claim,
        uint32 duration,
        uint256 maxFee,
        uint256 terms,
        bytes32 purchaseOrder,
        bytes32 statement
    ) external returns (bytes32 fingerprint);

    /// @notice Takes back one payment of the caller for a family, within its window, once in 12 months. What it paid for
    /// is not covered; what was granted beside it stays. The money goes to `to`; where somebody else paid, it waits for
    /// them to claim.
    /// @param receipt The number of the receipt of that payment.
    function refund(Family family, uint256 receipt, address to) external;

    /// @notice Tells whether `licensee` was, is or will be covered at `t` for `work`, and on what ground: by a
    /// permission for its family, or for that of the work with the same content that stands.
    /// @return covered by a permission that ran then
    /// @return ground of that permission
    /// @return grace whether `t` lies after the end of a permission, within its grace: that is not cover, also where it
    /// was renewed from its end on
    function coveredAt(
        address licensee,
        WorkId work,
        uint48 t
    ) external view returns (bool covered, LicenceGround ground, bool grace);

    /// @notice The permission of a licensee for a family as it stands; all zero where there never was one.
    function grantOf(Family family, address licensee) external view returns (Grant memory);

    /// @notice Earlier spans of a grant, from the lowest bit: from 40, to 40, ground 8, tier 8, terms 16, and 32 for the
    /// seconds at its beginning that were grace.
    function spansOf(Family family, address licensee) external view returns (uint256[] memory);

    /// @notice The payment of a receipt that can still be taken back or waits to be released; all zero where there is
    /// none.
    function paymentOf(Family family, address licensee, uint256 receipt) external view returns (Payment memory);

    /// @notice The newest receipt of a grant, which chains all before it.
    function newestReceipt(Family family, address licensee) external view returns (bytes32);

    /// @notice The hash by which a receipt is known: keccak256 of (licensee, family, entry), encoded as a call would
    /// be.
    function receiptHash(address licensee, Family family, Entry calldata entry) external pure returns (bytes32);

    /// @notice The licensee signs this if somebody else sends it: EIP-712
    /// `LicenceRequest(string ground,address licensee,uint256 work,uint8 tier,uint32 duration,uint256 maxFee,uint256 terms,address payer,bytes32 purchaseOrder,bytes32 statement,uint256 receipt,uint48 deadline)`,
    /// domain Phyle, 1, this chain, this contract; `receipt` is the number that the receipt will have.
    function requestDigest(Request calldata request) external view returns (bytes32);

    /// @notice Works out the fee of a licence, as {quote} and {acquire} do. Reads nothing.
    /// @param duration In seconds from now on; credit lowers the price of the first 365 days at the most.
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

    /// @notice Releases the payment of a receipt whose refund window is over. Anyone.
    function release(Family family, address licensee, uint256 receipt) external;

    /// @notice Splits what has been released for a work under a version of the terms, one hop. Anyone.
    function split(WorkId work, uint256 terms) external;

    /// @notice Pours the fund's part of what was split for a work into the CommonsFund. Anyone.
    function pourToFund(WorkId work) external;

    /// @notice Pays what the caller is due to an address of their choice.
    function claimTo(address to) external returns (uint256 amount);

    /// @notice Pays what `account` is due to its own address. Anyone.
    function claimFor(address account) external returns (uint256 amount);

    /// @notice Tells what `account` can collect now, in base units of the cash token.
    function claimable(address account) external view returns (uint256);

    /// @notice Tells what was released for a work under a version of its terms (0: while it had none) and is not split
    /// yet.
    function pendingOf(WorkId work, uint256 terms) external view returns (uint256);

    /// @notice Tells how much of the fees of a work was split for the fund and is not poured yet.
    function pendingForFund(WorkId work) external view returns (uint256);

    /* THE HOUSE */

    /// @notice The federation that these licences belong to.
    function phyle() external view returns (address);

    /// @notice The `tier` of a request that declares no size.
    function UNDECLARED() external view returns (uint8);
}
