// Writes one line of JSON, member by member. It knows no library and no
// number that is not whole: an amount or a quantity goes out digit by digit.
#pragma once

#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace guitai::drive {

class JsonArray;

class JsonObject {
public:
    JsonObject& text(std::string_view name, std::string_view value);
    JsonObject& number(std::string_view name, std::int64_t value);
    JsonObject& number(std::string_view name, Quantity value);
    JsonObject& minor(std::string_view name, Money value); // The name should end in _minor.
    JsonObject& truth(std::string_view name, std::same_as<bool> auto value)
    {
        return raw(name, value ? "true" : "false");
    }
    JsonObject& none(std::string_view name) { return raw(name, "null"); }
    JsonObject& object(std::string_view name, const JsonObject& value) { return raw(name, value.str()); }
    JsonObject& array(std::string_view name, const JsonArray& value);
    // All members of `other` behind the own ones.
    JsonObject& join(const JsonObject& other);

    [[nodiscard]] std::string str() const { return "{" + m_members + "}"; }

private:
    JsonObject& raw(std::string_view name, std::string_view value);

    std::string m_members;
};

class JsonArray {
public:
    JsonArray& object(const JsonObject& value) { return raw(value.str()); }
    JsonArray& text(std::string_view value);
    JsonArray& number(std::int64_t value) { return raw(std::to_string(value)); }
    JsonArray& minor(Money value) { return raw(std::to_string(value.minor())); }

    [[nodiscard]] std::string str() const { return "[" + m_items + "]"; }

private:
    JsonArray& raw(std::string_view value);

    std::string m_items;
};

} // namespace guitai::drive
