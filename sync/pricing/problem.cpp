#include "sync/pricing/problem.hpp"

#include "sync/pricing/eligibility.hpp"

#include <algorithm>
#include <memory>
#include <tuple>

namespace guitai::pricing {
namespace {

// An imaginary article stands behind the real ones.
constexpr std::int64_t imaginary_line{1'000'000'000};

std::pair<int, Minor> keyed_in_order(const Unit& unit)
{
    if (unit.keyed_in == nullptr) return {0, 0};
    if (unit.keyed_in->percent) return {1, *unit.keyed_in->percent};
    return {2, unit.keyed_in->amount};
}

// Article code by bytes, dearest first, then keyed-in discounts, then the line: never the order of scanning.
bool before(const Unit& a, const Unit& b)
{
    const int by_code{a.article->sku.compare(b.article->sku)};
    if (by_code != 0) return by_code < 0;
    if (a.value != b.value) return a.value > b.value;
    return std::tuple{keyed_in_order(a), a.line} < std::tuple{keyed_in_order(b), b.line};
}

bool identical(const Unit& a, const Unit& b)
{
    if (a.line != b.line || a.article != b.article || a.value != b.value || a.only != b.only) return false;
    if (a.kept.has_value() != b.kept.has_value()) return false;
    return !a.kept || (a.kept->promotion == b.kept->promotion && a.kept->price == b.kept->price);
}

bool reaches(const Candidate& candidate, const Unit& unit, int own_place)
{
    if (unit.only >= 0) return unit.only == own_place;
    if (candidate.promotion->off.how == Off::How::member_price && unit.article->member_price == 0) return false;
    return in_scope(candidate.promotion->scope, *unit.article);
}

// What candidate and unit have to do with each other, asked once for all units of a line.
void look_at(Candidate& candidate, const std::vector<Unit>& units, int own_place)
{
    const Promotion& offer{*candidate.promotion};
    candidate.scope.resize(units.size());
    if (offer.kind == PromotionKind::gift) candidate.gifts.resize(units.size());
    if (offer.kind == PromotionKind::set) candidate.parts.assign(offer.parts.size(), Flags(units.size()));
    for (std::size_t unit{0}; unit < units.size(); ++unit) {
        const Unit& here{units[unit]};
        const bool as_before{unit > 0 && units[unit - 1].article == here.article && units[unit - 1].only == here.only};
        candidate.scope[unit] = as_before ? candidate.scope[unit - 1] : reaches(candidate, here, own_place);
        const bool piece{here.only < 0 && !here.weighed()};
        if (!candidate.gifts.empty()) {
            candidate.gifts[unit] =
                as_before ? candidate.gifts[unit - 1] : piece && in_scope(offer.gifts, *here.article);
        }
        for (std::size_t part{0}; part < candidate.parts.size(); ++part) {
            Flags& flags{candidate.parts[part]};
            flags[unit] = as_before ? flags[unit - 1]
                                    : piece && candidate.scope[unit] != 0 &&
                                          in_scope(offer.parts[part].scope, *here.article);
        }
    }
}

bool any(const Flags& flags)
{
    return std::find(flags.begin(), flags.end(), 1) != flags.end();
}

// Whether the offer has anything to say of this basket. A weighed article among the gifts counts
// although it can never be one: the customer asks why.
bool speaks_of(const Candidate& candidate, const std::vector<Unit>& units)
{
    const Promotion& offer{*candidate.promotion};
    if (offer.cls == class_none || any(candidate.scope) || any(candidate.gifts)) return true;
    return offer.kind == PromotionKind::gift && std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
        return unit.weighed() && in_scope(offer.gifts, *unit.article);
    });
}

void sort_into_kinds(Problem& problem)
{
    for (int place{0}; place < static_cast<int>(problem.candidates.size()); ++place) {
        const Promotion& offer{problem.offer(place)};
        switch (offer.kind) {
        case PromotionKind::unit: (offer.cls == class_price ? problem.prices : problem.lines).push_back(place); break;
        case PromotionKind::set: problem.sets.push_back(place); break;
        case PromotionKind::order: problem.late.push_back(place); break;
        case PromotionKind::gift: problem.gifts.push_back(place); break;
        case PromotionKind::points: problem.points.push_back(place); break;
        case PromotionKind::delivery: problem.deliveries.push_back(place); break;
        case PromotionKind::issue: problem.issues.push_back(place); break;
        }
    }
    std::stable_sort(problem.late.begin(), problem.late.end(),
                     [&](int a, int b) { return problem.offer(a).cls < problem.offer(b).cls; });
}

Minor keyed_in_net(const Unit& unit, Minor value)
{
    const KeyedIn& keyed{*unit.keyed_in};
    if (keyed.percent) return value - at_rate(value, *keyed.percent);
    return std::max<Minor>(0, value - keyed.amount); // Shared over the line: no less than this.
}

// Fills the options of one unit that follow from one price choice.
class OptionMaker {
public:
    OptionMaker(const Problem& problem, std::size_t place)
        : m_problem{problem}, m_place{place}, m_unit{problem.units[place]}
    {
    }

