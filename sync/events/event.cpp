#include "sync/events/event.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
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

// What we write goes straight into the line, field after field: a tree of it would cost
// more than all else that a sale waits for.
void append(std::string& out, std::int64_t value) { out += std::to_string(value); }
void append(std::string& out, bool value) { out += value ? "true" : "false"; }
void append(std::string& out, const std::string& value)
{
    const auto is_plain = [](char byte) { return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\'; };
    if (std::all_of(value.begin(), value.end(), is_plain)) {
        out.append(1, '"').append(value).append(1, '"');
        return;
    }
    // Whatever bytes reached us, what we write is text.
    out += Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}
void append(std::string& out, Money value) { append(out, value.minor()); }
void append(std::string& out, Quantity value) { append(out, value.milli()); }
void append(std::string& out, BasisPoints value) { append(out, value.value); }
template<typename Tag>
void append(std::string& out, const Id<Tag>& id)
{
    append(out, id.text);
}
template<typename Enum>
    requires std::is_enum_v<Enum>
void append(std::string& out, Enum value)
{
    append(out, std::string{word_of(value)});
}
template<HasFields Body>
void append(std::string& out, const Body& body);
template<typename T>
void append(std::string& out, const std::vector<T>& values)
{
    out += '[';
    for (const T& value : values) {
        if (&value != &values.front()) out += ',';
        append(out, value);
    }
    out += ']';
}
template<HasFields Body>
void append(std::string& out, const Body& body)
{
    char before{'{'};
    const auto append_one = [&](const auto& f) {
        out.append(1, std::exchange(before, ',')).append(1, '"').append(f.name).append("\":");
        append(out, body.*f.member);
    };
    Body::fields([&](const auto&... f) { (append_one(f), ...); });
    if (before == '{') out += before;
    out += '}';
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
    std::string line{"{\"v\":" + std::to_string(events_version)};
    line += ",\"origin\":" + std::to_string(event.origin);
    line += ",\"number\":" + std::to_string(event.number);
    line += ",\"at_ms\":" + std::to_string(event.at_ms);
    line.append(",\"kind\":\"").append(kind_of(event.body)).append("\"");
    std::visit(
        [&](const auto& body) {
            if constexpr (HasFields<std::decay_t<decltype(body)>>) append(line += ",\"body\":", body);
        },
        event.body);
    return line += '}';
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
