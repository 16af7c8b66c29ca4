#include "sync/pricing/read_promotions.hpp"

#include "sync/pricing/form_parts.hpp"

#include <algorithm>
#include <set>

namespace guitai::pricing {
namespace {

constexpr std::size_t id_length_max{40};
constexpr std::int64_t count_max{1'000};

const std::map<std::string, PromotionKind>& kinds()
{
    static const std::map<std::string, PromotionKind> all{
        {"unit", PromotionKind::unit},         {"set", PromotionKind::set},     {"order", PromotionKind::order},
        {"gift", PromotionKind::gift},         {"points", PromotionKind::points},
        {"delivery", PromotionKind::delivery}, {"issue", PromotionKind::issue},
    };
    return all;
}

bool is_id(const std::string& text)
{
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= id_length_max && letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) {
               return letter(c) || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
           });
}

bool takes_off(PromotionKind kind)
{
    return kind == PromotionKind::unit || kind == PromotionKind::set || kind == PromotionKind::order ||
           kind == PromotionKind::gift;
}

// Reads one promotion; the first fault stays in `fault`.
class PromotionReader {
public:
    PromotionReader(const Node& node, std::string place, FirstFault& fault)
        : m_place{std::move(place)}, m_fault{fault}, m_fields{node, m_place, fault}
    {
    }

    Promotion read()
    {
        read_name();
        read_kind();
        read_conditions();
        if (takes_off(m_made.kind)) read_stacking();
        switch (m_made.kind) {
        case PromotionKind::unit: read_unit(); break;
        case PromotionKind::set: read_set(); break;
        case PromotionKind::order: read_order(); break;
        case PromotionKind::gift: read_gift(); break;
        case PromotionKind::points: read_points(); break;
        case PromotionKind::delivery: read_delivery(); break;
        case PromotionKind::issue: read_issue(); break;
        }
        m_fields.end();
        return std::move(m_made);
    }

private:
    std::string at(const char* key) const { return m_place + "." + key; }

    void read_name()
    {
        m_fields.need("id");
        m_made.id = m_fields.text("id").value_or("");
        if (!is_id(m_made.id)) m_fields.wrong("id");
        if (const Node* const name{m_fields.need("name")}) {
            FormFields names{*name, at("name"), m_fault};
            names.need("zh_CN");
            names.need("en");
            m_made.name_zh = names.text("zh_CN").value_or("");
            m_made.name_en = names.text("en").value_or("");
            names.end();
        }
    }

    void read_kind()
    {
        const Node* const node{m_fields.need("kind")};
        if (node == nullptr) return;
        const auto found = node->kind == Node::Kind::text ? kinds().find(node->text) : kinds().end();
        if (found == kinds().end()) {
            m_fault.set("promotion.unknown_kind", at("kind"));
            return;
        }
        m_made.kind = found->second;
        if (m_made.kind == PromotionKind::order) m_made.needs_coupon = m_fields.must_be_true("code");
        read_class();
    }

    void read_class()
    {
        const Classes by_kind{m_made.kind == PromotionKind::order ? (m_made.needs_coupon ? class_coupon : class_order)
                              : takes_off(m_made.kind)            ? class_line
                                                                  : class_none};
        m_made.cls = by_kind;
        if (!takes_off(m_made.kind)) return;
        const Node* const node{m_fields.take("class")};
        if (node == nullptr) return;
        static const std::map<std::string, Classes> known{
            {"price", class_price}, {"line", class_line}, {"order", class_order}, {"coupon", class_coupon}};
        const auto found = node->kind == Node::Kind::text ? known.find(node->text) : known.end();
        const bool fits{found != known.end() &&
                        (found->second == by_kind ||
                         (m_made.kind == PromotionKind::unit && found->second == class_price))};
        if (!fits) {
            m_fault.set("promotion.unknown_class", at("class"));
            return;
        }
        m_made.cls = found->second;
    }

    void read_conditions()
    {
        if (const Node* const node{m_fields.take("scope")}) m_made.scope = read_scope(*node, at("scope"), m_fault);
        if (const Node* const node{m_fields.take("when")}) m_made.when = read_when(*node, at("when"), m_fault);
        if (const Node* const node{m_fields.take("who")}) m_made.who = read_who(*node, at("who"), m_fault);
        m_made.stores = m_fields.words("stores");
        m_made.priority = m_fields.whole("priority", -1'000, 1'000).value_or(0);
        read_free_text("funding", m_made.funding);
        read_free_text("reason", m_made.reason);
    }

