#include "sync/pricing/form_parts.hpp"

#include <algorithm>

namespace guitai::pricing {
namespace {

constexpr std::size_t list_max{12};
constexpr std::size_t parts_max{6};
constexpr std::int64_t count_max{1'000};

std::string item_place(const std::string& place, std::size_t index)
{
    return place + "[" + std::to_string(index) + "]";
}

bool is_list(const Node& node, const std::string& place, std::size_t most, FirstFault& fault)
{
    if (node.kind == Node::Kind::list && !node.items.empty() && node.items.size() <= most) return true;
    fault.set("promotion.bad_value", place);
    return false;
}

Selector take_selector(FormFields& fields)
{
    return {.all = fields.must_be_true("all"),
            .skus = fields.words("skus"),
            .styles = fields.words("styles"),
            .categories = fields.words("categories"),
            .tags = fields.words("tags"),
            .collections = fields.words("collections")};
}

Selector read_selector(const Node& node, const std::string& place, FirstFault& fault)
{
    FormFields fields{node, place, fault};
    Selector selector{take_selector(fields)};
    if (fields.size() == 0) fault.set("promotion.bad_value", place);
    fields.end();
    return selector;
}

DailySpan read_span(const Node& node, const std::string& place, FirstFault& fault)
{
    FormFields fields{node, place, fault};
    DailySpan span;
    for (const auto& [key, edge] : {std::pair{"from", &span.from}, std::pair{"to", &span.to}}) {
        const Node* const value{fields.need(key)};
        if (value == nullptr) continue;
        const auto clock = value->kind == Node::Kind::text ? parse_clock(value->text) : std::nullopt;
        if (!clock) fields.wrong(key);
        *edge = clock.value_or(0);
    }
    fields.end();
    return span;
}

std::optional<LocalMoment> take_moment(FormFields& fields, std::string_view key)
{
    const Node* const value{fields.take(key)};
    if (value == nullptr) return std::nullopt;
    const auto moment = value->kind == Node::Kind::text ? parse_moment(value->text) : std::nullopt;
    if (!moment) fields.wrong(key);
    return moment;
}

std::uint8_t read_weekdays(const Node& node, const std::string& place, FirstFault& fault)
{
    if (!is_list(node, place, 7, fault)) return 0;
    unsigned days{0};
    for (const Node& item : node.items) {
        const auto day = item.whole();
        if (!day || *day < 1 || *day > 7 || (days & (1U << static_cast<unsigned>(*day))) != 0) {
            fault.set("promotion.bad_value", place);
            return 0;
        }
        days |= 1U << static_cast<unsigned>(*day);
    }
    return static_cast<std::uint8_t>(days);
}

BirthdayRule read_birthday(const Node& node, const std::string& place, FirstFault& fault)
{
    FormFields fields{node, place, fault};
    const BirthdayRule rule{.within_days = fields.whole("within_days", 0, 31)};
    fields.must_be_true("month");
    if (fields.size() != 1) fault.set("promotion.bad_value", place);
    fields.end();
    return rule;
}

std::map<std::string, Minor> read_prices(const Node& node, const std::string& place, FirstFault& fault)
{
    FormFields fields{node, place, fault};
    std::map<std::string, Minor> prices;
    for (const std::string& sku : node.keys) prices[sku] = fields.amount(sku).value_or(0);
    if (prices.empty()) fault.set("promotion.bad_value", place);
    return prices;
}

Step read_step(const Node& node, const std::string& place, PromotionKind kind, FirstFault& fault)
{
    FormFields fields{node, place, fault};
    Step step;
    step.amount = fields.amount("amount_minor");
    if (kind == PromotionKind::gift) {
        if (!step.amount) fault.set("promotion.missing_field", place + ".amount_minor");
        step.units = fields.whole("units", 1, count_max).value_or(1);
    } else {
        step.quantity = fields.whole("quantity", 1, count_max);
        if (!step.amount && !step.quantity) fault.set("promotion.missing_field", place + ".amount_minor");
        if (const Node* const off{fields.need("off")}) {
            step.off = read_off(*off, place + ".off", OffPlace::step, fault);
        }
    }
    fields.end();
    return step;
}

// What a lower step asks for, the higher one asks for too, and something more.
bool rises(const Step& low, const Step& high)
{
    if (low.amount.has_value() != high.amount.has_value()) return false;
    if (low.quantity.has_value() != high.quantity.has_value()) return false;
    const bool amount_falls{low.amount && *high.amount < *low.amount};
    const bool quantity_falls{low.quantity && *high.quantity < *low.quantity};
    return !amount_falls && !quantity_falls && (low.amount != high.amount || low.quantity != high.quantity);
}

} // namespace

Scope read_scope(const Node& node, const std::string& place, FirstFault& fault)
{
    FormFields fields{node, place, fault};
    Scope scope{.takes = take_selector(fields)};
    if (const Node* const except{fields.take("except")}) {
        scope.except = read_selector(*except, place + ".except", fault);
        // "Everything but these" needs no further word.
        if (fields.size() == 1) scope.takes.all = true;
    }
    if (fields.size() == 0) fault.set("promotion.bad_value", place);
    fields.end();
    return scope;
}

When read_when(const Node& node, const std::string& place, FirstFault& fault)
{
    FormFields fields{node, place, fault};
    When when;
    when.from = take_moment(fields, "from");
    when.to = take_moment(fields, "to");
    if (const Node* const days{fields.take("weekdays")})
        when.weekdays = read_weekdays(*days, place + ".weekdays", fault);
    const Node* const daily{fields.take("daily")};
    if (daily != nullptr && is_list(*daily, place + ".daily", list_max, fault)) {
        for (std::size_t index{0}; index < daily->items.size(); ++index) {
            when.daily.push_back(read_span(daily->items[index], item_place(place + ".daily", index), fault));
        }
    }
    fields.end();
    return when;
}

Who read_who(const Node& node, const std::string& place, FirstFault& fault)
{
    FormFields fields{node, place, fault};
    Who who;
    fields.must_be_true("members");
    who.tiers = fields.words("tiers");
    if (const Node* const day{fields.take("birthday")}) who.birthday = read_birthday(*day, place + ".birthday", fault);
    who.first_purchase = fields.must_be_true("first_purchase");
    if (fields.size() == 0) fault.set("promotion.bad_value", place);
    fields.end();
    return who;
}

Off read_off(const Node& node, const std::string& place, OffPlace where, FirstFault& fault)
{
    FormFields fields{node, place, fault};
    Off off;
    if (fields.size() != 1) fault.set("promotion.bad_value", place);
    if (const auto percent = fields.percent("percent")) off = {Off::How::percent, *percent, {}};
    if (const auto amount = fields.amount("amount_minor")) off = {Off::How::amount, *amount, {}};
    if (where != OffPlace::step) {
        if (const auto price = fields.amount("price_minor")) off = {Off::How::price, *price, {}};
    }
    if (where == OffPlace::unit) {
        if (const Node* const prices{fields.take("prices")}) {
            off = {Off::How::prices, 0, read_prices(*prices, place + ".prices", fault)};
        }
    }
    fields.end();
    return off;
}

std::vector<Part> read_parts(const Node& node, const std::string& place, FirstFault& fault)
{
    std::vector<Part> parts;
    if (!is_list(node, place, parts_max, fault)) return parts;
    for (std::size_t index{0}; index < node.items.size(); ++index) {
        const std::string here{item_place(place, index)};
        FormFields fields{node.items[index], here, fault};
        Part part;
        if (const Node* const scope{fields.take("scope")}) part.scope = read_scope(*scope, here + ".scope", fault);
        fields.need("quantity");
        part.quantity = fields.whole("quantity", 1, static_cast<std::int64_t>(list_max)).value_or(1);
        if (const Node* const off{fields.take("off")}) {
            part.off = read_off(*off, here + ".off", OffPlace::part, fault);
        }
        fields.end();
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<Step> read_steps(const Node& node, const std::string& place, PromotionKind kind, FirstFault& fault)
{
    std::vector<Step> steps;
    if (!is_list(node, place, list_max, fault)) return steps;
    for (std::size_t index{0}; index < node.items.size(); ++index) {
        steps.push_back(read_step(node.items[index], item_place(place, index), kind, fault));
    }
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
        return std::pair{a.amount.value_or(0), a.quantity.value_or(0)} <
               std::pair{b.amount.value_or(0), b.quantity.value_or(0)};
    });
    for (std::size_t index{1}; index < steps.size(); ++index) {
        if (!rises(steps[index - 1], steps[index])) fault.set("promotion.bad_value", item_place(place, index));
    }
    return steps;
}

Classes read_classes(const Node& node, const std::string& place, FirstFault& fault)
{
    static const std::map<std::string, Classes> known{{"price", class_price},
                                                      {"line", class_line},
                                                      {"order", class_order},
                                                      {"coupon", class_coupon},
                                                      {"points", class_points}};
    if (node.kind != Node::Kind::list) fault.set("promotion.bad_value", place);
    unsigned classes{0};
    for (std::size_t index{0}; index < node.items.size(); ++index) {
        const auto found = known.find(node.items[index].text);
        if (found == known.end()) {
            fault.set("promotion.unknown_class", item_place(place, index));
        } else if ((classes & found->second) != 0) {
            fault.set("promotion.bad_value", item_place(place, index));
        } else {
            classes |= found->second;
        }
    }
    return static_cast<Classes>(classes);
}

std::vector<std::int64_t> read_ranks(const Node& node, const std::string& place, FirstFault& fault)
{
    std::vector<std::int64_t> ranks;
    if (!is_list(node, place, list_max, fault)) return ranks;
    for (std::size_t index{0}; index < node.items.size(); ++index) {
        const auto rate = node.items[index].hundredths();
        if (!rate || *rate > whole_rate) fault.set("promotion.bad_value", item_place(place, index));
        ranks.push_back(rate.value_or(0));
    }
    if (!std::is_sorted(ranks.begin(), ranks.end())) fault.set("promotion.bad_value", place);
    return ranks;
}

} // namespace guitai::pricing
