#include "sync/pricing/amounts.hpp"

#include <algorithm>
#include <cstddef>

namespace guitai::pricing {
namespace {

__extension__ using Wide = __int128;

struct Remainder {
    std::size_t place{0};
    Minor weight{0};
    Minor rest{0};

    bool operator<(const Remainder& other) const
    {
        if (rest != other.rest) return rest > other.rest;
        if (weight != other.weight) return weight > other.weight;
        return place < other.place;
    }
};

} // namespace

void share(Minor total, const std::vector<Minor>& weights, std::vector<Minor>& parts)
{
    parts.assign(weights.size(), 0);
    Minor whole{0};
    for (const Minor weight : weights) whole += weight;
    if (whole == 0 || total == 0) return;
    thread_local std::vector<Remainder> remainders;
    remainders.clear();
    Minor left{total};
    for (std::size_t place{0}; place < weights.size(); ++place) {
        const Wide product{static_cast<Wide>(total) * weights[place]};
        parts[place] = static_cast<Minor>(product / whole);
        left -= parts[place];
        remainders.push_back({place, weights[place], static_cast<Minor>(product % whole)});
    }
    const auto end = remainders.begin() + static_cast<std::ptrdiff_t>(left);
    std::partial_sort(remainders.begin(), end, remainders.end());
    for (auto it = remainders.begin(); it != end; ++it) ++parts[it->place];
}

Minor cash_rounded(Minor amount, Minor unit, CashRounding mode)
{
    if (mode == CashRounding::down) return amount / unit * unit;
    if (mode == CashRounding::up) return (amount + unit - 1) / unit * unit;
    return half_up(amount, 1, unit) * unit;
}

Minor cash_back(const CashHistory& history, Minor unit, CashRounding mode)
{
    const Minor due{history.back_exact == history.sold_exact
                        ? history.sold_cash
                        : std::min(history.sold_cash, cash_rounded(history.back_exact, unit, mode))};
    return std::max<Minor>(0, due - history.handed_before);
}

} // namespace guitai::pricing
