// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TermsWords, YearTotals} from "../types/Agreement.sol";
import {BillLine, BillPrices, BillRule, TariffTable, UsedRest} from "../types/Billing.sol";
import {MeterFacts, ReadWords, UsedFour} from "../types/Metering.sol";
import {Offer} from "../types/Offer.sol";
import {Micro, SignedNano} from "../types/Units.sol";

/// @title Bills made from estimated reads, made again when the true reads come
/// @notice A revision never edits a bill: it reverses its lines and posts new ones, and moves the difference. The sum of all runs is
/// the bill that the true reads would have given (P3). A band that holds for the contract year makes the year's bills depend on each
/// other: the year's totals are kept here, and what a revision changes of them is changed here.
interface IRevisions {
    /// @dev A bill made from reads of which at least one was not measured.
    struct OpenBill {
        ReadWords opening;
        ReadWords closing;
        bool exit;
        /// @dev NOT_ATTESTED if the price follows no interval index.
        SignedNano indexCost;
    }

    struct RevisionItem {
        TermsWords terms;
        uint8 index;
        MeterFacts facts;
        /// @dev The meter's last read, with which `facts` are checked.
        ReadWords last;
        OpenBill old;
        /// @dev Each as it was, or the true read that was recorded for its time.
        ReadWords opening;
        ReadWords closing;
        /// @dev None, or where the band holds for the year and the item's contract year has closed, the table of the bill that
        /// closed it: the true-up is made again with its prices.
        TariffTable[] yearTable;
    }

    /// @dev A read that was measured took the place of one that was not.
    event ReadCorrected(bytes32 indexed meterId, ReadWords estimated, ReadWords measured, bytes32 intervalRoot);
    /// @dev `reversed` takes the lines of the run before back, `lines` take their place. What the consumer pays or gets is the
    /// difference of their sums.
    event BillRevised(
        bytes32 indexed agreementId,
        UsedFour usedFour,
        UsedRest usedRest,
        BillLine[] reversed,
        BillLine[] lines
    );

    /// @dev A month of a contract year that had closed was made again: `line` takes the place of `reversed` on the bill that ended
    /// at `closedAt`. Either is an empty word if there is no true-up.
    event TrueUpRevised(bytes32 indexed agreementId, uint40 closedAt, BillLine reversed, BillLine line);

    error BillNotOpen(bytes32 agreementId, uint8 index);
    error NothingToRevise(bytes32 agreementId, uint8 index);
    error ReadNotEstimated(bytes32 meterId, uint40 time);
    error ReadNotMeasured(bytes32 meterId, uint40 time);
    error ReadAlreadyCorrected(bytes32 meterId, uint40 time);
    error ReadNotTrue(bytes32 meterId, uint40 time);
    /// @dev The revision needs the tariff table of the bill that ended at `closedAt`.
    error YearTableMissing(bytes32 agreementId, uint40 closedAt);

    /// @notice Notes that a bill can be revised. Modules only.
    /// @param basis Hash of an OpenBill.
    function open(bytes32 agreementId, uint8 index, bytes32 basis) external;

    /// @notice Counts a month to the contract year of an agreement on annual basis, before AgreementBook.advance moves past it.
    /// Modules only.
    /// @param to Where the month's bill ends.
    /// @param month Contracted and used energy, and what its energy and regulated lines charge.
    /// @param prices Of the month: if it closes the year, the year's true-up is made with them.
    /// @return closing The true-up line, for the month's bill; an empty word if there is none.
    function addToYear(
        bytes32 agreementId,
        uint40 to,
        YearTotals calldata month,
        BillRule rule,
        BillPrices prices
    ) external returns (BillLine closing);

    /// @notice Records the measured read of an instant for which a read was estimated. Anyone may call: the meter signed it.
    /// @param last The meter's last read: `facts` are checked with it. If it is the estimated one, the measured one takes its place.
    function correct(
        bytes32 meterId,
        MeterFacts facts,
        ReadWords calldata last,
        ReadWords calldata estimated,
        ReadWords calldata measured,
        bytes32 intervalRoot,
        bytes calldata signature
    ) external;

    /// @notice Makes a bill again from the reads as they are known now, and the true-up of its contract year if that has closed.
    /// Anyone may call: the facts are signed.
    /// @dev What a payee got too much comes out of its free balance; what is missing it owes the consumer, and the other way round.
    function revise(TariffTable calldata table, Offer calldata offer, RevisionItem calldata item) external;

    /// @notice Hash of the OpenBill of a bill that can be revised; zero if it cannot.
    function openBill(bytes32 agreementId, uint8 index) external view returns (bytes32);

    /// @notice Totals of a contract year, counted from zero; nothing on monthly basis.
    function yearOf(
        bytes32 agreementId,
        uint256 year
    ) external view returns (uint64 contracted, uint64 used, uint88 charged, uint40 closedAt);

    /// @notice Hash of the measured read that was recorded for an instant; zero if there is none.
    function trueRead(bytes32 meterId, uint40 time) external view returns (bytes32);
}
