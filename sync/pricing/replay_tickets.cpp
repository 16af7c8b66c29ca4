#include "sync/pricing/replay_tickets.hpp"

#include "sync/pricing/read_promotions.hpp"
#include "sync/pricing/ticket_file.hpp"

#include <algorithm>

namespace guitai::pricing {
namespace {

constexpr std::size_t differences_max{20};

struct CashRule {
    Minor unit{1};
    CashRounding mode{CashRounding::half_up};
};

// Refuses tickets.bad_value; nothing where the facts name no rule.
Result<std::optional<CashRule>> cash_rule(const Node& facts, const std::string& place)
{
    const Node* const node{facts.find("cash_rounding")};
    if (node == nullptr) return std::nullopt;
    CashRule rule;
    if (const Node* const unit{node->find("unit_minor")}) {
        const auto coin = unit->whole();
        if (!coin || *coin < 1) return refuse("tickets.bad_value", place + ".cash_rounding.unit_minor");
        rule.unit = *coin;
    }
    const Node* const mode{node->find("mode")};
    if (mode == nullptr || mode->text == "half_up") return rule;
    if (mode->text == "down") rule.mode = CashRounding::down;
    else if (mode->text == "up") rule.mode = CashRounding::up;
    else return refuse("tickets.bad_value", place + ".cash_rounding.mode");
    return rule;
}

void compare(const Node& expected, const Node& got, const std::string& place, std::vector<std::string>& differences)
{
    if (expected == got || differences.size() >= differences_max) return;
    if (expected.kind == Node::Kind::table && got.kind == Node::Kind::table) {
        for (std::size_t index{0}; index < expected.keys.size(); ++index) {
            const std::string here{place + (place.empty() ? "" : ".") + expected.keys[index]};
            const Node* const twin{got.find(expected.keys[index])};
            compare(expected.items[index], twin == nullptr ? Node{} : *twin, here, differences);
        }
        for (std::size_t index{0}; index < got.keys.size(); ++index) {
            if (expected.find(got.keys[index]) != nullptr) continue;
            compare(Node{}, got.items[index], place + (place.empty() ? "" : ".") + got.keys[index], differences);
        }
        return;
    }
    if (expected.kind == Node::Kind::list && got.kind == Node::Kind::list &&
        expected.items.size() == got.items.size()) {
        for (std::size_t index{0}; index < expected.items.size(); ++index) {
            compare(expected.items[index], got.items[index], place + "[" + std::to_string(index) + "]", differences);
        }
        return;
    }
    differences.push_back(place + ": expected " + write_document(expected) + ", got " + write_document(got));
}

// One ticket of the file, sale and later visits.
class Play {
public:
    Play(const Node& shop, const Node& ticket, const Catalogue& catalogue, std::vector<Promotion> promotions,
         std::string place)
        : m_cart{*ticket.find("cart")}, m_shop{shop}, m_ticket{ticket}, m_catalogue{catalogue},
          m_promotions{std::move(promotions)}, m_index{m_promotions}, m_place{std::move(place)}
    {
    }

    Result<Node> run()
    {
        auto basket = read_basket(m_shop, m_cart, m_catalogue, m_place + ".cart");
        if (!basket) return refuse(basket.error());
        const auto rule = cash_rule(m_cart.find("cash_rounding") != nullptr ? m_cart : m_shop, m_place + ".cart");
        if (!rule) return refuse(rule.error());
        m_rule = *rule;
        ReceiptState receipt{m_index, *basket};
        Node result{table_node()};
        result.put("priced", priced_node(receipt.sold(), m_cart));
        m_history.sold_exact = receipt.sold().due;
        if (m_rule) {
            m_history.sold_cash = cash_rounded(receipt.sold().due, m_rule->unit, m_rule->mode);
            result.put("cash_due_minor", whole_node(m_history.sold_cash));
        }
        const Node* const visits{m_ticket.find("returns")};
        if (visits == nullptr) return result;
        Node returns{list_node()};
        for (std::size_t index{0}; index < visits->items.size(); ++index) {
            const std::string place{m_place + ".returns[" + std::to_string(index) + "]"};
            auto visited = visit(receipt, *basket, visits->items[index], place);
            if (!visited) return visited;
            returns.items.push_back(std::move(*visited));
        }
        result.put("returns", std::move(returns));
        return result;
    }

private:
    Result<Node> visit(ReceiptState& receipt, const Basket& sold, const Node& wanted, const std::string& place)
    {
        if (const Node* const swaps{wanted.find("swap")}) return swap(receipt, *swaps, place);
        const auto goods = read_goods_back(wanted, place);
        if (!goods) return refuse(goods.error());
        const auto refund = receipt.give_back(*goods);
        if (!refund) return refuse(refund.error().code, place + ": " + refund.error().detail);
        Node node{refund_node(*refund)};
        if (m_rule) {
            m_history.back_exact += refund->money_back;
            const Minor cash{cash_back(m_history, m_rule->unit, m_rule->mode)};
            node.put("cash_back_minor", whole_node(cash));
            m_history.handed_before += cash;
        }
        if (wanted.find("sale") != nullptr) {
            if (auto sale = sell(sold, wanted, refund->money_back, place, node); !sale) return refuse(sale.error());
        }
        return node;
    }

