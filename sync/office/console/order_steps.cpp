#include "sync/office/console/order_steps.hpp"

#include "sync/office/projections/stock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guitai::office {
namespace {

enum class Asks { carrier, tracking, parcels, reason, source, promise_date, sku, quantity, freight, freight_by };

struct StepButton {
    OrderStep step;
    StepPlace place;
    bool gives_up; // It ends the order: shown apart, in red.
    std::array<Asks, 3> asks;
    std::size_t asked;
};

// One line a button. To add one, name its step here, its words goods.STEP and done.STEP, and read what it asks for in
// request_in().
constexpr std::array buttons{
    StepButton{OrderStep::accept, StepPlace::everywhere, false, {Asks::source, Asks::promise_date}, 2},
    StepButton{OrderStep::allocate, StepPlace::everywhere, false, {}, 0},
    StepButton{OrderStep::pack, StepPlace::everywhere, false, {}, 0},
    StepButton{OrderStep::ship, StepPlace::everywhere, false, {Asks::carrier, Asks::tracking, Asks::parcels}, 3},
    StepButton{OrderStep::deliver, StepPlace::everywhere, false, {}, 0},
    StepButton{OrderStep::send_out, StepPlace::own_page, false, {}, 0},
    StepButton{OrderStep::fail_delivery, StepPlace::own_page, false, {Asks::reason}, 1},
    StepButton{OrderStep::offer, StepPlace::own_page, false, {Asks::sku, Asks::reason}, 2},
    StepButton{OrderStep::split, StepPlace::own_page, false, {Asks::quantity}, 1},
    StepButton{OrderStep::hold, StepPlace::own_page, false, {Asks::reason}, 1},
    StepButton{OrderStep::come_back, StepPlace::own_page, true, {Asks::reason, Asks::freight, Asks::freight_by}, 3},
    StepButton{OrderStep::decline, StepPlace::own_page, true, {Asks::reason}, 1},
    StepButton{OrderStep::cancel, StepPlace::own_page, true, {Asks::reason}, 1},
};

// What may stay empty is asked for on the order's own page only.
constexpr bool is_needed(Asks asks)
{
    return asks == Asks::carrier || asks == Asks::tracking || asks == Asks::reason || asks == Asks::sku ||
           asks == Asks::quantity;
}

constexpr std::string_view name_of(Asks asks)
{
    constexpr std::array<std::string_view, 10> names{"carrier",      "tracking", "parcels",  "reason",  "source",
                                                     "promise_date", "sku",      "quantity", "freight", "freight_by"};
    return names[static_cast<std::size_t>(asks)];
}

void add_source(const PageMaker& maker, PageData& form, const OrderRow& order)
{
    PageData& choice{form.add("choices")};
    choice.set("field", "source").set("label", maker.word("goods.source")).set("any", maker.word("goods.source_any"));
    for (const Available& place : availability(maker.reads, order.placed.sku)) {
        if (place.free_milli() < order.placed.quantity.milli()) continue;
        choice.add("options")
            .set("value", place.place.text)
            .set("text", fmt::format("{} · {} {}", place_name(maker, place.place), pieces(place.free_milli()),
                                     maker.word("goods.free")));
    }
}

void add_payer(const PageMaker& maker, PageData& form)
{
    PageData& choice{form.add("choices")};
    choice.set("field", "freight_by").set("label", maker.word("goods.freight_by"));
    choice.set("any", maker.word("freight.firm"));
    choice.add("options")
        .set("value", std::string{word_of(FreightPayer::customer)})
        .set("text", maker.word("freight.customer"));
}

void add_field(const PageMaker& maker, PageData& form, const OrderRow& order, Asks asks)
{
    if (asks == Asks::source) return add_source(maker, form, order);
    if (asks == Asks::freight_by) return add_payer(maker, form);
    const std::string name{name_of(asks)};
    form.add("fields")
        .set("field", name)
        .set("label", maker.word("goods." + name))
        .set("type", asks == Asks::promise_date ? "date" : "text")
        .set("length", asks == Asks::carrier ? "40" : asks == Asks::tracking ? "60" : "160")
        .when("needed", is_needed(asks));
}

// The table of states knows no way of delivery: what is collected ends in the shop.
bool is_offered(const OrderRow& order, OrderStep step)
{
    if (!after(order.state, step)) return false;
    return step != OrderStep::deliver || order.placed.delivery == Delivery::ship;
}

} // namespace

void add_steps(const PageMaker& maker, PageData& row, const OrderRow& order, StepPlace place)
{
    if (!maker.deciding) return;
    for (const StepButton& button : buttons) {
        if (!is_offered(order, button.step)) continue;
        if (place == StepPlace::everywhere && button.place != StepPlace::everywhere) continue;
        const std::string word{word_of(button.step)};
        PageData& form{row.add("steps")};
        form.set("step", word).set("name", maker.word("goods." + word)).when("gives_up", button.gives_up);
        form.when("goes_on", !button.gives_up);
        for (std::size_t each{0}; each < button.asked; ++each) {
            if (place == StepPlace::own_page || is_needed(button.asks[each])) {
                add_field(maker, form, order, button.asks[each]);
            }
        }
    }
    const bool with_shop{after(order.state, OrderStep::arrive) || after(order.state, OrderStep::collect)};
    row.when("by_shop", with_shop && order.placed.delivery != Delivery::ship);
}

std::optional<OrderRequest> request_in(const Form& form, std::string_view step)
{
    OrderRequest request;
    if (!read_word(step, request.step)) return std::nullopt;
    const auto has_button = [&request](const StepButton& button) { return button.step == request.step; };
    if (std::none_of(buttons.begin(), buttons.end(), has_button)) return std::nullopt;
    request.carrier = field_of(form, "carrier");
    request.tracking = field_of(form, "tracking");
    request.reason = field_of(form, "reason");
    request.source = {field_of(form, "source")};
    request.promise_date = field_of(form, "promise_date");
    request.sku = {field_of(form, "sku")};
    if (const std::string freight{field_of(form, "freight")}; !freight.empty()) {
        // What is no amount is refused as a wrong one.
        request.freight = parse_money(freight).value_or(Money::from_minor(-1));
    }
    if (const std::string payer{field_of(form, "freight_by")}; !payer.empty()) {
        if (!read_word(payer, request.freight_by)) return std::nullopt;
    }
    constexpr std::int64_t pieces_max{1'000'000};
    const auto pieces = whole_number(field_of(form, "quantity"));
    if (pieces && *pieces > 0 && *pieces <= pieces_max) request.quantity = Quantity::pieces(*pieces);
    // Nothing typed is one parcel; what is no number is refused as a wrong one.
    if (const std::string parcels{field_of(form, "parcels")}; !parcels.empty()) {
        request.parcels = whole_number(parcels).value_or(0);
    }
    return request;
}

} // namespace guitai::office
