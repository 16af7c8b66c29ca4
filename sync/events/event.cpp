#include "sync/events/event.hpp"

#include <nlohmann/json.hpp>

#include <cassert>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace guitai {
namespace {

using Json = nlohmann::ordered_json;

constexpr int depth_max{12}; // Nothing we write nests deeper; the parser itself knows no limit.

// Thrown and caught in this file only.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template<typename T>
concept HasFields = requires { T::fields([](const auto&...) {}); };

Json to_json(std::int64_t value) { return value; }
Json to_json(bool value) { return value; }
Json to_json(const std::string& value) { return value; }
Json to_json(Money value) { return value.minor(); }
Json to_json(Quantity value) { return value.milli(); }
Json to_json(BasisPoints value) { return value.value; }
template<typename Tag>
Json to_json(const Id<Tag>& id)
{
    return id.text;
}
template<typename Enum>
    requires std::is_enum_v<Enum>
Json to_json(Enum value)
{
    return std::string{word_of(value)};
}
template<HasFields Body>
Json to_json(const Body& body);
template<typename T>
Json to_json(const std::vector<T>& values)
{
    Json list = Json::array();
    for (const T& value : values) list.push_back(to_json(value));
    return list;
}
template<HasFields Body>
Json to_json(const Body& body)
{
    Json json = Json::object();
    Body::fields([&](const auto&... f) { ((json[std::string{f.name}] = to_json(body.*f.member)), ...); });
    return json;
}

void from_json(const Json& json, std::int64_t& value)
{
    // Out-of-range and fractional numbers would be bent silently by get().
    if (!json.is_number_integer()) throw Unreadable{"not a whole number"};
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
        throw Unreadable{"number out of range"};
    }
    value = json.get<std::int64_t>();
}
void from_json(const Json& json, bool& value) { value = json.get<bool>(); }
void from_json(const Json& json, std::string& value) { value = json.get<std::string>(); }
void from_json(const Json& json, Money& value)
{
    std::int64_t minor{0};
    from_json(json, minor);
    if (!Money::fits(minor)) throw Unreadable{"amount out of range"};
    value = Money::from_minor(minor);
}
void from_json(const Json& json, Quantity& value)
{
    std::int64_t milli{0};
    from_json(json, milli);
    if (!Quantity::fits(milli)) throw Unreadable{"quantity out of range"};
    value = Quantity::from_milli(milli);
}
void from_json(const Json& json, BasisPoints& value)
{
    from_json(json, value.value);
    if (value.value < 0 || value.value > 100'000) throw Unreadable{"rate out of range"};
}
template<typename Tag>
void from_json(const Json& json, Id<Tag>& id)
{
    id.text = json.get<std::string>();
}
template<typename Enum>
    requires std::is_enum_v<Enum>
void from_json(const Json& json, Enum& value)
{
    const auto word = json.get<std::string>();
    if (!read_word(word, value)) throw Unreadable{"unknown word " + word};
}
template<HasFields Body>
void from_json(const Json& json, Body& body);
template<typename T>
void from_json(const Json& json, std::vector<T>& values)
{
    if (!json.is_array()) throw Unreadable{"not a list"};
    for (const Json& item : json) from_json(item, values.emplace_back());
}
template<HasFields Body>
void from_json(const Json& json, Body& body)
{
    if (!json.is_object()) throw Unreadable{"not an object"};
    const auto read_one = [&](const auto& f) {
        const auto found = json.find(std::string{f.name});
        if (found == json.end()) {
            if (f.presence == Presence::later) return;
            throw Unreadable{"no field " + std::string{f.name}};
        }
        try {
            from_json(*found, body.*f.member);
        } catch (const std::exception& broken) {
            throw Unreadable{std::string{f.name} + ": " + broken.what()};
        }
    };
    Body::fields([&](const auto&... f) { (read_one(f), ...); });
}

// Reads `json` as the alternative whose kind matches; as UnknownEvent where none does.
template<std::size_t... Index>
EventBody read_body(const std::string& kind, const Json& json, std::index_sequence<Index...>)
{
    EventBody found{UnknownEvent{kind}};
    const auto try_one = [&]<std::size_t I>() {
        using Body = std::variant_alternative_t<I + 1, AnyEvent>; // The first is UnknownEvent.
        if (kind != Body::kind) return;
        Body body;
        from_json(json, body);
        found = std::move(body);
    };
    (try_one.template operator()<Index>(), ...);
    return found;
}

Json parse(std::string_view text)
{
    const auto within_depth = [](int depth, Json::parse_event_t /*event*/, Json& /*parsed*/) {
        if (depth > depth_max) throw Unreadable{"nested too deep"};
        return true;
    };
    return Json::parse(text, within_depth);
}

} // namespace

EventBody::EventBody() = default;
EventBody::EventBody(const EventBody& other) = default;
EventBody::EventBody(EventBody&& other) noexcept = default;
EventBody& EventBody::operator=(const EventBody& other) = default;
EventBody& EventBody::operator=(EventBody&& other) noexcept = default;
EventBody::~EventBody() = default;

bool EventBody::operator==(const EventBody& other) const
{
    return static_cast<const AnyEvent&>(*this) == static_cast<const AnyEvent&>(other);
}

std::string_view kind_of(const EventBody& body)
{
    if (const auto* unknown = std::get_if<UnknownEvent>(&body)) return unknown->named;
    return std::visit([](const auto& known) { return std::decay_t<decltype(known)>::kind; }, body);
}

std::string encode(const Event& event)
{
    assert(!std::holds_alternative<UnknownEvent>(event.body));
    Json json;
    json["v"] = events_version;
    json["origin"] = event.origin;
    json["number"] = event.number;
    json["at_ms"] = event.at_ms;
    json["kind"] = std::string{kind_of(event.body)};
    std::visit(
        [&](const auto& body) {
            if constexpr (HasFields<std::decay_t<decltype(body)>>) json["body"] = to_json(body);
        },
        event.body);
    // Whatever bytes reached us, what we write is text.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Event> decode(std::string_view text)
{
    if (text.size() > event_bytes_max) return refuse("event.unreadable", "longer than an event may be");
    // The parser takes a NUL for the end and would pass over whatever follows it.
    if (text.find('\0') != std::string_view::npos) return refuse("event.unreadable", "a NUL in the text");
    // The wire is the outside world: whatever it says is answered, not asserted.
    try {
        const Json json = parse(text);
        Event event;
        from_json(json.at("origin"), event.origin);
        from_json(json.at("number"), event.number);
        from_json(json.at("at_ms"), event.at_ms);
        if (event.number < 1 || event.origin < 0) throw Unreadable{"number: out of range"};
        event.body = read_body(json.at("kind").get<std::string>(), json.at("body"),
                               std::make_index_sequence<std::variant_size_v<AnyEvent> - 1>{});
        return event;
    } catch (const Json::exception& broken) {
        return refuse("event.unreadable", broken.what());
    } catch (const Unreadable& broken) {
        return refuse("event.unreadable", broken.what());
    }
}

} // namespace guitai
