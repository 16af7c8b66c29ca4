#include "sync/office/doors.hpp"

#include "sync/office/access.hpp"
#include "sync/office/answers.hpp"
#include "sync/office/fields.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/privacy.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/privacy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace guitai::office {
namespace {

using Roles = std::initializer_list<Role>;

Result<TokenHolder> holder_with(const Door& door, Roles roles)
{
    constexpr std::string_view scheme{"Bearer "};
    const std::string_view given{door.request.header("authorization")};
    if (given.substr(0, scheme.size()) != scheme) {
        return refuse("token.missing", "send Authorization: Bearer TOKEN; guitai-office token makes one");
    }
    auto holder = find_token(door.reads, given.substr(scheme.size()));
    if (!holder) return refuse("token.unknown", "this token is not known here");
    if (std::find(roles.begin(), roles.end(), holder->role) == roles.end()) {
        return refuse("token.role", fmt::format("a token of role {} may not do this", word_of(holder->role)));
    }
    return *holder;
}

Response answer_of(const Result<std::string>& json)
{
    return json ? accepted(*json) : refused(json.error());
}

Response list(const Door& door)
{
    OrderFilter filter;
    const std::string state{door.target.value("state")};
    OrderState wanted{};
    if (!state.empty()) {
        if (!read_word(state, wanted)) return refused({"api.bad_field", fmt::format("no state '{}'", state)});
        filter.state = wanted;
    }
    filter.member = {door.target.value("member")};
    return accepted(orders_json(door.reads, list_orders(door.reads, filter)));
}

Response show(const Door& door, const OrderId& order)
{
    const auto row = find_order(door.reads, order);
    if (!row) return refused({"order.unknown", fmt::format("no order {}", order.text)});
    return accepted(order_json(door.reads, *row));
}

Result<OrderRequest> read_request(const Door& door, OrderStep step, const TokenHolder& holder)
{
    const auto fields = Fields::of(door.request);
    if (!fields) return refuse(fields.error());
    OrderRequest request;
    request.order = {door.target.path[2]};
    request.step = step;
    request.actor = fmt::format("{} ({})", holder.label.empty() ? "API" : holder.label, word_of(holder.role));
    for (auto [name, into] : {std::pair{"source", &request.source.text},
                              std::pair{"promise_date", &request.promise_date}, std::pair{"carrier", &request.carrier},
                              std::pair{"tracking", &request.tracking}, std::pair{"reason", &request.reason},
                              std::pair{"sku", &request.sku.text}}) {
        auto text = fields->text(name);
        if (!text) return refuse(text.error());
        *into = std::move(*text);
    }
    const auto parcels = fields->number("parcels", 1);
    if (!parcels) return refuse(parcels.error());
    request.parcels = *parcels;
    const auto pieces = fields->number("quantity", 0);
    if (!pieces) return refuse(pieces.error());
    constexpr std::int64_t pieces_max{1'000'000};
    if (*pieces < 0 || *pieces > pieces_max) return refuse("api.bad_field", "quantity is out of range");
    request.quantity = Quantity::pieces(*pieces);
    const auto freight = fields->number("freight_minor", 0);
    if (!freight) return refuse(freight.error());
    if (!Money::fits(*freight)) return refuse("api.bad_field", "freight_minor is out of range");
    request.freight = Money::from_minor(*freight);
    const auto payer = fields->text("freight_by");
    if (!payer) return refuse(payer.error());
    if (!payer->empty() && !read_word(*payer, request.freight_by)) return refuse("api.bad_field", "freight_by");
    if (fields->has("collected_minor")) {
        const auto collected = fields->number("collected_minor", 0);
        if (!collected) return refuse(collected.error());
        if (!Money::fits(*collected)) return refuse("api.bad_field", "collected_minor is out of range");
        request.collected = Money::from_minor(*collected);
    }
    return request;
}

void step(const Door& door, OrderStep wanted, const TokenHolder& holder, const Reply& reply)
{
    const auto request = read_request(door, wanted, holder);
    if (!request) return reply(refused(request.error()));
    door.writing.submit(
        [request = *request, reply](Office& office, const database::Transaction& open) -> Writing::Told {
            Response response;
            if (const auto done = do_step(office, open, request); !done) {
                response = refused(done.error());
            } else {
                response = accepted(order_json(office.connection(), *find_order(office.connection(), request.order)));
            }
            return [response = std::move(response), reply] { reply(response); };
        },
        [reply](const std::string& why) { reply(out_of_order(why)); });
}

// /v1/orders, /v1/orders/{order}, /v1/orders/{order}/{step}
bool orders(const Door& door, const Reply& reply)
{
    const auto& path = door.target.path;
    if (path.size() > 4) return false;
    if (path.size() < 4) {
        if (!is_method(door, "GET", reply)) return true;
        const auto holder = holder_with(door, {Role::office, Role::executive, Role::owner});
        if (!holder)
            reply(refused(holder.error()));
        else
            reply(path.size() == 2 ? list(door) : show(door, {path[2]}));
        return true;
    }
    OrderStep wanted{};
    if (!read_word(path[3], wanted)) return false;
    if (!is_method(door, "POST", reply)) return true;
    const auto holder = holder_with(door, {Role::office});
    if (!holder)
        reply(refused(holder.error()));
    else
        step(door, wanted, *holder, reply);
    return true;
}

// A program that reads a member's file stands in her log like a person; nothing is told before that is written.
void show_member(const Door& door, const MemberProfile& profile, const TokenHolder& holder, const Reply& reply)
{
    auto answer = answer_of(member_json(door.reads, profile.member.text, door.clock.now_ms()));
    const Reader reader{{holder.label.empty() ? "API" : holder.label}, holder.role};
    if (has_noted_reading(door.reads, profile.member, reader, door.clock.now_ms())) return reply(std::move(answer));
    door.writing.submit(
        [member = profile.member, reader, answer = std::move(answer),
         reply](Office& office, const database::Transaction& open) -> Writing::Told {
            note_reading(office, open, member, reader);
            return [answer, reply] { reply(answer); };
        },
        [reply](const std::string& why) { reply(out_of_order(why)); });
}

bool member(const Door& door, const Reply& reply)
{
    if (door.target.path.size() != 3) return false;
    if (!is_method(door, "GET", reply)) return true;
    const auto holder = holder_with(door, {Role::office, Role::privacy});
    const auto profile = holder ? find_member(door.reads, door.target.path[2]) : std::nullopt;
    if (!holder) reply(refused(holder.error()));
    else if (!profile) reply(answer_of(member_json(door.reads, door.target.path[2], door.clock.now_ms())));
    else show_member(door, *profile, *holder, reply);
    return true;
}

// /v1/stores/{code}/days/{date}
bool day(const Door& door, const Reply& reply)
{
    const auto& path = door.target.path;
    if (path.size() != 5 || path[3] != "days") return false;
    if (!is_method(door, "GET", reply)) return true;
    const auto holder = holder_with(door, {Role::office, Role::executive, Role::owner});
    reply(holder ? answer_of(day_json(door.reads, {path[2]}, path[4], door.clock.now_ms())) : refused(holder.error()));
    return true;
}

bool health(const Door& door, const Reply& reply)
{
    if (door.target.path.size() != 2) return false;
    if (is_method(door, "GET", reply)) reply(accepted(health_json(door.reads, door.clock.now_ms())));
    return true;
}

} // namespace

bool open_machine_door(const Door& door, const Reply& reply)
{
    const std::string& name{door.target.path[1]};
    if (name == "health") return health(door, reply);
    if (name == "orders") return orders(door, reply);
    if (name == "members") return member(door, reply);
    if (name == "stores") return day(door, reply);
    return false;
}

} // namespace guitai::office
