// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LineLib} from "../../src/libraries/LineLib.sol";
import {BillLine, LineKind, Payee} from "../../src/types/Billing.sol";
import {Micro, MicroPerKwh, Wh} from "../../src/types/Units.sol";

/// @notice For every line. Bound: an amount below 2^112; a larger one is refused, which the second check says.
contract LineLibSymbolic {
    using LineLib for BillLine;

    function check_APackedLineComesBack(
        uint8 kind,
        uint8 payee,
        uint64 quantity,
        uint64 price,
        uint112 amount
    ) external pure {
        if (kind > uint8(type(LineKind).max) || payee > uint8(type(Payee).max)) return;
        BillLine line = LineLib.pack(
            LineKind(kind),
            Payee(payee),
            Wh.wrap(quantity),
            MicroPerKwh.wrap(price),
            Micro.wrap(amount)
        );
        assert(uint8(line.kindOf()) == kind);
        assert(uint8(line.payeeOf()) == payee);
        assert(Wh.unwrap(line.quantityOf()) == quantity);
        assert(MicroPerKwh.unwrap(line.priceOf()) == price);
        assert(Micro.unwrap(line.amountOf()) == amount);
    }

    function withAmount(uint256 line, uint128 amount) external pure returns (BillLine) {
        return LineLib.withAmount(BillLine.wrap(line), Micro.wrap(amount));
    }

    function check_AnAmountThatDoesNotFitIsRefused(uint128 amount) external view {
        try this.withAmount(0, amount) returns (BillLine) {
            assert(amount <= type(uint112).max);
        } catch {
            assert(amount > type(uint112).max);
        }
    }
}