    std::vector<Option> make()
    {
        if (m_unit.kept) {
            const Promotion& kept{*m_unit.kept->promotion};
            return {{.choice = {.how = Choice::How::kept},
                     .net = m_unit.kept->price,
                     .classes = kept.cls,
                     .stacks = kept.stacks,
                     .earns = kept.earns_points}};
        }
        add({}, m_unit.value);
        for (const int price : m_problem.prices) {
            const Promotion& offer{m_problem.offer(price)};
            if (!m_problem.takes(price, m_place)) continue;
            const Minor off{taken_off(offer.off, m_unit.value, m_unit, offer.round_to)};
            if (off == 0) continue;
            add({.choice = {.price = price},
                 .classes = offer.cls,
                 .stacks = offer.stacks,
                 .earns = offer.earns_points},
                m_unit.value - off);
        }
        return std::move(m_options);
    }

private:
    void add(Option priced, Minor value)
    {
        priced.net = value;
        if (m_unit.keyed_in != nullptr) {
            priced.choice.how = Choice::How::keyed_in;
            priced.net = keyed_in_net(m_unit, value);
            priced.classes = static_cast<Classes>(priced.classes | class_line);
            m_options.push_back(priced);
            return;
        }
        m_options.push_back(priced);
        for (const int line : m_problem.lines) {
            const Promotion& offer{m_problem.offer(line)};
            if (!m_problem.takes(line, m_place)) continue;
            if (priced.choice.price >= 0 && !agree(m_problem.offer(priced.choice.price), offer)) continue;
            touch(priced, line, Choice::How::unit, value - taken_off(offer.off, value, m_unit, offer.round_to));
        }
        if (priced.choice.price >= 0) return;
        for (const int gift : m_problem.gifts) {
            if (m_problem.candidates[static_cast<std::size_t>(gift)].gifts[m_place] == 0) continue;
            touch(priced, gift, Choice::How::gift, std::min(value, m_problem.offer(gift).price));
        }
    }

    void touch(Option option, int candidate, Choice::How how, Minor net)
    {
        const Promotion& offer{m_problem.offer(candidate)};
        option.choice.how = how;
        option.choice.promotion = candidate;
        option.net = net;
        option.classes = static_cast<Classes>(option.classes | offer.cls);
        option.stacks = static_cast<Classes>(option.stacks & offer.stacks);
        option.earns = option.earns && offer.earns_points;
        m_options.push_back(option);
    }

    const Problem& m_problem;
    std::size_t m_place;
    const Unit& m_unit;
    std::vector<Option> m_options;
};

void line_up(Problem& problem)
{
    const int count{static_cast<int>(problem.units.size())};
    problem.options.clear();
    problem.twins.clear();
    problem.line_slots.clear();
    problem.lines_of_slots.clear();
    for (int unit{0}; unit < count; ++unit) {
        const auto place = static_cast<std::size_t>(unit);
        const Unit& here{problem.units[place]};
        const bool twin{unit > 0 && identical(problem.units[place - 1], here)};
        if (twin) {
            problem.options.push_back(problem.options.back());
            problem.twins.back().second = unit + 1;
        } else {
            problem.options.push_back(OptionMaker{problem, place}.make());
            problem.twins.emplace_back(unit, unit + 1);
        }
        const auto known = std::find(problem.lines_of_slots.rbegin(), problem.lines_of_slots.rend(), here.line);
        if (known == problem.lines_of_slots.rend()) {
            problem.line_slots.push_back(static_cast<int>(problem.lines_of_slots.size()));
            problem.lines_of_slots.push_back(here.line);
        } else {
            problem.line_slots.push_back(static_cast<int>(problem.lines_of_slots.rend() - known) - 1);
        }
    }
}

void rank_ids(Problem& problem)
{
    std::vector<Candidate*> by_id;
    for (Candidate& candidate : problem.candidates) by_id.push_back(&candidate);
    std::sort(by_id.begin(), by_id.end(),
              [](const Candidate* a, const Candidate* b) { return a->promotion->id < b->promotion->id; });
    for (std::size_t rank{0}; rank < by_id.size(); ++rank) by_id[rank]->id_rank = static_cast<int>(rank) + 1;
}

void refuse_coupons(Problem& problem, const PromotionIndex& index)
{
    for (const HeldCoupon& coupon : problem.basket->coupons) {
        const Promotion* const offer{index.find(coupon.promotion)};
        if (offer == nullptr) continue;
        if (const auto reason = refusal_of(*offer, *problem.basket)) {
            problem.refused_coupons.emplace_back(offer, *reason);
        }
    }
}

} // namespace

