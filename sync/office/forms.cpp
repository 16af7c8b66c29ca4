#include "sync/office/forms.hpp"

#include "sync/database/text.hpp"

namespace guitai::office {
namespace {

constexpr std::string_view multipart{"multipart/form-data"};
constexpr std::size_t parts_max{100};

// The value of `name="…"` in a header; quotes may be missing around a boundary.
std::string_view parameter(std::string_view header, std::string_view name)
{
    const std::string mark{std::string{name} + "="};
    std::size_t at{header.find(mark)};
    // Not the end of another name, as in filename=.
    while (at != std::string_view::npos && at > 0 && header[at - 1] != ' ' && header[at - 1] != ';') {
        at = header.find(mark, at + 1);
    }
    if (at == std::string_view::npos) return {};
    std::string_view value{header.substr(at + mark.size())};
    if (value.substr(0, 1) != "\"") return value.substr(0, value.find_first_of("; \r\n"));
    value.remove_prefix(1);
    return value.substr(0, value.find('"'));
}

void add_part(Form& form, std::string_view part)
{
    const auto end_of_headers = part.find("\r\n\r\n");
    if (end_of_headers == std::string_view::npos) return;
    const std::string_view name{parameter(part.substr(0, end_of_headers), "name")};
    const std::string_view value{part.substr(end_of_headers + 4)};
    if (name.empty() || !database::is_clean_text(name) || !database::is_clean_text(value)) return;
    form.emplace(std::string{name}, std::string{value});
}

Form read_parts(std::string_view boundary, std::string_view body)
{
    Form form;
    if (boundary.empty()) return form;
    const std::string divider{"\r\n--" + std::string{boundary}};
    // The first divider has no line break before it.
    const std::string_view opening{std::string_view{divider}.substr(2)};
    if (body.substr(0, opening.size()) != opening) return form;
    body.remove_prefix(opening.size());
    while (form.size() < parts_max && body.substr(0, 2) == "\r\n") {
        body.remove_prefix(2);
        const auto end = body.find(divider);
        if (end == std::string_view::npos) return form; // Cut off: what is not whole is not there.
        add_part(form, body.substr(0, end));
        body.remove_prefix(end + divider.size());
    }
    return form;
}

} // namespace

Form read_form(const Request& request)
{
    const std::string_view type{request.header("content-type")};
    if (type.substr(0, multipart.size()) != multipart) return parse_form(request.body);
    return read_parts(parameter(type, "boundary"), request.body);
}

std::string field_of(const Form& form, std::string_view name)
{
    const auto found = form.find(name);
    return found == form.end() ? std::string{} : found->second;
}

} // namespace guitai::office
