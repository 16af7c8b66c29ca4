#include "sync/office/projections/order_search.hpp"

#include "sync/events/promise.hpp"
#include "sync/office/order_states.hpp"
#include "sync/office/projections/search_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace guitai::office {
namespace {

// What an order may be called, whole.
constexpr std::string_view named{
    "(order_id = ?1 OR receipt = ?1 OR recipient_phone = ?1 OR sku = ?1 OR tracking = ?1 OR member = ?1"
    " OR member IN (SELECT member FROM members WHERE phone = ?1 OR card = ?1))"};

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

void narrow_by_place(const OrderSearch& search, Where& where)
{
    for (const PlaceCode* shop : {&search.shop, &search.own}) {
        if (shop->empty()) continue;
        const std::string value{where.bound(shop->text)};
        where.sql += fmt::format(" AND (store = {0} OR source = {0})", value);
    }
    if (!search.delivery) return;
    where.sql += fmt::format(" AND delivery = {}", where.bound(std::string{word_of(*search.delivery)}));
}

// 1 where it is overdue.
std::string overdue_case(const DeskMoment& at, Where& where)
{
    return fmt::format("CASE WHEN (state IN ({}) AND placed_at_ms < {}) OR (state IN ({}) AND late_after <> ''"
                       " AND late_after < {}) OR (answer_by_ms > 0 AND answer_by_ms < {}) THEN 1 ELSE 0 END",
                       states_where(waits_for_answer), at.now_ms - answer_within_ms, states_where(is_promised),
                       where.bound(at.minute), at.now_ms);
}

std::vector<StateCount> count_all(database::Connection& connection, const OrderSearch& search, Where where)
{
    const std::string overdue{overdue_case(search.at, where)};
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

bool is_wanted(const OrderSearch& search, OrderState state)
{
    return search.states.empty() || std::count(search.states.begin(), search.states.end(), state) > 0;
}

std::int64_t wanted_of(const OrderSearch& search, const std::vector<StateCount>& counts)
{
    std::int64_t all{0};
    for (const StateCount& count : counts) {
        if (is_wanted(search, count.state)) all += search.overdue_only ? count.overdue : count.orders;
    }
    return all;
}

// Overdue ones first, then what somebody waits for, the longest first; or all of it from the end.
std::string desk_order(const std::string& overdue, bool from_the_end)
{
    const std::string open{states_where(is_open)};
    const std::string_view up{from_the_end ? "DESC" : "ASC"};
    return fmt::format("{1} {2}, CASE WHEN state IN ({0}) THEN 0 ELSE 1 END {3},"
                       " CASE WHEN state IN ({0}) THEN placed_at_ms ELSE -placed_at_ms END {3}, order_id {3}",
                       open, overdue, from_the_end ? "ASC" : "DESC", up);
}

// `all` is how many there are: a page of the second half is counted from the end, for as much is sorted as is skipped.
std::vector<OrderId> sorted_ids(database::Connection& connection, const OrderSearch& search, Where where, int limit,
                                std::int64_t skip, std::int64_t all)
{
    const std::string overdue{overdue_case(search.at, where)};
    if (!search.states.empty()) {
        where.sql += fmt::format(" AND state IN ({})",
                                 states_where([&search](OrderState state) { return is_wanted(search, state); }));
    }
    if (search.overdue_only) where.sql += fmt::format(" AND {} = 1", overdue);
    const std::int64_t shown{std::clamp<std::int64_t>(all - skip, 0, limit)};
    const bool from_the_end{skip > all / 2};
    const std::size_t next{where.values.size() + 1};
    database::Statement find{connection, fmt::format("SELECT order_id FROM orders WHERE {} ORDER BY {} LIMIT ?{}"
                                                     " OFFSET ?{}",
                                                     where.sql, desk_order(overdue, from_the_end), next, next + 1)};
    where.bind_to(find);
    find.bind(static_cast<int>(next), shown)
        .bind(static_cast<int>(next) + 1, from_the_end ? all - skip - shown : skip);
    std::vector<OrderId> ids;
    while (shown > 0 && find.step()) ids.push_back({find.text(0)});
    if (from_the_end) std::reverse(ids.begin(), ids.end());
    return ids;
}

std::vector<DeskOrder> rows_of(database::Connection& connection, const OrderSearch& search,
                               const std::vector<OrderId>& ids)
{
    std::vector<DeskOrder> orders;
    for (const OrderId& id : ids) {
        auto row = find_order(connection, id);
        if (!row) continue;
        const bool overdue_now{is_overdue(*row, search.at)};
        orders.push_back({std::move(*row), overdue_now});
    }
    return orders;
}

// Whether an order is overdue, still waited for or over, and since when: in the order in which the desk shows them.
using DeskPlace = std::tuple<int, std::int64_t, std::string>;

struct Match {
    DeskPlace place;
    OrderState state{OrderState::captured};
    bool is_overdue{false};
};

// Parts of words are looked for in every order's row: once, for its count and its page together.
std::vector<Match> matches_of(database::Connection& connection, const OrderSearch& search)
{
    Where where;
    std::string words;
    for (std::string& pattern : like_patterns(search.text, OrderSearch::words_max)) {
        words += fmt::format(" AND words LIKE {} ESCAPE '!'", where.bound(std::move(pattern)));
    }
    narrow_by_place(search, where);
    const std::string overdue{overdue_case(search.at, where)};
    database::Statement find{connection,
                             fmt::format("SELECT order_id, state, placed_at_ms, {} FROM order_words WHERE {}{}",
                                         overdue, where.sql, words)};
    where.bind_to(find);
    std::vector<Match> matches;
    while (find.step()) {
        Match match;
        if (!read_word(find.text(1), match.state)) continue;
        match.is_overdue = find.flag(3);
        const bool open{is_open(match.state)};
        match.place = {match.is_overdue ? 0 : open ? 1 : 2, open ? find.integer(2) : -find.integer(2), find.text(0)};
        matches.push_back(std::move(match));
    }
    return matches;
}

DeskFound search_parts(database::Connection& connection, const OrderSearch& search, int limit, std::int64_t skip)
{
    DeskFound found;
    std::vector<DeskPlace> places;
    for (Match& match : matches_of(connection, search)) {
        auto count = std::find_if(found.counts.begin(), found.counts.end(),
                                  [&match](const StateCount& each) { return each.state == match.state; });
        if (count == found.counts.end()) count = found.counts.insert(count, StateCount{match.state, 0, 0});
        ++count->orders;
        if (match.is_overdue) ++count->overdue;
        if (!is_wanted(search, match.state) || (search.overdue_only && !match.is_overdue)) continue;
        places.push_back(std::move(match.place));
    }
    const auto begin = std::min(static_cast<std::size_t>(skip), places.size());
    const auto end = std::min(begin + static_cast<std::size_t>(limit), places.size());
    std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(end), places.end());
    std::vector<OrderId> ids;
    for (std::size_t each{begin}; each < end; ++each) ids.push_back({std::get<2>(places[each])});
    found.orders = rows_of(connection, search, ids);
    return found;
}

} // namespace

