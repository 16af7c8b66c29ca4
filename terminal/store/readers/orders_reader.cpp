#include "terminal/store/readers/orders_reader.hpp"

#include "terminal/store/purse_numbers.hpp"
#include "terminal/store/readers/order_rows.hpp"
#include "terminal/store/rows.hpp"

#include <fmt/format.h>

#include <utility>

namespace guitai {

std::vector<OrderBrief> OrdersReader::list(std::string_view state, std::int64_t limit) const
{
    static const std::string going_on{select_order_briefs("going_on = 1 AND (store = ?1 OR (collect_at <> '' AND"
                                                          " collect_at = ?1) OR (source = ?1 AND (carrier = 'own' OR"
                                                          " (reserved = 1 AND delivery = 'collect'))))"
                                                          " ORDER BY id DESC LIMIT ?2")};
    static const std::string in_state{select_order_briefs("state = ?3 AND (store = ?1 OR (collect_at <> '' AND"
                                                          " collect_at = ?1)) ORDER BY id DESC LIMIT ?2")};
    static const std::string to_send{select_order_briefs("source = ?1 AND (reserved = 1 OR (carrier = 'own' AND"
                                                         " going_on = 1)) ORDER BY id LIMIT ?2")};
    const bool by_state{!state.empty() && state != to_send_filter};
    database::Statement find{m_connection, by_state ? in_state : state.empty() ? going_on : to_send};
    bind_all(find, m_self.store, limit);
    if (by_state) find.bind(3, state);
    return all_briefs(find, m_self.store);
}

std::optional<OrderDetail> OrdersReader::find(const OrderId& order) const
{
    static const std::string one{select_order_briefs("order_id = ?1")};
    database::Statement find{m_connection, one};
    find.bind(1, order.text);
    if (!find.step()) return std::nullopt;
    OrderDetail detail;
    detail.brief = brief_at(find, m_self.store);

    database::Statement rest{m_connection, "SELECT id, recipient_name, recipient_phone, recipient_address, carrier,"
                                           " tracking, reason, receipt, substitute_sku, substitute_name,"
                                           " substitute_variant, substitute_reason, split_from FROM orders"
                                           " WHERE order_id = ?1"};
    rest.bind(1, order.text);
    if (!rest.step()) return std::nullopt;
    detail.recipient = {rest.text(1), rest.text(2), rest.text(3)};
    detail.carrier = rest.text(4);
    detail.tracking = rest.text(5);
    detail.reason = rest.text(6);
    read_id(rest, 7, detail.receipt);
    if (detail.brief.state == OrderState::substitute_offered) {
        detail.substitute = {{rest.text(8)}, rest.text(9), rest.text(10), rest.text(11)};
    }
    read_id(rest, 12, detail.split_from);

    database::Statement steps{m_connection,
                              "SELECT state, what, at_ms, by FROM order_steps WHERE order_row = ?1 ORDER BY n"};
    steps.bind(1, rest.integer(0));
    while (steps.step()) {
        detail.history.push_back({word_at<OrderState>(steps, 0), steps.text(1), steps.integer(2), steps.text(3)});
    }
    return detail;
}

std::vector<OrderDetail> OrdersReader::of_member(const MemberId& member, std::int64_t limit) const
{
    if (member.empty()) return {};
    database::Statement find_hers{m_connection, fmt::format("SELECT order_id FROM orders WHERE member IN {}"
                                                            " AND member <> '' ORDER BY id DESC LIMIT ?2",
                                                            same_person)};
    bind_all(find_hers, member, limit);
    std::vector<OrderDetail> details;
    while (find_hers.step()) {
        if (auto detail = find({find_hers.text(0)})) details.push_back(std::move(*detail));
    }
    return details;
}

std::int64_t OrdersReader::waiting() const
{
    // What arrived waits where it is fetched; everything else where she asks about it.
    database::Statement count{m_connection,
                              "SELECT count(*) FROM orders WHERE going_on = 1 AND ((store = ?1 AND"
                              " state IN ('declined', 'cancelled', 'returned', 'substitute_offered')) OR"
                              " (store = ?1 AND collect_at = '' AND state = 'arrived') OR"
                              " (collect_at <> '' AND collect_at = ?1 AND state = 'arrived'))"};
    count.bind(1, m_self.store.text);
    return (count.step() ? count.integer(0) : 0) + to_send();
}

std::int64_t OrdersReader::to_send() const
{
    database::Statement count{m_connection, "SELECT count(*) FROM orders WHERE source = ?1 AND reserved = 1"
                                            " AND state IN ('allocated', 'packed') AND said NOT IN"
                                            " ('pick_rejected', 'handed_over')"};
    count.bind(1, m_self.store.text);
    return count.step() ? count.integer(0) : 0;
}

} // namespace guitai