    void read_free_text(const char* key, std::string& text)
    {
        const Node* const node{m_fields.take(key)};
        if (node == nullptr) return;
        if (node->kind != Node::Kind::text) m_fields.wrong(key);
        text = node->text;
    }

    void read_stacking()
    {
        m_made.stacks = m_made.cls == class_order    ? class_price | class_line | class_coupon | class_points
                        : m_made.cls == class_coupon ? class_price | class_line | class_order | class_points
                                                     : class_order | class_coupon | class_points;
        if (const Node* const node{m_fields.take("stacks_with")}) {
            m_made.stacks = read_classes(*node, at("stacks_with"), m_fault);
        }
        m_made.group = m_fields.text("exclusion_group").value_or("");
        m_made.cap = m_fields.amount("max_discount_minor");
        m_made.earns_points = m_fields.truth("earns_points").value_or(true);
        read_limit();
        const auto on_return = m_fields.text("on_return");
        const bool may_share{m_made.kind == PromotionKind::unit || m_made.kind == PromotionKind::set};
        m_made.shares_on_return = on_return == "share";
        if (on_return && *on_return != "unwind" && !(may_share && m_made.shares_on_return)) m_fields.wrong("on_return");
    }

    void read_limit()
    {
        const Node* const node{m_fields.take("limit")};
        if (node == nullptr) return;
        FormFields limit{*node, at("limit"), m_fault};
        m_made.per_ticket = limit.whole("per_ticket", 1, count_max);
        m_made.per_member = limit.whole("per_member", 1, count_max);
        if (limit.size() == 0) m_fields.wrong("limit");
        limit.end();
    }

    void read_measure()
    {
        m_made.measure = m_made.cls == class_order ? Measure::line : Measure::order;
        const auto text = m_fields.text("measure");
        if (!text) return;
        if (*text == "list") {
            m_made.measure = Measure::list;
        } else if (*text == "line") {
            m_made.measure = Measure::line;
        } else if (*text == "order") {
            m_made.measure = Measure::order;
        } else {
            m_fields.wrong("measure");
        }
    }

