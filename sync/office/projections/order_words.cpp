#include "sync/office/projections/order_words.hpp"

#include "sync/events/promise.hpp"
#include "sync/office/projections/orders.hpp"

#include <fmt/format.h>

#include <cctype>
#include <string>

namespace guitai::office {
namespace {

std::string words_of(const OrderRow& order)
{
    const OrderPlaced& placed{order.placed};
    std::string words{fmt::format("{} {} {} {} {} {} {} {} {}", placed.order.text, placed.receipt.text,
                                  placed.recipient.phone, placed.recipient.name, placed.sku.text, order.tracking,
                                  placed.member.text, placed.name, placed.variant)};
    for (char& each : words) each = static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
    return words;
}

void remember(database::Connection& connection, const OrderId& order)
{
    const auto row = find_order(connection, order);
    if (!row) return;
    database::Statement{connection, "INSERT INTO order_words (order_id, words, state, placed_at_ms, late_after,"
                                    " answer_by_ms, store, source, delivery)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (order_id) DO UPDATE SET"
                                    " words = ?2, state = ?3, placed_at_ms = ?4, late_after = ?5,"
                                    " answer_by_ms = ?6, store = ?7, source = ?8, delivery = ?9"}
        .bind(1, order.text)
        .bind(2, words_of(*row))
        .bind(3, word_of(row->state))
        .bind(4, row->placed_at_ms)
        .bind(5, late_after(row->promise_date, row->placed.slot))
        .bind(6, row->answer_by_ms)
        .bind(7, row->placed.store.text)
        .bind(8, row->source.text)
        .bind(9, word_of(row->placed.delivery))
        .run();
}

} // namespace

void OrderWords::fold(database::Connection& connection, const Event& event)
{
    if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        std::vector<OrderId> hers;
        {
            database::Statement find{connection, "SELECT order_id FROM orders WHERE member = ?1"};
            find.bind(1, erased->member.text);
            while (find.step()) hers.push_back({find.text(0)});
        }
        for (const OrderId& order : hers) remember(connection, order);
        return;
    }
    // Whatever is told of an order may change what it is found by: a new kind of event needs no word here.
    std::visit(
        [&connection](const auto& body) {
            if constexpr (requires { body.order.text; }) remember(connection, body.order);
            if constexpr (requires { body.part.text; }) remember(connection, body.part);
        },
        static_cast<const AnyEvent&>(event.body));
}

} // namespace guitai::office