bool is_overdue(const OrderRow& order, const DeskMoment& at)
{
    if (waits_for_answer(order.state)) return order.placed_at_ms < at.now_ms - answer_within_ms;
    if (order.answer_by_ms > 0 && order.answer_by_ms < at.now_ms) return true; // A shop was asked and is silent.
    if (!is_promised(order.state)) return false;
    const std::string late{late_after(order.promise_date, order.placed.slot)};
    return !late.empty() && late < at.minute;
}

std::vector<TillNumber> givers_of(database::Connection& connection, const OrderId& order)
{
    database::Statement find{connection, "SELECT origin FROM order_history WHERE order_id = ?1 ORDER BY step"};
    find.bind(1, order.text);
    std::vector<TillNumber> givers;
    while (find.step()) givers.push_back(find.integer(0));
    return givers;
}

DeskFound search_orders(database::Connection& connection, const OrderSearch& search, int limit, std::int64_t skip)
{
    Where where;
    if (!search.text.empty()) {
        if (!is_named(connection, search.text)) return search_parts(connection, search, limit, skip);
        static_cast<void>(where.bound(search.text));
        where.sql = named;
    }
    narrow_by_place(search, where);
    DeskFound found;
    found.counts = count_all(connection, search, where);
    const std::int64_t all{wanted_of(search, found.counts)};
    found.orders = rows_of(connection, search, sorted_ids(connection, search, where, limit, skip, all));
    return found;
}

std::vector<ShopCount> count_by_shop(database::Connection& connection, const DeskMoment& at)
{
    Where where;
    const std::string overdue{overdue_case(at, where)};
    database::Statement find{connection, fmt::format("SELECT store, source, state, COUNT(*), SUM({}) FROM orders"
                                                     " GROUP BY store, source, state ORDER BY store, source, state",
                                                     overdue)};
    where.bind_to(find);
    std::vector<ShopCount> counts;
    while (find.step()) {
        OrderState state{};
        if (!read_word(find.text(2), state)) continue;
        counts.push_back({{find.text(0)}, {find.text(1)}, {state, find.integer(3), find.integer(4)}});
    }
    return counts;
}

} // namespace guitai::office
