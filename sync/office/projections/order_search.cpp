#include "sync/office/projections/order_search.hpp"

#include "sync/office/order_states.hpp"
#include "sync/office/projections/search_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace guitai::office {
namespace {

// What an order may be called, whole.
constexpr std::string_view named{
    "(order_id = ?1 OR receipt = ?1 OR recipient_phone = ?1 OR sku = ?1 OR tracking = ?1 OR member = ?1"
    " OR member IN (SELECT member FROM members WHERE phone = ?1 OR card = ?1))"};
constexpr std::string_view all_words{
    "lower(order_id || ' ' || receipt || ' ' || recipient_phone || ' ' || recipient_name || ' ' || sku || ' ' ||"
    " tracking || ' ' || member || ' ' || name || ' ' || variant)"};

// A condition and what it is bound to, from ?1.
struct Where {
    std::string sql{"1 = 1"};
    std::vector<std::string> values;

    std::string bound(std::string value)
    {
        values.push_back(std::move(value));
        return fmt::format("?{}", values.size());
    }
    void bind_to(database::Statement& statement) const
    {
        int index{1};
        for (const std::string& value : values) statement.bind(index++, value);
    }
};

// States are words of our own: they can stand in the statement.
template<typename Holds>
std::string states_where(const Holds& holds)
{
    std::string list;
    for (const auto& [state, word] : Words<OrderState>::all) {
        if (holds(state)) list += fmt::format("{}'{}'", list.empty() ? "" : ", ", word);
    }
    return list.empty() ? "''" : list;
}

bool is_named(database::Connection& connection, const std::string& text)
{
    database::Statement find{connection, fmt::format("SELECT 1 FROM orders WHERE {} LIMIT 1", named)};
    return find.bind(1, text).step();
}

// First of all, for `named` reads ?1.
void narrow_by_text(database::Connection& connection, const std::string& text, Where& where)
{
    if (text.empty()) return;
    if (is_named(connection, text)) {
        static_cast<void>(where.bound(text));
        where.sql = named;
        return;
    }
    for (std::string& pattern : like_patterns(text, OrderSearch::words_max)) {
        where.sql += fmt::format(" AND {} LIKE {} ESCAPE '!'", all_words, where.bound(std::move(pattern)));
    }
}

Where where_of(database::Connection& connection, const OrderSearch& search)
{
    Where where;
    narrow_by_text(connection, search.text, where);
    for (const PlaceCode* shop : {&search.shop, &search.own}) {
        if (shop->empty()) continue;
        const std::string value{where.bound(shop->text)};
        where.sql += fmt::format(" AND (store = {0} OR source = {0})", value);
    }
    if (search.delivery) {
        where.sql += fmt::format(" AND delivery = {}", where.bound(std::string{word_of(*search.delivery)}));
    }
    return where;
}

// 1 where it is overdue.
std::string overdue_case(const OrderSearch& search, Where& where)
{
    return fmt::format("CASE WHEN (state IN ({}) AND placed_at_ms < {}) OR (state IN ({}) AND promise_date <> ''"
                       " AND promise_date < {}) THEN 1 ELSE 0 END",
                       states_where(waits_for_answer), search.now_ms - answer_within_ms, states_where(is_promised),
                       where.bound(search.today));
}

} // namespace

bool is_overdue(const OrderRow& order, std::int64_t now_ms, std::string_view today)
{
    if (waits_for_answer(order.state)) return order.placed_at_ms < now_ms - answer_within_ms;
    return is_promised(order.state) && !order.promise_date.empty() && order.promise_date < today;
}

std::vector<TillNumber> givers_of(database::Connection& connection, const OrderId& order)
{
    database::Statement find{connection, "SELECT origin FROM order_history WHERE order_id = ?1 ORDER BY step"};
    find.bind(1, order.text);
    std::vector<TillNumber> givers;
    while (find.step()) givers.push_back(find.integer(0));
    return givers;
}

std::vector<StateCount> count_found(database::Connection& connection, const OrderSearch& search)
{
    Where where{where_of(connection, search)};
    const std::string overdue{overdue_case(search, where)};
    database::Statement find{connection, fmt::format("SELECT state, COUNT(*), SUM({}) FROM orders WHERE {}"
                                                     " GROUP BY state",
                                                     overdue, where.sql)};
    where.bind_to(find);
    std::vector<StateCount> counts;
    while (find.step()) {
        OrderState state{};
        if (read_word(find.text(0), state)) counts.push_back({state, find.integer(1), find.integer(2)});
    }
    return counts;
}

std::vector<DeskOrder> found_orders(database::Connection& connection, const OrderSearch& search, int limit,
                                    std::int64_t skip)
{
    Where where{where_of(connection, search)};
    const std::string overdue{overdue_case(search, where)};
    const std::string open{states_where(is_open)};
    if (!search.states.empty()) {
        where.sql += fmt::format(" AND state IN ({})", states_where([&search](OrderState state) {
                                     return std::count(search.states.begin(), search.states.end(), state) > 0;
                                 }));
    }
    if (search.overdue_only) where.sql += fmt::format(" AND {} = 1", overdue);
    const std::size_t next{where.values.size() + 1};
    std::vector<OrderId> ids;
    {
        database::Statement find{
            connection,
            fmt::format("SELECT order_id FROM orders WHERE {0} ORDER BY {1} DESC,"
                        " CASE WHEN state IN ({2}) THEN 0 ELSE 1 END,"
                        " CASE WHEN state IN ({2}) THEN placed_at_ms ELSE -placed_at_ms END, order_id"
                        " LIMIT ?{3} OFFSET ?{4}",
                        where.sql, overdue, open, next, next + 1)};
        where.bind_to(find);
        find.bind(static_cast<int>(next), limit).bind(static_cast<int>(next) + 1, skip);
        while (find.step()) ids.push_back({find.text(0)});
    }
    std::vector<DeskOrder> orders;
    for (const OrderId& id : ids) {
        if (auto row = find_order(connection, id)) {
            const bool overdue_now{is_overdue(*row, search.now_ms, search.today)};
            orders.push_back({std::move(*row), overdue_now});
        }
    }
    return orders;
}

} // namespace guitai::office