Minor taken_off(const Off& off, Minor value, const Unit& unit, Minor round_to)
{
    Minor price{value};
    switch (off.how) {
    case Off::How::percent: price = value - at_rate(value, off.value); break;
    case Off::How::amount: price = value - unit.times(off.value); break;
    case Off::How::price: price = unit.times(off.value); break;
    case Off::How::prices: {
        const auto row = off.prices.find(unit.article->sku);
        if (row == off.prices.end()) return 0;
        price = unit.times(row->second);
        break;
    }
    case Off::How::member_price:
        if (unit.article->member_price == 0) return 0;
        price = unit.times(unit.article->member_price);
        break;
    }
    if (price < 0) return value;
    if (round_to > 1 && price < value) price = price / round_to * round_to;
    return std::max<Minor>(0, value - price);
}

std::vector<Unit> units_of(const Basket& basket)
{
    std::vector<Unit> units;
    for (const BasketLine& line : basket.lines) {
        Unit unit{.line = line.line,
                  .article = line.article.get(),
                  .value = line.unit,
                  .milli = line.milli,
                  .keyed_in = line.keyed_in ? &*line.keyed_in : nullptr,
                  .earns = line.earns};
        if (unit.weighed()) {
            unit.value = half_up(line.unit, line.milli, 1'000);
            units.push_back(unit);
            continue;
        }
        for (; unit.number < line.milli / 1'000; ++unit.number) units.push_back(unit);
    }
    return units;
}

Problem make_problem(const PromotionIndex& index, const Basket& basket, std::vector<Unit> units)
{
    Problem problem{.basket = &basket, .units = std::move(units)};
    std::stable_sort(problem.units.begin(), problem.units.end(), before);
    refuse_coupons(problem, index);
    std::vector<const Promotion*> offers{index.candidates(basket)};
    offers.push_back(&members_price());
    for (const Promotion* const offer : offers) {
        if (refusal_of(*offer, basket)) continue;
        Candidate candidate{.promotion = offer, .allowance = allowance_of(*offer, basket)};
        look_at(candidate, problem.units, -1);
        if (speaks_of(candidate, problem.units)) problem.candidates.push_back(std::move(candidate));
    }
    std::sort(problem.candidates.begin(), problem.candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::tuple{-a.promotion->priority, std::string_view{a.promotion->id}} <
               std::tuple{-b.promotion->priority, std::string_view{b.promotion->id}};
    });
    rank_ids(problem);
    sort_into_kinds(problem);
    line_up(problem);
    return problem;
}

Problem grown(const Problem& problem, int candidate, Minor price)
{
    static const Article imaginary{.sku = "~"};
    Problem more{problem};
    const Unit unit{.line = imaginary_line, .article = &imaginary, .value = price, .only = candidate};
    const auto place = std::upper_bound(more.units.begin(), more.units.end(), unit, before) - more.units.begin();
    more.units.insert(more.units.begin() + place, unit);
    for (int other{0}; other < static_cast<int>(more.candidates.size()); ++other) {
        Candidate& here{more.candidates[static_cast<std::size_t>(other)]};
        here.scope.insert(here.scope.begin() + place, static_cast<std::uint8_t>(other == candidate));
        if (!here.gifts.empty()) here.gifts.insert(here.gifts.begin() + place, 0);
        for (Flags& part : here.parts) part.insert(part.begin() + place, 0);
    }
    line_up(more);
    return more;
}

} // namespace guitai::pricing
