#include "tests/sim/reckoning.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

namespace guitai::sim {
namespace {

struct Piece {
    std::size_t line{0}, place{0};
    std::int64_t net{0};
    std::int64_t part{0}, left{0}; // Of what is taken off.
};

// By SKU, then no discount by hand, a rate, an amount, then the line: never the order of scanning.
auto rank(const std::vector<Wish>& wishes, const Piece& piece)
{
    const Wish& wish{wishes[piece.line]};
    const int kind{wish.off_rate != 0 ? 1 : wish.off_minor != 0 ? 2 : 0};
    return std::tuple{wish.sku.text, kind, wish.off_rate + wish.off_minor, piece.line, piece.place};
}

// Whole fen in proportion to what each costs; the odd ones go where the largest remainders are.
void share(std::vector<Piece>& pieces, std::int64_t amount)
{
    std::int64_t whole{0};
    for (const Piece& piece : pieces) whole += piece.net;
    if (whole == 0) return;
    std::int64_t odd{amount};
    for (Piece& piece : pieces) {
        piece.part = amount * piece.net / whole;
        piece.left = amount * piece.net % whole;
        odd -= piece.part;
    }
    std::vector<std::size_t> order(pieces.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple{-pieces[a].left, -pieces[a].net} < std::tuple{-pieces[b].left, -pieces[b].net};
    });
    for (std::size_t at{0}; odd > 0; ++at, --odd) ++pieces[order[at]].part;
    for (Piece& piece : pieces) piece.net -= piece.part;
}

// Of the pieces of one line, with `at_list` of them at the list price though she is a member.
std::vector<std::int64_t> alone(const Chain& chain, const Wish& wish, bool is_member, std::int64_t pieces,
                                std::int64_t at_list)
{
    const CatalogueItem& item{chain.item(wish.sku)};
    const bool favoured{is_member && !item.member_price.is_zero()};
    std::vector<Piece> all;
    for (std::int64_t piece{0}; piece < pieces; ++piece) {
        std::int64_t each{favoured && piece >= at_list ? item.member_price.minor() : item.price.minor()};
        each -= rounded(each, wish.off_rate, 10'000);
        all.push_back({.net = each});
    }
    std::int64_t sum{0};
    for (const Piece& piece : all) sum += piece.net;
    if (wish.off_minor != 0) share(all, std::min(wish.off_minor, sum));
    std::vector<std::int64_t> nets;
    for (const Piece& piece : all) nets.push_back(piece.net);
    return nets;
}

std::vector<std::size_t> in_canonical_order(const std::vector<Wish>& wishes)
{
    std::vector<std::size_t> lines(wishes.size());
    std::iota(lines.begin(), lines.end(), std::size_t{0});
    std::sort(lines.begin(), lines.end(), [&](std::size_t a, std::size_t b) {
        return rank(wishes, {.line = a}) < rank(wishes, {.line = b});
    });
    return lines;
}

// What she earns today: on an ordered article she earns when it is delivered.
std::int64_t points_now(const std::vector<Wish>& wishes, const Nets& nets)
{
    std::int64_t earning{0};
    for (std::size_t line{0}; line < nets.size(); ++line) earning += wishes[line].ordered ? 0 : sum_of(nets[line]);
    return earning / 100;
}

// Tries every number of pieces at the list price, her own on the first goods first.
void each_way(const std::vector<std::int64_t>& pieces, const std::vector<std::size_t>& order, std::size_t depth,
              std::vector<std::int64_t>& at_list, const std::function<void()>& look)
{
    if (depth == order.size()) return look();
    const std::size_t line{order[depth]};
    for (at_list[line] = 0; at_list[line] <= pieces[line]; ++at_list[line]) {
        each_way(pieces, order, depth + 1, at_list, look);
    }
    at_list[line] = 0;
}

} // namespace

std::int64_t rounded(std::int64_t a, std::int64_t b, std::int64_t c) { return (a * b + c / 2) / c; }

std::int64_t sum_of(const std::vector<std::int64_t>& nets)
{
    return std::accumulate(nets.begin(), nets.end(), std::int64_t{0});
}

std::int64_t sum_of(const Nets& nets)
{
    std::int64_t sum{0};
    for (const auto& line : nets) sum += sum_of(line);
    return sum;
}

void take_off(const std::vector<Wish>& wishes, Nets& nets, std::int64_t amount)
{
    std::vector<Piece> pieces;
    for (std::size_t line{0}; line < nets.size(); ++line) {
        for (std::size_t place{0}; place < nets[line].size(); ++place) {
            pieces.push_back({.line = line, .place = place, .net = nets[line][place]});
        }
    }
    std::sort(pieces.begin(), pieces.end(),
              [&](const Piece& a, const Piece& b) { return rank(wishes, a) < rank(wishes, b); });
    share(pieces, amount);
    for (const Piece& piece : pieces) nets[piece.line][piece.place] = piece.net;
    for (auto& line : nets) std::sort(line.begin(), line.end(), std::greater<>{});
}

namespace {

Nets without_coupon(const Chain& chain, const std::vector<Wish>& wishes, bool is_member,
                    const std::vector<std::int64_t>& pieces)
{
    const auto before_threshold = [&](const std::vector<std::int64_t>& at_list) {
        Nets nets;
        for (std::size_t line{0}; line < wishes.size(); ++line) {
            nets.push_back(alone(chain, wishes[line], is_member, pieces[line], at_list[line]));
        }
        return nets;
    };
    std::vector<std::int64_t> at_list(wishes.size(), 0);
    const Nets nets{before_threshold(at_list)};
    const auto reached = [&](std::int64_t sum) { return chain.threshold_minor > 0 && sum >= chain.threshold_minor; };
    const auto after_threshold = [&](Nets before) {
        const std::int64_t sum{sum_of(before)};
        if (reached(sum)) take_off(wishes, before, std::min(chain.threshold_off_minor, sum));
        return before;
    };
    Nets best{after_threshold(nets)};
    if (is_member && chain.threshold_minor > 0 && !reached(sum_of(nets)) && reached(sum_of(before_threshold(pieces)))) {
        // Her own price keeps her just below the threshold: whatever makes the whole ticket cheapest,
        // and where that is the same, whatever earns her most; and then the first.
        each_way(pieces, in_canonical_order(wishes), 0, at_list, [&] {
            Nets before{before_threshold(at_list)};
            if (!reached(sum_of(before))) return;
            Nets other{after_threshold(std::move(before))};
            if (std::pair{sum_of(other), -points_now(wishes, other)} >=
                std::pair{sum_of(best), -points_now(wishes, best)}) {
                return;
            }
            best = std::move(other);
        });
    }
    for (auto& line : best) std::sort(line.begin(), line.end(), std::greater<>{});
    return best;
}

} // namespace

std::int64_t coupons_for(const Chain& chain, std::int64_t sum)
{
    return chain.coupon_rate > 0 && sum >= chain.issue_minor ? 1 : 0;
}

Reckoned reckon(const Chain& chain, const std::vector<Wish>& wishes, bool is_member,
                const std::vector<std::int64_t>& pieces, bool coupon)
{
    Reckoned all{without_coupon(chain, wishes, is_member, pieces), 0};
    // A part of what is left: it takes nothing away from what was cheapest without it.
    if (coupon) all.coupon_off = rounded(sum_of(all.nets), chain.coupon_rate, 10'000);
    if (all.coupon_off > 0) take_off(wishes, all.nets, all.coupon_off);
    return all;
}

std::int64_t tax_of(const Chain& chain, const Wish& wish, std::int64_t net)
{
    const std::int64_t rate{chain.item(wish.sku).tax_rate.value};
    return chain.tax_included ? rounded(net, rate, 10'000 + rate) : rounded(net, rate, 10'000);
}

} // namespace guitai::sim
