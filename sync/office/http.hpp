// A request and its answer as plain values, so that everything behind the door
// can be tried without a socket. Knows no server.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::office {

struct Request {
    std::string method;
    std::string target; // As it came: path and query, still escaped. What a signature covers.
    std::map<std::string, std::string, std::less<>> headers; // Names in lower case.
    std::string body;
    bool encrypted{false}; // Came over TLS.

    // Empty where there is no such header. `name` in lower case.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

struct Response {
    int status{200};
    std::string type{"application/json; charset=utf-8"};
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    // A feed with nothing new: ask again after news past `news_after`, or when
    // `wait_ms` are over. 0: this is the answer.
    std::int64_t wait_ms{0};
    std::int64_t news_after{0};
};

// "Look there": a browser follows with GET.
[[nodiscard]] Response see_other(std::string place);

// Called once, from any thread.
using Reply = std::function<void(Response)>;

// The parts of a target, unescaped.
struct Target {
    std::vector<std::string> path; // "/v1/orders/7" is {"v1", "orders", "7"}.
    std::multimap<std::string, std::string, std::less<>> query;

    // The first value of that name; empty where there is none.
    [[nodiscard]] std::string value(std::string_view name) const;
};

// Nothing for what is no path, or escapes nonsense or what is no UTF-8.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);
// "a=1&b=%20" as a form sends it. What is no UTF-8 is left out.
[[nodiscard]] std::multimap<std::string, std::string, std::less<>> parse_form(std::string_view text);
// For a place inside a path or a query.
[[nodiscard]] std::string escaped(std::string_view text);

// A whole number and nothing else.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);

} // namespace guitai::office
