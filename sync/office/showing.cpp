// What a till that meets an office of a new history is told, and what it answers.
#include "sync/office/restored.hpp"

#include "sync/events/event.hpp"
#include "sync/journal/journal.hpp"

#include <nlohmann/json.hpp>

namespace guitai::office {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t lots_max{10'000};
constexpr std::int64_t places_max{500}; // A till that asks every half minute meets an office long before.

// A grant as this office says one: nothing less than one unit, and of this till.
Result<LeaseGranted> read_grant(TillNumber till, std::string_view line)
{
    const auto record = record_from(std::string{line});
    if (!record) return refuse(record.error());
    const auto* granted = std::get_if<LeaseGranted>(&record->event.body);
    if (granted == nullptr) return refuse("event.unreadable", "no grant");
    const bool is_theirs{granted->till == till && record->event.origin == office_origin};
    if (!is_theirs) return refuse("lease.not_yours", granted->lease);
    const bool has_form{!granted->lease.empty() && !granted->account.empty() && granted->lots.size() <= lots_max};
    if (!has_form) return refuse("event.unreadable", granted->lease);
    for (const LeaseLot& lot : granted->lots) {
        if (lot.lot.empty() || lot.amount < 1 || lot.amount > points_max) {
            return refuse("event.unreadable", granted->lease);
        }
    }
    return *granted;
}

std::string_view take_line(std::string_view& body)
{
    const auto end = body.find('\n');
    const std::string_view line{body.substr(0, end)};
    body = end == std::string_view::npos ? std::string_view{} : body.substr(end + 1);
    return line;
}

// One by one: a till must find the very last place that both have. Were it to go further back, grants that it has
// spent of would come a second time, after the spending.
Json places_before(const Journal& journal, std::int64_t number)
{
    Json places = Json::array();
    for (std::int64_t back{1}; back <= places_max && number - back > 0; ++back) {
        places.push_back({{"number", number - back},
                          {"chain", journal.chain_at(office_origin, number - back).value_or("")}});
    }
    return places;
}

} // namespace

Result<Showing> read_showing(TillNumber till, std::string_view body)
{
    const Json head = Json::parse(take_line(body), nullptr, false);
    const bool has_form{head.is_object() && head.contains("generation") && head["generation"].is_string() &&
                        head.contains("through") && head["through"].is_number_integer()};
    if (!has_form) return refuse("event.unreadable", "no generation and through in the first line");
    Showing showing{till, head["generation"].get<std::string>(), head["through"].get<std::int64_t>(), {}};
    if (showing.through < -1) return refuse("api.bad_field", "through is not a number from −1");
    while (!body.empty()) {
        auto granted = read_grant(till, take_line(body));
        if (!granted) return refuse(granted.error());
        showing.grants.push_back(std::move(*granted));
        if (showing.grants.size() > shown_grants_max) return refuse("intake.too_many_lines", "too many grants");
    }
    return showing;
}

std::string restored_json(database::Connection& connection)
{
    const Journal journal{connection};
    Json all = Json::array();
    for (const History& one : histories(connection)) {
        const std::int64_t last{one.number - 1};
        all.push_back({{"generation", one.generation},
                       {"number", last},
                       {"chain", journal.chain_at(office_origin, last).value_or("")},
                       {"earlier", places_before(journal, last)}});
    }
    return Json{{"code", "office.restored"},
                {"message", "these books were put back to an older copy: show what you hold"},
                {"histories", std::move(all)}}
        .dump();
}

} // namespace guitai::office
