// What is decided at the order desk, one order or many at once.
#include "sync/office/console/areas.hpp"
#include "sync/office/console/console.hpp"
#include "sync/office/console/desk_filters.hpp"
#include "sync/office/console/order_papers.hpp"
#include "sync/office/console/order_steps.hpp"
#include "sync/office/console/visit.hpp"
#include "sync/office/doorway.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr std::size_t order_bytes_max{120};

// Back to where the form was sent from, with room for what came of it: it ends in "?" or "&".
std::string way_back(const Form& form, const std::string& order)
{
    const std::string back{field_of(form, "back")};
    if (back == "order" && !order.empty()) return fmt::format("/console/orders/{}?", escaped(order));
    Fields fields{parse_form(back.starts_with('?') ? std::string_view{back}.substr(1) : std::string_view{})};
    const std::string query{query_of(filters_in(fields))};
    return fmt::format("/console/orders{}", query.empty() ? "?" : query + "&");
}

std::vector<std::string> orders_in(const Form& form)
{
    std::vector<std::string> orders;
    const auto [first, last] = form.equal_range("order");
    for (auto each = first; each != last && orders.size() < papers_max; ++each) {
        if (!each->second.empty() && each->second.size() <= order_bytes_max) orders.push_back(each->second);
    }
    return orders;
}

// Each by itself: one that can not be done holds no other up, and is named with its reason.
struct Bulk {
    std::int64_t done{0};
    std::string refused; // "ORDER:code,…"
};

} // namespace

// POST /console/orders/{order}/{step}
Response Console::decide(Visit& visit)
{
    const std::string order{visit.part(2)};
    auto request = request_in(visit.form, visit.part(3));
    if (!request || !visit.part(4).empty()) return sorry(visit, "console.not_found", 404);
    if (!may_decide(visit.session->role)) return sorry(visit, "console.not_allowed", 403);
    request->order = {order};
    request->actor = visit.session->staff.text;
    const auto done = write_now<Result<OrderState>>(
        m_writing, [&](Office& office, const database::Transaction& open) { return do_step(office, open, *request); });
    const std::string place{fmt::format("{}order={}", way_back(visit.form, order), escaped(order))};
    if (!done) return see_other(place + "&problem=console.busy");
    if (!*done) return see_other(fmt::format("{}&problem={}", place, escaped(done->error().code)));
    return see_other(fmt::format("{}&done={}", place, word_of(request->step)));
}

// POST /console/orders/bulk/{accept|decline|pick|slips}, of the orders that are ticked.
Response Console::decide_many(Visit& visit)
{
    const std::string what{visit.part(3)};
    const auto orders = orders_in(visit.form);
    const std::string place{way_back(visit.form, {})};
    if (orders.empty()) return see_other(place + "problem=desk.none_chosen");
    if (what == "pick" || what == "slips") {
        return see_other(fmt::format("/console/orders/{}?orders={}", what, joined_orders(orders)));
    }
    const auto asked = request_in(visit.form, what);
    const bool is_for_many{asked && (asked->step == OrderStep::accept || asked->step == OrderStep::decline)};
    if (!is_for_many) return sorry(visit, "console.not_found", 404);
    if (!may_decide(visit.session->role)) return sorry(visit, "console.not_allowed", 403);
    if (asked->step == OrderStep::decline && asked->reason.empty()) {
        return see_other(place + "problem=desk.reason_missing");
    }
    const auto bulk = write_now<Bulk>(m_writing, [&](Office& office, const database::Transaction& open) {
        Bulk outcome;
        for (const std::string& order : orders) {
            OrderRequest request{*asked};
            request.order = {order};
            request.actor = visit.session->staff.text;
            const auto done = do_step(office, open, request);
            if (done) {
                ++outcome.done;
                continue;
            }
            if (!outcome.refused.empty()) outcome.refused += ',';
            outcome.refused += fmt::format("{}:{}", order, done.error().code);
        }
        return outcome;
    });
    if (!bulk) return see_other(place + "problem=console.busy");
    const std::string refused{bulk->refused.empty() ? "" : "&refused=" + escaped(bulk->refused)};
    return see_other(fmt::format("{}done={}&n={}{}", place, what, bulk->done, refused));
}

// POST /console/goods/photos/{style} or /console/catalogue/photos/{style}: somebody has looked at its photographs.
Response Console::finish_photos(Visit& visit)
{
    const StyleId style{visit.part(3)};
    if (style.empty() || style.text.size() > name_bytes_max) return sorry(visit, "console.not_found", 404);
    if (!may_decide(visit.session->role)) return sorry(visit, "console.not_allowed", 403);
    const std::string who{visit.session->staff.text};
    const auto done = write_now<bool>(m_writing, [&](Office& office, const database::Transaction& open) {
        office.say(open, PhotoReviewed{style, date_in(office.connection(), {}, office.now_ms()), who}, who);
        return true;
    });
    return see_other(done ? "/console/catalogue?done=photos" : "/console/catalogue?problem=console.busy");
}

} // namespace guitai::office
