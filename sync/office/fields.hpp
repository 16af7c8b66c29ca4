// The fields of a small request body, an object of texts and whole numbers, as
// JSON or as a form. Knows no field by meaning.
#pragma once

#include "sync/events/result.hpp"
#include "sync/office/http.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace guitai::office {

class Fields {
public:
    static constexpr std::size_t bytes_max{64'000};

    // An empty body has no fields. Refuses api.unreadable, with the place, what is
    // no such object: lists, objects inside, fractions, a name that stands twice.
    [[nodiscard]] static Result<Fields> of(const Request& request);

    // Empty where it is absent. Refuses api.bad_field where it is of the other type.
    [[nodiscard]] Result<std::string> text(std::string_view name) const;
    [[nodiscard]] Result<std::int64_t> number(std::string_view name, std::int64_t otherwise) const;
    [[nodiscard]] bool has(std::string_view name) const { return m_values.find(name) != m_values.end(); }

private:
    using Value = std::variant<std::string, std::int64_t>;
    std::map<std::string, Value, std::less<>> m_values;

    [[nodiscard]] static Result<Fields> of_json(std::string_view body);
    [[nodiscard]] static Fields of_form(std::string_view body);
};

} // namespace guitai::office
