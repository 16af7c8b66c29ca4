#include "sync/office/console/desk_filters.hpp"

#include "sync/office/order_states.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

std::string first_of(const Fields& query, std::string_view name)
{
    const auto found = query.find(name);
    return found == query.end() ? std::string{} : found->second;
}

std::string default_state(const DeskFilters& filters)
{
    return filters.text.empty() ? "open" : "all";
}

} // namespace

DeskFilters filters_in(const Fields& query)
{
    DeskFilters filters;
    filters.text = first_of(query, "q").substr(0, DeskFilters::text_bytes_max);
    const auto first = filters.text.find_first_not_of(" \t\r\n");
    const auto last = filters.text.find_last_not_of(" \t\r\n");
    filters.text = first == std::string::npos ? std::string{} : filters.text.substr(first, last - first + 1);
    filters.state = first_of(query, "state");
    OrderState state{};
    const bool is_known{filters.state == "all" || filters.state == "open" || read_word(filters.state, state)};
    if (!is_known) filters.state = default_state(filters);
    filters.shop = {first_of(query, "shop")};
    if (Delivery delivery{}; read_word(first_of(query, "delivery"), delivery)) filters.delivery = delivery;
    filters.overdue_only = first_of(query, "overdue") == "1";
    const std::int64_t page{whole_number(first_of(query, "page")).value_or(1)};
    filters.page = std::clamp<std::int64_t>(page, 1, DeskFilters::page_max);
    return filters;
}

std::string query_of(const DeskFilters& filters)
{
    std::string query;
    const auto say = [&query](std::string_view name, const std::string& value) {
        if (!value.empty()) query += fmt::format("{}{}={}", query.empty() ? "?" : "&", name, escaped(value));
    };
    say("q", filters.text);
    say("shop", filters.shop.text);
    if (filters.delivery) say("delivery", std::string{word_of(*filters.delivery)});
    say("overdue", filters.overdue_only ? "1" : "");
    say("page", filters.page > 1 ? std::to_string(filters.page) : "");
    say("state", filters.state == default_state(filters) ? "" : filters.state);
    return query;
}

std::vector<OrderState> states_of(const DeskFilters& filters)
{
    std::vector<OrderState> states;
    if (filters.state == "all") return states;
    for (const auto& [state, word] : Words<OrderState>::all) {
        if (filters.state == "open" ? is_open(state) : filters.state == word) states.push_back(state);
    }
    return states;
}

} // namespace guitai::office
