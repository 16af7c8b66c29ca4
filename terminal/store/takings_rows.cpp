#include "terminal/store/takings_rows.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {

Takings read_takings(database::Connection& connection, std::int64_t shift)
{
    Takings takings;
    database::Statement find{connection,
                             "SELECT tickets, pieces, turnover, order_turnover, discounts, tax, refunds, cash_taken,"
                             " rounded, paid_in, paid_out, drops, misses, rescued, fees FROM shifts WHERE shift = ?1"};
    find.bind(1, shift);
    if (!find.step()) return takings;
    takings.tickets = find.integer(0);
    takings.pieces = find.integer(1);
    takings.turnover = money_at(find, 2);
    takings.order_turnover = money_at(find, 3);
    takings.discounts = money_at(find, 4);
    takings.tax = money_at(find, 5);
    takings.refunds = money_at(find, 6);
    takings.cash_taken = money_at(find, 7);
    takings.rounded = money_at(find, 8);
    takings.paid_in = money_at(find, 9);
    takings.paid_out = money_at(find, 10);
    takings.drops = money_at(find, 11);
    takings.misses = find.integer(12);
    takings.rescued = find.integer(13);
    takings.fees = money_at(find, 14);

    database::Statement tenders{connection, "SELECT tender, amount FROM shift_tenders WHERE shift = ?1 ORDER BY n"};
    tenders.bind(1, shift);
    while (tenders.step()) takings.tenders.push_back({tenders.text(0), money_at(tenders, 1)});
    return takings;
}

void write_takings(database::Connection& connection, std::int64_t shift, const Takings& takings)
{
    run(connection,
        "UPDATE shifts SET tickets = ?2, pieces = ?3, turnover = ?4, order_turnover = ?5, discounts = ?6, tax = ?7,"
        " refunds = ?8, cash_taken = ?9, rounded = ?10, paid_in = ?11, paid_out = ?12, drops = ?13, misses = ?14,"
        " rescued = ?15, fees = ?16"
        " WHERE shift = ?1",
        shift, takings.tickets, takings.pieces, takings.turnover, takings.order_turnover, takings.discounts,
        takings.tax, takings.refunds, takings.cash_taken, takings.rounded, takings.paid_in,
        takings.paid_out, takings.drops, takings.misses, takings.rescued, takings.fees);
    // No tender ever leaves the list, so that adding and changing is enough.
    std::int64_t n{0};
    for (const TenderTotal& total : takings.tenders) {
        run(connection,
            "INSERT INTO shift_tenders (shift, n, tender, amount) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT (shift, n) DO UPDATE SET amount = ?4",
            shift, ++n, total.tender, total.amount);
    }
}

} // namespace guitai
