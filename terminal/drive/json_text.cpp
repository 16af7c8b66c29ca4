#include "terminal/drive/json_text.hpp"

#include <nlohmann/json.hpp>

namespace guitai::drive {
namespace {

// Bytes that are no UTF-8 are replaced: a line of the answer is always readable.
std::string quoted(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

JsonObject& JsonObject::text(std::string_view name, std::string_view value) { return raw(name, quoted(value)); }

JsonObject& JsonObject::number(std::string_view name, std::int64_t value) { return raw(name, std::to_string(value)); }

JsonObject& JsonObject::number(std::string_view name, Quantity value) { return raw(name, text_of(value)); }

JsonObject& JsonObject::minor(std::string_view name, Money value) { return number(name, value.minor()); }

JsonObject& JsonObject::array(std::string_view name, const JsonArray& value) { return raw(name, value.str()); }

JsonObject& JsonObject::join(const JsonObject& other)
{
    if (!m_members.empty() && !other.m_members.empty()) m_members += ',';
    m_members += other.m_members;
    return *this;
}

JsonObject& JsonObject::raw(std::string_view name, std::string_view value)
{
    if (!m_members.empty()) m_members += ',';
    m_members += quoted(name);
    m_members += ':';
    m_members += value;
    return *this;
}

JsonArray& JsonArray::text(std::string_view value) { return raw(quoted(value)); }

JsonArray& JsonArray::raw(std::string_view value)
{
    if (!m_items.empty()) m_items += ',';
    m_items += value;
    return *this;
}

} // namespace guitai::drive
