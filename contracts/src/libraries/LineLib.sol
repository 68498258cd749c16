// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wh, Micro, MicroPerKwh} from "../types/Units.sol";
import {BillLine, LineKind, Payee} from "../types/Billing.sol";

/// @notice Packs a bill line in one word, and back. Mirrors lib/domain/billing/lines.ts. Vectors: bill-line.json.
library LineLib {
    error LineOverflow(LineKind kind, Micro amount);

    /// @param price Zero when the line has no single price (it floats over registers).
    function pack(
        LineKind kind,
        Payee payee,
        Wh quantity,
        MicroPerKwh price,
        Micro amount
    ) internal pure returns (BillLine) {
        return withAmount(priced((uint256(kind) << 248) | (uint256(payee) << 240), quantity, price), amount);
    }

    /// @notice A line without its amount.
    /// @param kindAndPayee Both where the line holds them.
    function priced(uint256 kindAndPayee, Wh quantity, MicroPerKwh price) internal pure returns (BillLine) {
        return
            BillLine.wrap(
                kindAndPayee | (uint256(Wh.unwrap(quantity)) << 176) | (uint256(MicroPerKwh.unwrap(price)) << 112)
            );
    }

    function withAmount(BillLine line, Micro amount) internal pure returns (BillLine) {
        if (Micro.unwrap(amount) > type(uint112).max) revert LineOverflow(kindOf(line), amount);
        return BillLine.wrap(BillLine.unwrap(line) | Micro.unwrap(amount));
    }

    function kindOf(BillLine line) internal pure returns (LineKind) {
        return LineKind(BillLine.unwrap(line) >> 248);
    }

    function payeeOf(BillLine line) internal pure returns (Payee) {
        return Payee(uint8(BillLine.unwrap(line) >> 240));
    }

    function quantityOf(BillLine line) internal pure returns (Wh) {
        return Wh.wrap(uint64(BillLine.unwrap(line) >> 176));
    }

    function priceOf(BillLine line) internal pure returns (MicroPerKwh) {
        return MicroPerKwh.wrap(uint64(BillLine.unwrap(line) >> 112));
    }

    function amountOf(BillLine line) internal pure returns (Micro) {
        return Micro.wrap(uint112(BillLine.unwrap(line)));
    }
}
