#include "sync/office/commands/services.hpp"

#include "sync/office/commands/imports.hpp"
#include "sync/office/projections/items.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace guitai::office {
namespace {

using Json = nlohmann::json;

constexpr std::size_t bytes_max{100'000};
constexpr std::size_t services_max{100};
constexpr std::size_t needs_max{20};
constexpr std::size_t text_bytes_max{100};
constexpr std::size_t id_bytes_max{40};
constexpr std::int64_t service_points_max{1'000'000};
constexpr std::int64_t per_ticket_max{20};

// Thrown and caught in this file only.
struct Wrong {
    Refusal refusal;
};

[[noreturn]] void wrong(std::string place) { throw Wrong{{"rules.bad_value", std::move(place)}}; }

void allow_only(const Json& object, const std::string& place, std::initializer_list<std::string_view> known)
{
    if (!object.is_object()) wrong(place);
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        throw Wrong{{"rules.unknown_field", place + "." + key}};
    }
}

std::string text(const Json& object, const char* key, const std::string& place, std::size_t most = text_bytes_max)
{
    const auto found = object.find(key);
    const bool good{found != object.end() && found->is_string() && !found->get<std::string>().empty() &&
                    found->get<std::string>().size() <= most};
    if (!good) wrong(place + "." + key);
    return found->get<std::string>();
}

std::int64_t whole(const Json& object, const char* key, const std::string& place, std::int64_t most)
{
    const auto found = object.find(key);
    const bool good{found != object.end() && found->is_number_unsigned() && found->get<std::uint64_t>() > 0 &&
                    found->get<std::uint64_t>() <= static_cast<std::uint64_t>(most)};
    if (!good) wrong(place + "." + key);
    return found->get<std::int64_t>();
}

ServiceNeed read_need(const Json& entry, const std::string& place)
{
    allow_only(entry, place, {"tag", "category", "sku"});
    if (entry.size() != 1) wrong(place);
    ServiceNeed need;
    if (entry.contains("tag")) need.tag = text(entry, "tag", place);
    if (entry.contains("category")) need.category = text(entry, "category", place);
    if (entry.contains("sku")) need.sku = {text(entry, "sku", place)};
    return need;
}

Service read_service(const Json& entry, const std::string& place)
{
    allow_only(entry, place, {"service", "name", "points", "needs", "per_ticket"});
    Service service;
    service.service = text(entry, "service", place, id_bytes_max);
    const auto name = entry.find("name");
    if (name == entry.end()) wrong(place + ".name");
    allow_only(*name, place + ".name", {"zh_CN", "en"});
    service.name = text(*name, "zh_CN", place + ".name");
    service.name_en = name->contains("en") ? text(*name, "en", place + ".name") : service.name;
    service.points = whole(entry, "points", place, service_points_max);
    if (entry.contains("per_ticket")) service.per_ticket = whole(entry, "per_ticket", place, per_ticket_max);
    const auto needs = entry.find("needs");
    const bool said{needs != entry.end() && needs->is_array() && !needs->empty() && needs->size() <= needs_max};
    if (!said) wrong(place + ".needs");
    for (std::size_t at{0}; at < needs->size(); ++at) {
        service.needs.push_back(read_need((*needs)[at], fmt::format("{}.needs[{}]", place, at)));
    }
    return service;
}

ServicesSet services_from(const Json& json)
{
    if (!json.is_array() || json.size() > services_max) wrong("the file");
    ServicesSet set;
    for (std::size_t at{0}; at < json.size(); ++at) {
        const std::string place{fmt::format("[{}]", at)};
        Service service{read_service(json[at], place)};
        const bool again{std::any_of(set.services.begin(), set.services.end(),
                                     [&](const Service& one) { return one.service == service.service; })};
        if (again) wrong(place + ".service");
        set.services.push_back(std::move(service));
    }
    return set;
}

// A need that nothing can answer is a slip of the hand.
Result<void> check_skus(database::Connection& connection, const ServicesSet& set)
{
    for (std::size_t at{0}; at < set.services.size(); ++at) {
        for (const ServiceNeed& need : set.services[at].needs) {
            if (need.sku.empty() || is_listed(connection, need.sku)) continue;
            return refuse("services.unknown_sku", fmt::format("[{}].needs: {}", at, need.sku.text));
        }
    }
    return {};
}

} // namespace

Result<ServicesSet> read_services(std::string_view json)
{
    if (json.size() > bytes_max) return refuse("rules.unreadable", "longer than rules may be");
    try {
        return services_from(Json::parse(json));
    } catch (const Wrong& found) {
        return refuse(found.refusal);
    } catch (const Json::parse_error& broken) {
        return refuse("rules.unreadable", fmt::format("no JSON at byte {}", broken.byte));
    }
}

Result<std::string> set_services(Office& office, std::string_view json)
{
    auto services = read_services(json);
    if (!services) return refuse(services.error());
    database::Transaction open{office.connection()};
    office.books().journal().lock(open);
    if (auto listed = check_skus(office.connection(), *services); !listed) return refuse(listed.error());
    std::string line;
    for (const Service& one : services->services) {
        line += fmt::format("{}{}: {} points", line.empty() ? "" : "; ", one.service, one.points);
    }
    office.say(open, std::move(*services), "guitai-office");
    open.commit();
    return line.empty() ? "no services" : line;
}

int set_services_command(const Run& run)
{
    const auto bytes = read_file(run.said.file, bytes_max);
    if (!bytes) return refuse_aloud(run.err, bytes.error());
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        auto set = set_services(office, *bytes);
        if (!set) return refuse(set.error().code, fmt::format("{}: {}", run.said.file, set.error().detail));
        return set;
    });
}

} // namespace guitai::office
