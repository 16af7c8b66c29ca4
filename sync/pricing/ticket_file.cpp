#include "sync/pricing/ticket_file.hpp"

#include <algorithm>
#include <set>

namespace guitai::pricing {
namespace {

constexpr std::int64_t pieces_max{100'000};

// Reads facts of a ticket file; the first wrong one stays.
class Facts {
public:
    Facts(const Node& first, const Node* second, std::string place)
        : m_first{first}, m_second{second}, m_place{std::move(place)}
    {
    }

    const Node* find(std::string_view key) const
    {
        if (const Node* const node{m_first.find(key)}) return node;
        return m_second == nullptr ? nullptr : m_second->find(key);
    }

    std::int64_t whole(std::string_view key, std::int64_t otherwise, std::int64_t least, std::int64_t most)
    {
        const Node* const node{find(key)};
        if (node == nullptr) return otherwise;
        const auto value = node->whole();
        if (!value || *value < least || *value > most) wrong(key);
        return value.value_or(otherwise);
    }

    Minor amount(std::string_view key, Minor otherwise) { return whole(key, otherwise, 0, form_amount_max); }

    std::string text(std::string_view key)
    {
        const Node* const node{find(key)};
        if (node == nullptr || node->kind == Node::Kind::null) return {};
        if (node->kind != Node::Kind::text) wrong(key);
        return node->text;
    }

    bool truth(std::string_view key, bool otherwise)
    {
        const Node* const node{find(key)};
        if (node == nullptr) return otherwise;
        if (node->kind != Node::Kind::truth) wrong(key);
        return node->truth;
    }

    std::vector<std::string> words(std::string_view key)
    {
        std::vector<std::string> found;
        const Node* const node{find(key)};
        if (node == nullptr) return found;
        if (node->kind != Node::Kind::list) wrong(key);
        for (const Node& item : node->items) {
            if (item.kind != Node::Kind::text) wrong(key);
            found.push_back(item.text);
        }
        return found;
    }

    std::optional<LocalMoment> moment(std::string_view key)
    {
        const std::string written{text(key)};
        if (written.empty()) return std::nullopt;
        const auto read = parse_moment(written);
        if (!read) wrong(key);
        return read;
    }

    void wrong(std::string_view key)
    {
        if (m_wrong.empty()) m_wrong = m_place + "." + std::string{key};
    }
    [[nodiscard]] const std::string& fault() const { return m_wrong; }

private:
    const Node& m_first;
    const Node* m_second;
    std::string m_place;
    std::string m_wrong;
};

std::string item(const std::string& place, std::size_t index)
{
    return place + "[" + std::to_string(index) + "]";
}

// 2, 0.365 or "0.365" as thousandths.
std::optional<std::int64_t> milli_of(const Node& node)
{
    std::int64_t milli{0};
    int decimals{-1};
    if (node.text.empty() || node.text.size() > 12) return std::nullopt;
    for (const char c : node.text) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
        } else if (c < '0' || c > '9' || decimals == 3) {
            return std::nullopt;
        } else {
            milli = milli * 10 + (c - '0');
            if (decimals >= 0) ++decimals;
        }
    }
    for (int given{std::max(decimals, 0)}; given < 3; ++given) milli *= 10;
    return milli;
}

std::optional<MemberFacts> read_member(const Node* node, Facts& cart, const std::string& place)
{
    if (node == nullptr || node->kind == Node::Kind::null) return std::nullopt;
    Facts facts{*node, nullptr, place};
    MemberFacts member{.tier = facts.text("tier"), .sales = facts.whole("sales", 0, 0, form_amount_max)};
    const std::string birthday{facts.text("birthday")};
    if (!birthday.empty()) member.birthday = parse_month_day(birthday);
    if (!birthday.empty() && !member.birthday) facts.wrong("birthday");
    if (const Node* const used{node->find("used")}) {
        Facts uses{*used, nullptr, place};
        for (const std::string& id : used->keys) member.used[id] = uses.whole(id, 0, 0, form_amount_max);
        if (!uses.fault().empty()) facts.wrong("used");
    }
    if (!facts.fault().empty()) cart.wrong("member");
    return member;
}

std::vector<HeldCoupon> read_coupons(const Node* list, Facts& cart, const std::string& place)
{
    std::vector<HeldCoupon> coupons;
    for (std::size_t index{0}; list != nullptr && index < list->items.size(); ++index) {
        Facts facts{list->items[index], nullptr, item(place, index)};
        coupons.push_back({.promotion = facts.text("promotion"),
                           .code = facts.text("code"),
                           .from = facts.moment("from"),
                           .to = facts.moment("to")});
        if (!facts.fault().empty()) cart.wrong("coupons");
    }
    return coupons;
}

std::optional<KeyedIn> read_keyed_in(const Node* node, Facts& line, const std::string& place)
{
    if (node == nullptr || node->kind == Node::Kind::null) return std::nullopt;
    Facts facts{*node, nullptr, place};
    KeyedIn keyed{.amount = facts.amount("amount_minor", 0), .reason = facts.text("reason")};
    if (const Node* const percent{node->find("percent")}) {
        keyed.percent = percent->hundredths();
        if (!keyed.percent || *keyed.percent > whole_rate) facts.wrong("percent");
    }
    if (!facts.fault().empty()) line.wrong("manual");
    return keyed;
}

Result<BasketLine> read_line(const Node& node, const Catalogue& catalogue, const std::string& place)
{
    Facts facts{node, nullptr, place};
    BasketLine line{.line = facts.whole("line", 0, 1, 1'000'000)};
    const auto article = catalogue.find(facts.text("sku"));
    if (article == catalogue.end()) return refuse("tickets.bad_value", place + ".sku");
    line.article = article->second;
    line.unit = facts.amount("unit_minor", line.article->price);
    line.keyed_in = read_keyed_in(node.find("manual"), facts, place + ".manual");
    const Node* const quantity{node.find("quantity")};
    const auto milli = quantity == nullptr ? std::nullopt : milli_of(*quantity);
    const bool whole{milli && (line.article->weighed || *milli % 1'000 == 0)};
    if (!whole || *milli < 1 || *milli > pieces_max * 1'000) facts.wrong("quantity");
    line.milli = milli.value_or(0);
    if (!facts.fault().empty()) return refuse("tickets.bad_value", facts.fault());
    return line;
}

Node words_node(const std::vector<std::string>& words)
{
    Node list{list_node()};
    for (const std::string& word : words) list.items.push_back(text_node(word));
    return list;
}

const char* word_of(Layer layer)
{
    switch (layer) {
    case Layer::price: return "price";
    case Layer::line: return "line";
    case Layer::order: return "order";
    case Layer::coupon: break;
    }
    return "coupon";
}

Node reason_node(const Reason& reason)
{
    Node node{table_node()};
    node.put("layer", text_node(word_of(reason.layer)));
    const bool keyed_in{reason.promotion.empty()};
    if (!keyed_in) node.put("promotion", text_node(reason.promotion));
    node.put("key", text_node(reason.key));
    node.put("quantity", whole_node(reason.quantity));
    node.put("amount_minor", whole_node(reason.amount));
    if (reason.measured) node.put("measured_minor", whole_node(*reason.measured));
    if (reason.step) node.put("step", whole_node(*reason.step));
    if (reason.times) node.put("times", whole_node(*reason.times));
    if (keyed_in) node.put("reason", text_node(reason.said));
    return node;
}

Node line_node(const LineResult& line, const Node& asked)
{
    Node node{table_node()};
    node.put("line", whole_node(line.line));
    node.put("sku", *asked.find("sku"));
    node.put("quantity", *asked.find("quantity"));
    node.put("unit_minor", whole_node(line.unit));
    node.put("discount_minor", whole_node(line.discount));
    node.put("total_minor", whole_node(line.total));
    node.put("tax_minor", whole_node(line.tax));
    Node prices{list_node()};
    for (const Minor price : line.prices) prices.items.push_back(whole_node(price));
    node.put("prices_minor", std::move(prices));
    Node why{list_node()};
    // The form tells what was taken off; what only earns more stands in its points.
    for (const Reason& reason : line.why) {
        if (reason.key != points_reason) why.items.push_back(reason_node(reason));
    }
    node.put("why", std::move(why));
    return node;
}

Node hint_node(const Hint& hint)
{
    Node node{table_node()};
    node.put("key", text_node(hint.key));
    node.put("promotion", text_node(hint.promotion));
    if (hint.missing > 0) node.put("missing_minor", whole_node(hint.missing));
    if (hint.part > 0) node.put("part", whole_node(hint.part));
    if (hint.missing_quantity > 0) node.put("missing_quantity", whole_node(hint.missing_quantity));
    if (hint.gain > 0) node.put("gain_minor", whole_node(hint.gain));
    if (hint.gain_quantity > 0) node.put("gain_quantity", whole_node(hint.gain_quantity));
    if (hint.gain_coupons > 0) node.put("gain_coupons", whole_node(hint.gain_coupons));
    if (hint.quantity > 0) node.put("quantity", whole_node(hint.quantity));
    if (hint.quantity > 0) node.put("price_minor", whole_node(hint.price));
    return node;
}

} // namespace

Result<Catalogue> read_catalogue(const Node* rows, const std::string& place)
{
    Catalogue catalogue;
    for (std::size_t index{0}; rows != nullptr && index < rows->items.size(); ++index) {
        Facts facts{rows->items[index], nullptr, item(place, index)};
        Article article{.sku = facts.text("sku"),
                        .style = facts.text("style"),
                        .price = facts.amount("price_minor", 0),
                        .categories = facts.words("categories"),
                        .tags = facts.words("tags"),
                        .collections = facts.words("collections"),
                        .tax_rate = facts.whole("tax_bp", 0, 0, whole_rate),
                        .weighed = facts.truth("weighed", false),
                        .discountable = facts.truth("discountable", true)};
        if (article.sku.empty()) facts.wrong("sku");
        if (!facts.fault().empty()) return refuse("tickets.bad_value", facts.fault());
        const std::string sku{article.sku};
        catalogue[sku] = std::make_shared<const Article>(std::move(article));
    }
    return catalogue;
}

Result<Basket> read_basket(const Node& shop, const Node& cart, const Catalogue& catalogue, const std::string& place)
{
    Facts facts{cart, &shop, place};
    Basket basket{.store = facts.text("store"),
                  .opened = facts.moment("opened"),
                  .hold_minutes = facts.whole("hold_minutes", 30, 0, 24 * 60),
                  .tax_mode = facts.truth("prices_include_tax", true) ? TaxMode::included : TaxMode::excluded,
                  .delivery_fee = facts.amount("delivery_fee_minor", 0),
                  .redeem_points = facts.amount("redeem_points_minor", 0),
                  .minor_per_point = facts.whole("minor_per_point", minor_per_point, 1, form_amount_max)};
    const auto now = facts.moment("now");
    if (!now) facts.wrong("now");
    basket.now = now.value_or(LocalMoment{});
    basket.member = read_member(facts.find("member"), facts, place + ".member");
    basket.coupons = read_coupons(facts.find("coupons"), facts, place + ".coupons");
    if (!facts.fault().empty()) return refuse("tickets.bad_value", facts.fault());
    const Node* const lines{cart.find("lines")};
    std::set<std::int64_t> numbers;
    std::int64_t pieces{0};
    if (lines == nullptr || lines->kind != Node::Kind::list) return refuse("tickets.bad_value", place + ".lines");
    for (std::size_t index{0}; index < lines->items.size(); ++index) {
        auto line = read_line(lines->items[index], catalogue, item(place + ".lines", index));
        if (!line) return refuse(line.error());
        pieces += line->article->weighed ? 1 : line->milli / 1'000;
        const bool is_new{numbers.insert(line->line).second};
        if (!is_new || pieces > units_max) {
            return refuse("tickets.bad_value", item(place + ".lines", index) + (is_new ? ".quantity" : ".line"));
        }
        basket.lines.push_back(std::move(*line));
    }
    return basket;
}

Result<std::vector<GoodsBack>> read_goods_back(const Node& visit, const std::string& place)
{
    std::vector<GoodsBack> goods;
    const Node* const lines{visit.find("lines")};
    if (lines == nullptr || lines->kind != Node::Kind::list) return refuse("tickets.bad_value", place + ".lines");
    for (std::size_t index{0}; index < lines->items.size(); ++index) {
        Facts facts{lines->items[index], nullptr, item(place + ".lines", index)};
        const Node* const quantity{lines->items[index].find("quantity")};
        const auto milli = quantity == nullptr ? std::nullopt : milli_of(*quantity);
        if (!milli || *milli == 0) facts.wrong("quantity");
        goods.push_back({.line = facts.whole("line", 0, 1, 1'000'000),
                         .pieces = std::max<std::int64_t>(1, milli.value_or(0) / 1'000)});
        if (!facts.fault().empty()) return refuse("tickets.bad_value", facts.fault());
    }
    return goods;
}

Node priced_node(const PricedBasket& priced, const Node& cart)
{
    Node node{table_node()};
    Node lines{list_node()};
    const Node& asked{*cart.find("lines")};
    for (std::size_t index{0}; index < priced.lines.size(); ++index) {
        lines.items.push_back(line_node(priced.lines[index], asked.items[index]));
    }
    node.put("lines", std::move(lines));
    node.put("goods_minor", whole_node(priced.goods));
    node.put("discount_minor", whole_node(priced.discount));
    node.put("delivery_minor", whole_node(priced.delivery));
    node.put("tax_minor", whole_node(priced.tax));
    node.put("total_minor", whole_node(priced.total));
    node.put("points_redeemed_minor", whole_node(priced.points_redeemed));
    node.put("due_minor", whole_node(priced.due));
    node.put("points_earned", whole_node(priced.points_earned));
    node.put("coupons_used", words_node(priced.coupons_used));
    Node issued{list_node()};
    for (const CouponsToCome& coupons : priced.coupons_issued) {
        Node row{table_node()};
        row.put("promotion", text_node(coupons.promotion));
        row.put("coupon", text_node(coupons.coupon));
        row.put("count", whole_node(coupons.count));
        issued.items.push_back(std::move(row));
    }
    node.put("coupons_issued", std::move(issued));
    node.put("approximate", truth_node(priced.approximate));
    if (!priced.delivery_by.empty()) node.put("delivery_by", text_node(priced.delivery_by));
    Node unlock{list_node()};
    for (const Hint& hint : priced.unlock) unlock.items.push_back(hint_node(hint));
    node.put("unlock", std::move(unlock));
    Node rest{list_node()};
    for (const NotApplied& offer : priced.not_applied) {
        Node row{table_node()};
        row.put("promotion", text_node(offer.promotion));
        row.put("key", text_node(offer.key));
        rest.items.push_back(std::move(row));
    }
    node.put("not_applied", std::move(rest));
    return node;
}

Node refund_node(const Refund& refund)
{
    Node node{table_node()};
    node.put("refund_minor", whole_node(refund.refund));
    Node lines{list_node()};
    for (const LineRefund& line : refund.lines) {
        Node row{table_node()};
        row.put("line", whole_node(line.line));
        row.put("refund_minor", whole_node(line.refund));
        lines.items.push_back(std::move(row));
    }
    node.put("refund_lines", std::move(lines));
    node.put("kept_worth_minor", whole_node(refund.kept_worth));
    node.put("paid_after_minor", whole_node(refund.paid_after));
    node.put("tax_back_minor", whole_node(refund.tax_back));
    node.put("points_back_minor", whole_node(refund.points_back));
    node.put("money_back_minor", whole_node(refund.money_back));
    node.put("points_taken_back", whole_node(refund.points_taken_back));
    node.put("coupons_back", words_node(refund.coupons_back));
    Node voided{list_node()};
    for (const CouponsVoid& coupons : refund.coupons_void) {
        Node row{table_node()};
        row.put("promotion", text_node(coupons.promotion));
        row.put("count", whole_node(coupons.count));
        voided.items.push_back(std::move(row));
    }
    node.put("coupons_void", std::move(voided));
    return node;
}

} // namespace guitai::pricing