    // New goods on the ticket of a return are priced alone, under that day's offers.
    Result<void> sell(const Basket& sold, const Node& wanted, Minor money_back, const std::string& place, Node& node)
    {
        Node cart{table_node()};
        cart.put("lines", *wanted.find("sale"));
        if (const Node* const coupons{wanted.find("coupons")}) cart.put("coupons", *coupons);
        if (const Node* const now{wanted.find("now")}) cart.put("now", *now);
        Node facts{table_node()};
        for (const Node* const source : {&m_cart, &m_shop}) {
            for (std::size_t index{0}; index < source->keys.size(); ++index) {
                const std::string& key{source->keys[index]};
                if (key == "coupons" || key == "lines" || facts.find(key) != nullptr) continue;
                facts.put(key, source->items[index]);
            }
        }
        auto basket = read_basket(facts, cart, m_catalogue, place + ".sale");
        if (!basket) return refuse(basket.error());
        basket->redeem_points = 0;
        basket->delivery_fee = 0;
        basket->opened = sold.opened;
        const PricedBasket fresh{price_basket(m_index, *basket)};
        node.put("sale", priced_node(fresh, cart));
        node.put("ticket_total_minor", whole_node(fresh.due - money_back));
        return {};
    }

    Result<Node> swap(const ReceiptState& receipt, const Node& swaps, const std::string& place) const
    {
        Node done{list_node()};
        for (const Node& wanted : swaps.items) {
            const Node* const line{wanted.find("line")};
            const Node* const to{wanted.find("to")};
            const auto article = to == nullptr ? m_catalogue.end() : m_catalogue.find(to->text);
            if (line == nullptr || !line->whole() || article == m_catalogue.end()) {
                return refuse("tickets.bad_value", place + ".swap");
            }
            if (auto alike = receipt.swap(*line->whole(), *article->second); !alike) return refuse(alike.error());
            Node row{table_node()};
            row.put("line", *line);
            row.put("to", *to);
            row.put("refund_minor", whole_node(0));
            row.put("charge_minor", whole_node(0));
            done.items.push_back(std::move(row));
        }
        Node node{table_node()};
        node.put("swapped", std::move(done));
        return node;
    }

    const Node& m_cart;
    const Node& m_shop;
    const Node& m_ticket;
    const Catalogue& m_catalogue;
    std::vector<Promotion> m_promotions;
    PromotionIndex m_index;
    std::string m_place;
    std::optional<CashRule> m_rule{};
    CashHistory m_history{};
};

Result<std::vector<Promotion>> chosen(const std::vector<Promotion>& all, const Node& ticket, const std::string& place)
{
    const Node* const ids{ticket.find("promotions")};
    if (ids == nullptr || ids->kind != Node::Kind::list) return refuse("tickets.bad_value", place + ".promotions");
    const auto named = [&](const Promotion& promotion) {
        return std::any_of(ids->items.begin(), ids->items.end(),
                           [&](const Node& id) { return id.text == promotion.id; });
    };
    std::vector<Promotion> promotions;
    std::copy_if(all.begin(), all.end(), std::back_inserter(promotions), named);
    for (const Node& id : ids->items) {
        const bool known{std::any_of(promotions.begin(), promotions.end(),
                                     [&](const Promotion& promotion) { return promotion.id == id.text; })};
        if (!known) return refuse("tickets.unknown_promotion", place + ".promotions: " + id.text);
    }
    return promotions;
}

Result<DifferingCase> play(const Node& shop, const Node& ticket, const Catalogue& goods,
                           const std::vector<Promotion>& all, const std::string& place)
{
    DifferingCase one{};
    for (const char* key : {"id", "cart", "expect"}) {
        if (ticket.find(key) == nullptr) return refuse("tickets.bad_value", place + "." + key);
    }
    one.id = ticket.find("id")->text;
    auto catalogue = read_catalogue(ticket.find("catalogue"), place + ".catalogue");
    if (!catalogue) return refuse(catalogue.error());
    catalogue->insert(goods.begin(), goods.end());
    auto promotions = chosen(all, ticket, place);
    if (!promotions) return refuse(promotions.error());
    const auto result = Play{shop, ticket, *catalogue, std::move(*promotions), place}.run();
    if (!result) return refuse(result.error());
    compare(*ticket.find("expect"), *result, "", one.differences);
    return one;
}

} // namespace

Result<ReplayReport> replay_tickets(std::string_view text)
{
    const auto book = read_document(text);
    if (!book) return refuse(book.error());
    const Node* const format{book->find("format")};
    if (format == nullptr || format->text != "guitai.tickets") return refuse("tickets.not_a_file", "format");
    const Node* const version{book->find("version")};
    if (version == nullptr || version->whole() != 1) return refuse("tickets.not_a_file", "version");
    const Node* const tickets{book->find("tickets")};
    const Node* const list{book->find("promotions")};
    if (tickets == nullptr || tickets->kind != Node::Kind::list) return refuse("tickets.bad_value", "tickets");
    if (list == nullptr) return refuse("tickets.bad_value", "promotions");
    const auto promotions = read_promotion_list(*list);
    if (!promotions) return refuse(promotions.error());
    const auto catalogue = read_catalogue(book->find("catalogue"), "catalogue");
    if (!catalogue) return refuse(catalogue.error());
    const Node nothing{table_node()};
    const Node* const shop{book->find("shop")};
    ReplayReport report{.cases = tickets->items.size()};
    for (std::size_t index{0}; index < tickets->items.size(); ++index) {
        auto one = play(shop == nullptr ? nothing : *shop, tickets->items[index], *catalogue, *promotions,
                        "tickets[" + std::to_string(index) + "]");
        if (!one) return refuse(one.error());
        if (!one->differences.empty()) report.differing.push_back(std::move(*one));
    }
    return report;
}

} // namespace guitai::pricing
