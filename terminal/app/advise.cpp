#include "terminal/app/advise.hpp"

#include "terminal/app/cannot.hpp"
#include "terminal/app/talk.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/suggest.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace guitai {
namespace {

// Every candidate's cells are read, and a clerk must not feel it.
constexpr std::size_t candidates_max{16};
constexpr std::int64_t pairings_of_line{8};
constexpr std::size_t ticket_lines_looked_at{6};
constexpr std::int64_t tiles_of_category{16};
constexpr std::size_t purchases_looked_at{10};
constexpr std::size_t substitutes_looked_at{8};

TastedGoods tasted(const CatalogueItem& item)
{
    return {item.style, item.name, item.name_en, item.category, item.size};
}

Taste taste_of(const Desk& desk)
{
    Taste taste;
    for (const CartLine& line : desk.state.cart.lines()) {
        if (line.kind != LineKind::return_) taste.ticket.push_back(tasted(line.product));
    }
    if (!desk.state.view.cart.member) return taste;
    const MemberView& member{*desk.state.view.cart.member};
    taste.usual_size = member.profile.usual_size;
    for (const Purchase& bought : member.last_purchases) {
        if (taste.bought.size() == purchases_looked_at) break;
        if (const auto item = desk.ports.catalogue.find(bought.sku)) taste.bought.push_back(tasted(*item));
    }
    return taste;
}

Money price_for(const Desk& desk, const CellView& cell)
{
    const bool less{!cell.member_price.is_zero() && cell.member_price < cell.price};
    return desk.state.member && less ? cell.member_price : cell.price;
}

// The cell of that style to offer: her size where it lies here, else what there is most of.
Candidate best_cell(const Desk& desk, const StyleId& style, const Taste& taste)
{
    Candidate made;
    const GridView grid{desk.ports.catalogue.grid(style)};
    const std::string wanted{size_for(taste, grid.category)};
    const std::size_t across{std::max<std::size_t>(grid.sizes.size(), 1)};
    bool fits{false};
    for (std::size_t at{0}; at < grid.cells.size(); ++at) {
        const CellView& cell{grid.cells[at]};
        if (cell.sku.empty() || cell.here <= 0) continue;
        const std::string size{at % across < grid.sizes.size() ? grid.sizes[at % across] : ""};
        const bool her_size{!wanted.empty() && size == wanted};
        if (her_size < fits || (her_size == fits && cell.here <= made.here)) continue;
        made = {cell.sku, style, grid.category, size, price_for(desk, cell), cell.here, {}};
        fits = her_size;
    }
    return made;
}

class Gathering {
public:
    Gathering(const Desk& desk, const Taste& taste) : m_desk{desk}, m_taste{taste}
    {
        for (const TastedGoods& goods : taste.ticket) m_known.insert(goods.style);
    }

