// The carriers' ways of speaking.
#include "sync/office/carriers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guitai::office {
namespace {

using Json = nlohmann::json;

constexpr std::size_t messages_max{500};
constexpr std::size_t text_bytes_max{200};
constexpr std::int64_t year_2200_ms{7'258'118'400'000};

// Thrown and caught in this file only.
struct Unreadable {
    std::string place;
};

std::string text(const Json& message, const char* key, bool required)
{
    const auto found = message.find(key);
    if (found == message.end() && !required) return {};
    if (found == message.end() || !found->is_string()) throw Unreadable{key};
    std::string value{found->get<std::string>()};
    if (value.size() > text_bytes_max || (required && value.empty())) throw Unreadable{key};
    if (value.find('\0') != std::string::npos) throw Unreadable{key}; // PostgreSQL keeps none.
    return value;
}

std::optional<std::int64_t> whole(const Json& message, const char* key, std::int64_t most)
{
    const auto found = message.find(key);
    if (found == message.end()) return std::nullopt;
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() > static_cast<std::uint64_t>(most)) {
        throw Unreadable{key};
    }
    return found->get<std::int64_t>();
}

class Standard final : public CarrierAdapter {
public:
    [[nodiscard]] Result<std::vector<ParcelNews>> read(std::string_view body) const override
    {
        try {
            const Json json = Json::parse(body);
            if (!json.is_object()) return refuse("carrier.unreadable", "no object");
            if (!json.contains("messages")) return std::vector{one(json)};
            const Json& all = json["messages"];
            if (!all.is_array() || all.size() > messages_max) return refuse("carrier.unreadable", "messages");
            std::vector<ParcelNews> news;
            for (const Json& message : all) news.push_back(one(message));
            return news;
        } catch (const Json::exception& broken) {
            return refuse("carrier.unreadable", "no JSON");
        } catch (const Unreadable& unreadable) {
            return refuse("carrier.unreadable", unreadable.place);
        }
    }

private:
    static ParcelNews one(const Json& message)
    {
        if (!message.is_object()) throw Unreadable{"messages"};
        ParcelNews news;
        news.id = text(message, "id", true);
        news.tracking = text(message, "tracking", true);
        if (!read_word(text(message, "event", true), news.event)) throw Unreadable{"event"};
        const auto at = whole(message, "at_ms", year_2200_ms);
        if (!at) throw Unreadable{"at_ms"};
        news.at_ms = *at;
        if (const auto minor = whole(message, "collected_minor", Money::minor_max)) {
            news.collected = Money::from_minor(*minor);
        }
        news.reason = text(message, "reason", false);
        return news;
    }
};

} // namespace

const CarrierAdapter* adapter_named(std::string_view name)
{
    static const Standard standard;
    return name == "standard" ? &standard : nullptr;
}

} // namespace guitai::office
