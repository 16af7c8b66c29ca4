#include "terminal/store/readers/order_rows.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {

std::string select_order_briefs(std::string_view rest)
{
    std::string sql{"SELECT order_id, state, name, variant, sku, milli, recipient_name, member, store, delivery,"
                    " promise_date, placed_at_ms, total, paid, due, cancel_asked, source, reserved, answer_by_ms,"
                    " picker, said, slot, first_trip, carrier, collect_at FROM orders WHERE "};
    return sql += rest;
}

OrderBrief brief_at(const database::Statement& row, const PlaceCode& self)
{
    OrderBrief brief;
    read_id(row, 0, brief.order);
    brief.state = word_at<OrderState>(row, 1);
    brief.name = row.text(2);
    brief.variant = row.text(3);
    read_id(row, 4, brief.sku);
    brief.quantity = quantity_at(row, 5);
    brief.recipient_name = row.text(6);
    read_id(row, 7, brief.member);
    read_id(row, 8, brief.store);
    brief.delivery = word_at<Delivery>(row, 9);
    brief.promise_date = row.text(10);
    brief.placed_at_ms = row.integer(11);
    brief.total = money_at(row, 12);
    brief.paid = money_at(row, 13);
    brief.due = money_at(row, 14);
    brief.cancel_asked = row.flag(15);
    brief.refund_due = is_given_up(brief.state) && !brief.paid.is_zero();
    read_id(row, 16, brief.source);
    brief.to_send = row.flag(17) && brief.source == self;
    brief.answer_by_ms = row.integer(18);
    read_id(row, 19, brief.picker);
    brief.said = word_at<OrderSaid>(row, 20);
    brief.slot = row.text(21);
    brief.first_trip = row.flag(22);
    if (brief.delivery != Delivery::ship) {
        read_id(row, 24, brief.fetched_at);
        if (brief.fetched_at.empty()) brief.fetched_at = brief.store;
    }
    const bool has_left{is_on_its_way(brief.state) && brief.said == OrderSaid::nothing};
    const bool leaves{is_reserved(brief.state) && brief.said == OrderSaid::handed_over};
    brief.on_trip = brief.source == self && row.text(23) == own_carrier && (has_left || leaves);
    return brief;
}

std::vector<OrderBrief> all_briefs(database::Statement& find, const PlaceCode& self)
{
    std::vector<OrderBrief> briefs;
    while (find.step()) briefs.push_back(brief_at(find, self));
    return briefs;
}

} // namespace guitai
