#include "sync/office/fields.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guitai::office {
namespace {

using Json = nlohmann::json;

Refusal unreadable(std::string detail)
{
    return {"api.unreadable", std::move(detail)};
}

// Reads one flat object as it comes, so that no depth and no repeated name can hide in a tree.
class FlatReader final : public nlohmann::json_sax<Json> {
public:
    std::map<std::string, std::variant<std::string, std::int64_t>, std::less<>> values;
    std::string problem;

    bool null() override { return m_depth == 1; } // Absent, said aloud.
    bool boolean(bool value) override { return put(std::int64_t{value ? 1 : 0}); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override
    {
        if (value > static_cast<number_unsigned_t>(INT64_MAX)) return no("a number too large");
        return put(static_cast<std::int64_t>(value));
    }
    bool number_float(number_float_t, const string_t& text) override { return no(text + " is no whole number"); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return no("binary"); }
    bool start_object(std::size_t) override { return ++m_depth == 1 || no("an object inside"); }
    bool key(string_t& name) override
    {
        m_name = std::move(name);
        return values.find(m_name) == values.end() || no(m_name + " stands twice");
    }
    bool end_object() override { return --m_depth == 0; }
    bool start_array(std::size_t) override { return no("a list"); }
    bool end_array() override { return no("a list"); }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override
    {
        return no(fmt::format("no JSON at byte {}", at));
    }

private:
    template<typename Value>
    bool put(Value value)
    {
        if (m_depth != 1) return no("not an object");
        values.insert_or_assign(m_name, std::move(value));
        return true;
    }
    bool no(std::string what)
    {
        problem = std::move(what);
        return false;
    }

    int m_depth{0};
    std::string m_name;
};

} // namespace

Result<Fields> Fields::of(const Request& request)
{
    if (request.body.size() > bytes_max) return refuse(unreadable("too long"));
    if (request.body.find_first_not_of(" \t\r\n") == std::string::npos) return Fields{};
    const bool is_form{request.header("content-type").find("application/x-www-form-urlencoded") == 0};
    // curl -d says "form" of everything; what begins like an object is one.
    if (is_form && request.body.front() != '{') return of_form(request.body);
    return of_json(request.body);
}

Result<Fields> Fields::of_json(std::string_view body)
{
    FlatReader reader;
    if (!Json::sax_parse(body, &reader)) {
        return refuse(unreadable(reader.problem.empty() ? "not an object" : reader.problem));
    }
    Fields fields;
    fields.m_values = std::move(reader.values);
    return fields;
}

Fields Fields::of_form(std::string_view body)
{
    Fields fields;
    for (auto& [name, value] : parse_form(body)) fields.m_values.insert_or_assign(name, value);
    return fields;
}

Result<std::string> Fields::text(std::string_view name) const
{
    const auto found = m_values.find(name);
    if (found == m_values.end()) return std::string{};
    if (const auto* text = std::get_if<std::string>(&found->second)) return *text;
    return refuse("api.bad_field", fmt::format("{} is not a text", name));
}

Result<std::int64_t> Fields::number(std::string_view name, std::int64_t otherwise) const
{
    const auto found = m_values.find(name);
    if (found == m_values.end()) return otherwise;
    if (const auto* number = std::get_if<std::int64_t>(&found->second)) return *number;
    if (const auto number = whole_number(std::get<std::string>(found->second))) return *number; // From a form.
    return refuse("api.bad_field", fmt::format("{} is not a whole number", name));
}

} // namespace guitai::office
