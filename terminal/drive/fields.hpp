// The fields of one request, read by name and type. Outside input: nothing in it
// is believed, nothing in it can stop the program. Knows no command.
#pragma once

#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/result.hpp"
#include "sync/events/sale_events.hpp"
#include "sync/events/shift_events.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::drive {

// A value of the line. A number is kept as it was written, for a double would change it.
struct Value {
    enum class Kind { nothing, truth, number, text, array, object };

    Kind kind{Kind::nothing};
    std::string text{};
    std::vector<std::string> names{}; // Of an object, beside its items.
    std::vector<Value> items{};
};

inline constexpr std::size_t line_bytes_max{1'000'000};
inline constexpr int depth_max{4};

class Fields {
public:
    // Refuses drive.unreadable, with the reason: no JSON object, not UTF-8, longer
    // than line_bytes_max, deeper than depth_max, or a name that comes twice.
    [[nodiscard]] static Result<Fields> parse(std::string_view line);

    // What is missing or of the wrong type reads as nothing and is remembered as bad().
    [[nodiscard]] std::string text(std::string_view name);
    [[nodiscard]] std::string text_or(std::string_view name, std::string_view otherwise);
    [[nodiscard]] bool truth(std::string_view name);
    [[nodiscard]] std::int64_t integer(std::string_view name);
    [[nodiscard]] std::int64_t integer_or(std::string_view name, std::int64_t otherwise);
    [[nodiscard]] Money money(std::string_view name);
    [[nodiscard]] Money money_or(std::string_view name, Money otherwise);
    // Up to three decimals, exactly as written.
    [[nodiscard]] Quantity quantity(std::string_view name);
    [[nodiscard]] Quantity quantity_or(std::string_view name, Quantity otherwise);
    // Percent with up to two decimals.
    [[nodiscard]] BasisPoints percent_or(std::string_view name, BasisPoints otherwise);
    // [{"value_minor":10000,"count":3}, …] or {"10000":3, …}; nothing where it is missing.
    [[nodiscard]] std::vector<Denomination> denominations(std::string_view name);
    // [{"name":"王芳","percent":60}, …]; nothing where it is missing.
    [[nodiscard]] std::vector<GuideShare> guides(std::string_view name);
    // The enum's word.
    template<typename Enum>
    [[nodiscard]] Enum word(std::string_view name)
    {
        Enum value{};
        if (!read_word(text(name), value)) say_bad(name);
        return value;
    }
    template<typename Enum>
    [[nodiscard]] Enum word_or(std::string_view name, Enum otherwise)
    {
        return has(name) ? word<Enum>(name) : otherwise;
    }

    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    // The first field that was not what was asked for; empty: all were.
    [[nodiscard]] const std::string& bad() const { return m_bad; }
    void say_bad(std::string_view name);

private:
    [[nodiscard]] const Value* find(std::string_view name) const; // Null where missing or null.
    [[nodiscard]] const Value* find(std::string_view name, Value::Kind kind);

    Value m_object;
    std::string m_bad;
};

} // namespace guitai::drive
