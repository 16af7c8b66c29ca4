#include "sync/office/doorway.hpp"

#include <fmt/format.h>

namespace guitai::office {

std::string cookie_of(const Request& request, std::string_view name)
{
    std::string_view rest{request.header("cookie")};
    while (!rest.empty()) {
        const auto end = rest.find(';');
        std::string_view pair{rest.substr(0, end)};
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
        if (pair.size() > name.size() && pair.substr(0, name.size()) == name && pair[name.size()] == '=') {
            return std::string{pair.substr(name.size() + 1)};
        }
    }
    return {};
}

Language language_of(const Request& request, const Target& target)
{
    std::string wanted{target.value("lang")};
    if (wanted.empty()) wanted = cookie_of(request, language_cookie);
    if (wanted.empty()) wanted = request.header("accept-language").substr(0, 2);
    return wanted == "en" ? Language::english : Language::chinese;
}

void finish_page(Response& response, const Target& target, Language language, std::string_view path, Scripts scripts)
{
    if (!target.value("lang").empty()) {
        response.headers.emplace_back("Set-Cookie", fmt::format("{}={}; Path={}; Max-Age=31536000; SameSite=Strict",
                                                                language_cookie, code_of(language), path));
    }
    std::string policy{"default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                       "base-uri 'none'; frame-ancestors 'none'"};
    if (scripts == Scripts::own) policy += "; script-src 'self'";
    response.headers.emplace_back("Content-Security-Policy", std::move(policy));
    response.headers.emplace_back("Referrer-Policy", "same-origin");
}

} // namespace guitai::office
