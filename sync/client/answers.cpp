#include "sync/client/answers.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <optional>

namespace guitai {
namespace {

using Json = nlohmann::json;

tl::unexpected<Refusal> not_an_office(const WireAnswer& answer)
{
    return refuse("wire.not_an_office", "status " + std::to_string(answer.status) + " without an answer of ours");
}

std::optional<std::int64_t> whole_number(const std::string& text)
{
    std::int64_t number{0};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// The object in the body, or why there is none.
Result<Json> read_object(const WireAnswer& answer)
{
    Json json = Json::parse(answer.body, nullptr, false);
    if (!json.is_object()) return not_an_office(answer);
    if (answer.status == 200) return json;
    const auto code = json.find("code");
    if (code == json.end() || !code->is_string()) return not_an_office(answer);
    const auto message = json.find("message");
    return refuse(code->get<std::string>(),
                  message != json.end() && message->is_string() ? message->get<std::string>() : std::string{});
}

} // namespace

Result<IntakeReceipt> read_receipt(const WireAnswer& answer)
{
    const auto json = read_object(answer);
    if (!json) return refuse(json.error());
    try {
        return IntakeReceipt{json->at("cursor").get<std::int64_t>(), json->at("chain").get<std::string>()};
    } catch (const Json::exception&) {
        return not_an_office(answer);
    }
}

Result<Enrolment> read_enrolment(const WireAnswer& answer)
{
    const auto json = read_object(answer);
    if (!json) return refuse(json.error());
    try {
        return Enrolment{.till = json->at("till").get<std::int64_t>(),
                         .store = {json->at("store").get<std::string>()},
                         .store_name = json->at("store_name").get<std::string>(),
                         .office = json->at("office").get<std::string>(),
                         .test = json->value("test", false)};
    } catch (const Json::exception&) {
        return not_an_office(answer);
    }
}

Result<FoundReceipt> read_found_receipt(const WireAnswer& answer)
{
    const auto json = read_object(answer);
    if (!json) return refuse(json.error());
    try {
        FoundReceipt found{json->at("sale").get<std::string>(), {}};
        for (const Json& line : json->at("returned")) {
            found.returned.push_back({line.at("line").get<std::int64_t>(), line.at("milli").get<std::int64_t>()});
        }
        return found;
    } catch (const Json::exception&) {
        return not_an_office(answer);
    }
}

Result<Recipient> read_recipient(const WireAnswer& answer)
{
    const auto json = read_object(answer);
    if (!json) return refuse(json.error());
    try {
        return Recipient{json->at("name").get<std::string>(), json->at("phone").get<std::string>(),
                         json->at("address").get<std::string>()};
    } catch (const Json::exception&) {
        return not_an_office(answer);
    }
}

Result<Event> read_granted(const WireAnswer& answer)
{
    if (const auto json = read_object(answer); !json) return refuse(json.error());
    auto event = decode(answer.body);
    const bool grants{event && std::holds_alternative<LeaseGranted>(event->body)};
    if (!grants) return not_an_office(answer);
    return event;
}

Result<void> read_done(const WireAnswer& answer)
{
    if (const auto json = read_object(answer); !json) return refuse(json.error());
    return {};
}

Result<std::int64_t> read_head(const WireAnswer& answer)
{
    if (answer.status != 200) {
        const auto json = read_object(answer);
        if (!json) return refuse(json.error());
    }
    const auto head = whole_number(answer.guitai_head);
    if (!head) return not_an_office(answer);
    return *head;
}

std::optional<std::int64_t> read_cursor(const WireAnswer& answer)
{
    const auto cursor = whole_number(answer.guitai_cursor);
    return cursor && *cursor >= 0 ? cursor : std::nullopt;
}

std::optional<std::vector<HistoryBegan>> read_histories(const WireAnswer& answer)
{
    const Json json = Json::parse(answer.body, nullptr, false);
    if (answer.status == 200 || !json.is_object() || json.value("code", "") != "office.restored") return std::nullopt;
    try {
        std::vector<HistoryBegan> histories;
        for (const Json& one : json.at("histories")) {
            HistoryBegan began{one.at("generation").get<std::string>(), one.at("number").get<std::int64_t>(),
                               one.at("chain").get<std::string>(), {}};
            for (const Json& place : one.value("earlier", Json::array())) {
                began.earlier.emplace_back(place.at("number").get<std::int64_t>(),
                                           place.at("chain").get<std::string>());
            }
            histories.push_back(std::move(began));
        }
        return histories;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace guitai
