// What a person filled in: the fields of a form as a browser sends them, with the
// text of a file among them.
#pragma once

#include "sync/office/http.hpp"

#include <map>
#include <string>
#include <string_view>

namespace guitai::office {

using Form = std::multimap<std::string, std::string, std::less<>>;

// By the request's content type: "a=1&b=2", or parts divided by a boundary
// (multipart/form-data, RFC 7578). What is no text is left out.
[[nodiscard]] Form read_form(const Request& request);

// The first of that name; empty where there is none.
[[nodiscard]] std::string field_of(const Form& form, std::string_view name);

} // namespace guitai::office
