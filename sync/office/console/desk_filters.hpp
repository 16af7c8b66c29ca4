// What somebody looks at on the order desk, as it stands in the address: so that reload, back and a bookmark show the
// same, and every form leads back to where it was sent from.
#pragma once

#include "sync/events/order_events.hpp"
#include "sync/office/http.hpp"
#include "sync/office/projections/order_search.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guitai::office {

inline constexpr int desk_rows{50};

struct DeskFilters {
    std::string text;
    std::string state; // A word of OrderState, "open" or "all".
    PlaceCode shop;
    std::optional<Delivery> delivery;
    bool overdue_only{false};
    std::int64_t page{1};
    static constexpr std::size_t text_bytes_max{120};
    static constexpr std::int64_t page_max{100'000};
};

using Fields = std::multimap<std::string, std::string, std::less<>>;

// What is no filter is left out; without a state it is "open", or "all" where something is searched for.
[[nodiscard]] DeskFilters filters_in(const Fields& query);
// "?q=…&state=…", the state last; without what is as if nobody had said it.
[[nodiscard]] std::string query_of(const DeskFilters& filters);
[[nodiscard]] std::vector<OrderState> states_of(const DeskFilters& filters);

} // namespace guitai::office