    void read_unit()
    {
        if (const Node* const node{m_fields.need("off")}) {
            m_made.off = read_off(*node, at("off"), OffPlace::unit, m_fault);
        }
        m_made.min_quantity = m_fields.whole("min_quantity", 1, count_max).value_or(0);
        m_made.min_amount = m_fields.amount("min_amount_minor").value_or(0);
        m_made.round_to = m_fields.whole("round_price_to_minor", 1, 100'000).value_or(1);
    }

    void read_set()
    {
        if (const Node* const node{m_fields.need("parts")}) m_made.parts = read_parts(*node, at("parts"), m_fault);
        m_made.round_to = m_fields.whole("round_price_to_minor", 1, 100'000).value_or(1);
        int rewards{0};
        if (const Node* const node{m_fields.take("ranks")}) {
            m_made.ranks = read_ranks(*node, at("ranks"), m_fault);
            m_made.reward = SetReward::ranks;
            ++rewards;
            const bool fits{m_made.parts.size() == 1 &&
                            static_cast<std::int64_t>(m_made.ranks.size()) == m_made.set_size()};
            if (!fits) m_fields.wrong("ranks");
        }
        if (const auto percent = m_fields.percent("percent")) {
            m_made.set_percent = *percent;
            m_made.reward = SetReward::percent;
            ++rewards;
        }
        if (const auto price = m_fields.amount("price_minor")) {
            m_made.price = *price;
            m_made.reward = SetReward::price;
            ++rewards;
        }
        if (std::any_of(m_made.parts.begin(), m_made.parts.end(),
                        [](const Part& part) { return part.off.has_value(); })) {
            m_made.reward = SetReward::parts;
            ++rewards;
        }
        if (rewards != 1) m_fields.wrong("parts");
    }

    void read_order()
    {
        if (const Node* const node{m_fields.need("steps")}) {
            m_made.steps = read_steps(*node, at("steps"), m_made.kind, m_fault);
        }
        read_repeat();
        read_measure();
    }

    // "Each 200" needs one step that is above nothing, and an order's reward a fixed amount.
    void read_repeat()
    {
        m_made.repeat = m_fields.truth("repeat").value_or(false);
        if (!m_made.repeat || m_made.steps.empty()) return;
        const Step& step{m_made.steps.front()};
        const bool counts{step.amount.has_value() != step.quantity.has_value() && step.amount.value_or(1) > 0};
        const bool pays{m_made.kind == PromotionKind::gift || step.off.how == Off::How::amount};
        if (m_made.steps.size() != 1 || !counts || !pays) m_fields.wrong("repeat");
    }

    void read_gift()
    {
        if (const Node* const node{m_fields.need("steps")}) {
            m_made.steps = read_steps(*node, at("steps"), m_made.kind, m_fault);
        }
        if (const Node* const node{m_fields.need("gifts")}) m_made.gifts = read_scope(*node, at("gifts"), m_fault);
        m_made.price = m_fields.amount("price_minor").value_or(0);
        read_repeat();
        read_measure();
    }

    void read_points()
    {
        m_fields.need("multiplier");
        m_made.multiplier = m_fields.whole("multiplier", 100, 10'000).value_or(100);
    }

    void read_delivery()
    {
        m_fields.need("min_amount_minor");
        m_made.min_amount = m_fields.amount("min_amount_minor").value_or(0);
        m_made.fee = m_fields.amount("fee_minor").value_or(0);
        read_measure();
    }

    void read_issue()
    {
        for (const char* key : {"min_amount_minor", "coupon", "valid_days"}) m_fields.need(key);
        m_made.min_amount = m_fields.amount("min_amount_minor").value_or(0);
        m_made.coupon = m_fields.text("coupon").value_or("");
        m_made.valid_days = m_fields.whole("valid_days", 1, 3'660).value_or(1);
        m_made.starts_after_days = m_fields.whole("starts_after_days", 0, 366).value_or(0);
        m_made.repeat = m_fields.truth("repeat").value_or(false);
        read_limit();
        read_measure();
    }

    std::string m_place;
    FirstFault& m_fault;
    FormFields m_fields;
    Promotion m_made{};
};

bool is_currency(const std::string& text)
{
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

} // namespace

Result<std::vector<Promotion>> read_promotion_list(const Node& list)
{
    if (list.kind != Node::Kind::list) return refuse("promotion.bad_value", "promotions");
    if (list.items.size() > promotions_max) return refuse("promotion.too_many", std::to_string(list.items.size()));
    std::vector<Promotion> promotions;
    std::set<std::string> ids;
    for (std::size_t index{0}; index < list.items.size(); ++index) {
        FirstFault fault;
        const std::string place{"promotions[" + std::to_string(index) + "]"};
        Promotion promotion{PromotionReader{list.items[index], place, fault}.read()};
        if (fault.refusal()) return refuse(*fault.refusal());
        if (!ids.insert(promotion.id).second) return refuse("promotion.repeated_id", place + ".id");
        promotions.push_back(std::move(promotion));
    }
    return promotions;
}

Result<PromotionBook> read_promotions(std::string_view text)
{
    const auto document = read_document(text);
    if (!document) return refuse(document.error());
    FirstFault fault;
    FormFields fields{*document, "", fault};
    if (fields.text("format") != "guitai.promotions") return refuse("promotion.not_a_form", "format");
    const auto version = fields.whole("version", 1, 1'000'000);
    if (!version) return refuse("promotion.not_a_form", "version");
    if (*version > 1) return refuse("promotion.newer_version", "version " + std::to_string(*version));
    PromotionBook book;
    book.revision = fields.whole("revision", 1, form_amount_max).value_or(0);
    book.currency = fields.text("currency").value_or("");
    if (!book.currency.empty() && !is_currency(book.currency)) fields.wrong("currency");
    const Node* const list{fields.need("promotions")};
    fields.end();
    if (fault.refusal()) return refuse(*fault.refusal());
    auto promotions = read_promotion_list(*list);
    if (!promotions) return refuse(promotions.error());
    book.promotions = std::move(*promotions);
    return book;
}

Result<void> check_coupons(const PromotionBook& book)
{
    std::set<std::string> coupons;
    for (const Promotion& promotion : book.promotions) {
        if (promotion.needs_coupon) coupons.insert(promotion.id);
    }
    for (std::size_t index{0}; index < book.promotions.size(); ++index) {
        const Promotion& promotion{book.promotions[index]};
        if (promotion.kind != PromotionKind::issue || coupons.count(promotion.coupon) == 1) continue;
        return refuse("promotion.no_such_coupon", "promotions[" + std::to_string(index) + "].coupon");
    }
    return {};
}

} // namespace guitai::pricing
