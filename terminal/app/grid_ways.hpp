// The four ways to help a customer whose size is missing here, worked out from
// what is known of every stock. ways_for() is pure: it reads a grid and a list, and no clock.
#pragma once

#include "terminal/app/ports.hpp"
#include "terminal/app/till_state.hpp"
#include "terminal/app/view.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace guitai {

// What is known of the goods in other places.
struct FarStocks {
    std::vector<CatalogueReader::FarStock> places;
    bool unheard{false}; // There is a head office, and it never told of any stock: nobody knows that there is none.
};

// For the cell `sku` of `grid`. There are always four: first those that are possible,
// the soonest in the customer's hands first, another cell after what was asked for and
// another style after that; then impossible ones, each with the word key of its reason.
// A `substitute` that is the fifth possible way is left out: she can have what she asked for.
// Where nothing was heard of far stocks the head office may be asked to find it, without a date.
[[nodiscard]] std::vector<WayView> ways_for(const GridView& grid, const Sku& sku, const FarStocks& far,
                                            std::string_view today, std::optional<WayView> substitute);

// Those for the chosen cell of the open grid, into the view.
void show_ways(Desk& desk);

// Another style of the same kind and size that lies here; nothing where none does.
[[nodiscard]] std::optional<WayView> substitute_way(const Desk& desk, const Sku& missing);

} // namespace guitai
