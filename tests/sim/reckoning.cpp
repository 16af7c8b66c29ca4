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

std::vector<std::int64_t> alone(const Chain& chain, const Wish& wish, bool is_member, std::int64_t pieces)
{
    const CatalogueItem& item{chain.item(wish.sku)};
    const bool favoured{is_member && !item.member_price.is_zero()};
    std::int64_t each{favoured ? item.member_price.minor() : item.price.minor()};
    each -= rounded(each, wish.off_rate, 10'000);
    std::vector<Piece> all(static_cast<std::size_t>(pieces), Piece{.net = each});
    if (wish.off_minor != 0) share(all, std::min(wish.off_minor, each * pieces));
    std::vector<std::int64_t> nets;
    for (const Piece& piece : all) nets.push_back(piece.net);
    return nets;
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

Nets reckon(const Chain& chain, const std::vector<Wish>& wishes, bool is_member,
            const std::vector<std::int64_t>& pieces)
{
    Nets nets;
    for (std::size_t line{0}; line < wishes.size(); ++line) {
        nets.push_back(alone(chain, wishes[line], is_member, pieces[line]));
    }
    const bool reached{chain.threshold_minor > 0 && sum_of(nets) >= chain.threshold_minor};
    if (reached) take_off(wishes, nets, std::min(chain.threshold_off_minor, sum_of(nets)));
    for (auto& line : nets) std::sort(line.begin(), line.end(), std::greater<>{});
    return nets;
}

std::int64_t tax_of(const Chain& chain, const Wish& wish, std::int64_t net)
{
    const std::int64_t rate{chain.item(wish.sku).tax_rate.value};
    return chain.tax_included ? rounded(net, rate, 10'000 + rate) : rounded(net, rate, 10'000);
}

} // namespace guitai::sim
