// Somebody at a browser before the console of a test's office.
#pragma once

#include "sync/office/commands/shop.hpp"
#include "sync/office/console/console.hpp"
#include "tests/office/fresh_office.hpp"
#include "tests/support/folders.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::office::tests {

inline const std::string assets{guitai::test::source_root() + "/assets/console"};

inline const Renderer& renderer()
{
    static const auto loaded = Renderer::load(assets);
    REQUIRE(loaded.has_value());
    return **loaded;
}

inline bool holds(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

inline std::string header_of(const Response& response, std::string_view name)
{
    for (const auto& [each, value] : response.headers) {
        if (each == name) return value;
    }
    return {};
}

// The token that the forms of that page carry.
inline std::string token_in(const std::string& page)
{
    const std::string mark{"name=\"form_token\" value=\""};
    const auto at = page.find(mark);
    REQUIRE(at != std::string::npos);
    const auto begin = at + mark.size();
    return page.substr(begin, page.find('"', begin) - begin);
}

// Somebody at a browser.
struct Visitor {
    explicit Visitor(FreshOffice& office)
        : fresh{office},
          writing{*office.office},
          console{renderer(), writing, office.clock},
          api{writing, office.clock, &console}
    {
    }

    Response get(std::string target)
    {
        return api.handle(*fresh.connection, {"GET", std::move(target), {{"cookie", cookie}}, {}, false});
    }

    Response post(std::string target, std::string form)
    {
        return api.handle(*fresh.connection, {"POST", std::move(target), {{"cookie", cookie}}, std::move(form), false});
    }

    // As a browser sends a form with a file in it.
    Response post_parts(std::string target, const std::vector<std::pair<std::string, std::string>>& fields)
    {
        std::string body;
        for (const auto& [name, value] : fields) {
            body += "--XyZ\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
        }
        body += "--XyZ--\r\n";
        Request request{"POST", std::move(target), {{"cookie", cookie}}, std::move(body), false};
        request.headers["content-type"] = "multipart/form-data; boundary=XyZ";
        return api.handle(*fresh.connection, request);
    }

    Response sign_in(std::string_view name, std::string_view pin)
    {
        Response response{post("/console/sign-in", "name=" + escaped(name) + "&pin=" + escaped(pin))};
        const std::string set{header_of(response, "Set-Cookie")};
        if (!set.empty()) cookie = set.substr(0, set.find(';'));
        return response;
    }

    FreshOffice& fresh;
    WritingAtOnce writing;
    Console console;
    Api api;
    std::string cookie;
};

inline void hire(FreshOffice& fresh, std::string name, Role role)
{
    REQUIRE(add_staff(*fresh.office, {{std::move(name)}, {"S01"}, role, "1357"}).has_value());
}

} // namespace guitai::office::tests