    void add(const StyleId& style, std::optional<PairedWith> paired)
    {
        if (m_found.size() == candidates_max || !m_known.insert(style).second) return;
        Candidate made{best_cell(m_desk, style, m_taste)};
        made.paired = paired;
        if (made.here <= 0) return;
        const auto item = m_desk.ports.catalogue.find(made.sku);
        if (item && may_be_suggested(m_desk, *item)) m_found.push_back(std::move(made));
    }
    void add_category(const std::string& category)
    {
        if (category.empty() || !m_categories.insert(category).second) return;
        for (const StyleTile& tile : m_desk.ports.catalogue.tiles(category, 0, tiles_of_category)) {
            if (tile.here > 0) add(tile.style, std::nullopt);
        }
    }
    [[nodiscard]] const std::vector<Candidate>& found() const { return m_found; }

private:
    const Desk& m_desk;
    const Taste& m_taste;
    std::set<StyleId> m_known;
    std::set<std::string> m_categories;
    std::vector<Candidate> m_found;
};

std::vector<Candidate> candidates_for(const Desk& desk, const Taste& taste)
{
    Gathering gathering{desk, taste};
    // The last lines first: what was chosen just now is what she thinks of.
    for (std::size_t back{0}; back < std::min(taste.ticket.size(), ticket_lines_looked_at); ++back) {
        const std::size_t at{taste.ticket.size() - 1 - back};
        if (desk.ports.service == nullptr) break;
        const auto known = desk.ports.service->pairings(taste.ticket[at].style, pairings_of_line);
        for (const Pairing& pair : known.found) {
            gathering.add(pair.right, PairedWith{at, pair.together, pair.left_receipts, pair.right_receipts,
                                                 known.receipts});
        }
    }
    for (const TastedGoods& bought : taste.bought) gathering.add_category(bought.category);
    for (const TastedGoods& chosen : taste.ticket) gathering.add_category(chosen.category);
    return gathering.found();
}

// What she is used to spend on a piece, or what the dearest piece on the ticket costs.
Money usual_budget(const Desk& desk)
{
    if (desk.state.view.cart.member && !desk.state.view.cart.member->last_purchases.empty()) {
        const auto& purchases = desk.state.view.cart.member->last_purchases;
        Money spent;
        for (const Purchase& one : purchases) spent += one.total;
        return spent.scaled(1, std::ssize(purchases));
    }
    Money dearest;
    for (const CartLine& line : desk.state.cart.lines()) dearest = std::max(dearest, line.product.price);
    return dearest;
}

// Round sums to ask about: half, the same, twice and four times what she is used to.
std::vector<Money> budgets_around(Money usual)
{
    constexpr std::int64_t hundred_yuan{10'000};
    std::vector<Money> budgets;
    for (const std::int64_t quarters : {2, 4, 8, 16}) {
        const std::int64_t fen{usual.minor() * quarters / 4};
        const Money rounded{Money::from_minor(std::max<std::int64_t>((fen + hundred_yuan - 1) / hundred_yuan, 1) *
                                              hundred_yuan)};
        if (budgets.empty() || budgets.back() != rounded) budgets.push_back(rounded);
    }
    return budgets;
}

std::string key_of(SuggestReason reason)
{
    switch (reason) {
    case SuggestReason::goes_with: return "suggest.goes_with";
    case SuggestReason::same_size: return "suggest.same_size";
    case SuggestReason::likes_category: return "suggest.likes_category";
    case SuggestReason::same_kind: break;
    }
    return "suggest.same_kind";
}

SuggestionView view_of(const Desk& desk, const Suggested& one, Money budget)
{
    SuggestionView view;
    view.sku = one.goods.sku;
    view.style = one.goods.style;
    view.size = one.goods.size;
    view.category = one.goods.category;
    view.price = one.goods.price;
    view.here = one.goods.here;
    view.why = key_of(one.reason);
    view.about = one.about;
    view.about_en = one.about_en;
    view.in_budget = one.goods.price <= budget;
    if (const auto item = desk.ports.catalogue.find(one.goods.sku)) {
        view.name = item->name;
        view.name_en = item->name_en;
        view.colour = item->colour;
        view.picture = item->picture;
    }
    return view;
}

} // namespace

void forget_suggestions(Desk& desk)
{
    SuggestionsView& view{desk.state.view.suggestions};
    view.worked_out = false;
    if (!desk.state.cart.is_empty() || desk.state.member) return;
    view = {}; // The next customer has a budget of her own.
}

Result<void> perform(Desk& desk, const AskSuggestions& command)
{
    if (command.budget.is_negative()) return refuse("suggest.bad_budget", text_of(command.budget));
    SuggestionsView& view{desk.state.view.suggestions};
    const Money asked{command.budget.is_zero() ? view.budget : command.budget};
    view = {};
    view.worked_out = true;
    const Taste taste{taste_of(desk)};
    if (taste.ticket.empty() && taste.bought.empty()) return {}; // Nothing is known of her: no reason could be given.
    const Money usual{usual_budget(desk)};
    view.budget = asked; // Zero as long as nobody has said: it follows the ticket.
    const Money budget{asked.is_zero() ? usual : asked};
    const auto two = two_of(ranked(candidates_for(desk, taste), taste), budget);
    view.budgets = budgets_around(usual);
    view.ask_budget = !two;
    if (!two) return {};
    view.items = {view_of(desk, two->middle, budget), view_of(desk, two->within_budget, budget)};
    if (!desk.state.cart.is_empty()) advance_talk(desk, TalkStep::advise);
    return {};
}

std::optional<CatalogueItem> substitute_for(const Desk& desk, const CatalogueItem& missing)
{
    auto tiles = desk.ports.catalogue.tiles(missing.category, 0, tiles_window);
    std::erase_if(tiles, [&](const StyleTile& tile) { return tile.here <= 0 || tile.style == missing.style; });
    const auto apart = [&](Money price) { return std::abs((price - missing.price).minor()); };
    std::stable_sort(tiles.begin(), tiles.end(), [&](const StyleTile& a, const StyleTile& b) {
        return apart(a.price) < apart(b.price);
    });
    Taste taste;
    taste.usual_size = missing.size;
    for (std::size_t at{0}; at < std::min(tiles.size(), substitutes_looked_at); ++at) {
        const Candidate cell{best_cell(desk, tiles[at].style, taste)};
        if (cell.here <= 0 || (!missing.size.empty() && cell.size != missing.size)) continue;
        auto item = desk.ports.catalogue.find(cell.sku);
        if (item && may_be_suggested(desk, *item)) return item;
    }
    return std::nullopt;
}

} // namespace guitai
