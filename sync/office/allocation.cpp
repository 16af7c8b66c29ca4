#include "sync/office/allocation.hpp"

#include "sync/events/quantity.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace guitai::office {
namespace {

// More places than this are not tried together, half of them the first by rank and half those with most: 5 of 16 and
// fewer are 6,884 ways, and nobody waits for them. One that has all of it is found among however many.
constexpr std::size_t shelves_tried_max{16};

using Needs = std::map<Sku, std::int64_t>;

Needs needs_of(std::span<const Wanted> wanted)
{
    Needs needs;
    for (const Wanted& one : wanted) needs[one.sku] += one.milli;
    return needs;
}

// What this shelf gives of the article; a broken piece is no piece.
std::int64_t given(const Shelf& shelf, const Sku& sku, std::int64_t need_milli)
{
    const auto found = shelf.free_milli.find(sku);
    if (found == shelf.free_milli.end() || found->second <= 0) return 0;
    if (found->second >= need_milli) return need_milli;
    return need_milli % Quantity::per_piece == 0 ? found->second / Quantity::per_piece * Quantity::per_piece : 0;
}

std::int64_t all_given(const Shelf& shelf, const Needs& needs)
{
    std::int64_t sum{0};
    for (const auto& [sku, milli] : needs) sum += given(shelf, sku, milli);
    return sum;
}

void put_in_order(std::vector<Shelf>& shelves, const Needs& needs)
{
    std::erase_if(shelves, [&](const Shelf& shelf) { return all_given(shelf, needs) == 0; });
    const auto most = [](const Shelf& shelf) {
        std::int64_t sum{0};
        for (const auto& [sku, milli] : shelf.free_milli) sum += std::max<std::int64_t>(milli, 0);
        return sum;
    };
    std::sort(shelves.begin(), shelves.end(), [&](const Shelf& a, const Shelf& b) {
        return std::tuple{a.priority, !a.is_warehouse, -a.nearness, -most(a), a.place.text} <
               std::tuple{b.priority, !b.is_warehouse, -b.nearness, -most(b), b.place.text};
    });
}

// Those that are tried together, in their order.
std::vector<Shelf> shortlist(const std::vector<Shelf>& shelves, const Needs& needs)
{
    if (shelves.size() <= shelves_tried_max) return shelves;
    std::vector<std::size_t> chosen(shelves.size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    std::stable_sort(chosen.begin() + shelves_tried_max / 2, chosen.end(), [&](std::size_t a, std::size_t b) {
        return all_given(shelves[a], needs) > all_given(shelves[b], needs);
    });
    chosen.resize(shelves_tried_max);
    std::sort(chosen.begin(), chosen.end());
    std::vector<Shelf> list;
    for (const std::size_t at : chosen) list.push_back(shelves[at]);
    return list;
}

using Chosen = std::vector<std::size_t>; // Rising indices of shelves.

bool covers(const std::vector<Shelf>& shelves, const Chosen& chosen, const Needs& needs)
{
    return std::all_of(needs.begin(), needs.end(), [&](const auto& need) {
        std::int64_t left{need.second};
        for (const std::size_t at : chosen) left -= given(shelves[at], need.first, left);
        return left == 0;
    });
}

// The next choice of as many, in the order of the alphabet; false after the last.
bool next_choice(Chosen& chosen, std::size_t shelves)
{
    for (std::size_t back{1}; back <= chosen.size(); ++back) {
        std::size_t& digit{chosen[chosen.size() - back]};
        if (digit + back >= shelves) continue;
        ++digit;
        for (std::size_t at{chosen.size() - back + 1}; at < chosen.size(); ++at) chosen[at] = chosen[at - 1] + 1;
        return true;
    }
    return false;
}

std::optional<Chosen> fewest(const std::vector<Shelf>& shelves, const Needs& needs, std::int64_t parcels_max)
{
    const auto most = std::min<std::size_t>(shelves.size(), static_cast<std::size_t>(std::max<std::int64_t>(
                                                                parcels_max, 0)));
    for (std::size_t count{1}; count <= most; ++count) {
        Chosen chosen(count);
        for (std::size_t at{0}; at < count; ++at) chosen[at] = at;
        do {
            if (covers(shelves, chosen, needs)) return chosen;
        } while (next_choice(chosen, shelves.size()));
    }
    return std::nullopt;
}

// Each thing whole from the first place that has all of it, or else a part from each in turn.
std::vector<Part> share_out(std::span<const Wanted> wanted, std::vector<Shelf> shelves, const Chosen& chosen)
{
    std::vector<Part> parts;
    const auto take = [&](std::size_t index, Shelf& shelf, std::int64_t milli) {
        shelf.free_milli[wanted[index].sku] -= milli;
        parts.push_back({index, shelf.place, milli});
    };
    for (std::size_t index{0}; index < wanted.size(); ++index) {
        const Wanted& one{wanted[index]};
        const auto whole = std::find_if(chosen.begin(), chosen.end(), [&](std::size_t at) {
            return given(shelves[at], one.sku, one.milli) == one.milli;
        });
        if (whole != chosen.end()) {
            take(index, shelves[*whole], one.milli);
            continue;
        }
        std::int64_t left{one.milli};
        for (const std::size_t at : chosen) {
            const std::int64_t some{given(shelves[at], one.sku, left)};
            if (some > 0) take(index, shelves[at], some);
            left -= some;
        }
    }
    return parts;
}

} // namespace

std::optional<std::vector<Part>> allocate(std::span<const Wanted> wanted, std::vector<Shelf> shelves,
                                          std::int64_t parcels_max)
{
    const Needs needs{needs_of(wanted)};
    put_in_order(shelves, needs);
    auto chosen = fewest(shelves, needs, std::min<std::int64_t>(parcels_max, 1));
    if (!chosen) {
        shelves = shortlist(shelves, needs);
        chosen = fewest(shelves, needs, parcels_max);
    }
    if (!chosen) return std::nullopt;
    std::vector<Part> parts{share_out(wanted, std::move(shelves), *chosen)};
    // Things that share an article can take each other's pieces from one place; then not all of it is there.
    Needs shared;
    for (const Part& part : parts) shared[wanted[part.wanted].sku] += part.milli;
    if (shared != needs) return std::nullopt;
    return parts;
}

int nearness_of(std::string_view region, std::string_view address)
{
    int near{0};
    while (!region.empty()) {
        const auto end = region.find(' ');
        const std::string_view part{region.substr(0, end)};
        if (!part.empty()) {
            if (address.find(part) == std::string_view::npos) break;
            ++near;
        }
        region = end == std::string_view::npos ? std::string_view{} : region.substr(end + 1);
    }
    return near;
}

} // namespace guitai::office
